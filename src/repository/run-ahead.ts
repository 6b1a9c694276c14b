/**
 * What `source` gives, all of which is asked for at once: it works while something else is done, and what comes of it
 * waits here. For few and small things. Who asks no more must end the work itself.
 */
export function runAhead<T>(source: AsyncIterable<T>): AsyncIterable<T> {
  const ahead = new Ahead<T>();
  void ahead.pull(source);
  return ahead.items();
}

class Ahead<T> {
  readonly #arrived: T[] = [];
  #changed = Promise.withResolvers<void>();
  #end: { readonly error: unknown } | null = null;

  /** Never rejects: `items` throws what `source` threw. */
  async pull(source: AsyncIterable<T>): Promise<void> {
    let error: unknown = null;
    try {
      for await (const item of source) {
        this.#arrived.push(item);
        this.#changed.resolve();
      }
    } catch (thrown) {
      error = thrown;
    }
    this.#end = { error };
    this.#changed.resolve();
  }

  async *items(): AsyncGenerator<T, void, undefined> {
    for (;;) {
      while (this.#arrived.length > 0) yield this.#arrived.shift() as T;
      if (this.#end !== null) break;
      await this.#changed.promise;
      this.#changed = Promise.withResolvers();
    }
    if (this.#end.error !== null) throw this.#end.error;
  }
}
