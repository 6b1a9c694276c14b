import { type BlobBatch, BlobThread } from './blob-thread.ts';
import type { BlobWorkerData } from './blob-worker-messages.ts';
import type { OpenedPack } from './opened-pack.ts';
import { PackOpener } from './pack-opener.ts';

/** So that a thread has work while the main thread answers which blobs are new. */
const MAX_BATCHES_PER_THREAD = 3;

/** Kinds of work in the order in which threads take it: folders wait for the IDs of the trees below them. */
const KINDS = ['tree', 'open', 'data'] as const;

export type Kind = (typeof KINDS)[number];

export interface ThreadTeamOptions {
  /** 0: there are none. */
  readonly maxThreads: number;
  readonly data: BlobWorkerData;
  /** See BlobThreadOptions. */
  readonly entry: string | undefined;
  /** Batches that grow while all threads have enough to do; a thread that has nothing else takes them as they are. */
  readonly growing: { hasAny(): boolean; take(kind: Kind): BlobBatch | null };
  /** A thread is gone: all must be ended. */
  readonly onCrash: (error: Error) => void;
}

/** The threads, and what waits for them. They are started one by one, as long as there is more to do. */
export class ThreadTeam {
  readonly maxThreads: number;
  readonly #options: ThreadTeamOptions;
  readonly #threads: BlobThread[] = [];
  readonly #opener = new PackOpener((onCrash) => this.#makeThread(onCrash));
  /** Batches that take no more, and wait for a thread. */
  readonly #waiting: Record<Kind, BlobBatch[]> = { tree: [], open: [], data: [] };
  #isPlanned = false;
  #isEnded = false;

  constructor(options: ThreadTeamOptions) {
    this.#options = options;
    this.maxThreads = options.maxThreads;
  }

  /** Whether there are some for all kinds of work. */
  get isStarted(): boolean {
    return this.#threads.length > 0;
  }

  /** Puts `batch` in line. */
  add(kind: Kind, batch: BlobBatch): void {
    this.#waiting[kind].push(batch);
    this.planDispatch();
  }

  /** Threads take what there is at the end of this turn: blobs that come together go together. */
  planDispatch(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    setImmediate(() => {
      this.#isPlanned = false;
      this.#dispatch();
    });
  }

  /** See BlobWorkers. */
  openAhead(pack: OpenedPack): void {
    if (this.maxThreads > 0) this.#opener.open(pack);
  }

  /** See BlobWorkers. */
  startOpening(): void {
    if (this.maxThreads > 0) this.#opener.start();
  }

  /** Starts threads until there are `count`, if so many there may be. */
  start(count = this.maxThreads): void {
    while (this.#threads.length < Math.min(count, this.maxThreads)) this.#startThread();
  }

  /** Ends the threads; all that waits or is under way fails with `error`. Idempotent. */
  async end(error: Error): Promise<void> {
    this.#isEnded = true;
    for (const kind of KINDS) {
      for (const batch of this.#waiting[kind].splice(0)) batch.onFailure(error);
      this.#options.growing.take(kind)?.onFailure(error);
    }
    await Promise.all([this.#opener.end(error), ...this.#threads.map((thread) => thread.end(error))]);
  }

  #dispatch(): void {
    while (!this.#isEnded && this.#hasWork()) {
      const thread = this.#freeThread();
      const batch = thread === null ? null : this.#nextBatch();
      if (thread === null || batch === null) return;
      thread.run(batch);
    }
  }

  #hasWork(): boolean {
    return this.#options.growing.hasAny() || KINDS.some((kind) => this.#waiting[kind].length > 0);
  }

  #nextBatch(): BlobBatch | null {
    for (const kind of KINDS) {
      const batch = this.#waiting[kind].shift() ?? this.#options.growing.take(kind);
      if (batch !== null) return batch;
    }
    return null;
  }

  /** The thread with the least to do. */
  #freeThread(): BlobThread | null {
    const [least] = this.#threads.toSorted((a, b) => a.batchCount - b.batchCount);
    if (least !== undefined && (least.batchCount === 0 || this.#threads.length === this.maxThreads)) {
      return least.batchCount < MAX_BATCHES_PER_THREAD ? least : null;
    }
    return this.#startThread();
  }

  /** The first is the one that opens packs ahead, if there is one. */
  #startThread(): BlobThread {
    const { onCrash } = this.#options;
    const shared = this.#threads.length === 0 ? this.#opener.share(onCrash) : null;
    const thread = shared ?? this.#makeThread(onCrash);
    if (shared === null) this.#opener.use(thread);
    this.#threads.push(thread);
    return thread;
  }

  #makeThread(onCrash: (error: Error) => void): BlobThread {
    const { data, entry } = this.#options;
    return new BlobThread({ data, entry, onBatchDone: () => this.#dispatch(), onCrash });
  }
}
