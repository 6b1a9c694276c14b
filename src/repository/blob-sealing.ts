import { copyBytes } from '../copy-bytes.ts';
import { open, type RepositoryKey, SEAL_OVERHEAD_BYTES, sealInto } from '../crypto/seal.ts';
import { compressedBound, compressInto, decompressInto } from '../crypto/zstd.ts';
import { HoldfastError } from '../errors.ts';
import { freeNow } from '../free-buffer.ts';
import { type BlobId, idOf } from './format/ids.ts';
import type { BlobType, PackedBlob } from './format/packed-blob.ts';
import type { SealedBlob } from './pending-blobs.ts';

/**
 * Which blobs are compressed: all of them, `auto` or with less or more effort; `trees` alone (restic's `--compression
 * off`); `off` none, as in a repository of version 1.
 */
export type Compression = 'fastest' | 'auto' | 'better' | 'max' | 'trees' | 'off';

/** zstd's levels that come nearest to what restic's encoder makes of the same words. */
const LEVELS: Readonly<Record<Exclude<Compression, 'off'>, number>> = {
  fastest: 1,
  auto: 3,
  better: 7,
  max: 13,
  trees: 3,
};

/** What an index says of a stored blob. */
export interface ExpectedBlob {
  readonly id: BlobId;
  /** Bytes of the plain blob if it is compressed, null if it isn't. */
  readonly plainLength: number | null;
}

/**
 * The largest blob that is read, as stored and plain: what fits one string of V8, as a tree must. restic's chunker stops
 * at 8 MiB; but an index may say 4 GiB of what a pack holds in a few KiB of compressed zeros.
 */
const MAX_BLOB_BYTES = 512 * 1024 * 1024;

/**
 * To be asked before memory is taken for a blob.
 * @throws HoldfastError repository-damaged if it is larger than MAX_BLOB_BYTES.
 */
export function refuseGiant(
  what: string,
  { length, plainLength }: Pick<PackedBlob, 'length' | 'plainLength'>,
): void {
  const largest = Math.max(length, plainLength ?? 0);
  if (largest <= MAX_BLOB_BYTES) return;
  throw new HoldfastError(
    'repository-damaged',
    `Cannot read ${what}: it has ${largest} bytes, expected at most ${MAX_BLOB_BYTES}.`,
  );
}

/** The most bytes that a blob of so many has when it is sealed. */
export function sealedBound(plainBytes: number): number {
  return compressedBound(plainBytes) + SEAL_OVERHEAD_BYTES;
}

/** How many bytes the blob that is stored in so many has, as the index tells it. */
export function plainLengthOf(sealedBytes: number, { plainLength }: { plainLength: number | null }): number {
  return plainLength ?? sealedBytes - SEAL_OVERHEAD_BYTES;
}

/** Compresses and seals the blob as it goes into a pack. */
export function sealBlob(
  key: RepositoryKey,
  compression: Compression,
  type: BlobType,
  plain: Uint8Array,
): SealedBlob {
  const room = Buffer.allocUnsafe(sealedBound(plain.length));
  const { length, compressed } = sealBlobInto(key, { compression, type, plain }, room);
  return { bytes: Uint8Array.from(room.subarray(0, length)), plainLength: plain.length, compressed };
}

/** As `sealBlob`, written to the beginning of `room`, of `sealedBound(plain.length)` bytes, where `plain` may lie too. */
export function sealBlobInto(
  key: RepositoryKey,
  blob: { readonly compression: Compression; readonly type: BlobType; readonly plain: Uint8Array },
  room: Uint8Array,
): { readonly length: number; readonly compressed: boolean } {
  const { compression, type, plain } = blob;
  const level = levelOf(compression, type);
  // A length of 0 says "not compressed" in an index, so that an empty blob can't be.
  const compressed = plain.length > 0 && level !== null;
  if (!compressed) return { length: sealInto(key, plain, room), compressed };
  const space = scratch(compressedBound(plain.length));
  const length = compressInto(plain, space, level);
  return { length: sealInto(key, space.subarray(0, length), room), compressed };
}

/** The most that is kept of it: restic's chunker stops at 8 MiB. */
const MAX_KEPT_SCRATCH_BYTES = 16 * 1024 * 1024;

/** This thread's, overwritten by each blob. */
let kept = Buffer.alloc(0);

function scratch(bytes: number): Buffer {
  if (bytes > MAX_KEPT_SCRATCH_BYTES) return Buffer.allocUnsafe(bytes);
  if (kept.length < bytes) kept = Buffer.allocUnsafeSlow(Math.min(2 * bytes, MAX_KEPT_SCRATCH_BYTES));
  return kept;
}

function levelOf(compression: Compression, type: BlobType): number | null {
  if (compression === 'off' || (compression === 'trees' && type !== 'tree')) return null;
  return LEVELS[compression];
}

/**
 * The plain blob: its MAC, its size and its hash are verified.
 * @throws HoldfastError repository-damaged.
 */
export function openBlob(key: RepositoryKey, sealed: Uint8Array, expected: ExpectedBlob): Buffer {
  refuse(sealed, expected);
  const plain = Buffer.allocUnsafeSlow(Math.max(plainLengthOf(sealed.length, expected), 0));
  openBlobInto(key, { sealed, expected }, plain);
  return plain;
}

/** As `openBlob`, of a blob whose content nobody asks for. */
export function verifyBlob(key: RepositoryKey, sealed: Uint8Array, expected: ExpectedBlob): void {
  refuse(sealed, expected);
  const plainLength = Math.max(plainLengthOf(sealed.length, expected), 0);
  openBlobInto(key, { sealed, expected }, scratch(plainLength).subarray(0, plainLength));
}

/** As `openBlob`, written to `room`, which has just as many bytes as the plain blob is said to have. */
export function openBlobInto(key: RepositoryKey, blob: SealedAndExpected, room: Uint8Array): void {
  unsealBlobInto(key, blob, room);
  const id = idOf<BlobId>(room);
  if (id !== blob.expected.id) throw damaged(blob.expected.id, `its SHA-256 is ${id}, expected its ID`);
}

interface SealedAndExpected {
  readonly sealed: Uint8Array;
  readonly expected: ExpectedBlob;
}

/** As `openBlobInto`, for who looks later whether what became of it has the hash that is the blob's ID: only MAC and size are verified. */
export function unsealBlobInto(
  key: RepositoryKey,
  { sealed, expected }: SealedAndExpected,
  room: Uint8Array,
): void {
  const what = `blob ${expected.id}`;
  refuse(sealed, expected);
  const opened = open(key, sealed, what);
  if (expected.plainLength === null) copyBytes(opened, room);
  const plainLength = expected.plainLength === null ? opened.length : decompressInto(opened, room, what);
  freeNow(opened);
  if (plainLength !== room.length) {
    throw damaged(expected.id, `${plainLength} plain bytes, expected ${room.length}`);
  }
}

function refuse(sealed: Uint8Array, { id, plainLength }: ExpectedBlob): void {
  refuseGiant(`blob ${id}`, { length: sealed.length, plainLength });
}

function damaged(id: BlobId, problem: string): HoldfastError {
  return new HoldfastError(
    'repository-damaged',
    `Cannot read blob ${id}: ${problem}. Run \`holdfast check --read-data\` to see what else is damaged.`,
  );
}
