import type { Hole } from '../../files/tar/decode.ts';

/**
 * A file's data as its member wants it: without holes, and `contentBytes` of it in any case. A tar member's size stands
 * before its content, so that a file that could not be read to its end is filled up with zeros, as tar itself does it;
 * `isShort` says so afterwards.
 */
export class ExactContent implements AsyncIterable<Uint8Array> {
  isShort = false;
  readonly #content: AsyncIterable<Uint8Array | Hole>;
  readonly #contentBytes: number;
  readonly #onPart: (part: Uint8Array | Hole) => void;

  constructor(
    content: AsyncIterable<Uint8Array | Hole>,
    contentBytes: number,
    onPart: (part: Uint8Array | Hole) => void,
  ) {
    this.#content = content;
    this.#contentBytes = contentBytes;
    this.#onPart = onPart;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    let left = this.#contentBytes;
    for await (const part of this.#content) {
      this.#onPart(part);
      if ('holeBytes' in part) continue;
      left -= part.length;
      yield part;
    }
    this.isShort = left > 0;
    for (; left > 0; left -= ZEROS.length) yield ZEROS.subarray(0, Math.min(left, ZEROS.length));
  }
}

const ZEROS = new Uint8Array(64 * 1024);
