import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { copyBytes } from '../copy-bytes.ts';
import { HoldfastError } from '../errors.ts';
import { ZstdContext } from './zstd-context.ts';
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
  const room = Buffer.allocUnsafe(compressedBound(plain.length));
  return room.subarray(0, compressInto(plain, room, level));
}

/**
 * As `compress`, written to the beginning of `room`, of `compressedBound(plain.length)` bytes, where `plain` must not lie.
 * @returns How many bytes were written.
 */
export function compressInto(plain: Uint8Array, room: Uint8Array, level = DEFAULT_LEVEL): number {
  const context = contextFor(level, plain.length);
  if (context !== null) return context.run(plain, room);
  const params = paramsOf(level, isLarge(plain.length));
  const compressed = zstdCompressSync(plain, { chunkSize: compressedBound(plain.length), params });
  copyBytes(compressed, room);
  return compressed.length;
}

/** This thread's, by level and by whether the window must be limited. */
const compressors = new Map<string, ZstdContext | null>();

function contextFor(level: number, plainBytes: number): ZstdContext | null {
  const name = `${level} ${isLarge(plainBytes)}`;
  let context = compressors.get(name);
  if (context === undefined || context?.isUsable === false) {
    context = ZstdContext.compressing(paramsOf(level, isLarge(plainBytes)));
    compressors.set(name, context);
  }
  return context;
}

/** Below it, the encoder itself takes the smallest window that fits. */
function isLarge(plainBytes: number): boolean {
  return plainBytes > 2 ** MAX_WINDOW_LOG;
}

function paramsOf(level: number, large: boolean): Record<number, number> {
  const params: Record<number, number> = { [constants.ZSTD_c_compressionLevel]: level };
  if (large) params[constants.ZSTD_c_windowLog] = MAX_WINDOW_LOG;
  if (level === DEFAULT_LEVEL) {
    params[constants.ZSTD_c_hashLog] = DEFAULT_HASH_LOG;
    params[constants.ZSTD_c_chainLog] = DEFAULT_CHAIN_LOG;
  }
  return params;
}

/** What `compress` makes of so many bytes at most: ZSTD_compressBound and a little, so that the output is one piece. */
export function compressedBound(plainBytes: number): number {
  return plainBytes + (plainBytes >> 8) + 128;
}

/**
 * The content of all frames in `data`, written to the beginning of `room`. Any level, checksums (verified), several and
 * skippable frames, and windows up to 512 MiB are accepted; dictionaries and bytes that are no frame aren't.
 *
 * @param room The most that may come out. Callers that know the size compare it.
 * @param what For the message: `blob 1234abcd…`.
 * @returns How many bytes came out.
 * @throws HoldfastError repository-damaged.
 */
export function decompressInto(data: Uint8Array, room: Uint8Array, what: string): number {
  let filled = 0;
  forEachFrame(data, { what, limitBytes: room.length }, (frame, header) => {
    filled += decompressFrameInto(frame, header, room.subarray(filled));
  });
  return filled;
}

/** As `decompressInto`, where it isn't known what comes out: never more than `limitBytes` is allocated. */
export function decompress(data: Uint8Array, limitBytes: number, what: string): Buffer {
  const contents: Buffer[] = [];
  let total = 0;
  forEachFrame(data, { what, limitBytes }, (frame, header) => {
    const content = decompressFrame(frame, header, limitBytes - total);
    contents.push(content);
    total += content.length;
  });
  const [first] = contents;
  return contents.length === 1 && first !== undefined ? first : Buffer.concat(contents, total);
}

function forEachFrame(
  data: Uint8Array,
  { what, limitBytes }: { what: string; limitBytes: number },
  take: (frame: Buffer, header: ZstdFrame) => void,
): void {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  try {
    let position = 0;
    do {
      const header = readZstdFrame(bytes, position);
      if (!header.skippable) take(bytes.subarray(position, header.end), header);
      position = header.end;
    } while (position < bytes.length);
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

const DECODER_PARAMS = { [constants.ZSTD_d_windowLogMax]: MAX_DECODER_WINDOW_LOG };

/** This thread's. */
let decompressor: ZstdContext | null | undefined;

function decompressFrame(frame: Buffer, header: ZstdFrame, limitBytes: number): Buffer {
  const { contentBytes } = header;
  if (contentBytes === null) return decompressUnknown(frame, header, limitBytes);
  refuseMoreThan(limitBytes, contentBytes);
  const content = Buffer.allocUnsafe(contentBytes);
  decompressFrameInto(frame, header, content);
  return content;
}

function decompressFrameInto(frame: Buffer, header: ZstdFrame, room: Uint8Array): number {
  const { contentBytes } = header;
  const context = contentBytes === null ? null : decompressorFor(header);
  if (contentBytes === null || context === null) {
    const content = decompressUnknown(frame, header, room.length);
    copyBytes(content, room);
    return content.length;
  }
  refuseMoreThan(room.length, contentBytes);
  const actual = context.run(frame, room.subarray(0, contentBytes));
  if (actual === contentBytes) return actual;
  decompressor = undefined;
  throw new Error(`${actual} bytes of content in a frame that promises ${contentBytes}`);
}

function decompressorFor(header: ZstdFrame): ZstdContext | null {
  refuseLargeWindow(header);
  if (decompressor === undefined || decompressor?.isUsable === false) {
    decompressor = ZstdContext.decompressing(DECODER_PARAMS);
  }
  return decompressor;
}

function refuseLargeWindow({ windowBytes }: ZstdFrame): void {
  if (windowBytes > 2 ** MAX_DECODER_WINDOW_LOG) throw new Error(`a window of ${windowBytes} bytes`);
}

function refuseMoreThan(limitBytes: number, contentBytes: number): void {
  if (contentBytes > limitBytes) throw new Error(`${contentBytes} bytes of content`);
}

function decompressUnknown(frame: Buffer, header: ZstdFrame, limitBytes: number): Buffer {
  refuseLargeWindow(header);
  const content = zstdDecompressSync(frame, {
    params: DECODER_PARAMS,
    // One more than the content, for the decompressor asks for room again when a piece is full.
    chunkSize: Math.max(Math.min(limitBytes, UNKNOWN_SIZE_STEP_BYTES), 64) + 1,
    // Node takes 0 for no limit at all.
    maxOutputLength: Math.max(limitBytes, 1),
  });
  refuseMoreThan(limitBytes, content.length);
  return content;
}
