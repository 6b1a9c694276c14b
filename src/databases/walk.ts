/** What a walk wants of a stream next: some bytes to read, or a number of bytes that it is only shown as they pass. */
export type Want =
  | { readonly take: number }
  | { readonly pass: number; readonly onBytes: (bytes: Uint8Array) => void };

/** Reads a format from the front of a stream: what it yields it is given. Returns at the end of what it knows. */
export type Walker<T> = Generator<Want, T, Buffer>;

const NOTHING = Buffer.alloc(0);

/**
 * Runs a walker along a stream whose bytes go elsewhere, in bounded memory: only what a walker takes is kept, until it has it.
 */
export class Walk<T> {
  readonly #walker: Walker<T>;
  #want: Want | null = null;
  #parts: Buffer[] = [];
  #missing = 0;
  #result: { readonly value: T } | null = null;

  /** @throws what the walker throws: also `push`. */
  constructor(walker: Walker<T>) {
    this.#walker = walker;
    this.#next(NOTHING);
  }

  /** What the walker returned, or null while it wants more. */
  get result(): { readonly value: T } | null {
    return this.#result;
  }

  /** @returns how many of `bytes` came after the walker's end. */
  push(bytes: Uint8Array): number {
    let left = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    while (this.#want !== null && left.length > 0) {
      const part = left.subarray(0, this.#missing);
      left = left.subarray(part.length);
      this.#missing -= part.length;
      if ('pass' in this.#want) this.#want.onBytes(part);
      else this.#parts.push(Buffer.from(part)); // whose bytes are the caller's
      if (this.#missing > 0) break;
      const taken = this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts);
      this.#parts = [];
      this.#next(taken);
    }
    return left.length;
  }

  #next(bytes: Buffer): void {
    let given = bytes;
    for (;;) {
      const { done, value } = this.#walker.next(given);
      if (done) {
        this.#want = null;
        this.#result = { value };
        return;
      }
      this.#want = value;
      this.#missing = 'pass' in value ? value.pass : value.take;
      if (this.#missing > 0) return;
      given = NOTHING;
    }
  }
}
