import type { Sealing } from '../archive/age.ts';
import { recipientsIn, sealingOf } from '../archive/archive-keys.ts';
import type { S3Settings } from '../backends/s3-settings.ts';
import { HoldfastError } from '../errors.ts';
import { badInput, booleanInput, choiceInput, requiredInput, textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';
import { unlocked } from '../settings/unlocked.ts';
import { maskStorageSecrets } from './access.ts';
import type { WayToArchive } from './archive-summary.ts';
import { shownLocation } from './archives.ts';
import { readStorageInputs } from './storage-inputs.ts';

/** Where an archive goes, and how it is encrypted. The passphrase is masked already. */
export interface ArchivePlace {
  readonly location: string;
  /** How it is reached, if it is in S3. */
  readonly s3: S3Settings;
  readonly sealing: Sealing;
  /** How long GitHub keeps it, if it is an artifact; null: as the GitHub repository's settings say. */
  readonly retentionDays: number | null;
}

const ARCHIVE_INPUTS = ['archive-to', 'archive-recipients', 'archive-passphrase'] as const;

/** What an archive, which is always of everything, and in no repository, would ignore. */
const IGNORED_TEXTS = [
  'repository',
  'parent',
  'checkpoint-interval',
  'compression',
  'pack-size',
  'copy-to',
  'keep-because',
  'spool-size',
] as const;
const IGNORED_WORDS = [
  'init',
  'force',
  'skip-if-unchanged',
  'ignore-ctime',
  'ignore-inode',
  'dry-run',
] as const;

/** Null: the step makes a snapshot. @throws HoldfastError bad-input for inputs of which one would be ignored. */
export function readArchivePlace(): ArchivePlace | null {
  if (choiceInput('format', ['snapshot', 'archive']) === 'snapshot') {
    const given =
      ARCHIVE_INPUTS.find((name) => textInput(name) !== null) ??
      (booleanInput('archive-unencrypted') ? 'archive-unencrypted' : undefined);
    if (given === undefined) return null;
    throw new HoldfastError('bad-input', `Cannot use the input \`${given}\` without \`format: archive\`.`);
  }
  const ignored =
    IGNORED_TEXTS.find((name) => textInput(name) !== null) ??
    IGNORED_WORDS.find((name) => booleanInput(name));
  if (ignored !== undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use both \`format: archive\` and the input \`${ignored}\`: an archive is always of everything, and in no repository. Leave out one of them.`,
    );
  }
  maskStorageSecrets();
  const s3 = unlocked(readStorageInputs());
  const passphrase = textInput('archive-passphrase');
  if (passphrase !== null) mask(passphrase);
  return {
    s3,
    location: requiredInput(
      'archive-to',
      'Say where archives are kept: a folder, or s3:https://HOST/BUCKET/PREFIX.',
    ),
    retentionDays: readRetentionDays(),
    sealing: sealingOf(
      {
        recipients: recipientsIn(textInput('archive-recipients') ?? ''),
        passphrase,
        unencrypted: booleanInput('archive-unencrypted'),
      },
      {
        recipients: 'the input `archive-recipients`',
        passphrase: 'the input `archive-passphrase`',
        unencrypted: 'the input `archive-unencrypted: true`',
      },
    ),
  };
}

/** By the inputs as they are. */
export function wayToArchive(): WayToArchive {
  return {
    location: shownLocation(textInput('archive-to') ?? ''),
    isByPassphrase: textInput('archive-passphrase') !== null,
  };
}

/** GitHub's, for private repositories; for public ones it takes 90. */
const MAX_RETENTION_DAYS = 400;

function readRetentionDays(): number | null {
  const text = textInput('artifact-retention-days');
  if (text === null) return null;
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MAX_RETENTION_DAYS) return days;
  throw badInput('artifact-retention-days', text, `a whole number from 1 to ${MAX_RETENTION_DAYS}`);
}
