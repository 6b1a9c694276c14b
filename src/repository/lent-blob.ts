import { copyBytes } from '../copy-bytes.ts';
/**
 * The plain bytes of a blob, in memory that mostly serves for other blobs afterwards: who takes one reads it, and gives it
 * back.
 */
export class LentBlob {
  readonly bytes: Buffer;
  readonly #onGivenBack: (() => void) | null;
  #readers = 1;

  private constructor(bytes: Buffer, onGivenBack: (() => void) | null) {
    this.bytes = bytes;
    this.#onGivenBack = onGivenBack;
  }

  /** @param onGivenBack Called once, when nobody reads the bytes any more. */
  static of(bytes: Buffer, onGivenBack: () => void): LentBlob {
    return new LentBlob(bytes, onGivenBack);
  }

  /** Bytes that serve for nothing else: they stay also when they were given back. */
  static ofOwn(bytes: Buffer): LentBlob {
    return new LentBlob(bytes, null);
  }

  /** So many more readers will give it back. */
  share(readers: number): void {
    this.#readers += readers;
  }

  /** The bytes aren't read any more. To be called once by each reader. */
  giveBack(): void {
    if (--this.#readers === 0) this.#onGivenBack?.();
  }

  /** Gives the blob back, and its bytes, which stay: a copy where they wouldn't. */
  keep(): Buffer {
    const kept = this.#onGivenBack === null ? this.bytes : copyOf(this.bytes);
    this.giveBack();
    return kept;
  }
}

function copyOf(bytes: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  copyBytes(bytes, copy);
  return copy;
}
