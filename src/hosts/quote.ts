import { type ByteString, toBytes } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

/**
 * `word` as one word of a POSIX shell script: whatever bytes it holds, the shell takes them as they are.
 *
 * The result is ASCII, so that it means the same bytes wherever a script goes; text that isn't known to be ASCII
 * comes here by `fromText`. It may hold newlines. Nothing else in the project may quote.
 *
 * @throws HoldfastError bad-input for NUL, which no argument of a command can hold.
 */
export function quote(word: ByteString): string {
  if (word.includes('\0')) {
    throw new HoldfastError(
      'bad-input',
      'Cannot pass a word with a NUL byte to a command: no argument can hold one. Remove it.',
    );
  }
  if (word === '') return "''";
  if (PLAIN.test(word)) return word;
  return word.replace(RUN, (run) =>
    /^[\x20-\x7e\n]/.test(run) ? inQuotes(run) : byPrintf(run as ByteString),
  );
}

/** `words`, each quoted, with a space between. */
export function quoteAll(words: readonly ByteString[]): string {
  return words.map(quote).join(' ');
}

/** Words that no shell reads anything into: not even `~`, `=` or `{`, which some do at a word's beginning. */
const PLAIN = /^[A-Za-z0-9_./:@%+,-]+$/;

/** Runs of printable ASCII and newlines, and runs of all else. */
const RUN = /[\x20-\x7e\n]+|[^\x20-\x7e\n]+/g;

function inQuotes(run: string): string {
  return `'${run.replaceAll("'", `'\\''`)}'`;
}

/** A command substitution strips newlines at its end: `run` holds none. */
function byPrintf(run: ByteString): string {
  const octal = [...toBytes(run)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`);
  return `"$(printf '${octal.join('')}')"`;
}
