import { availableParallelism } from 'node:os';
import type { RepositoryKey } from '../crypto/seal.ts';
import { HoldfastError } from '../errors.ts';
import { OpenBatch, type OpenJob, type ProcessedBlob, SaveBatch, type SaveJob } from './blob-batches.ts';
import { type Compression, type ExpectedBlob, openBlob, sealBlob } from './blob-sealing.ts';
import { type BlobBatch, BlobThread } from './blob-thread.ts';
import type { BlobWorkerData } from './blob-worker-messages.ts';
import { type BlobId, idOf } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';

export interface BlobWorkersOptions {
  /** How many worker threads may be started; 0 works in this thread. Default: one per core. */
  readonly threads?: number | undefined;
  readonly compression: Compression;
  /** The threads' entry. Default: blob-worker.ts, or the bundle of it beside ours. */
  readonly workerEntry?: string | undefined;
}

/** Hashes, compresses and seals blobs, and the reverse. */
export interface BlobWorkers {
  /**
   * Hashes `plain` and, if `isNew` says so, compresses and seals it.
   *
   * `plain` is given away: its memory may be moved to another thread. `isNew` is called exactly once, in this thread,
   * when the hash is known; from then on the caller may count on the blob being sealed.
   *
   * @throws HoldfastError internal if a thread ends unexpectedly; what `isNew` throws.
   */
  save(type: BlobType, plain: Uint8Array, isNew: (id: BlobId) => boolean): Promise<ProcessedBlob>;

  /**
   * The plain blob in `sealed` (given away too). MAC, size and hash are verified.
   * @throws HoldfastError repository-damaged, or internal as `save`.
   */
  open(sealed: Uint8Array, expected: ExpectedBlob): Promise<Buffer>;

  /** Ends the threads. What is under way fails with code cancelled. Idempotent. */
  close(): Promise<void>;
}

/** Threads are started at the first heavy use: a run that saves or reads a few trees is over before they would be. */
export function createBlobWorkers(key: RepositoryKey, options: BlobWorkersOptions): BlobWorkers {
  return new BlobPool(key, options);
}

/** What is done in this thread before others are started, counting each blob as SMALL_BLOB_COST_BYTES more. */
export const HEAVY_USE_BYTES = 8 * 1024 * 1024;
const SMALL_BLOB_COST_BYTES = 4096;

/** A batch is closed when it has so much. Together with the next bound: some milliseconds of work. */
const MAX_BATCH_BYTES = 256 * 1024;
const MAX_BATCH_BLOBS = 128;

/** So that a thread has work while the main thread answers which blobs are new. */
const MAX_BATCHES_PER_THREAD = 3;

class BlobPool implements BlobWorkers {
  readonly #key: RepositoryKey;
  readonly #compression: Compression;
  readonly #maxThreads: number;
  readonly #workerEntry: string | undefined;
  readonly #threads: BlobThread[] = [];
  readonly #saves: Record<BlobType, SaveJob[]> = { data: [], tree: [] };
  #opens: OpenJob[] = [];
  #bytesBeforeThreads = HEAVY_USE_BYTES;
  #dispatchPlanned = false;
  /** Why nothing works any more. */
  #ended: HoldfastError | null = null;

  constructor(key: RepositoryKey, options: BlobWorkersOptions) {
    this.#key = key;
    this.#compression = options.compression;
    this.#maxThreads = options.threads ?? availableParallelism();
    this.#workerEntry = options.workerEntry;
  }

  async save(type: BlobType, plain: Uint8Array, isNew: (id: BlobId) => boolean): Promise<ProcessedBlob> {
    if (this.#ended !== null) throw this.#ended;
    if (this.#staysHere(plain.length)) return this.#saveHere(type, plain, isNew);
    const result = Promise.withResolvers<ProcessedBlob>();
    this.#saves[type].push({ plain, isNew, result });
    this.#planDispatch();
    return await result.promise;
  }

  async open(sealed: Uint8Array, expected: ExpectedBlob): Promise<Buffer> {
    if (this.#ended !== null) throw this.#ended;
    if (this.#staysHere(sealed.length)) return openBlob(this.#key, sealed, expected);
    const result = Promise.withResolvers<Buffer>();
    this.#opens.push({ sealed, expected, result });
    this.#planDispatch();
    return await result.promise;
  }

  async close(): Promise<void> {
    const closed = new HoldfastError('cancelled', 'Cannot finish work on blobs: the repository was closed.');
    await this.#end(closed);
  }

  #staysHere(bytes: number): boolean {
    if (this.#maxThreads === 0) return true;
    if (this.#threads.length > 0) return false;
    this.#bytesBeforeThreads -= bytes + SMALL_BLOB_COST_BYTES;
    return this.#bytesBeforeThreads >= 0;
  }

  #saveHere(type: BlobType, plain: Uint8Array, isNew: (id: BlobId) => boolean): ProcessedBlob {
    const id = idOf<BlobId>(plain);
    return { id, sealed: isNew(id) ? sealBlob(this.#key, this.#compression, type, plain) : null };
  }

  /** At the end of this turn: blobs that come together go together. */
  #planDispatch(): void {
    if (this.#dispatchPlanned) return;
    this.#dispatchPlanned = true;
    setImmediate(() => {
      this.#dispatchPlanned = false;
      this.#dispatch();
    });
  }

  /** While all threads have enough to do, blobs gather, and batches grow. */
  #dispatch(): void {
    while (this.#ended === null && this.#hasWork()) {
      const thread = this.#freeThread();
      const batch = thread === null ? null : this.#nextBatch();
      if (thread === null || batch === null) return;
      thread.run(batch);
    }
  }

  #hasWork(): boolean {
    return this.#saves.tree.length > 0 || this.#opens.length > 0 || this.#saves.data.length > 0;
  }

  /** The thread with the least to do. */
  #freeThread(): BlobThread | null {
    const [least] = this.#threads.toSorted((a, b) => a.batchCount - b.batchCount);
    if (least !== undefined && (least.batchCount === 0 || this.#threads.length === this.#maxThreads)) {
      return least.batchCount < MAX_BATCHES_PER_THREAD ? least : null;
    }
    const thread = new BlobThread({
      data: this.#workerData(),
      entry: this.#workerEntry,
      onBatchDone: () => this.#dispatch(),
      onCrash: (error) => this.#crashed(error),
    });
    this.#threads.push(thread);
    return thread;
  }

  /** Trees first, since folders above them wait for their IDs. */
  #nextBatch(): BlobBatch | null {
    if (this.#saves.tree.length > 0)
      return new SaveBatch(
        'tree',
        takeBatch(this.#saves.tree, (job) => job.plain),
      );
    if (this.#opens.length > 0) return new OpenBatch(takeBatch(this.#opens, (job) => job.sealed));
    if (this.#saves.data.length > 0)
      return new SaveBatch(
        'data',
        takeBatch(this.#saves.data, (job) => job.plain),
      );
    return null;
  }

  #workerData(): BlobWorkerData {
    const { encrypt, macK, macR } = this.#key;
    // Copies: a clone of a Buffer would carry along the memory that it shares with others.
    return {
      encrypt: Uint8Array.from(encrypt),
      macK: Uint8Array.from(macK),
      macR: Uint8Array.from(macR),
      compression: this.#compression,
    };
  }

  #crashed(cause: Error): void {
    void this.#end(
      new HoldfastError(
        'internal',
        `Cannot process blobs: a worker thread failed: ${cause.message}. ` +
          'No snapshot was saved. If memory is short, use fewer threads; then run it again.',
        { cause },
      ),
    );
  }

  async #end(error: HoldfastError): Promise<void> {
    this.#ended ??= error;
    const jobs = [...this.#saves.tree.splice(0), ...this.#saves.data.splice(0), ...this.#opens.splice(0)];
    for (const { result } of jobs) result.reject(error);
    await Promise.all(this.#threads.map((thread) => thread.end(error)));
  }
}

/** Takes the first jobs of `queue` whose blobs go into one batch: one at least. */
function takeBatch<Job>(queue: Job[], bytesOf: (job: Job) => Uint8Array): Job[] {
  let count = 0;
  for (let bytes = 0; count < Math.min(queue.length, MAX_BATCH_BLOBS); count++) {
    bytes += bytesOf(queue[count] as Job).length;
    if (count > 0 && bytes > MAX_BATCH_BYTES) break;
  }
  return queue.splice(0, count);
}
