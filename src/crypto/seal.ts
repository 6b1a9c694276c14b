import {
  type Cipheriv,
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { copyBytes } from '../copy-bytes.ts';
import { HoldfastError } from '../errors.ts';
import { freeNow } from '../free-buffer.ts';
import { POLY1305_KEY_BYTES, POLY1305_TAG_BYTES, poly1305 } from './poly1305.ts';

/** What seals every object of a repository (the master key), or the master key itself (from a password). */
export interface RepositoryKey {
  /** AES-256 key: 32 bytes. */
  readonly encrypt: Buffer;
  /** AES-128 key of Poly1305-AES: 16 bytes. */
  readonly macK: Buffer;
  /** r of Poly1305-AES as stored, not clamped: 16 bytes. */
  readonly macR: Buffer;
}

const ENCRYPT_KEY_BYTES = 32;
const MAC_KEY_BYTES = 16;
const IV_BYTES = 16;

/** By how much a sealed object is longer than what is in it. */
export const SEAL_OVERHEAD_BYTES = IV_BYTES + POLY1305_TAG_BYTES;

const ZERO_IV = Buffer.alloc(IV_BYTES);

/** A new random master key. */
export function newRepositoryKey(): RepositoryKey {
  return {
    encrypt: randomBytes(ENCRYPT_KEY_BYTES),
    macK: randomBytes(MAC_KEY_BYTES),
    macR: randomBytes(MAC_KEY_BYTES),
  };
}

/**
 * `plain` encrypted and authenticated as restic does it: IV ‖ AES-256-CTR ciphertext ‖ Poly1305-AES of the ciphertext
 * (restic's doc/design.rst, "Keys, Encryption and MAC"). The IV is random.
 */
export function seal(key: RepositoryKey, plain: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafeSlow(plain.length + SEAL_OVERHEAD_BYTES);
  sealInto(key, plain, sealed);
  return sealed;
}

/**
 * As `seal`, written to the beginning of `target`, where `plain` may lie too.
 * @returns How many bytes were written: `plain.length + SEAL_OVERHEAD_BYTES`, for which there must be room.
 */
export function sealInto(key: RepositoryKey, plain: Uint8Array, target: Uint8Array): number {
  const iv = newIv();
  const ciphertext = createCipheriv('aes-256-ctr', preparedKey(key).encrypt, iv).update(plain);
  target.set(iv, 0);
  copyBytes(ciphertext, target, IV_BYTES);
  target.set(poly1305(oneTimeKey(key, iv), ciphertext), IV_BYTES + ciphertext.length);
  // A thread that seals a dump's blobs would gather 40 MiB of them before V8 looks.
  freeNow(ciphertext);
  return plain.length + SEAL_OVERHEAD_BYTES;
}

/**
 * What `seal` took. Nothing is decrypted before the MAC is verified.
 *
 * @param what For the message: `pack 1234abcd…`.
 * @throws HoldfastError repository-damaged.
 */
export function open(key: RepositoryKey, sealed: Uint8Array, what: string): Buffer {
  if (sealed.length < SEAL_OVERHEAD_BYTES) {
    throw new HoldfastError(
      'repository-damaged',
      `Cannot decrypt ${what}: ${sealed.length} bytes, expected ${SEAL_OVERHEAD_BYTES} at least. ${WHAT_TO_DO}`,
    );
  }
  const plain = tryOpen(key, sealed);
  if (plain !== null) return plain;
  throw new HoldfastError(
    'repository-damaged',
    `Cannot decrypt ${what}: its authentication code is wrong, so it was altered or sealed with another key. ${WHAT_TO_DO}`,
  );
}

const WHAT_TO_DO = 'Run `holdfast check --read-data` to see what else is damaged.';

/** As `open`, but null if `sealed` is not what this key sealed: how a password is tried on a key file. */
export function tryOpen(key: RepositoryKey, sealed: Uint8Array): Buffer | null {
  if (sealed.length < SEAL_OVERHEAD_BYTES) return null;
  const iv = sealed.subarray(0, IV_BYTES);
  const ciphertext = sealed.subarray(IV_BYTES, sealed.length - POLY1305_TAG_BYTES);
  const tag = sealed.subarray(sealed.length - POLY1305_TAG_BYTES);
  // restic refuses an IV of zeros: it stands for memory that was never filled in.
  if (ZERO_IV.equals(iv) || !timingSafeEqual(poly1305(oneTimeKey(key, iv), ciphertext), tag)) return null;
  return createDecipheriv('aes-256-ctr', preparedKey(key).encrypt, iv).update(ciphertext);
}

/** Poly1305-AES (Bernstein 2005): r as it is, and s = AES-128 of the nonce. */
function oneTimeKey(key: RepositoryKey, iv: Uint8Array): Buffer {
  const oneTime = Buffer.alloc(POLY1305_KEY_BYTES);
  oneTime.set(key.macR, 0);
  oneTime.set(preparedKey(key).mac.update(iv), key.macR.length);
  return oneTime;
}

/** A key as OpenSSL takes it at once. */
interface PreparedKey {
  readonly encrypt: KeyObject;
  /** In ECB mode no block depends on the last, so that one cipher serves for all nonces. */
  readonly mac: Cipheriv;
}

// Each costs some 15 µs to make: three times what a small blob takes otherwise.
const preparedKeys = new WeakMap<RepositoryKey, PreparedKey>();

function preparedKey(key: RepositoryKey): PreparedKey {
  let prepared = preparedKeys.get(key);
  if (prepared === undefined) {
    prepared = {
      encrypt: createSecretKey(key.encrypt),
      mac: createCipheriv('aes-128-ecb', key.macK, null).setAutoPadding(false),
    };
    preparedKeys.set(key, prepared);
  }
  return prepared;
}

// Asking the system for each IV would take longer than to encrypt a small blob. Each part is used once.
const IV_POOL_BYTES = 256 * IV_BYTES;
let ivPool = Buffer.alloc(0);

function newIv(): Buffer {
  if (ivPool.length === 0) ivPool = randomBytes(IV_POOL_BYTES);
  const iv = ivPool.subarray(0, IV_BYTES);
  ivPool = ivPool.subarray(IV_BYTES);
  return iv;
}
