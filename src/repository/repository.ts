import type { AdoptedCounts } from './adopt-packs.ts';
import type { BlobId, PackId, SnapshotId } from './format/ids.ts';
import type { Tree } from './format/node.ts';
import type { BlobType } from './format/packed-blob.ts';
import type { Snapshot } from './format/snapshot.ts';
import type { TreeToSave } from './format/tree.ts';
import type { LentBlob } from './lent-blob.ts';
import type { LookedAtPacks } from './look-at-packs.ts';
import type { SnapshotMarks } from './marks.ts';
import type { SealedFiles } from './sealed-files.ts';
import type { LoadSnapshotsOptions, StoredSnapshot } from './snapshots.ts';

export type { BlobType } from './format/packed-blob.ts';
export type { StoredSnapshot } from './snapshots.ts';

/** An open restic repository whose master key is known. Made by `openRepository` and `initRepository` (open.ts). */
export interface Repository {
  /** From the config: 64 hex digits. */
  readonly id: string;
  readonly version: 1 | 2;
  readonly location: string;
  /** The folder of this machine that it lies in; undefined: it lies elsewhere. */
  readonly folder?: string | undefined;
  /** The chunker's polynomial, of degree 53. */
  readonly chunkerPolynomial: bigint;
  /** How many keys there are. */
  keyCount(): Promise<number>;

  /** Reads every index file. Needed once before any call below; idempotent. */
  loadIndex(signal?: AbortSignal): Promise<void>;
  /** What was loaded may be out of date: it is loaded anew when it is asked for. Before anything is written. */
  forgetIndex(): void;
  /**
   * Whether each index file that was there when they were loaded still is. Asked under a lock, it says that no prune came between: that removes
   * the index files that name what it will remove, before it removes that.
   */
  hasLoadedIndex(signal?: AbortSignal): Promise<boolean>;

  /** Whether the blob is stored, or about to be. */
  hasBlob(type: BlobType, id: BlobId): boolean;
  /** Size of the blob's plain bytes, or null if it isn't stored. */
  blobSize(type: BlobType, id: BlobId): number | null;
  /** Where a blob lies, to read in pack order: rising within a pack; null if it isn't stored. */
  blobPlace(type: BlobType, id: BlobId): { packOrdinal: number; offset: number } | null;

  /** @throws HoldfastError repository-damaged if it is missing, altered, or not what its ID says. */
  loadBlob(type: BlobType, id: BlobId, signal?: AbortSignal): Promise<Buffer>;
  /**
   * The blobs of `ids` in that order, read ahead with coalesced ranges and bounded memory. A blob that is asked for
   * many times is read as often as the cache forgets it. The same Buffer may come twice: change and transfer none.
   */
  loadBlobs(
    type: BlobType,
    ids: AsyncIterable<BlobId> | Iterable<BlobId>,
    signal?: AbortSignal,
  ): AsyncIterable<Buffer>;
  /**
   * As `loadBlobs`, of blobs that are only looked at: each is to be given back before many more are asked for, since what is
   * read ahead takes its memory. None is kept for those who ask again.
   */
  lendBlobs(
    type: BlobType,
    ids: AsyncIterable<BlobId> | Iterable<BlobId>,
    signal?: AbortSignal,
  ): AsyncIterable<LentBlob>;
  loadTree(id: BlobId, signal?: AbortSignal): Promise<Tree>;
  /** Says that much will be loaded or saved: the threads for it are started now, and not when the first of it waits for them. */
  startThreads(): void;
  /** Says that a blob, or several, of so many bytes in all will soon be saved: see BlobWorkers. */
  expectToSave(sizeBytes: number): void;
  /** Says that most trees of a snapshot will be loaded one by one: a thread is started that opens them ahead, where there are cores for it. */
  openTreesAhead(): void;
  /** Says that these trees will soon be loaded one by one, so that they can be read together. As many as there is room. */
  prefetchTrees(ids: Iterable<BlobId>): void;

  /**
   * Hashes `plain` and, if it isn't stored yet, compresses, seals and packs it. `plain` is copied before this
   * returns. The promise resolves when the blob is in a pack in memory; only `flush` makes it durable.
   * Callers await `room()` before each call, so that memory stays bounded.
   */
  saveBlob(type: BlobType, plain: Uint8Array): Promise<SavedBlob>;
  /** Encodes, checks by decoding what wasn't stored before, and saves a tree. */
  saveTree(tree: TreeToSave): Promise<SavedBlob>;
  /** Resolves when there is room for another blob. Rejects with the first failure of a background write. */
  room(): Promise<void>;
  /**
   * Whether there is room for another blob at once, which then counts as `room` does: for those who ask for each of many small
   * blobs. False says nothing but that `room` is to be awaited.
   */
  takeRoom(): boolean;
  /**
   * Nothing is stored before `lock` resolves: what is saved gathers in memory, as much as there is room for, from `begin` on; before
   * it, `room` waits. If `lock` rejects, so does `room`, and what was saved stays there until another lock is waited for.
   */
  storeAfter(lock: Promise<void>, begin: Promise<void>): void;
  /** Writes what is open: packs first, then the index that names them. After it, every saved blob is durable. */
  flush(): Promise<void>;
  /** Counted since the repository was opened. */
  readonly written: WrittenCounts;

  /** Snapshots in no order. One that can't be read is told, or an error. */
  snapshots(options?: LoadSnapshotsOptions): AsyncIterable<StoredSnapshot>;
  /** The IDs of all snapshots. None is read, so that one that is damaged doesn't hide the others. */
  snapshotIds(signal?: AbortSignal): Promise<SnapshotId[]>;
  loadSnapshot(id: SnapshotId, signal?: AbortSignal): Promise<Snapshot>;
  /** The sealed files beside the blobs: locks, indexes, snapshots. */
  readonly files: SealedFiles;
  /** What a backup leaves on this machine for the next one. */
  readonly marks: Pick<SnapshotMarks, 'has' | 'load' | 'save'>;
  /** From here on snapshots and indexes are saved only while `guard` is held. `acquireLock` calls it. */
  guardBy(guard: LockGuard): void;
  /**
   * Flushes, then writes the snapshot. The repository must be locked.
   * @param signal Ends the waiting for what must be stored before. The snapshot itself isn't cut off once it is being
   *   written, so that a caller who gives up knows that it isn't there.
   * @throws HoldfastError lock-lost if the lock isn't held any more.
   */
  saveSnapshot(snapshot: Snapshot, signal?: AbortSignal): Promise<SnapshotId>;
  /**
   * Writes no further blob, index or snapshot. Resolves when no index is under way, so that a lock can go: an index
   * that came later could name packs that a prune has removed.
   */
  stopWriting(): Promise<void>;
  /** How the packs that are stored and those that the index names differ (look-at-packs.ts). */
  lookAtPacks(signal?: AbortSignal): Promise<LookedAtPacks>;
  /** What only these packs hold counts as not stored, once the index is loaded anew. */
  leaveOut(lost: readonly PackId[]): void;
  /** Whether there are such packs. */
  readonly leavesOut: boolean;
  /** Whether a tree that a snapshot names was lost with them. */
  lacksTree(id: BlobId): boolean;
  /** Takes over packs that no index names (adopt-packs.ts). */
  adoptPacks(signal?: AbortSignal): Promise<AdoptedCounts>;

  /** Ends workers and the backend; what isn't flushed is lost (and only unreferenced data is left). Idempotent. */
  close(): Promise<void>;
}

/** What a lock says of itself (lock.ts). */
export interface LockGuard {
  /** Whether it keeps all others out. */
  readonly exclusive: boolean;
  /** Aborted, with a HoldfastError lock-lost as its reason, when the lock is lost. */
  readonly lost: AbortSignal;
  /** @throws HoldfastError lock-lost. */
  assertHeld(): void;
  /** As `assertHeld`, by looking at the backend. */
  confirmHeld(): Promise<void>;
}

export interface SavedBlob {
  readonly id: BlobId;
  /** False when the repository had it. */
  readonly added: boolean;
}

export interface WrittenCounts {
  readonly dataBlobs: number;
  readonly treeBlobs: number;
  /** Plain bytes of new blobs. */
  readonly addedBytes: number;
  /** The same as stored: compressed and sealed. */
  readonly storedBytes: number;
  readonly packs: number;
}
