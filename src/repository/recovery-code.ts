import { randomInt } from 'node:crypto';
import { HoldfastError } from '../errors.ts';

// A recovery code is a second password of the repository, made to be printed and typed in again: six groups of five
// random characters (150 bits in all) and one check character. Stock restic takes it as it is printed.

/** Crockford's base 32: no i, l, o or u, which are misread or spell words. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const GROUPS = 6;
const RANDOM_PER_GROUP = 5;
const GROUP_LENGTH = RANDOM_PER_GROUP + 1;

/** What people read for characters that aren't in the alphabet. */
const MISREAD: Record<string, string> = { o: '0', i: '1', l: '1' };

/** A new random code, as it is printed and as it is the password: `x7k2mq-0d9fh3-…`. Secret. */
export function newRecoveryCode(): string {
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const values = Array.from({ length: RANDOM_PER_GROUP }, () => randomInt(ALPHABET.length));
    return [...values, checkValue(values, group)].map((value) => ALPHABET[value]).join('');
  });
  return groups.join('-');
}

/** Whether `text` has the shape of a recovery code, typed however: to tell a mistyped code from a password. */
export function looksLikeRecoveryCode(text: string): boolean {
  return compact(text).length === GROUPS * GROUP_LENGTH && /^\s*\w{6}([\s-]+\w{6}){5}\s*$/.test(text);
}

/**
 * The password that a typed code stands for: capitals, spaces and misread characters (`O` for `0`, `l` for `1`) are
 * put right.
 * @throws HoldfastError bad-input that says which group has a mistake (any single wrong character, any two swapped
 * neighbours, and 31 of 32 others), before a second is spent on trying it. The code isn't in the message.
 */
export function normalizeRecoveryCode(text: string): string {
  const characters = compact(text);
  if (characters.length !== GROUPS * GROUP_LENGTH) {
    throw mistake(`it has ${characters.length} characters, expected ${GROUPS * GROUP_LENGTH}`);
  }
  const groups: string[] = [];
  for (let group = 0; group < GROUPS; group++) {
    const written = characters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH);
    const values = [...written].map((character) => ALPHABET.indexOf(character));
    const check = values.pop();
    if (values.includes(-1) || check !== checkValue(values, group)) {
      throw mistake(`group ${group + 1} of ${GROUPS} has a typing mistake`);
    }
    groups.push(written);
  }
  return groups.join('-');
}

/**
 * The password that `text` stands for, which nobody typed just now: a recovery code however it is written, also without
 * its hyphens, and anything else as it is. Never throws: a password may have a code's shape, which its check characters
 * tell.
 */
export function asWritten(text: string): string {
  if (!/^[\w\s-]+$/.test(text)) return text;
  try {
    return normalizeRecoveryCode(text);
  } catch {
    return text;
  }
}

/**
 * A recovery code opens however it is written: one that is made a password by itself must be that password.
 * @throws HoldfastError bad-input for one that was written otherwise than it is printed.
 */
export function requireAsPrinted(password: string): string {
  if (asWritten(password) === password) return password;
  throw new HoldfastError(
    'bad-input',
    'Cannot use the password: it is a recovery code, but not as it was printed. Write it in small letters with hyphens, ' +
      'or choose another.',
  );
}

function compact(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s-]/g, '')
    .replace(/[oil]/g, (character) => MISREAD[character] ?? character);
}

/**
 * A weighted sum in GF(32): as the weights differ and aren't 0, one wrong character or two swapped ones always change
 * it. The group's number is in it, so that swapped groups are found too.
 */
function checkValue(values: readonly number[], group: number): number {
  return values.reduce(
    (sum, value, position) => sum ^ multiply(value, position + 2),
    multiply(group + 1, 29),
  );
}

/** In GF(2^5) modulo x^5 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit++) {
    if ((b >> bit) & 1) product ^= a << bit;
  }
  for (let bit = 8; bit >= 5; bit--) {
    if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  }
  return product;
}

function mistake(actual: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot read the recovery code: ${actual}. Compare it with the printed sheet and type it again.`,
  );
}
