import type { Command } from 'commander';
import { HoldfastError } from '../errors.ts';
import { collect } from './flags.ts';

/** What an archive is encrypted with. */
export interface SealingFlags {
  readonly ageRecipient: readonly string[];
  readonly ageRecipientsFile: readonly string[];
  readonly agePassphraseFile?: string;
  readonly unencrypted?: boolean;
}

/** What opens one. */
export interface OpeningFlags {
  readonly ageIdentity: readonly string[];
  readonly agePassphraseFile?: string;
}

export function addSealingFlags(command: Command): void {
  command
    .option(
      '--age-recipient <key>',
      'encrypt the archive for this public key (age1…); several: each can open it',
      collect,
      [],
    )
    .option('--age-recipients-file <file>', 'the same, keys in a file, one a line; several', collect, [])
    .option('--age-passphrase-file <file>', 'or encrypt it with the passphrase in a file')
    .option('--unencrypted', 'or not at all: whoever comes by the archive reads all of it');
}

export function addOpeningFlags(command: Command): void {
  command
    .option('--age-identity <file>', 'open the archive with the secret keys in a file; several', collect, [])
    .option('--age-passphrase-file <file>', 'or with the passphrase in a file');
}

/** Refuses flags of archives where there is none. @throws HoldfastError bad-input. */
export function refuseSealingFlags(flags: SealingFlags): void {
  const given =
    (flags.ageRecipient.length > 0 && '--age-recipient') ||
    (flags.ageRecipientsFile.length > 0 && '--age-recipients-file') ||
    (flags.agePassphraseFile !== undefined && '--age-passphrase-file') ||
    (flags.unencrypted && '--unencrypted');
  if (!given) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${given} without --archive-to: a repository is encrypted with its own password.`,
  );
}

/** The same for what opens one. @throws HoldfastError bad-input. */
export function refuseOpeningFlags(flags: OpeningFlags): void {
  const given =
    (flags.ageIdentity.length > 0 && '--age-identity') ||
    (flags.agePassphraseFile !== undefined && '--age-passphrase-file');
  if (!given) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${given} without --archive-from: a repository is opened by its own password.`,
  );
}
