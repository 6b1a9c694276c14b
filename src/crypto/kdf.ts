import { scrypt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { HoldfastError } from '../errors.ts';
import { SALT_BYTES, type ScryptCost, type ScryptParameters } from './scrypt-cost.ts';
import { scryptInLanes, worthLanes } from './scrypt-lanes.ts';
import type { RepositoryKey } from './seal.ts';

export { SALT_BYTES, type ScryptCost, type ScryptParameters } from './scrypt-cost.ts';

/**
 * The cost of new keys. restic calibrates N = 32768, r = 8 and p so that a key takes half a second on the machine that
 * makes it: 7 or 8 on today's servers. Ours is fixed at the upper end, for a slow runner must not make a weak key.
 */
export const DEFAULT_SCRYPT: ScryptCost = { N: 32_768, r: 8, p: 8 };

// Whoever can write to the storage can plant a key file, and it is read before any password is known to be right.
const MAX_SCRYPT_MEMORY_BYTES = 1024 ** 3;
/** N·r·p: 32 times the default, some 15 s. */
const MAX_SCRYPT_WORK = 2 ** 26;

const ENCRYPT_KEY_BYTES = 32;
const MAC_KEY_BYTES = 16;
const DERIVED_BYTES = ENCRYPT_KEY_BYTES + 2 * MAC_KEY_BYTES;

/**
 * The key that `password` and a key file's parameters give: scrypt's 64 bytes as AES-256 key, k and r.
 *
 * Runs in other threads: with restic's parameters it is 0.4 s of work, which the cores share.
 * @param options.threads 1: by OpenSSL, in one. Default: one per core, by scrypt-lanes.ts.
 * @param options.atOnce So many of the threads at most. Default: all.
 * @throws HoldfastError repository-unsupported if the parameters are invalid, or would take more than 1 GiB or minutes.
 */
export async function deriveKey(
  password: string,
  parameters: ScryptParameters,
  {
    threads = availableParallelism(),
    atOnce = threads,
  }: { readonly threads?: number; readonly atOnce?: number } = {},
): Promise<RepositoryKey> {
  checkParameters(parameters);
  const derived = await scryptBytes(password, parameters, { threads, atOnce });
  return {
    encrypt: derived.subarray(0, ENCRYPT_KEY_BYTES),
    macK: derived.subarray(ENCRYPT_KEY_BYTES, ENCRYPT_KEY_BYTES + MAC_KEY_BYTES),
    macR: derived.subarray(ENCRYPT_KEY_BYTES + MAC_KEY_BYTES),
  };
}

function checkParameters({ N, r, p, salt }: ScryptParameters): void {
  for (const [name, value] of [
    ['N', N],
    ['r', r],
    ['p', p],
  ] as const) {
    if (!Number.isSafeInteger(value) || value < 1) refuse(`${name} is ${value}`, 'a whole number above 0');
  }
  if (N < 2 || !Number.isInteger(Math.log2(N))) refuse(`N is ${N}`, 'a power of two above 1');
  if (128 * N * r > MAX_SCRYPT_MEMORY_BYTES) {
    refuse(`N ${N} and r ${r} need ${128 * N * r} bytes of memory`, `${MAX_SCRYPT_MEMORY_BYTES} at most`);
  }
  if (N * r * p > MAX_SCRYPT_WORK) refuse(`N·r·p is ${N * r * p}`, `${MAX_SCRYPT_WORK} at most`);
  if (salt.length !== SALT_BYTES) refuse(`the salt has ${salt.length} bytes`, `${SALT_BYTES}`);
}

function refuse(actual: string, expected: string): never {
  throw new HoldfastError(
    'repository-unsupported',
    `Cannot derive a key with scrypt: ${actual}, expected ${expected}. The key file is damaged or was planted: remove it if you don't know it.`,
  );
}

async function scryptBytes(
  password: string,
  parameters: ScryptParameters,
  { threads, atOnce }: { threads: number; atOnce: number },
): Promise<Buffer> {
  if (!worthLanes(parameters, threads)) return scryptByNode(password, parameters);
  const options = { lengthBytes: DERIVED_BYTES, threads: atOnce };
  // No thread, or no room for it: Node needs only its own.
  return scryptInLanes(password, parameters, options).catch(() => scryptByNode(password, parameters));
}

function scryptByNode(password: string, { N, r, p, salt }: ScryptParameters): Promise<Buffer> {
  // What OpenSSL counts: N blocks, p blocks and two for work, each 128·r bytes.
  const maxmem = 128 * r * (N + p + 2) + 1024;
  return new Promise((resolve, reject) => {
    scrypt(password, salt, DERIVED_BYTES, { N, r, p, maxmem }, (error, derived) =>
      error === null ? resolve(derived) : reject(error),
    );
  });
}
