import { beginListing, type Listing, type ListingRun } from './listing.ts';
import type { BackupOptions } from './options.ts';
import { type PulledAhead, pullAhead } from './pull-ahead.ts';

/** What was listed longer ago says too little of what is there now: the repository was locked meanwhile, say. */
const MAX_AGE_MS = 30_000;

/**
 * Whether files may be listed before it is their turn: nothing is held still for them, and no dump and no bucket must be older than
 * they are.
 */
export function mayListEarly(options: BackupOptions): boolean {
  const { before, after, quiesce, application, volume, dumps = [], buckets = [] } = options;
  const isHeld = before.length > 0 || after.length > 0 || quiesce !== undefined || application !== undefined;
  return !isHeld && volume === undefined && dumps.length + buckets.length === 0;
}

/**
 * A listing that goes on while the repository is opened: the password alone takes half a second, in which the host has
 * nothing to do.
 */
export class EarlyListing {
  readonly #beginning: Promise<Listing>;
  readonly #startedMs = performance.now();
  readonly #stop = new AbortController();
  #ahead: PulledAhead | null = null;
  #isTaken = false;

  private constructor(run: ListingRun) {
    const signal = AbortSignal.any([run.signal, this.#stop.signal]);
    this.#beginning = beginListing({ ...run, signal }).then((listing) => {
      this.#ahead = pullAhead(listing.batches);
      return { ...listing, batches: this.#ahead };
    });
    this.#beginning.catch(() => {}); // met by `take`
  }

  /** @param run Its signal also ends the listing when nobody takes it any more. */
  static begin(run: ListingRun): EarlyListing {
    return new EarlyListing(run);
  }

  /** How many entries that were listed by now and wait have changed at `sinceNs` or later, up to `limit`. */
  countChanged(sinceNs: bigint, limit: number): number {
    return this.#ahead?.countChanged(sinceNs, limit) ?? 0;
  }

  /** The listing. Null: it is too old, or was taken before. @throws As beginListing. */
  async take(): Promise<Listing | null> {
    const isFresh = !this.#isTaken && performance.now() - this.#startedMs < MAX_AGE_MS;
    this.#isTaken = true;
    if (isFresh) return this.#beginning;
    this.#stop.abort();
    return null;
  }
}
