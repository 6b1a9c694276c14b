import { createHash } from 'node:crypto';
import { HoldfastError } from '../errors.ts';

/** It becomes a file's name in the snapshot, and a word in commands. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** @param name Of the flag or option, for the message. @throws HoldfastError bad-input. */
export function parseDumpName(text: string, name: string): string {
  if (NAME.test(text)) return text;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected 1 to 128 letters, digits, dots, dashes or underscores.`,
  );
}

const HASH_DIGITS = 8;
const MAX_STEM = 100;

/**
 * A name for the dump of `database`, whatever bytes that has: different for different ones.
 * @param taken What another dump beside it is called.
 */
export function dumpNameOf(database: string, extension: string, taken: string | null = null): string {
  const plain = database.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^[^A-Za-z0-9]/, '_');
  const stem = plain.slice(0, MAX_STEM);
  const name = `${stem}.${extension}`;
  if (stem === database && NAME.test(stem) && name !== taken) return name;
  const hash = createHash('sha256').update(database).digest('hex').slice(0, HASH_DIGITS);
  return `db${stem.startsWith('_') ? '' : '_'}${stem}-${hash}.${extension}`;
}
