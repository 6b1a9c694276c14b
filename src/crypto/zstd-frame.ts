/** Where a Zstandard frame ends and what its header promises (RFC 8878, section 3.1). */
export interface ZstdFrame {
  /** Offset of the first byte after the frame. */
  readonly end: number;
  /** A skippable frame holds nothing of the content. */
  readonly skippable: boolean;
  /** Plain bytes in the frame, or null if its header doesn't say. */
  readonly contentBytes: number | null;
  /** Memory that the decoder needs. */
  readonly windowBytes: number;
}

const FRAME_MAGIC = 0xfd2fb528;
/** The last four bits of a skippable frame's magic number are free. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const MAGIC_BYTES = 4;
const SKIPPABLE_LENGTH_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
const CHECKSUM_BYTES = 4;

const BLOCK_RLE = 1;
const BLOCK_RESERVED = 3;

const DICTIONARY_ID_BYTES = [0, 1, 2, 4] as const;
/** By the header's size flag; 0 means none, or 1 byte in a frame of a single segment. */
const CONTENT_SIZE_BYTES = [0, 2, 4, 8] as const;
/** A size in 2 bytes is that much more. */
const TWO_BYTE_SIZE_OFFSET = 256;

/**
 * The frame at `offset`, read as far as needed to know where it ends. Node's decompressor stops silently after the
 * first frame, whatever follows.
 *
 * @throws Error with what is wrong, as the end of a sentence.
 */
export function readZstdFrame(data: Buffer, offset: number): ZstdFrame {
  const magic = readUInt(data, offset, MAGIC_BYTES);
  if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC) {
    const length = readUInt(data, offset + MAGIC_BYTES, SKIPPABLE_LENGTH_BYTES);
    const end = offset + MAGIC_BYTES + SKIPPABLE_LENGTH_BYTES + length;
    if (end > data.length) throw truncated();
    return { end, skippable: true, contentBytes: 0, windowBytes: 0 };
  }
  if (magic !== FRAME_MAGIC) throw new Error('bytes that are no Zstandard frame');
  const header = readHeader(data, offset + MAGIC_BYTES);
  const end = endOfBlocks(data, header.end) + (header.checksum ? CHECKSUM_BYTES : 0);
  if (end > data.length) throw truncated();
  return { end, skippable: false, contentBytes: header.contentBytes, windowBytes: header.windowBytes };
}

interface FrameHeader {
  readonly end: number;
  readonly checksum: boolean;
  readonly contentBytes: number | null;
  readonly windowBytes: number;
}

function readHeader(data: Buffer, offset: number): FrameHeader {
  const descriptor = readUInt(data, offset, 1);
  const singleSegment = (descriptor & 0x20) !== 0;
  const checksum = (descriptor & 0x04) !== 0;
  if (descriptor & 0x08) throw new Error('a frame header with its reserved bit set');
  let position = offset + 1;

  let windowBytes = 0;
  if (!singleSegment) windowBytes = windowOf(readUInt(data, position++, 1));

  const idBytes = DICTIONARY_ID_BYTES[(descriptor & 3) as 0 | 1 | 2 | 3];
  if (idBytes > 0 && readUInt(data, position, idBytes) !== 0)
    throw new Error('a frame that needs a dictionary');
  position += idBytes;

  const sizeBytes = CONTENT_SIZE_BYTES[(descriptor >> 6) as 0 | 1 | 2 | 3] || (singleSegment ? 1 : 0);
  const contentBytes = sizeBytes === 0 ? null : readContentSize(data, position, sizeBytes);
  if (singleSegment) windowBytes = contentBytes ?? 0;
  return { end: position + sizeBytes, checksum, contentBytes, windowBytes };
}

/** Section 3.1.1.1.2: a power of two from 1 KiB up, plus eighths of it. */
function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

function readContentSize(data: Buffer, offset: number, bytes: number): number {
  if (bytes === 8) return readUInt(data, offset, 4) + 2 ** 32 * readUInt(data, offset + 4, 4);
  return readUInt(data, offset, bytes) + (bytes === 2 ? TWO_BYTE_SIZE_OFFSET : 0);
}

function endOfBlocks(data: Buffer, start: number): number {
  for (let position = start; ; ) {
    const header = readUInt(data, position, BLOCK_HEADER_BYTES);
    const type = (header >> 1) & 3;
    if (type === BLOCK_RESERVED) throw new Error('a block of the reserved type');
    // A run's block holds the one byte that repeats.
    position += BLOCK_HEADER_BYTES + (type === BLOCK_RLE ? 1 : header >> 3);
    if (header & 1) return position;
  }
}

function readUInt(data: Buffer, offset: number, bytes: number): number {
  if (offset + bytes > data.length) throw truncated();
  return data.readUIntLE(offset, bytes);
}

function truncated(): Error {
  return new Error('a frame that is cut off');
}
