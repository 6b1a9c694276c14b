import type { Path } from './finding.ts';
import { isSecretReference } from './schema/check.ts';

/** Every reference to a variable of the environment in `value`: the name, and where it stands. */
export function secretsOf(value: unknown, path: Path = []): { readonly name: string; readonly path: Path }[] {
  if (typeof value === 'string') {
    return isSecretReference(value) ? [{ name: value.slice('env:'.length), path }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => secretsOf(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => secretsOf(item, [...path, key]));
}
