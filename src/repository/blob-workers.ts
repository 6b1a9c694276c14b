import type { Compression, ExpectedBlob } from './blob-sealing.ts';
import type { BlobToVerify } from './blob-worker-messages.ts';
import type { PackToCheck } from './check-pack.ts';
import type { FileOfBlobs } from './compare-file.ts';
import type { BlobId } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';
import type { LentBlob } from './lent-blob.ts';
import type { EntryToMake } from './make-entries.ts';
import type { OpenedPack } from './opened-pack.ts';
import type { BlobSaver } from './save-batch.ts';
import type { StretchOfBlobs, WriteOutcome } from './write-batch.ts';
import type { Refusal, WriteTarget } from './write-files.ts';

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
   * Opens the blobs of `stretch` in a thread, which then writes its files below a folder of this machine: never without threads
   * (`hasThreads`).
   * @throws HoldfastError internal as `save`.
   */
  write(stretch: StretchOfBlobs, target: WriteTarget): Promise<WriteOutcome>;

  /**
   * Makes folders and symlinks below `folder` of this machine in a thread (see makeEntries): never without threads (`hasThreads`).
   * @throws HoldfastError internal as `save`.
   */
  make(folder: string, entries: readonly EntryToMake[]): Promise<Refusal | null>;

  /**
   * Has one thread, which need not be there yet, open the trees of a pack while they are used: `pack` says which are open. Nothing
   * comes of it without threads, or if that one fails.
   */
  openAhead(pack: OpenedPack): void;

  /** Starts the thread for `openAhead`. */
  startOpening(): void;

  /**
   * Says that so much will soon be saved, in one blob or more: threads for it are started now, one for each HEAVY_USE_BYTES, and not
   * when the first of it has been done in this thread.
   */
  expectToSave(sizeBytes: number): void;

  /** Starts all threads: who knows that there will be enough to do need not wait for them later. */
  start(): void;

  /** Ends the threads. What is under way fails with code cancelled. Idempotent. */
  close(): Promise<void>;
}
