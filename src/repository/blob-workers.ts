import { availableParallelism } from 'node:os';
import type { RepositoryKey } from '../crypto/seal.ts';
import { HoldfastError } from '../errors.ts';
import {
  type Compression,
  type ExpectedBlob,
  openBlob,
  refuseGiant,
  sealBlob,
  verifyBlob,
} from './blob-sealing.ts';
import { type BlobBatch, BlobThread } from './blob-thread.ts';
import type { BlobToVerify, BlobWorkerData } from './blob-worker-messages.ts';
import { CheckBatch } from './check-batch.ts';
import { checkWholePack, type PackToCheck } from './check-pack.ts';
import { CompareBatch } from './compare-batch.ts';
import { type FileOfBlobs, faultOfFile } from './compare-file.ts';
import { type BlobId, idOf } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';
import { LentBlob } from './lent-blob.ts';
import { OpenBatch } from './open-batch.ts';
import type { OpenedPack } from './opened-pack.ts';
import { PackOpener } from './pack-opener.ts';
import { type BlobSaver, SaveBatch } from './save-batch.ts';
import { SlabPool } from './slab-pool.ts';
import { VerifyBatch } from './verify-batch.ts';
import { type StretchOfBlobs, WriteBatch, type WriteOutcome } from './write-batch.ts';

export interface BlobWorkersOptions {
  /** How many worker threads may be started; 0 works in this thread. Default: one per core. */
  readonly threads?: number | undefined;
  /** What is done in this thread before others are started. Default HEAVY_USE_BYTES. */
  readonly bytesBeforeThreads?: number | undefined;
  readonly compression: Compression;
  /** The threads' entry. Default: blob-worker.ts, or the bundle of it beside ours. */
  readonly workerEntry?: string | undefined;
}

/** Hashes, compresses and seals blobs, and the reverse; checks packs. */
export interface BlobWorkers {
  /**
   * Hashes `plain` and, if `saver` says that it is new, compresses and seals it. `plain` is copied before this returns.
   * @throws HoldfastError internal if a thread ends unexpectedly; what `saver` throws.
   */
  save(type: BlobType, plain: Uint8Array, saver: BlobSaver): Promise<BlobId>;

  /**
   * The plain blob in `sealed` (copied too). MAC, size and hash are verified.
   * @throws HoldfastError repository-damaged, or internal as `save`.
   */
  open(sealed: Uint8Array, expected: ExpectedBlob): Promise<Buffer>;

  /**
   * As `open`, in memory that is to be given back.
   * @param how.alone It is one of those that are asked for one by one, as a walk's trees are: more of them are opened in this
   *   thread. Default: false.
   */
  lend(sealed: Uint8Array, expected: ExpectedBlob, how?: { readonly alone: boolean }): Promise<LentBlob>;

  /**
   * What is wrong with a pack, as `checkPack` says it.
   * @param read Loads all of it, into the memory that it is given or its own.
   * @throws HoldfastError internal as `save`; what `read` throws.
   */
  checkPack(pack: PackToCheck, read: (into: Uint8Array) => Promise<Buffer>): Promise<readonly string[]>;

  /**
   * Opens each of `blobs`, which lie in `bytes` (copied too), and keeps nothing of it.
   * @returns What is wrong with each, null where nothing is.
   * @throws HoldfastError internal as `save`.
   */
  verify(blobs: readonly BlobToVerify[], bytes: Uint8Array): Promise<readonly (Error | null)[]>;

  /**
   * Reads files of this machine, which lie in `folder`, and compares them with their blobs.
   * @returns Of each what is wrong with it, ready to show; null: nothing.
   * @throws HoldfastError internal as `save`.
   */
  compareFiles(folder: string, files: readonly FileOfBlobs[]): Promise<readonly (string | null)[]>;

  /** Whether there may be other threads than this one. */
  readonly hasThreads: boolean;

  /**
   * Opens the blobs of `stretch` in a thread, which then writes its files below `folder` of this machine: never without threads
   * (`hasThreads`).
   * @throws HoldfastError internal as `save`.
   */
  write(stretch: StretchOfBlobs, folder: string): Promise<WriteOutcome>;

  /**
   * Has one thread, which need not be there yet, open the trees of a pack while they are used: `pack` says which are open. Nothing
   * comes of it without threads, or if that one fails.
   */
  openAhead(pack: OpenedPack): void;

  /** Starts the thread for `openAhead`. */
  startOpening(): void;

  /** Starts all threads: who knows that there will be enough to do need not wait for them later. */
  start(): void;

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
/**
 * What is opened blob by blob counts for a part of it: to hand a tree over takes nearly as long as to open it, and to start two
 * threads (0.2 s of the processor's time) as long as to open 5,000.
 */
const OPENED_ALONE_PART = 1 / 4;
/** So much of what it takes to open bytes does it take to hash them alone. */
const PART_OF_HASHING = 1 / 4;

/** So that a thread has work while the main thread answers which blobs are new. */
const MAX_BATCHES_PER_THREAD = 3;

/** Kinds of work in the order in which threads take it: folders wait for the IDs of the trees below them. */
const KINDS = ['tree', 'open', 'data'] as const;

type Kind = (typeof KINDS)[number];

class BlobPool implements BlobWorkers {
  readonly #key: RepositoryKey;
  readonly #compression: Compression;
  readonly #maxThreads: number;
  readonly #workerEntry: string | undefined;
  readonly #threads: BlobThread[] = [];
  readonly #opener = new PackOpener((onCrash) => this.#makeThread(onCrash));
  readonly #slabs = new SlabPool();
  /** Batches that take no more, and wait for a thread. */
  readonly #closed: Record<Kind, BlobBatch[]> = { tree: [], open: [], data: [] };
  /** Batches that grow while all threads have enough to do. */
  readonly #saves: Record<BlobType, SaveBatch | null> = { tree: null, data: null };
  #open: OpenBatch | null = null;
  #bytesBeforeThreads: number;
  #dispatchPlanned = false;
  /** Why nothing works any more. */
  #ended: HoldfastError | null = null;

  constructor(key: RepositoryKey, options: BlobWorkersOptions) {
    this.#key = key;
    this.#compression = options.compression;
    this.#maxThreads = options.threads ?? availableParallelism();
    this.#workerEntry = options.workerEntry;
    this.#bytesBeforeThreads = options.bytesBeforeThreads ?? HEAVY_USE_BYTES;
  }

  save(type: BlobType, plain: Uint8Array, saver: BlobSaver): Promise<BlobId> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    if (this.#staysHere(plain.length)) return this.#saveHere(type, plain, saver);
    if (this.#saves[type]?.hasRoomFor(plain.length) === false) this.#close(type);
    this.#saves[type] ??= new SaveBatch(type, this.#slabs, plain.length);
    const result = this.#saves[type].add(plain, saver);
    this.#planDispatch();
    return result;
  }

  async open(sealed: Uint8Array, expected: ExpectedBlob): Promise<Buffer> {
    return (await this.lend(sealed, expected)).keep();
  }

  async lend(sealed: Uint8Array, expected: ExpectedBlob, { alone } = { alone: false }): Promise<LentBlob> {
    if (this.#ended !== null) throw this.#ended;
    if (this.#staysHere(sealed.length, alone ? OPENED_ALONE_PART : 1))
      return LentBlob.ofOwn(openBlob(this.#key, sealed, expected));
    // Before room is taken for what an index claims.
    refuseGiant(`blob ${expected.id}`, { length: sealed.length, plainLength: expected.plainLength });
    const blob = { sealed, expected };
    if (this.#open?.hasRoomFor(blob) === false) this.#close('open');
    this.#open ??= new OpenBatch(this.#slabs, blob);
    const result = this.#open.add(blob);
    this.#planDispatch();
    return await result;
  }

  async checkPack(
    pack: PackToCheck,
    read: (into: Uint8Array) => Promise<Buffer>,
  ): Promise<readonly string[]> {
    if (this.#ended !== null) throw this.#ended;
    const slab = this.#slabs.take(pack.sizeBytes);
    try {
      const bytes = await read(slab.subarray(0, pack.sizeBytes));
      if (this.#ended !== null) throw this.#ended;
      if (this.#staysHere(bytes.length)) return await checkWholePack(pack, bytes, this.#key);
      if (bytes.buffer !== slab.buffer) slab.set(bytes);
      const batch = new CheckBatch(slab, pack);
      this.#closed.open.push(batch);
      this.#planDispatch();
      return await batch.problems;
    } finally {
      this.#slabs.give(slab);
    }
  }

  async verify(blobs: readonly BlobToVerify[], bytes: Uint8Array): Promise<readonly (Error | null)[]> {
    if (this.#ended !== null) throw this.#ended;
    if (this.#staysHere(bytes.length)) return blobs.map((blob) => this.#faultOf(blob, bytes));
    const batch = new VerifyBatch(this.#slabs, blobs, bytes);
    this.#closed.open.push(batch);
    this.#planDispatch();
    return await batch.faults;
  }

  #faultOf({ offset, length, expected }: BlobToVerify, bytes: Uint8Array): Error | null {
    try {
      verifyBlob(this.#key, bytes.subarray(offset, offset + length), expected);
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async compareFiles(folder: string, files: readonly FileOfBlobs[]): Promise<readonly (string | null)[]> {
    if (this.#ended !== null) throw this.#ended;
    const bytes = files.reduce((sum, { blobs }) => sum + bytesIn(blobs), 0);
    if (this.#staysHere(bytes * PART_OF_HASHING)) return files.map((file) => faultOfFile(folder, file));
    const batch = new CompareBatch(folder, files);
    this.#closed.open.push(batch);
    this.#planDispatch();
    return await batch.faults;
  }

  get hasThreads(): boolean {
    return this.#maxThreads > 0;
  }

  async write(stretch: StretchOfBlobs, folder: string): Promise<WriteOutcome> {
    if (this.#ended !== null) throw this.#ended;
    const batch = new WriteBatch(stretch, folder);
    this.#closed.open.push(batch);
    this.#planDispatch();
    return await batch.outcome;
  }

  openAhead(pack: OpenedPack): void {
    if (this.#ended === null && this.#maxThreads > 0) this.#opener.open(pack);
  }

  startOpening(): void {
    if (this.#ended === null && this.#maxThreads > 0) this.#opener.start();
  }

  start(): void {
    while (this.#ended === null && this.#threads.length < this.#maxThreads) this.#startThread();
  }

  async close(): Promise<void> {
    const closed = new HoldfastError('cancelled', 'Cannot finish work on blobs: the repository was closed.');
    await this.#end(closed);
  }

  #staysHere(bytes: number, part = 1): boolean {
    if (this.#maxThreads === 0) return true;
    if (this.#threads.length > 0) return false;
    this.#bytesBeforeThreads -= (bytes + SMALL_BLOB_COST_BYTES) * part;
    return this.#bytesBeforeThreads >= 0;
  }

  async #saveHere(type: BlobType, plain: Uint8Array, saver: BlobSaver): Promise<BlobId> {
    const id = idOf<BlobId>(plain);
    if (saver.isNew(id)) saver.onSealed(id, sealBlob(this.#key, this.#compression, type, plain));
    return id;
  }

  /** Puts the batch that grows in line. */
  #close(kind: Kind): void {
    const batch = kind === 'open' ? this.#open : this.#saves[kind];
    if (kind === 'open') this.#open = null;
    else this.#saves[kind] = null;
    if (batch !== null) this.#closed[kind].push(batch);
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

  #dispatch(): void {
    while (this.#ended === null && this.#hasWork()) {
      const thread = this.#freeThread();
      const batch = thread === null ? null : this.#nextBatch();
      if (thread === null || batch === null) return;
      thread.run(batch);
    }
  }

  #hasWork(): boolean {
    if (this.#open !== null || this.#saves.tree !== null || this.#saves.data !== null) return true;
    return KINDS.some((kind) => this.#closed[kind].length > 0);
  }

  /** The thread with the least to do. */
  #freeThread(): BlobThread | null {
    const [least] = this.#threads.toSorted((a, b) => a.batchCount - b.batchCount);
    if (least !== undefined && (least.batchCount === 0 || this.#threads.length === this.#maxThreads)) {
      return least.batchCount < MAX_BATCHES_PER_THREAD ? least : null;
    }
    return this.#startThread();
  }

  #startThread(): BlobThread {
    const onCrash = (error: Error) => this.#crashed(error);
    const shared = this.#threads.length === 0 ? this.#opener.share(onCrash) : null;
    const thread = shared ?? this.#makeThread(onCrash);
    if (shared === null) this.#opener.use(thread);
    this.#threads.push(thread);
    return thread;
  }

  #makeThread(onCrash: (error: Error) => void): BlobThread {
    return new BlobThread({
      data: this.#workerData(),
      entry: this.#workerEntry,
      onBatchDone: () => this.#dispatch(),
      onCrash,
    });
  }

  #nextBatch(): BlobBatch | null {
    for (const kind of KINDS) {
      if (this.#closed[kind].length === 0) this.#close(kind);
      const batch = this.#closed[kind].shift();
      if (batch !== undefined) return batch;
    }
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
    for (const kind of KINDS) {
      this.#close(kind);
      for (const batch of this.#closed[kind].splice(0)) batch.onFailure(error);
    }
    await Promise.all([this.#opener.end(error), ...this.#threads.map((thread) => thread.end(error))]);
  }
}

function bytesIn(blobs: FileOfBlobs['blobs']): number {
  return blobs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
