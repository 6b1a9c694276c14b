import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { HoldfastError } from '../errors.ts';

/**
 * The payload of an age file (age-encryption.org/v1, "Payload"): a nonce of 16 bytes, then chunks of 64 KiB, each sealed
 * by ChaCha20-Poly1305 under a counter and a flag that says which is the last. By Node's own cipher: the one in
 * JavaScript, which age's package brings, is ten times slower.
 */
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const NONCE_BYTES = 16;
const CIPHER = 'chacha20-poly1305';

/** Memory: one chunk. */
export async function* sealPayload(
  fileKey: Uint8Array,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const key = payloadKey(fileKey, nonce);
  yield nonce;
  const chunks = new ChunkCounter();
  const gathered = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let filled = 0;
  for await (const part of plain) {
    for (let at = 0; at < part.length; ) {
      // Only what comes behind it tells that a full chunk isn't the last.
      if (filled === CHUNK_BYTES) {
        yield seal(key, chunks.next(false), gathered);
        filled = 0;
      }
      const length = Math.min(part.length - at, CHUNK_BYTES - filled);
      gathered.set(part.subarray(at, at + length), filled);
      filled += length;
      at += length;
    }
  }
  yield seal(key, chunks.next(true), gathered.subarray(0, filled));
}

/**
 * @param cannot For messages: `Cannot read the archive "…"`.
 * @throws HoldfastError archive-damaged: cut off, or altered. What was given before that is right.
 */
export async function* openPayload(
  fileKey: Uint8Array,
  sealed: AsyncIterable<Uint8Array>,
  cannot: string,
): AsyncGenerator<Buffer> {
  const nonce = Buffer.alloc(NONCE_BYTES);
  let key: Buffer | null = null;
  const chunks = new ChunkCounter();
  const gathered = Buffer.allocUnsafeSlow(CHUNK_BYTES + TAG_BYTES);
  let filled = 0;
  for await (const part of sealed) {
    for (let at = 0; at < part.length; ) {
      const room: Buffer = key === null ? nonce : gathered;
      if (filled === room.length) {
        if (key === null) key = payloadKey(fileKey, nonce);
        else yield open(key, chunks.next(false), gathered) ?? refuse(cannot, 'altered');
        filled = 0;
        continue;
      }
      const length = Math.min(part.length - at, room.length - filled);
      room.set(part.subarray(at, at + length), filled);
      filled += length;
      at += length;
    }
  }
  if (key === null) throw refuse(cannot, 'cut off');
  const last = gathered.subarray(0, filled);
  const plain = filled < TAG_BYTES ? null : open(key, chunks.next(true), last);
  if (plain === null || (plain.length === 0 && chunks.count > 1)) {
    const wasNotLast = filled === gathered.length && open(key, chunks.again(false), last) !== null;
    throw refuse(cannot, wasNotLast || filled < gathered.length ? 'cut off' : 'altered');
  }
  yield plain;
}

function refuse(cannot: string, how: 'altered' | 'cut off'): never {
  throw new HoldfastError(
    'archive-damaged',
    how === 'altered'
      ? `${cannot}: bytes of it were altered (age). Take another copy of it, or another archive.`
      : `${cannot}: it is cut off, or altered at its end (age). Take another copy of it, or another archive.`,
  );
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

function seal(key: Buffer, nonce: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Null if it isn't what was sealed. */
function open(key: Buffer, nonce: Uint8Array, sealed: Buffer): Buffer | null {
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return plain;
}

/** The nonces of chunks: a counter of 11 bytes, big-endian, and one that is 1 for the last chunk. */
class ChunkCounter {
  count = 0;

  next(isLast: boolean): Buffer {
    this.count++;
    return this.again(isLast);
  }

  /** Of the same chunk. */
  again(isLast: boolean): Buffer {
    const nonce = Buffer.alloc(12);
    // 48 bits of chunks are more than any storage holds.
    nonce.writeUIntBE(this.count - 1, 5, 6);
    nonce[11] = isLast ? 1 : 0;
    return nonce;
  }
}
