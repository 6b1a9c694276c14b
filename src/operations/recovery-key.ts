import { randomInt } from 'node:crypto';
import { addKey } from '../repository/keys.ts';
import type { OpenRepository } from '../repository/open.ts';

/** Crockford's base 32: no letter that a person takes for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 32 characters of 5 bits: 160 bits, out of reach even of a password hash without cost. */
const GROUPS = 8;
const GROUP_CHARACTERS = 4;

/** How the key list names it. */
export const RECOVERY_USERNAME = 'recovery';

/** A password for paper: `K7QD-…`, eight groups of four. */
export function newRecoveryCode(): string {
  const group = () =>
    Array.from({ length: GROUP_CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Adds a key with a new recovery code as its password, and gives the code. It is kept nowhere else. */
export async function addRecoveryKey(repository: OpenRepository): Promise<string> {
  const code = newRecoveryCode();
  await addKey(repository, code, { username: RECOVERY_USERNAME });
  return code;
}
