import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress, constants as zlib } from 'node:zlib';
import { HoldfastError } from '../errors.ts';
import { systemCode } from '../system-error.ts';

/** zstd's own default. With a checksum, by which whoever unpacks by hand learns of altered bytes. */
const LEVEL = 3;

/** The largest window that is taken in: what `zstd -d` takes without being told, 128 MiB. */
const MAX_WINDOW_LOG = 27;

/** `plain` as one zstd frame, as it streams. What `plain` throws is thrown. */
export function compress(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  return through(
    plain,
    createZstdCompress({
      params: { [zlib.ZSTD_c_compressionLevel]: LEVEL, [zlib.ZSTD_c_checksumFlag]: 1 },
    }),
  );
}

/**
 * What the zstd frames in `compressed` hold, as it streams.
 *
 * @param cannot For messages: `Cannot read the archive "…"`.
 * @throws HoldfastError archive-damaged if it is cut off, altered or no zstd at all. What `compressed` throws.
 */
export async function* decompress(
  compressed: AsyncIterable<Uint8Array>,
  cannot: string,
): AsyncGenerator<Buffer> {
  try {
    yield* through(
      compressed,
      createZstdDecompress({ params: { [zlib.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG } }),
    );
  } catch (error) {
    if (!isOfZstd(error)) throw error;
    const actual =
      systemCode(error) === 'Z_BUF_ERROR' ? 'it is cut off (zstd)' : 'it is altered, or no zstd (zstd)';
    throw new HoldfastError(
      'archive-damaged',
      `${cannot}: ${actual}. Take another copy of it, or another archive.`,
      { cause: error },
    );
  }
}

function isOfZstd(error: unknown): boolean {
  return /^(ZSTD_error_|Z_)/.test(systemCode(error));
}

async function* through(source: AsyncIterable<Uint8Array>, transform: Transform): AsyncGenerator<Buffer> {
  const feeding = pipeline(Readable.from(source, { highWaterMark: 1 }), transform);
  feeding.catch(() => {}); // met below
  try {
    for await (const part of transform) yield part as Buffer;
    await feeding;
  } finally {
    transform.destroy();
  }
}
