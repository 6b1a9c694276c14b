import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { HoldfastError } from '../errors.ts';
import { readZstdFrame, type ZstdFrame } from './zstd-frame.ts';

/** restic's `auto`. */
const DEFAULT_LEVEL = 3;
/** restic's encoder looks back 512 KiB: readers need no more memory for a blob of any size. */
const MAX_WINDOW_LOG = 19;

/**
 * Smaller tables of the default level: they stay in a core's cache. On a Linux system's files that took 10 to 20 % off the
 * time and added less than 2 % to what is stored, which came to what restic stores.
 */
const DEFAULT_HASH_LOG = 15;
const DEFAULT_CHAIN_LOG = 14;

/** Go's decoder, and with it restic, refuses more. */
const MAX_DECODER_WINDOW_LOG = 29;

/** Decompressed without a promised size, the output grows in steps of this. */
const UNKNOWN_SIZE_STEP_BYTES = 128 * 1024;

/**
 * `plain` as one Zstandard frame as restic writes it: window of 512 KiB at most or a single segment, no checksum, no
 * dictionary. The result may be longer than `plain`.
 *
 * Blocks the thread: some 3 ms a MiB; more at a higher level.
 */
export function compress(plain: Uint8Array, level = DEFAULT_LEVEL): Buffer {
  const params: Record<number, number> = { [constants.ZSTD_c_compressionLevel]: level };
  // Below it, the encoder itself takes the smallest window that fits.
  if (plain.length > 2 ** MAX_WINDOW_LOG) params[constants.ZSTD_c_windowLog] = MAX_WINDOW_LOG;
  if (level === DEFAULT_LEVEL) {
    params[constants.ZSTD_c_hashLog] = DEFAULT_HASH_LOG;
    params[constants.ZSTD_c_chainLog] = DEFAULT_CHAIN_LOG;
  }
  return zstdCompressSync(plain, { chunkSize: compressedBound(plain.length), params });
}

/** What `compress` makes of so many bytes at most: ZSTD_compressBound and a little, so that the output is one piece. */
export function compressedBound(plainBytes: number): number {
  return plainBytes + (plainBytes >> 8) + 128;
}

/**
 * The content of all frames in `data`. Any level, checksums (verified), several and skippable frames, and windows up
 * to 512 MiB are accepted; dictionaries and bytes that are no frame aren't.
 *
 * @param limitBytes The most that may come out: never more is allocated. Callers that know the size compare it.
 * @param what For the message: `blob 1234abcd…`.
 * @throws HoldfastError repository-damaged.
 */
export function decompress(data: Uint8Array, limitBytes: number, what: string): Buffer {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  try {
    return decompressFrames(bytes, limitBytes);
  } catch (error) {
    const actual = error instanceof Error ? error.message : String(error);
    throw new HoldfastError(
      'repository-damaged',
      `Cannot decompress ${what}: ${actual}, expected whole Zstandard frames of ${limitBytes} plain bytes at most. ` +
        'Run `holdfast check --read-data` to see what else is damaged.',
      { cause: error },
    );
  }
}

function decompressFrames(bytes: Buffer, limitBytes: number): Buffer {
  const contents: Buffer[] = [];
  let total = 0;
  let position = 0;
  do {
    const frame = readZstdFrame(bytes, position);
    if (!frame.skippable) {
      const content = decompressFrame(bytes.subarray(position, frame.end), frame, limitBytes - total);
      contents.push(content);
      total += content.length;
    }
    position = frame.end;
  } while (position < bytes.length);
  const [first] = contents;
  return contents.length === 1 && first !== undefined ? first : Buffer.concat(contents, total);
}

function decompressFrame(frame: Buffer, header: ZstdFrame, limitBytes: number): Buffer {
  const { contentBytes, windowBytes } = header;
  if (windowBytes > 2 ** MAX_DECODER_WINDOW_LOG) throw new Error(`a window of ${windowBytes} bytes`);
  if (contentBytes !== null && contentBytes > limitBytes) throw new Error(`${contentBytes} bytes of content`);
  const content = zstdDecompressSync(frame, {
    params: { [constants.ZSTD_d_windowLogMax]: MAX_DECODER_WINDOW_LOG },
    // One more than the content, for the decompressor asks for room again when a piece is full.
    chunkSize: Math.max(contentBytes ?? Math.min(limitBytes, UNKNOWN_SIZE_STEP_BYTES), 64) + 1,
    // Node takes 0 for no limit at all.
    maxOutputLength: Math.max(limitBytes, 1),
  });
  if (content.length > limitBytes) throw new Error(`${content.length} bytes of content`);
  return content;
}
