import { isMissing } from '../backends/backend.ts';
import { error, type Finding, hint, reasonOf, warning } from './check-finding.ts';
import { checkPacks, groupPacks, type IndexedPacks } from './check-packs.ts';
import { checkReadData } from './check-read-data.ts';
import { checkTrees } from './check-trees.ts';
import { isUnreadable } from './damage.ts';
import type { SnapshotId } from './format/ids.ts';
import { listKeys } from './keys.ts';
import type { ReadAhead } from './lock.ts';
import type { OpenRepository } from './open-repository.ts';
import { type ReadDataSubset, type SizedPack, selectPacks } from './read-data-subset.ts';
import type { StoredSnapshot } from './repository.ts';
import { RowSet } from './row-set.ts';
import { runAhead } from './run-ahead.ts';

export type { Finding, FindingCode } from './check-finding.ts';
export { parseReadDataSubset, type ReadDataSubset } from './read-data-subset.ts';

export interface CheckProgress {
  readonly phase: 'index' | 'packs' | 'trees' | 'data';
  /** Trees, or bytes of packs. */
  readonly done: number;
  /** Null where it isn't known beforehand. */
  readonly total: number | null;
}

export interface CheckOptions {
  /** Default: one that is read when its turn comes. */
  readonly index?: CheckedIndex | undefined;
  /** Which packs to read whole. Default: none, so that contents are not looked at. */
  readonly readData?: ReadDataSubset | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CheckProgress) => void;
}

/** The index, and what is wrong with its files. Can be read while the lock settles. */
export class CheckedIndex implements ReadAhead {
  readonly findings: Finding[] = [];
  readonly #repository: OpenRepository;
  readonly #signal: AbortSignal | undefined;

  constructor(repository: OpenRepository, signal?: AbortSignal) {
    this.#repository = repository;
    this.#signal = signal;
  }

  /** What was read isn't read again. */
  read(): Promise<void> {
    return this.#repository.loadIndex(this.#signal, (id, caught) =>
      this.findings.push(error('index-unreadable', `Index ${id}: ${reasonOf(caught)}`)),
    );
  }

  /**
   * Under the lock: what was read, if it is all there is, else read anew. A backup that was there before our lock could be seen, and
   * was done before our second look, has left an index that isn't known, and a snapshot that would look damaged.
   */
  async take(): Promise<void> {
    await this.read();
    if (await this.#repository.hasWholeIndex(this.#signal)) return;
    this.forget();
    await this.read();
  }

  forget(): void {
    this.findings.length = 0;
    this.#repository.forgetIndex();
  }
}

/**
 * Checks that everything every snapshot needs is there, and tells what it finds as it goes. What can't be read is a
 * finding, not an exception; only a backend that fails, or a cancellation, ends the check.
 *
 * Take the exclusive lock first: a backup that runs meanwhile would look like missing packs. The repository must be
 * freshly opened: an index that was loaded before isn't loaded again.
 */
export async function* checkRepository(
  repository: OpenRepository,
  options: CheckOptions = {},
): AsyncGenerator<Finding> {
  const { signal, onProgress } = options;
  yield* checkKeys(repository, signal);
  onProgress?.({ phase: 'index', done: 0, total: null });
  const index = options.index ?? new CheckedIndex(repository, signal);
  await index.take();
  yield* index.findings;
  const packs = groupPacks(repository.index);
  onProgress?.({ phase: 'packs', done: 0, total: packs.size });
  yield* checkPacks(repository, packs, signal);
  if (options.readData) yield* checkSnapshotsAndData(repository, packs, options, options.readData);
  else yield* checkSnapshots(repository, options);
}

/** Packs are read by the threads while this one goes through the trees. What is found in trees is told first. */
async function* checkSnapshotsAndData(
  repository: OpenRepository,
  packs: IndexedPacks,
  options: CheckOptions,
  subset: ReadDataSubset,
): AsyncGenerator<Finding> {
  const stopped = new AbortController();
  const signal = AbortSignal.any([stopped.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const data = runAhead(readData(repository, packs, subset, { ...options, signal }));
  try {
    // The bytes that are read tell how far it is.
    yield* checkSnapshots(repository, { ...options, onProgress: () => {} });
    yield* data;
  } finally {
    stopped.abort();
  }
}

async function* checkKeys(repository: OpenRepository, signal?: AbortSignal): AsyncGenerator<Finding> {
  const keys = await listKeys(repository, signal);
  for (const { problem } of keys) {
    if (problem !== null) yield warning('key-unusable', problem);
  }
  if (keys.filter(({ problem }) => problem === null).length === 1) {
    yield hint(
      'key-single',
      'The repository has only one key: if its password is lost, so is everything. ' +
        'Add a second one, printed and kept apart ("key add --recovery").',
    );
  }
}

async function* checkSnapshots(repository: OpenRepository, options: CheckOptions): AsyncGenerator<Finding> {
  const snapshots: StoredSnapshot[] = [];
  const listed = await repository.files.list('snapshot', options.signal);
  for (const { id } of listed) yield* loadInto(snapshots, repository, id, options.signal);
  if (listed.length === 0) yield hint('snapshots-none', 'The repository has no snapshots.');
  const used = new RowSet(repository.index.rowCount);
  let trees = 0;
  const onTree = () => options.onProgress?.({ phase: 'trees', done: ++trees, total: null });
  for (const { id, snapshot } of snapshots) {
    yield* checkTrees(repository, id, snapshot.tree, { used, signal: options.signal, onTree });
  }
  if (snapshots.length === listed.length) yield* checkUnused(repository, used);
}

async function* loadInto(
  snapshots: StoredSnapshot[],
  repository: OpenRepository,
  id: SnapshotId,
  signal?: AbortSignal,
): AsyncGenerator<Finding> {
  try {
    snapshots.push({ id, snapshot: await repository.loadSnapshot(id, signal) });
  } catch (caught) {
    if (isMissing(caught)) return; // Removed since it was listed.
    if (!isUnreadable(caught)) throw caught;
    yield error('snapshot-unreadable', `Snapshot ${id}: ${reasonOf(caught)}`);
  }
}

function* checkUnused({ index }: OpenRepository, used: RowSet): Generator<Finding> {
  const unused = { count: 0, bytes: 0 };
  const duplicate = { count: 0, bytes: 0 };
  for (let row = 0; row < index.rowCount; row++) {
    if (used.has(row)) continue;
    const sum = index.find(index.typeAt(row), index.idAt(row)) === row ? unused : duplicate;
    sum.count++;
    sum.bytes += index.placeAt(row).length;
  }
  // No word of prune: with an error elsewhere, these may be what a lost tree names.
  if (unused.count > 0) yield hint('blobs-unused', `${blobsAre(unused)} in no snapshot.`);
  if (duplicate.count > 0) yield hint('blobs-duplicate', `${blobsAre(duplicate)} stored more than once.`);
}

function blobsAre({ count, bytes }: { count: number; bytes: number }): string {
  return count === 1 ? `1 blob (${bytes} bytes) is` : `${count} blobs (${bytes} bytes) are`;
}

async function* readData(
  repository: OpenRepository,
  packs: IndexedPacks,
  subset: ReadDataSubset,
  { signal, onProgress }: CheckOptions,
): AsyncGenerator<Finding> {
  const stored: SizedPack[] = [];
  for await (const { name, sizeBytes } of repository.backend.list('pack', signal)) {
    const id = name as SizedPack['id'];
    if (packs.has(id)) stored.push({ id, sizeBytes });
  }
  const chosen = selectPacks(stored, subset);
  const total = chosen.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let done = 0;
  onProgress?.({ phase: 'data', done, total });
  yield* checkReadData(repository, packs, chosen, {
    signal,
    onPack: ({ sizeBytes }) => {
      done += sizeBytes;
      onProgress?.({ phase: 'data', done, total });
    },
  });
}
