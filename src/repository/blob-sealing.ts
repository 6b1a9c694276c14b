import { open, type RepositoryKey, SEAL_OVERHEAD_BYTES, seal } from '../crypto/seal.ts';
import { compress, decompress } from '../crypto/zstd.ts';
import { HoldfastError } from '../errors.ts';
import { type BlobId, idOf } from './format/ids.ts';
import type { BlobType, PackedBlob } from './format/packed-blob.ts';
import type { SealedBlob } from './pending-blobs.ts';

/**
 * Which blobs are compressed: `auto` all of them, `trees` trees alone (restic's `--compression off`), `off` none, as
 * in a repository of version 1.
 */
export type Compression = 'auto' | 'trees' | 'off';

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

/** Compresses and seals the blob as it goes into a pack. */
export function sealBlob(
  key: RepositoryKey,
  compression: Compression,
  type: BlobType,
  plain: Uint8Array,
): SealedBlob {
  // A length of 0 says "not compressed" in an index, so that an empty blob can't be.
  const compressed =
    plain.length > 0 && (compression === 'auto' || (compression === 'trees' && type === 'tree'));
  return { bytes: seal(key, compressed ? compress(plain) : plain), plainLength: plain.length, compressed };
}

/**
 * The plain blob: its MAC, its size and its hash are verified.
 * @throws HoldfastError repository-damaged.
 */
export function openBlob(key: RepositoryKey, sealed: Uint8Array, expected: ExpectedBlob): Buffer {
  const what = `blob ${expected.id}`;
  refuseGiant(what, { length: sealed.length, plainLength: expected.plainLength });
  const opened = open(key, sealed, what);
  const plain = expected.plainLength === null ? opened : decompress(opened, expected.plainLength, what);
  const plainLength = expected.plainLength ?? sealed.length - SEAL_OVERHEAD_BYTES;
  if (plain.length !== plainLength) {
    throw damaged(expected.id, `${plain.length} plain bytes, expected ${plainLength}`);
  }
  const id = idOf<BlobId>(plain);
  if (id !== expected.id) throw damaged(expected.id, `its SHA-256 is ${id}, expected its ID`);
  return plain;
}

function damaged(id: BlobId, problem: string): HoldfastError {
  return new HoldfastError(
    'repository-damaged',
    `Cannot read blob ${id}: ${problem}. Run \`holdfast check --read-data\` to see what else is damaged.`,
  );
}
