import type { ListedBatch } from '../../files/listed-batch.ts';
import { beginListing, type Listing, type ListingRun } from './listing.ts';
import type { BackupOptions } from './options.ts';

/** Entries that wait at most, in some 16 MiB; the host's find waits with the others. */
const MAX_WAITING_ENTRIES = 32_768;

/** What was listed longer ago says too little of what is there now: the repository was locked meanwhile, say. */
const MAX_AGE_MS = 30_000;

/**
 * Whether files may be listed before it is their turn: nothing is held still for them, and no dump must be older than
 * they are.
 */
export function mayListEarly(options: BackupOptions): boolean {
  const { before, after, quiesce, application, volume, dumps = [] } = options;
  const isHeld = before.length > 0 || after.length > 0 || quiesce !== undefined || application !== undefined;
  return !isHeld && volume === undefined && dumps.length === 0;
}

/**
 * A listing that goes on while the repository is opened: the password alone takes half a second, in which the host has
 * nothing to do.
 */
export class EarlyListing {
  readonly #beginning: Promise<Listing>;
  readonly #startedMs = performance.now();
  readonly #stop = new AbortController();

  private constructor(run: ListingRun) {
    const signal = AbortSignal.any([run.signal, this.#stop.signal]);
    this.#beginning = beginListing({ ...run, signal }).then((listing) => ({
      ...listing,
      batches: pullAhead(listing.batches),
    }));
    this.#beginning.catch(() => {}); // met by `take`
  }

  /** @param run Its signal also ends the listing when nobody takes it any more. */
  static begin(run: ListingRun): EarlyListing {
    return new EarlyListing(run);
  }

  /** The listing, to be asked for once. Null: it is too old. @throws As beginListing. */
  async take(): Promise<Listing | null> {
    if (performance.now() - this.#startedMs < MAX_AGE_MS) return this.#beginning;
    this.#stop.abort();
    return null;
  }
}

/** What `source` gives, asked for before somebody waits for it. */
function pullAhead(source: AsyncIterable<ListedBatch>): AsyncIterable<ListedBatch> {
  const ahead = new Ahead();
  void ahead.pull(source);
  return ahead.items();
}

class Ahead {
  readonly #waiting: ListedBatch[] = [];
  #entries = 0;
  #end: { readonly error: unknown } | null = null;
  #isLeft = false;
  #arrival = Promise.withResolvers<void>();
  #room = Promise.withResolvers<void>();

  /** Never rejects: `items` throws what `source` threw. */
  async pull(source: AsyncIterable<ListedBatch>): Promise<void> {
    let error: unknown = null;
    try {
      for await (const batch of source) {
        this.#waiting.push(batch);
        this.#entries += batch.entries.length;
        this.#arrival.resolve();
        while (this.#entries > MAX_WAITING_ENTRIES && !this.#isLeft) await this.#nextRoom();
        if (this.#isLeft) return;
      }
    } catch (thrown) {
      error = thrown;
    }
    this.#end = { error };
    this.#arrival.resolve();
  }

  async *items(): AsyncGenerator<ListedBatch, void, undefined> {
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
