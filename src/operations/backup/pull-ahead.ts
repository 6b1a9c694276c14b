import type { ListedBatch } from '../../files/listed-batch.ts';

/** Entries that wait at most, in some 12 MiB; the host's find waits with the others. */
export const MAX_WAITING_ENTRIES = 32_768;
/** The same once they are taken: enough to keep find busy. What takes them holds thousands itself. */
export const MAX_WAITING_WHILE_TAKEN = 8192;

/** What `source` lists, asked for before somebody waits for it. Who asks no more must end the source itself. */
export function pullAhead(source: AsyncIterable<ListedBatch>): PulledAhead {
  const ahead = new PulledAhead();
  void ahead.pull(source);
  return ahead;
}

/** To be iterated over once. */
export class PulledAhead {
  readonly #waiting: ListedBatch[] = [];
  #entries = 0;
  #end: { readonly error: unknown } | null = null;
  #mayWait = MAX_WAITING_ENTRIES;
  #isLeft = false;
  #arrival = Promise.withResolvers<void>();
  #room = Promise.withResolvers<void>();

  /** Never rejects: the iteration throws what `source` threw. */
  async pull(source: AsyncIterable<ListedBatch>): Promise<void> {
    let error: unknown = null;
    try {
      for await (const batch of source) {
        this.#waiting.push(batch);
        this.#entries += batch.entries.length;
        this.#arrival.resolve();
        while (this.#entries > this.#mayWait && !this.#isLeft) await this.#nextRoom();
        if (this.#isLeft) return;
      }
    } catch (thrown) {
      error = thrown;
    }
    this.#end = { error };
    this.#arrival.resolve();
  }

  /** How many of the entries that wait have changed at `sinceNs` or later, up to `limit`. */
  countChanged(sinceNs: bigint, limit: number): number {
    let count = 0;
    for (const { entries } of this.#waiting) {
      for (const { ctimeNs } of entries) if (ctimeNs >= sinceNs && ++count === limit) return count;
    }
    return count;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ListedBatch, void, undefined> {
    this.#mayWait = MAX_WAITING_WHILE_TAKEN;
    try {
      for (;;) {
        for (let batch = this.#waiting.shift(); batch !== undefined; batch = this.#waiting.shift()) {
          this.#entries -= batch.entries.length;
          this.#room.resolve();
          yield batch;
        }
        if (this.#end !== null) break;
        await this.#arrival.promise;
        this.#arrival = Promise.withResolvers();
      }
      if (this.#end.error !== null) throw this.#end.error;
    } finally {
      this.#isLeft = true;
      this.#room.resolve();
    }
  }

  async #nextRoom(): Promise<void> {
    await this.#room.promise;
    this.#room = Promise.withResolvers();
  }
}
