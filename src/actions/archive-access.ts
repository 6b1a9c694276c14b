import type { Opening } from '../archive/age.ts';
import { HoldfastError } from '../errors.ts';
import { textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';
import { identitiesIn } from '../settings/archive-keys.ts';
import { maskStorageSecrets } from './access.ts';

/** Where an archive is restored from, and what opens it. Secrets are masked already. */
export interface ArchiveAccess {
  readonly location: string;
  readonly opening: Opening;
}

/** Null: a snapshot is restored. @throws HoldfastError bad-input for inputs of which one would be ignored. */
export function readArchiveAccess(): ArchiveAccess | null {
  const identity = secretInput('archive-identity');
  const passphrase = secretInput('archive-passphrase');
  const location = textInput('archive-from');
  if (location === null) {
    const given = identity !== null ? 'archive-identity' : passphrase !== null ? 'archive-passphrase' : null;
    if (given === null) return null;
    throw new HoldfastError('bad-input', `Cannot use the input \`${given}\` without \`archive-from\`.`);
  }
  const ignored = (['repository', 'tags', 'paths', 'not-after', 'retry-lock'] as const).find(
    (name) => textInput(name) !== null,
  );
  if (ignored !== undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use both the inputs \`archive-from\` and \`${ignored}\`: an archive is chosen by its ID in \`snapshot\`, or as latest by \`host\` and \`of\`.`,
    );
  }
  maskStorageSecrets();
  const identities = identity === null ? [] : identitiesIn(identity, 'the input `archive-identity`');
  return { location, opening: { identities, passphrase } };
}

function secretInput(name: string): string | null {
  const value = textInput(name);
  if (value !== null) mask(value);
  return value;
}
