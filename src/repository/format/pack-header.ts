import { SEAL_OVERHEAD_BYTES } from '../../crypto/seal.ts';
import { HoldfastError } from '../../errors.ts';
import { decoding, FormatFault } from './fault.ts';
import { MAX_UINT32 } from './fields.ts';
import { type BlobId, ID_BYTES } from './ids.ts';
import type { BlobType, PackedBlob } from './packed-blob.ts';

// A pack: sealed blobs without gaps ‖ sealed header ‖ length of the sealed header. Header entry: type (1 byte) ‖
// stored length ‖ plain length (compressed blobs only) ‖ SHA-256 of the plain blob. Numbers are uint32, little-endian.

const DATA = 0;
const TREE = 1;
/** Added to the type of a compressed blob. */
const COMPRESSED = 2;

const LENGTH_BYTES = 4;
const PLAIN_ENTRY_BYTES = 1 + LENGTH_BYTES + ID_BYTES;
const COMPRESSED_ENTRY_BYTES = PLAIN_ENTRY_BYTES + LENGTH_BYTES;

/** Of the number at the end of a pack. */
export const HEADER_LENGTH_BYTES = LENGTH_BYTES;
/** The largest sealed header that restic reads. */
const MAX_SEALED_HEADER_BYTES = 16 * 1024 * 1024;
/** Blobs of a pack, if all of them are compressed. */
export const MAX_PACK_BLOBS = Math.floor(
  (MAX_SEALED_HEADER_BYTES - SEAL_OVERHEAD_BYTES) / COMPRESSED_ENTRY_BYTES,
);

/** Bytes of a pack that holds exactly `blobs`: its body, sealed header and length. */
export function packSizeBytes(blobs: Iterable<Pick<PackedBlob, 'length' | 'plainLength'>>): number {
  let size = SEAL_OVERHEAD_BYTES + HEADER_LENGTH_BYTES;
  for (const blob of blobs) size += blob.length + entryBytes(blob);
  return size;
}

/** Bytes of the entry that `blob` has in its pack's header. */
function entryBytes(blob: Pick<PackedBlob, 'plainLength'>): number {
  return blob.plainLength === null ? PLAIN_ENTRY_BYTES : COMPRESSED_ENTRY_BYTES;
}

/**
 * The header, not yet sealed, of a pack whose body is `blobs` in this order.
 * @throws HoldfastError internal if there is a gap or an overlap, or too many blobs for restic to read.
 */
export function encodePackHeader(blobs: readonly PackedBlob[]): Buffer {
  let headerBytes = 0;
  let offset = 0;
  for (const blob of blobs) {
    if (blob.offset !== offset) throw unwritable(`blob ${blob.id} is at ${blob.offset}, expected ${offset}`);
    offset += blob.length;
    headerBytes += entryBytes(blob);
  }
  if (blobs.length === 0 || headerBytes + SEAL_OVERHEAD_BYTES > MAX_SEALED_HEADER_BYTES) {
    throw unwritable(`it has ${blobs.length} blobs, expected 1 to ${MAX_PACK_BLOBS}`);
  }
  if (offset > MAX_UINT32) throw unwritable(`its body has ${offset} bytes, expected at most ${MAX_UINT32}`);
  const header = Buffer.alloc(headerBytes);
  let at = 0;
  for (const blob of blobs) at = writeEntry(header, at, blob);
  return header;
}

/**
 * The blobs of a pack by its opened header, in the order of its body.
 * @throws HoldfastError repository-damaged; repository-unsupported for an unknown type of blob.
 */
export function decodePackHeader(header: Uint8Array, what = "a pack's header"): PackedBlob[] {
  return decoding(what, () => {
    const bytes = Buffer.from(header.buffer, header.byteOffset, header.byteLength);
    const blobs: PackedBlob[] = [];
    let offset = 0;
    for (let at = 0; at < bytes.length; ) {
      const blob = readEntry(bytes, at, offset);
      at += entryBytes(blob);
      offset += blob.length;
      if (offset > MAX_UINT32) throw new FormatFault(`its blobs end at ${offset}`, `at most ${MAX_UINT32}`);
      blobs.push(blob);
    }
    if (blobs.length === 0) throw new FormatFault('it is empty', 'at least one blob');
    return blobs;
  });
}

/** The last bytes of a pack. */
export function encodeHeaderLength(sealedHeaderBytes: number): Buffer {
  const bytes = Buffer.alloc(HEADER_LENGTH_BYTES);
  bytes.writeUInt32LE(sealedHeaderBytes);
  return bytes;
}

/**
 * How long the sealed header before the last four bytes of a pack is.
 * @param end the last bytes of the pack, four or more; `packBytes` is the size of all of it.
 * @throws HoldfastError repository-damaged if no header of that length can be there.
 */
export function decodeHeaderLength(end: Uint8Array, packBytes: number, what = 'a pack'): number {
  return decoding(what, () => {
    const smallest = SEAL_OVERHEAD_BYTES + PLAIN_ENTRY_BYTES;
    if (end.length < HEADER_LENGTH_BYTES || packBytes < smallest + HEADER_LENGTH_BYTES) {
      throw new FormatFault(`it has ${packBytes} bytes`, `at least ${smallest + HEADER_LENGTH_BYTES}`);
    }
    const length = Buffer.from(end.buffer, end.byteOffset, end.byteLength).readUInt32LE(end.length - 4);
    const largest = Math.min(packBytes - HEADER_LENGTH_BYTES, MAX_SEALED_HEADER_BYTES);
    if (length < smallest || length > largest) {
      throw new FormatFault(`its header's length is ${length}`, `${smallest} to ${largest}`);
    }
    return length;
  });
}

function writeEntry(header: Buffer, start: number, blob: PackedBlob): number {
  const type = blob.type === 'data' ? DATA : TREE;
  let at = header.writeUInt8(blob.plainLength === null ? type : type + COMPRESSED, start);
  at = header.writeUInt32LE(blob.length, at);
  if (blob.plainLength !== null) at = header.writeUInt32LE(blob.plainLength, at);
  return at + header.write(blob.id, at, 'hex');
}

function readEntry(header: Buffer, start: number, offset: number): PackedBlob {
  const typeByte = header.readUInt8(start);
  const compressed = typeByte >= COMPRESSED;
  const end = start + (compressed ? COMPRESSED_ENTRY_BYTES : PLAIN_ENTRY_BYTES);
  const where = `the entry at byte ${start}`;
  if (typeByte > TREE + COMPRESSED) {
    throw new FormatFault(`${where} has the type ${typeByte}`, '0 to 3', 'repository-unsupported');
  }
  if (end > header.length) throw new FormatFault(`${where} is cut off`, `${end - start} bytes`);
  const type: BlobType = (typeByte & 1) === DATA ? 'data' : 'tree';
  const length = header.readUInt32LE(start + 1);
  const plainLength = compressed ? header.readUInt32LE(start + 1 + LENGTH_BYTES) : null;
  if (length < SEAL_OVERHEAD_BYTES) {
    throw new FormatFault(`${where} has the length ${length}`, `at least ${SEAL_OVERHEAD_BYTES}`);
  }
  if (plainLength === 0) throw new FormatFault(`${where} is compressed and empty`, 'an empty blob as it is');
  return { type, id: header.toString('hex', end - ID_BYTES, end) as BlobId, offset, length, plainLength };
}

function unwritable(problem: string): HoldfastError {
  return new HoldfastError('internal', `Cannot write a pack: ${problem}.`);
}
