import { throwIfCancelled } from '../backends/cancel.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import type { BlobId, IndexId, PackId, SnapshotId } from '../repository/format/ids.ts';
import type { OpenRepository } from '../repository/open.ts';
import { type PruneCounts, remainingUnusedBytes } from '../repository/prune/counts.ts';
import type { PlanOptions } from '../repository/prune/options.ts';
import { assertNothingIsLost, type PrunePlan, planPrune } from '../repository/prune/plan.ts';
import { removeFiles } from '../repository/prune/remove-files.ts';
import { bytesToRead, repack } from '../repository/prune/repack.ts';
import { rewriteIndexes } from '../repository/prune/rewrite-indexes.ts';
import type { RowSet } from '../repository/row-set.ts';
import { TreeWalk } from '../repository/tree-walk.ts';
import { withModestHeap } from './modest-heap.ts';
import { IDLE, type Reporter } from './progress.ts';

export type { MaxUnused } from '../repository/prune/options.ts';

export interface PruneOptions extends PlanOptions {
  /** Say what would be done, and write nothing. */
  readonly dryRun: boolean;
  /** Snapshots to take for removed already; only for a dry run. Default: none. */
  readonly ignoreSnapshots?: ReadonlySet<SnapshotId>;
}

export interface PruneResult extends PruneCounts {
  readonly dryRun: boolean;
  readonly snapshots: number;
  /** Unused bytes that stay, of `remainingBytes` in all. */
  readonly remainingUnusedBytes: number;
  readonly remainingBytes: number;
  /** What was written anew. */
  readonly written: { readonly packs: number; readonly bytes: number };
  /** What the storage's Object Lock keeps for now: a later prune removes it. */
  readonly retained: { readonly indexes: number; readonly packs: number; readonly bytes: number };
}

/**
 * Removes what no snapshot needs. In this order, so that whatever cuts it off loses nothing: all trees are walked; packs
 * that are partly used are read, verified and written anew; indexes that name what stays; only then the old indexes go,
 * and after them the packs.
 *
 * The caller holds the exclusive lock, and took it before the index was loaded. Afterwards nothing more can be written or
 * read by this open repository. It can be called again after any failure.
 *
 * @throws HoldfastError repository-damaged if something that a snapshot needs can't be read or isn't there: nothing is
 *   removed then. bad-input; lock-lost, before the next removal; cancelled; what the backend throws.
 */
export function prune(...asked: PruneRequest): Promise<PruneResult> {
  return withModestHeap(HEAP_GROWTH_PERCENT, () => removeUnneeded(...asked));
}

/** It takes a fifth off the memory. */
const HEAP_GROWTH_PERCENT = 70;

type PruneRequest = [
  repository: OpenRepository,
  options: PruneOptions,
  reporter: Reporter,
  signal: AbortSignal,
];

async function removeUnneeded(
  ...[repository, options, reporter, signal]: PruneRequest
): Promise<PruneResult> {
  refuseContradictions(repository, options);
  if (!options.dryRun) await repository.confirmExclusive();
  try {
    const { plan, snapshots } = await beforeRemoval(() => prepare(repository, options, reporter, signal));
    const retained = options.dryRun ? NOTHING_RETAINED : await remove(repository, plan, reporter, signal);
    return resultOf(repository, { plan, snapshots, retained, dryRun: options.dryRun });
  } finally {
    // No index may come once the caller lets the lock go.
    await repository.stopWriting();
  }
}

/** All that is done before the first removal: looking, deciding, and writing anew. */
async function prepare(
  repository: OpenRepository,
  options: PruneOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<{ plan: PrunePlan; snapshots: number }> {
  reporter.onProgress({ ...IDLE, phase: 'loading-index' });
  await repository.loadIndex(signal);
  await requireCurrentIndex(repository, signal);
  const roots = await rootsOf(repository, options, signal);
  const used = await findUsed(repository, roots, reporter, signal);
  reporter.onProgress({ ...IDLE, phase: 'planning' });
  const plan = await planPrune(repository, used, options, signal);
  if (!options.dryRun) {
    await writeAnew(repository, plan, reporter, signal);
    assertNothingIsLost(plan);
  }
  return { plan, snapshots: roots.length };
}

function refuseContradictions(repository: OpenRepository, options: PruneOptions): void {
  const { repackUncompressed, repackSmallerThanBytes, ignoreSnapshots, dryRun } = options;
  if (repackUncompressed && repository.version === 1) {
    throw new HoldfastError(
      'bad-input',
      'Cannot compress what is not compressed: the repository is of version 1, which knows no compression. ' +
        '`restic migrate upgrade_repo_v2` makes it version 2.',
    );
  }
  if ((repackSmallerThanBytes ?? 0) > repository.packSizeBytes) {
    throw new HoldfastError(
      'bad-input',
      `Cannot repack packs smaller than ${repackSmallerThanBytes} bytes: new ones have ${repository.packSizeBytes}, ` +
        'expected at most that. Make them larger with --pack-size.',
    );
  }
  if (ignoreSnapshots !== undefined && !dryRun) {
    throw new HoldfastError('internal', 'Cannot prune as if snapshots were gone: remove them first.');
  }
}

/** An index that was loaded before the lock was there may lack what somebody wrote meanwhile, and that would go. */
async function requireCurrentIndex(repository: OpenRepository, signal: AbortSignal): Promise<void> {
  const listed = await repository.files.list('index', signal);
  const { indexFiles } = repository;
  if (listed.length === indexFiles.size && listed.every(({ id }) => indexFiles.has(id))) return;
  throw new HoldfastError(
    'internal',
    'Cannot prune: the indexes are not those that were loaded. No data was removed. Run it again.',
  );
}

/** @throws HoldfastError repository-damaged at a snapshot that can't be read: nobody knows what it needs. */
async function rootsOf(
  repository: OpenRepository,
  { ignoreSnapshots }: PruneOptions,
  signal: AbortSignal,
): Promise<BlobId[]> {
  const roots: BlobId[] = [];
  for await (const { id, snapshot } of repository.snapshots({ signal })) {
    if (!ignoreSnapshots?.has(id)) roots.push(snapshot.tree);
  }
  return roots;
}

async function findUsed(
  repository: OpenRepository,
  roots: readonly BlobId[],
  reporter: Reporter,
  signal: AbortSignal,
): Promise<RowSet> {
  let filesDone = 0;
  const onTree = () => reporter.onProgress({ ...IDLE, phase: 'walking-trees', filesDone: ++filesDone });
  const walk = new TreeWalk(repository, { signal, onTree });
  await walk.walk(roots);
  return walk.reached;
}

async function writeAnew(
  repository: OpenRepository,
  plan: PrunePlan,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  const bytesTotal = bytesToRead(plan);
  if (bytesTotal === 0) return;
  let bytesDone = 0;
  const report = () => reporter.onProgress({ ...IDLE, phase: 'repacking', bytesDone, bytesTotal });
  report();
  const onBytes = (bytes: number) => {
    bytesDone += bytes;
    report();
  };
  await repack(repository, plan, { signal, onBytes, onWarning: (message) => reporter.onWarning(message) });
}

/** The same error, of which it is said that nothing is lost yet. */
async function beforeRemoval<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = asHoldfastError(error);
    if (known === null || !EXPLAINED.has(known.code) || known.message.includes(UNTOUCHED)) throw error;
    const advice = known.code === 'no-space' ? NO_SPACE_ADVICE : '';
    throw new HoldfastError(known.code, `${known.message} ${UNTOUCHED}${advice}`, { cause: error });
  }
}

const EXPLAINED = new Set<HoldfastError['code']>([
  'repository-damaged',
  'repository-unsupported',
  'no-space',
]);
/** Not "nothing": forget --prune has removed snapshots before. */
const UNTOUCHED = 'No data was removed.';
const NO_SPACE_ADVICE =
  ' With `--max-repack-size 0` nothing is written anew, and what is wholly unused goes: that makes room.';

const NOTHING_RETAINED: PruneResult['retained'] = { indexes: 0, packs: 0, bytes: 0 };

/** First the indexes, or somebody could take a pack for stored that is gone. */
async function remove(
  repository: OpenRepository,
  plan: PrunePlan,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<PruneResult['retained']> {
  throwIfCancelled(signal);
  reporter.onProgress({ ...IDLE, phase: 'rewriting-indexes' });
  const obsolete = await rewriteIndexes(repository, plan, signal);
  const indexes = await removeFiles(repository, 'index', obsolete, { signal });
  const { going, kept } = packsToRemove(plan, indexes);
  let filesDone = 0;
  const report = () => reporter.onProgress({ ...IDLE, phase: 'removing', filesDone, filesTotal: going.size });
  report();
  const onFile = () => {
    filesDone++;
    report();
  };
  const packs = await removeFiles(repository, 'pack', going.keys(), { signal, onFile });
  const sizes = [...packs].map((id) => going.get(id) ?? 0).concat(...kept.values());
  return {
    indexes: indexes.size,
    packs: sizes.length,
    bytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
  };
}

/** By size. What an index names that had to stay has to stay, too. */
function packsToRemove(
  { packs: { indexed, strays }, decision: { repack: written, remove: unused } }: PrunePlan,
  retained: ReadonlySet<IndexId>,
): { going: Map<PackId, number>; kept: Map<PackId, number> } {
  const going = new Map(strays.map(({ id, sizeBytes }) => [id, sizeBytes]));
  const kept = new Map<PackId, number>();
  for (const { id, entries, sizeBytes } of indexed) {
    if (sizeBytes === null || !(written.has(id) || unused.has(id))) continue;
    const isNamed = entries.some(({ index }) => index !== null && retained.has(index));
    (isNamed ? kept : going).set(id, sizeBytes);
  }
  return { going, kept };
}

function resultOf(
  repository: OpenRepository,
  { plan: { counts }, ...rest }: { plan: PrunePlan } & Pick<PruneResult, 'snapshots' | 'retained' | 'dryRun'>,
): PruneResult {
  const { bytes } = counts;
  const { packs, storedBytes } = repository.written;
  const total = bytes.used + bytes.duplicate + bytes.unused;
  return {
    ...counts,
    ...rest,
    remainingUnusedBytes: remainingUnusedBytes(counts),
    remainingBytes: total - bytes.remove - bytes.repackRemove,
    written: { packs, bytes: storedBytes },
  };
}
