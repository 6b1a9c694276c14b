import { availableParallelism } from 'node:os';
import type { Backend } from '../backends/backend.ts';
import { untilCancelled } from '../backends/cancel.ts';
import { type RepositoryKey, SEAL_OVERHEAD_BYTES } from '../crypto/seal.ts';
import { HoldfastError } from '../errors.ts';
import { type AdoptedCounts, adoptPacks } from './adopt-packs.ts';
import type { BlobIndex } from './blob-index.ts';
import { createBlobWorkers } from './blob-pool.ts';
import { BlobReader } from './blob-reader.ts';
import type { Compression } from './blob-sealing.ts';
import type { BlobWorkers } from './blob-workers.ts';
import { BlobWriter } from './blob-writer.ts';
import type { FileOfBlobs } from './compare-file.ts';
import type { Config } from './format/config.ts';
import { type BlobId, type IndexId, idOf, type KeyId, type PackId, type SnapshotId } from './format/ids.ts';
import type { Tree } from './format/node.ts';
import type { Snapshot } from './format/snapshot.ts';
import { encodeSnapshot } from './format/snapshot-file.ts';
import { decodeTree, encodeTree, readsBack, type TreeToSave } from './format/tree.ts';
import { saveWhileHeld } from './guarded-save.ts';
import type { LentBlob } from './lent-blob.ts';
import { LoadedIndex } from './loaded-index.ts';
import { type LookedAtPacks, lookAtPacks } from './look-at-packs.ts';
import type { EntryToMake } from './make-entries.ts';
import { type OpenMarksFolder, SnapshotMarks } from './marks.ts';
import { PendingBlobs, type SealedBlob } from './pending-blobs.ts';
import { type BlobOutcome, readAhead } from './read-ahead.ts';
import type {
  BlobType,
  LockGuard,
  Repository,
  SavedBlob,
  StoredSnapshot,
  WrittenCounts,
} from './repository.ts';
import { holdNeeded } from './retention-locks.ts';
import { listAll, SealedFiles } from './sealed-files.ts';
import { type LoadSnapshotsOptions, loadSnapshot, loadSnapshots, snapshotIds } from './snapshots.ts';
import { type ReadStretch, Stretches } from './stretch.ts';
import type { Refusal } from './write-files.ts';
import { WriteGuard } from './write-guard.ts';

export interface RepositoryOptions {
  /** Threads that hash, compress and seal. Default: one per core. */
  readonly threads?: number;
  /** See BlobWorkersOptions. */
  readonly bytesBeforeThreads?: number;
  /** restic's words: everything, `auto` by default; `off`: trees alone. Version 1 has no compression. */
  readonly compression?: 'auto' | 'off' | 'fastest' | 'better' | 'max';
  /** A pack is closed once it has so many bytes. Default 16 MiB; restic takes 4 to 128 MiB. */
  readonly packSizeBytes?: number;
  /** Told of what a person should know although the work goes on: one line each, ready to show. */
  readonly onWarning?: (message: string) => void;
  /** Puts something between the repository and its backend that must know its ID, such as a cache. */
  readonly wrapBackend?: (backend: Backend, repositoryId: string) => Promise<Backend>;
  /** Where backups leave marks for the next ones. Default: nowhere. Never rejects. */
  readonly openMarks?: OpenMarksFolder;
  /** For tests: milliseconds that only rise. */
  readonly nowMs?: () => number;
}

const DEFAULT_PACK_BYTES = 16 * 1024 * 1024;

/** What has been told from a backend and a password. */
export interface UnlockedRepository {
  readonly backend: Backend;
  readonly config: Config;
  readonly masterKey: RepositoryKey;
  readonly keyId: KeyId;
}

/** A repository that is open. Made by `openRepository` and `initRepository`. */
export class OpenRepository implements Repository {
  readonly backend: Backend;
  readonly files: SealedFiles;
  readonly marks: SnapshotMarks;
  readonly masterKey: RepositoryKey;
  readonly id: string;
  readonly version: 1 | 2;
  readonly chunkerPolynomial: bigint;
  /** The key that opened it. `changePassword` sets it. */
  keyId: KeyId;
  readonly #options: RepositoryOptions;
  readonly #index: LoadedIndex;
  readonly #guard = new WriteGuard();
  readonly #pending = new PendingBlobs();
  readonly #reader: BlobReader;
  readonly #stretches: Stretches;
  readonly #writer: BlobWriter;
  #workers: BlobWorkers | null = null;
  #closing: Promise<void> | null = null;

  constructor({ backend, config, masterKey, keyId }: UnlockedRepository, options: RepositoryOptions) {
    this.backend = backend;
    this.masterKey = masterKey;
    this.keyId = keyId;
    this.id = config.id;
    this.version = config.version;
    this.chunkerPolynomial = config.chunkerPolynomial;
    this.files = new SealedFiles(backend, masterKey, config.version);
    this.#index = new LoadedIndex(this.files);
    const openFolder = async () => (await options.openMarks?.(config.id)) ?? null;
    this.marks = new SnapshotMarks(masterKey, { index: this.#index, openFolder });
    this.#options = options;
    const shared = { backend, index: this.index, pending: this.#pending, workers: () => this.workers() };
    this.#reader = new BlobReader(shared);
    this.#stretches = new Stretches(this.#reader, shared.workers);
    this.#writer = new BlobWriter({
      ...shared,
      files: this.files,
      key: masterKey,
      threads: Math.max(this.#threads, 1),
      packSizeBytes: this.packSizeBytes,
      nowMs: options.nowMs ?? (() => performance.now()),
      confirmLock: () => this.#guard.confirmHeld(),
      onIndexSaved: (id) => void this.#index.written.add(id),
    });
  }

  /** New packs are closed once they have so many bytes. */
  get packSizeBytes(): number {
    return this.#options.packSizeBytes ?? DEFAULT_PACK_BYTES;
  }

  get #threads(): number {
    return this.#options.threads ?? availableParallelism();
  }

  get location(): string {
    return this.backend.location;
  }

  get folder(): string | undefined {
    return this.backend.folder;
  }

  get written(): WrittenCounts {
    return this.#writer.written;
  }

  async keyCount(): Promise<number> {
    return (await listAll(this.backend, 'key')).length;
  }

  get index(): BlobIndex {
    return this.#index.blobs;
  }

  /** The index files that `index` was loaded from. */
  get indexFiles(): ReadonlySet<IndexId> {
    return this.#index.files;
  }

  /** `onUnreadable` is told of index files that can't be read, which are then left out; without it they are errors. */
  loadIndex(signal?: AbortSignal, onUnreadable?: (id: IndexId, error: unknown) => void): Promise<void> {
    return this.#index.load(signal, onUnreadable);
  }

  forgetIndex(): void {
    this.#index.forget();
  }

  hasLoadedIndex(signal?: AbortSignal): Promise<boolean> {
    return this.#index.isStillStored(signal);
  }

  /** Whether no other index files are stored than those that were there when the index was loaded. */
  hasWholeIndex(signal?: AbortSignal): Promise<boolean> {
    return this.#index.isAllThatIsStored(signal);
  }

  hasBlob(type: BlobType, id: BlobId): boolean {
    return this.#pending.has(type, id) || this.index.find(type, id) >= 0;
  }

  blobSize(type: BlobType, id: BlobId): number | null {
    const row = this.index.find(type, id);
    if (row < 0) return this.#pending.plainLength(type, id);
    return this.index.plainLengthAt(row) ?? this.index.lengthAt(row) - SEAL_OVERHEAD_BYTES;
  }

  blobPlace(type: BlobType, id: BlobId): { packOrdinal: number; offset: number } | null {
    return this.#reader.place(type, id);
  }

  loadBlob(type: BlobType, id: BlobId, signal?: AbortSignal): Promise<Buffer> {
    return this.#reader.load(type, id, signal);
  }

  async *loadBlobs(
    type: BlobType,
    ids: AsyncIterable<BlobId> | Iterable<BlobId>,
    signal?: AbortSignal,
  ): AsyncIterable<Buffer> {
    for await (const outcome of this.tryBlobs(type, ids, signal)) {
      if (outcome.blob === null) throw outcome.error;
      yield outcome.blob;
    }
  }

  async *lendBlobs(
    type: BlobType,
    ids: AsyncIterable<BlobId> | Iterable<BlobId>,
    signal?: AbortSignal,
  ): AsyncIterable<LentBlob> {
    for await (const outcome of readAhead(this.#reader, type, ids, signal)) {
      if (outcome.blob === null) throw outcome.error;
      yield outcome.blob;
    }
  }

  /** As `loadBlobs`, but a blob that can't be read is an outcome, and the rest follows. */
  async *tryBlobs(
    type: BlobType,
    ids: AsyncIterable<BlobId> | Iterable<BlobId>,
    signal?: AbortSignal,
  ): AsyncIterable<BlobOutcome> {
    for await (const outcome of readAhead(this.#reader, type, ids, signal)) {
      if (outcome.blob === null) {
        yield outcome;
        continue;
      }
      const blob = outcome.blob.keep();
      this.#reader.remember(type, outcome.id, blob);
      yield { id: outcome.id, blob };
    }
  }

  async loadTree(id: BlobId, signal?: AbortSignal): Promise<Tree> {
    return decodeTree(await this.#reader.load('tree', id, signal));
  }

  compareFiles(folder: string, files: readonly FileOfBlobs[]): Promise<readonly (string | null)[]> {
    return this.workers().compareFiles(folder, files);
  }

  get readStretch(): ReadStretch | null {
    if (!this.workers().hasThreads) return null;
    return (files, options) => this.#stretches.read(files, options);
  }

  makeEntries(folder: string, entries: readonly EntryToMake[]): Promise<Refusal | null> {
    return this.workers().make(folder, entries);
  }

  startThreads(): void {
    this.workers().start();
  }

  expectToSave(sizeBytes: number): void {
    this.workers().expectToSave(sizeBytes);
  }

  openTreesAhead(): void {
    if (this.#threads > 1) this.#reader.openTreesAhead();
  }

  prefetchTrees(ids: Iterable<BlobId>): void {
    this.#reader.prefetchTrees(ids);
  }

  saveBlob(type: BlobType, plain: Uint8Array): Promise<SavedBlob> {
    return this.#writer.save(type, plain);
  }

  async saveTree(tree: TreeToSave): Promise<SavedBlob> {
    const json = encodeTree(tree);
    const id = idOf<BlobId>(json);
    // Most folders of a backup haven't changed: their trees needn't be looked at twice.
    if (this.hasBlob('tree', id)) return { id, added: false };
    // What a stored tree has was checked when that was written, and is what was listed now.
    const fresh = tree.nodes.filter((node) => !('json' in node));
    const checked = fresh.length === tree.nodes.length ? json : encodeTree({ nodes: fresh });
    if (!readsBack(checked)) {
      throw new HoldfastError('internal', 'Cannot save a tree: it reads back as another one.');
    }
    return await this.#writer.save('tree', json);
  }

  /** As `saveBlob`, also of a blob that is stored: prune compresses what wasn't so. */
  saveBlobAgain(type: BlobType, plain: Uint8Array): Promise<SavedBlob> {
    return this.#writer.saveAgain(type, plain);
  }

  /** Stores a blob once more that is sealed with this repository's key, in these bytes (copied), which were verified. */
  addSealedBlob(type: BlobType, id: BlobId, blob: SealedBlob): void {
    this.#writer.addSealed(type, id, blob);
  }

  room(): Promise<void> {
    return this.#writer.room();
  }

  takeRoom(): boolean {
    return this.#writer.takeRoom();
  }

  storeAfter(lock: Promise<void>, begin: Promise<void>): void {
    this.#writer.storeAfter(lock, begin);
  }

  flush(): Promise<void> {
    return this.#writer.flush();
  }

  stopWriting(): Promise<void> {
    return this.#writer.stop();
  }

  lookAtPacks(signal?: AbortSignal): Promise<LookedAtPacks> {
    return lookAtPacks(this, signal);
  }

  leaveOut(lost: readonly PackId[]): void {
    for (const id of lost) this.index.leftOut.add(id);
  }

  get leavesOut(): boolean {
    return this.index.leftOut.size > 0;
  }

  lacksTree(id: BlobId): boolean {
    return this.leavesOut && !this.hasBlob('tree', id);
  }

  adoptPacks(signal?: AbortSignal): Promise<AdoptedCounts> {
    return adoptPacks(this, signal);
  }

  /** Writes an index file, unless our lock is lost: a prune may then have taken the packs that it names. */
  async saveIndex(json: Buffer): Promise<void> {
    const file = { kind: 'index', json } as const;
    this.#index.written.add(await saveWhileHeld(this.files, () => this.#guard.confirmHeld(), file));
  }

  guardBy(lock: LockGuard): void {
    this.#guard.guardBy(lock);
  }

  /** To be asked before anything is removed that others may need. @throws HoldfastError lock-lost. */
  confirmExclusive(): Promise<void> {
    return this.#guard.confirmExclusive();
  }

  snapshots(options: LoadSnapshotsOptions = {}): AsyncIterable<StoredSnapshot> {
    return loadSnapshots(this.files, options);
  }

  snapshotIds(signal?: AbortSignal): Promise<SnapshotId[]> {
    return snapshotIds(this.files, signal);
  }

  async loadSnapshot(id: SnapshotId, signal?: AbortSignal): Promise<Snapshot> {
    const { snapshot } = await loadSnapshot(this.files, id, signal);
    return snapshot;
  }

  async saveSnapshot(snapshot: Snapshot, signal?: AbortSignal): Promise<SnapshotId> {
    const lock = this.#guard.requireLock();
    await untilCancelled(this.flush(), signal);
    if (this.index.find('tree', snapshot.tree) < 0) {
      throw new HoldfastError('internal', `Cannot save a snapshot: its tree ${snapshot.tree} is not stored.`);
    }
    await this.#holdNeeded(snapshot, lock, signal);
    const file = { kind: 'snapshot', json: encodeSnapshot(snapshot), signal, lost: lock.lost } as const;
    return await saveWhileHeld(this.files, () => lock.confirmHeld(), file);
  }

  /** What the snapshot reuses may be locked for a few days more only, or not at all. */
  async #holdNeeded({ tree }: Snapshot, { lost }: LockGuard, signal: AbortSignal | undefined): Promise<void> {
    const ending = signal === undefined ? lost : AbortSignal.any([signal, lost]);
    await holdNeeded(this, { trees: [tree], snapshots: [] }, { signal: ending });
  }

  /** The threads, started when they are first needed. */
  workers(): BlobWorkers {
    if (this.#closing !== null) throw new HoldfastError('internal', 'The repository is closed.');
    this.#workers ??= createBlobWorkers(this.masterKey, {
      threads: this.#threads,
      bytesBeforeThreads: this.#options.bytesBeforeThreads,
      compression: compressionOf(this.version, this.#options),
    });
    return this.#workers;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#workers?.close();
    await this.backend.close();
  }
}

function compressionOf(version: 1 | 2, { compression = 'auto' }: RepositoryOptions): Compression {
  if (version === 1) return 'off';
  return compression === 'off' ? 'trees' : compression;
}
