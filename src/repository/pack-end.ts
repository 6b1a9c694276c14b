import { open, type RepositoryKey } from '../crypto/seal.ts';
import { HoldfastError } from '../errors.ts';
import type { PackId } from './format/ids.ts';
import {
  decodeHeaderLength,
  decodePackHeader,
  HEADER_LENGTH_BYTES,
  packSizeBytes,
} from './format/pack-header.ts';
import type { PackedBlob } from './format/packed-blob.ts';

/** Loaded at once from the end of a pack: the header of one with 1,500 blobs. */
const FIRST_TAIL_BYTES = 64 * 1024;

export interface PackEnd {
  readonly id: PackId;
  /** Of the whole file. */
  readonly sizeBytes: number;
  readonly load: (range: { offset: number; length: number }) => Promise<Buffer>;
}

/**
 * The blobs of a pack by its own header, which is verified, and which must account for every byte of the file.
 * @throws HoldfastError repository-damaged, repository-unsupported; what `load` throws.
 */
export async function readPackEnd(pack: PackEnd, key: RepositoryKey): Promise<PackedBlob[]> {
  const { id, sizeBytes } = pack;
  const tailBytes = Math.min(sizeBytes, FIRST_TAIL_BYTES);
  const tail = await pack.load({ offset: sizeBytes - tailBytes, length: tailBytes });
  const headerBytes = decodeHeaderLength(tail, sizeBytes, `pack ${id}`);
  const endBytes = headerBytes + HEADER_LENGTH_BYTES;
  const end =
    endBytes <= tailBytes
      ? tail.subarray(tailBytes - endBytes)
      : await pack.load({ offset: sizeBytes - endBytes, length: endBytes });
  const what = `the header of pack ${id}`;
  const blobs = decodePackHeader(open(key, end.subarray(0, headerBytes), what), what);
  const expectedBytes = packSizeBytes(blobs);
  if (expectedBytes === sizeBytes) return blobs;
  throw new HoldfastError(
    'repository-damaged',
    `Cannot read pack ${id}: it has ${sizeBytes} bytes, expected ${expectedBytes} by its header.`,
  );
}
