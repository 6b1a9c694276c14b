import { createHash } from 'node:crypto';

/** What went by. */
export interface Sum {
  readonly bytes: number;
  /** SHA-256 in hex. */
  readonly sha256: string;
}

/** Counts and hashes the bytes of one stream on their way. */
export class Meter {
  readonly #hash = createHash('sha256');
  bytes = 0;

  async *of(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of stream) {
      this.#hash.update(part);
      this.bytes += part.length;
      yield part;
    }
  }

  /** Once, when the stream has ended. */
  sum(): Sum {
    return { bytes: this.bytes, sha256: this.#hash.digest('hex') };
  }
}
