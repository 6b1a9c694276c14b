import { availableParallelism } from 'node:os';
import { copyBytes } from '../copy-bytes.ts';
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
import type { BlobBatch } from './blob-thread.ts';
import type { BlobToVerify, BlobWorkerData } from './blob-worker-messages.ts';
import type { BlobWorkers, BlobWorkersOptions } from './blob-workers.ts';
import { CheckBatch } from './check-batch.ts';
import { checkWholePack, type PackToCheck } from './check-pack.ts';
import { CompareBatch } from './compare-batch.ts';
import { type FileOfBlobs, faultOfFile } from './compare-file.ts';
import { type BlobId, idOf } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';
import { LentBlob } from './lent-blob.ts';
import { MakeBatch } from './make-batch.ts';
import type { EntryToMake } from './make-entries.ts';
import { OpenBatch } from './open-batch.ts';
import type { OpenedPack } from './opened-pack.ts';
import { type BlobSaver, SaveBatch } from './save-batch.ts';
import { SlabPool } from './slab-pool.ts';
import { type Kind, ThreadTeam } from './thread-team.ts';
import { VerifyBatch } from './verify-batch.ts';
import { type StretchOfBlobs, WriteBatch, type WriteOutcome } from './write-batch.ts';
import type { Refusal, WriteTarget } from './write-files.ts';

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

class BlobPool implements BlobWorkers {
  readonly #key: RepositoryKey;
  readonly #compression: Compression;
  readonly #team: ThreadTeam;
  readonly #slabs = new SlabPool();
  /** Batches that grow while all threads have enough to do. */
  readonly #saves: Record<BlobType, SaveBatch | null> = { tree: null, data: null };
  #open: OpenBatch | null = null;
  readonly #heavyUseBytes: number;
  #bytesBeforeThreads: number;
  /** What was said to come. */
  #expectedBytes = 0;
  /** Why nothing works any more. */
  #ended: HoldfastError | null = null;

  constructor(key: RepositoryKey, options: BlobWorkersOptions) {
    this.#key = key;
    this.#compression = options.compression;
    this.#team = new ThreadTeam({
      maxThreads: options.threads ?? availableParallelism(),
      data: workerData(key, options.compression),
      entry: options.workerEntry,
      growing: {
        hasAny: () => this.#open !== null || this.#saves.tree !== null || this.#saves.data !== null,
        take: (kind) => this.#take(kind),
      },
      onCrash: (error) => this.#crashed(error),
    });
    this.#heavyUseBytes = options.bytesBeforeThreads ?? HEAVY_USE_BYTES;
    this.#bytesBeforeThreads = this.#heavyUseBytes;
  }

  save(type: BlobType, plain: Uint8Array, saver: BlobSaver): Promise<BlobId> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    if (this.#staysHere(plain.length)) return this.#saveHere(type, plain, saver);
    if (this.#saves[type]?.hasRoomFor(plain.length) === false) this.#close(type);
    this.#saves[type] ??= new SaveBatch(type, this.#slabs, plain.length);
    const result = this.#saves[type].add(plain, saver);
    this.#team.planDispatch();
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
    this.#team.planDispatch();
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
      if (bytes.buffer !== slab.buffer) copyBytes(bytes, slab);
      const batch = new CheckBatch(slab, pack);
      this.#team.add('open', batch);
      return await batch.problems;
    } finally {
      this.#slabs.give(slab);
    }
  }

  async verify(blobs: readonly BlobToVerify[], bytes: Uint8Array): Promise<readonly (Error | null)[]> {
    if (this.#ended !== null) throw this.#ended;
    if (this.#staysHere(bytes.length)) return blobs.map((blob) => this.#faultOf(blob, bytes));
    const batch = new VerifyBatch(this.#slabs, blobs, bytes);
    this.#team.add('open', batch);
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
    this.#team.add('open', batch);
    return await batch.faults;
  }

  get hasThreads(): boolean {
    return this.#team.maxThreads > 0;
  }

  async write(stretch: StretchOfBlobs, target: WriteTarget): Promise<WriteOutcome> {
    if (this.#ended !== null) throw this.#ended;
    const batch = new WriteBatch(stretch, target);
    this.#team.add('open', batch);
    return await batch.outcome;
  }

  async make(folder: string, entries: readonly EntryToMake[]): Promise<Refusal | null> {
    if (this.#ended !== null) throw this.#ended;
    const batch = new MakeBatch(folder, entries);
    this.#team.add('open', batch);
    return await batch.refusal;
  }

  openAhead(pack: OpenedPack): void {
    if (this.#ended === null) this.#team.openAhead(pack);
  }

  startOpening(): void {
    if (this.#ended === null) this.#team.startOpening();
  }

  expectToSave(sizeBytes: number): void {
    this.#expectedBytes += sizeBytes + SMALL_BLOB_COST_BYTES;
    if (this.#ended === null) this.#team.start(Math.floor(this.#expectedBytes / this.#heavyUseBytes));
  }

  start(): void {
    if (this.#ended === null) this.#team.start();
  }

  async close(): Promise<void> {
    const closed = new HoldfastError('cancelled', 'Cannot finish work on blobs: the repository was closed.');
    await this.#end(closed);
  }

  #staysHere(bytes: number, part = 1): boolean {
    if (!this.hasThreads) return true;
    if (this.#team.isStarted) return false;
    this.#bytesBeforeThreads -= (bytes + SMALL_BLOB_COST_BYTES) * part;
    return this.#bytesBeforeThreads >= 0;
  }

  async #saveHere(type: BlobType, plain: Uint8Array, saver: BlobSaver): Promise<BlobId> {
    const id = idOf<BlobId>(plain);
    if (saver.isNew(id)) saver.onSealed(id, sealBlob(this.#key, this.#compression, type, plain));
    return id;
  }

  /** The batch that grows, which takes no more. */
  #take(kind: Kind): BlobBatch | null {
    const batch = kind === 'open' ? this.#open : this.#saves[kind];
    if (kind === 'open') this.#open = null;
    else this.#saves[kind] = null;
    return batch;
  }

  /** Puts the batch that grows in line. */
  #close(kind: Kind): void {
    const batch = this.#take(kind);
    if (batch !== null) this.#team.add(kind, batch);
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
    await this.#team.end(error);
  }
}

function workerData({ encrypt, macK, macR }: RepositoryKey, compression: Compression): BlobWorkerData {
  // Copies: a clone of a Buffer would carry along the memory that it shares with others.
  return {
    encrypt: Uint8Array.from(encrypt),
    macK: Uint8Array.from(macK),
    macR: Uint8Array.from(macR),
    compression,
  };
}

function bytesIn(blobs: FileOfBlobs['blobs']): number {
  return blobs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
