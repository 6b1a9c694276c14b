import type { Opening } from '../archive/age.ts';
import { identitiesIn } from '../archive/archive-keys.ts';
import type { S3Settings } from '../backends/s3-settings.ts';
import { HoldfastError } from '../errors.ts';
import { textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';
import { unlocked } from '../settings/unlocked.ts';
import { maskStorageSecrets } from './access.ts';
import { readStorageInputs } from './storage-inputs.ts';

/** Where an archive is restored from, and what opens it. Secrets are masked already. */
export interface ArchiveAccess {
  readonly location: string;
  /** How it is reached, if it is in S3. */
  readonly s3: S3Settings;
  readonly opening: Opening;
}

/** Null: a snapshot is restored. @throws HoldfastError bad-input for inputs of which one would be ignored. */
export function readArchiveAccess(): ArchiveAccess | null {
  const identity = secretInput('archive-identity');
  const passphrase = secretInput('archive-passphrase');
  const location = textInput('archive-from');
  if (location === null) {
    const given = identity !== null ? 'archive-identity' : passphrase !== null ? 'archive-passphrase' : null;
    if (given === null || isConfigured()) return null;
    throw new HoldfastError('bad-input', `Cannot use the input \`${given}\` without \`archive-from\`.`);
  }
  const ignored = [
    'repository',
    'tags',
    'paths',
    'not-after',
    'as-of',
    ...(isConfigured() ? [] : ['retry-lock']),
  ].find((name) => textInput(name) !== null);
  if (ignored !== undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use both the inputs \`archive-from\` and \`${ignored}\`: an archive is chosen by its ID in \`snapshot\`, or as latest by \`host\` and \`of\`.`,
    );
  }
  maskStorageSecrets();
  const s3 = unlocked(readStorageInputs());
  const identities = identity === null ? [] : identitiesIn(identity, 'the input `archive-identity`');
  return { location, s3, opening: { identities, passphrase } };
}

/**
 * Of which kind the backups are, the configuration says: a workflow for all of its targets hands on what each kind may
 * need, and what this one doesn't is no contradiction.
 */
function isConfigured(): boolean {
  return textInput('config') !== null;
}

function secretInput(name: string): string | null {
  const value = textInput(name);
  if (value !== null) mask(value);
  return value;
}
