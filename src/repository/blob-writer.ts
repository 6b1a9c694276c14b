import type { Backend } from '../backends/backend.ts';
import type { RepositoryKey } from '../crypto/seal.ts';
import { HoldfastError } from '../errors.ts';
import type { BlobIndex } from './blob-index.ts';
import type { BlobWorkers } from './blob-workers.ts';
import type { BlobId, IndexId } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';
import { IndexWriter } from './index-writer.ts';
import { PackBuilder } from './pack-builder.ts';
import { PackUploader, type StoredPack } from './pack-uploader.ts';
import type { PendingBlobs, SealedBlob } from './pending-blobs.ts';
import type { SavedBlob, WrittenCounts } from './repository.ts';
import type { SealedFiles } from './sealed-files.ts';
import { SlabPool } from './slab-pool.ts';

/** Plain bytes that may be with each thread before `room` makes callers wait. */
const BYTES_UNDER_WAY_OF_A_THREAD = 5 * 1024 * 1024;

/** Blobs that may be with each thread: small ones cost messages, not bytes. */
const BLOBS_UNDER_WAY_OF_A_THREAD = 128;

/** Of more threads than these some wait now and then: memory doesn't grow with a machine's cores. */
const MOST_FED_THREADS = 12;

/** What a caller that was let in is taken to bring, until it does. */
const EXPECTED_BLOB_BYTES = 512 * 1024;

/** Far below restic's limit for a header (409,199 blobs): a pack of tiny blobs stays cheap to index and to check. */
const MAX_BLOBS_PER_PACK = 50_000;

export interface BlobWriterOptions {
  readonly backend: Backend;
  readonly files: SealedFiles;
  readonly key: RepositoryKey;
  readonly index: BlobIndex;
  readonly pending: PendingBlobs;
  /** How many threads the workers may have, or 1 where they have none. */
  readonly threads: number;
  /** Called when the first blob comes. */
  readonly workers: () => BlobWorkers;
  /** A pack is closed when its body has so many bytes. */
  readonly packSizeBytes: number;
  readonly nowMs: () => number;
  /** Rejects if the lock was lost. */
  readonly confirmLock: () => Promise<void>;
  readonly onIndexSaved: (id: IndexId) => void;
}

/**
 * The way of new blobs: workers (hash, compress, seal) → an open pack of their type → upload → index file. The first
 * failure of any step ends all of it: every later call throws that error, so that nothing is built on a lost blob.
 */
export class BlobWriter {
  readonly #options: BlobWriterOptions;
  readonly #uploader: PackUploader;
  readonly #indexes: IndexWriter;
  readonly #pages = new SlabPool();
  readonly #open: Record<BlobType, PackBuilder>;
  readonly #waitingForRoom: PromiseWithResolvers<void>[] = [];
  readonly #written = { dataBlobs: 0, treeBlobs: 0, addedBytes: 0, storedBytes: 0, packs: 0 };
  readonly #underWay = new Set<Promise<unknown>>();
  #bytesUnderWay = 0;
  /** Callers that `room` let in during this turn of the event loop and that have not saved anything yet. */
  #admitted = 0;
  #turnPlanned = false;
  #failure: { error: unknown } | null = null;
  /** The lock that no pack is stored before. */
  #awaited: Promise<void> | null = null;
  /** False: nobody is let in yet. */
  #hasBegun = true;
  /** Why it was not got: nobody is let in before another is waited for. */
  #refusal: { error: unknown } | null = null;

  constructor(options: BlobWriterOptions) {
    this.#options = options;
    this.#open = { data: this.#newPack('data'), tree: this.#newPack('tree') };
    this.#uploader = new PackUploader({
      backend: options.backend,
      onStored: (pack) => this.#packIsStored(pack),
      onFailure: (error) => this.#fail(error),
      onSettled: () => this.#planTurn(),
    });
    this.#indexes = new IndexWriter({
      files: options.files,
      nowMs: options.nowMs,
      confirmLock: options.confirmLock,
      onSaved: options.onIndexSaved,
      onFailure: (error) => this.#fail(error),
    });
  }

  get written(): WrittenCounts {
    return { ...this.#written };
  }

  save(type: BlobType, plain: Uint8Array): Promise<SavedBlob> {
    const sizeBytes = plain.length; // The workers may take the memory away.
    return this.#save(type, plain, (id) => this.#claim(type, id, sizeBytes));
  }

  /** As `save`, also of a blob that the repository has: it is stored once more. */
  saveAgain(type: BlobType, plain: Uint8Array): Promise<SavedBlob> {
    const sizeBytes = plain.length;
    return this.#save(type, plain, (id) => {
      this.#options.pending.add(type, id, sizeBytes);
      return true;
    });
  }

  /** Puts a blob into a pack that is sealed already, also one that the repository has. Its bytes are copied. */
  addSealed(type: BlobType, id: BlobId, blob: SealedBlob): void {
    this.#throwFailure();
    this.#options.pending.add(type, id, blob.plainLength);
    this.#addToPack(type, id, blob);
  }

  async #save(type: BlobType, plain: Uint8Array, claim: (id: BlobId) => boolean): Promise<SavedBlob> {
    this.#throwFailure();
    const sizeBytes = plain.length;
    let added = false;
    const work = this.#options.workers().save(type, plain, {
      isNew: claim,
      onSealed: (newId, sealed) => {
        this.#throwFailure();
        this.#addToPack(type, newId, sealed);
        added = true;
      },
    });
    this.#underWay.add(work);
    this.#bytesUnderWay += sizeBytes;
    if (this.#admitted > 0) this.#admitted--;
    try {
      return { id: await work, added };
    } catch (error) {
      this.#fail(error);
      throw error;
    } finally {
      this.#underWay.delete(work);
      this.#bytesUnderWay -= sizeBytes;
      this.#planTurn();
    }
  }

  /** See Repository. */
  storeAfter(lock: Promise<void>, begin: Promise<void>): void {
    this.#awaited = lock;
    this.#hasBegun = false;
    this.#refusal = null;
    this.#uploader.holdUntil(lock);
    const ifAwaited = (work: () => void) => {
      if (this.#awaited === lock) work();
    };
    const letIn = () =>
      ifAwaited(() => {
        this.#hasBegun = true;
        this.#planTurn();
      });
    const refuse = (error: unknown) =>
      ifAwaited(() => {
        this.#refusal = { error };
        for (const waiting of this.#waitingForRoom.splice(0)) waiting.reject(error);
      });
    lock.then(letIn, refuse);
    begin.then(letIn, () => {}); // then the lock lets them in
  }

  async room(): Promise<void> {
    this.#throwFailure();
    if (this.#refusal !== null) throw this.#refusal.error;
    if (this.takeRoom()) return;
    const waiting = Promise.withResolvers<void>();
    this.#waitingForRoom.push(waiting);
    await waiting.promise;
  }

  /** See Repository. */
  takeRoom(): boolean {
    if (this.#failure !== null || this.#refusal !== null) return false;
    this.#planTurn();
    if (!this.#hasRoom() || this.#waitingForRoom.length > 0) return false;
    this.#admitted++;
    return true;
  }

  /** Packs first, then the index that names them: for every blob whose `save` was called before. */
  async flush(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    this.#throwFailure();
    const isAllStored = this.#options.pending.watchSealed();
    this.#closePack('data');
    this.#closePack('tree');
    await this.#uploader.stored();
    this.#throwFailure();
    if (!isAllStored()) {
      const lost = new HoldfastError(
        'internal',
        'Cannot finish: a blob that was saved is in no stored pack.',
      );
      this.#fail(lost);
      throw lost;
    }
    await this.#indexes.flush();
    this.#throwFailure();
  }

  /** Ends writing: later calls fail, packs under way come to be named by no index, and no index is under way. */
  async stop(): Promise<void> {
    this.#fail(new HoldfastError('internal', 'Nothing more is written to the repository.'));
    await this.#indexes.close();
  }

  /** True for the first who saves this blob: it must then be sealed and packed, since others rely on it. */
  #claim(type: BlobType, id: BlobId, sizeBytes: number): boolean {
    const { index, pending } = this.#options;
    if (pending.has(type, id) || index.find(type, id) >= 0) return false;
    pending.add(type, id, sizeBytes);
    return true;
  }

  #addToPack(type: BlobType, id: BlobId, blob: SealedBlob): void {
    const pack = this.#open[type];
    this.#options.pending.setSealed(type, id, pack.add(id, blob));
    this.#written[type === 'data' ? 'dataBlobs' : 'treeBlobs']++;
    this.#written.addedBytes += blob.plainLength;
    this.#written.storedBytes += blob.bytes.length;
    if (pack.bodyBytes >= this.#options.packSizeBytes || pack.blobCount >= MAX_BLOBS_PER_PACK) {
      this.#closePack(type);
    }
  }

  #closePack(type: BlobType): void {
    const pack = this.#open[type];
    if (pack.blobCount === 0) return;
    this.#open[type] = this.#newPack(type);
    try {
      this.#uploader.put(pack.finish(this.#options.key));
    } catch (error) {
      // Its blobs are lost, and others count on them.
      this.#fail(error);
      throw error;
    }
  }

  #newPack(type: BlobType): PackBuilder {
    return new PackBuilder(type, this.#options.packSizeBytes, this.#pages);
  }

  #packIsStored(pack: StoredPack): void {
    const { index, pending } = this.#options;
    for (const blob of pack.blobs) {
      index.add(pack.id, blob, null);
      pending.remove(blob.type, blob.id);
    }
    this.#written.packs++;
    this.#indexes.add(pack);
  }

  #hasRoom(): boolean {
    const threads = Math.min(this.#options.threads, MOST_FED_THREADS);
    return (
      this.#hasBegun &&
      this.#bytesUnderWay + this.#admitted * EXPECTED_BLOB_BYTES < threads * BYTES_UNDER_WAY_OF_A_THREAD &&
      this.#underWay.size + this.#admitted < threads * BLOBS_UNDER_WAY_OF_A_THREAD &&
      !this.#uploader.isFull
    );
  }

  /**
   * In the next turn those who were let in have saved what they have (or never will), so that it is known what room is
   * left for those who wait. All let in at once, they would fill it many times over.
   */
  #planTurn(): void {
    if (this.#turnPlanned) return;
    this.#turnPlanned = true;
    setImmediate(() => {
      this.#turnPlanned = false;
      this.#admitted = 0;
      while (this.#waitingForRoom.length > 0 && this.#hasRoom()) {
        this.#admitted++;
        this.#waitingForRoom.shift()?.resolve();
      }
      if (this.#admitted > 0) this.#planTurn();
    });
  }

  #fail(error: unknown): void {
    if (this.#failure !== null) return;
    this.#failure = { error };
    this.#options.pending.failAll(error instanceof Error ? error : new Error(String(error)));
    for (const waiting of this.#waitingForRoom.splice(0)) waiting.reject(error);
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}
