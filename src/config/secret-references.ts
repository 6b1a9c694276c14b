import { passwordVariablesIn } from '../databases/password-variables.ts';
import { isSecretReference } from '../section.ts';
import type { Path } from './finding.ts';

/** Every reference to a variable of the environment in `value`: the name, and where it stands. */
export function secretsOf(value: unknown, path: Path = []): { readonly name: string; readonly path: Path }[] {
  if (typeof value === 'string') {
    const names = isSecretReference(value) ? [value.slice('env:'.length)] : passwordVariablesIn(value);
    return names.map((name) => ({ name, path }));
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => secretsOf(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => secretsOf(item, [...path, key]));
}
