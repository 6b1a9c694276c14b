import type { Hole } from '../../../src/files/tar/decode.ts';

const ZEROS = Buffer.alloc(64 * 1024);

/** `content` with its holes as zeros. Each Buffer of zeros is the same one: don't write to it. */
export async function* withZeros(
  content: AsyncIterable<Buffer | Hole>,
): AsyncGenerator<Buffer, void, undefined> {
  for await (const part of content) {
    if (!('holeBytes' in part)) {
      yield part;
      continue;
    }
    for (let left = part.holeBytes; left > 0; left -= ZEROS.length) {
      yield left < ZEROS.length ? ZEROS.subarray(0, left) : ZEROS;
    }
  }
}
