/** The end of a pipe that nobody reads from any more. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/**
 * Turns writes into an iterable of what was written, one write at a time: `write` resolves when its bytes have been
 * taken and more are wanted. Nothing is held but the bytes of that one write.
 */
export class BytePipe implements AsyncIterable<Uint8Array> {
  #given: Uint8Array | null = null;
  #end: { error: unknown } | null = null;
  #isGone = false;
  #changed = Promise.withResolvers<void>();

  /** @throws ReaderGone if nobody will ever take the bytes. */
  async write(bytes: Uint8Array): Promise<void> {
    while (this.#given !== null && !this.#isGone) await this.#changed.promise;
    if (this.#isGone) throw new ReaderGone('Nobody reads what is written.');
    this.#given = bytes;
    this.#wake();
  }

  /** Nothing more comes; with an error, the reader gets it. */
  end(error: unknown = null): void {
    this.#end ??= { error };
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const given = this.#given;
        if (given !== null) {
          this.#given = null;
          this.#wake();
          yield given;
        } else if (this.#end !== null) {
          if (this.#end.error !== null) throw this.#end.error;
          return;
        } else await this.#changed.promise;
      }
    } finally {
      this.abandon();
    }
  }

  /** Says that nobody reads (any more): the writer is told. */
  abandon(): void {
    this.#isGone = true;
    this.#wake();
  }

  #wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }
}
