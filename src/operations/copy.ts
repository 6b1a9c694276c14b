import { formatCounted } from '../amounts.ts';
import { HoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { isDamage } from '../repository/damage.ts';
import { findSnapshots, type SnapshotFilter, whyNone } from '../repository/find-snapshot.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import type { HeldLock } from '../repository/lock.ts';
import type { OpenRepository } from '../repository/open.ts';
import type { StoredSnapshot } from '../repository/repository.ts';
import { TreeWalk } from '../repository/tree-walk.ts';
import { BlobCopy } from './copy/blob-copy.ts';
import { CopiesThere, originalOf } from './copy/copies-there.ts';
import { listSnapshots } from './list-snapshots.ts';
import { IDLE, type Reporter } from './progress.ts';
import { type LockOptions, lockShared } from './take-lock.ts';

export interface CopyOptions extends LockOptions {
  /** IDs, their beginnings, or `latest`; none: all that match the filter. */
  readonly specs: readonly string[];
  readonly filter: SnapshotFilter;
  /** Which of those that were found, oldest first. Default: all. */
  readonly choose?: (found: readonly StoredSnapshot[], there: CopiesThere) => readonly StoredSnapshot[];
  /** Told of a snapshot of the source that can't be read. Default: that is an error. */
  readonly onUnreadable?: (message: string) => void;
  /** False: the source is only read, where no lock can be written. */
  readonly lockSource: boolean;
}

export interface CopiedSnapshot {
  readonly from: SnapshotId;
  readonly to: SnapshotId;
}

export interface CopyResult {
  readonly copied: readonly CopiedSnapshot[];
  /** Those that were there. */
  readonly skipped: readonly CopiedSnapshot[];
  /** New in the destination: plain, and as stored there. */
  readonly bytes: number;
  readonly storedBytes: number;
}

/** As restic: snapshots are written once so many packs' worth was copied, */
const BATCH_PACKS = 100;
/** and so much time has passed. What is cut off before is found again by the next run. */
const BATCH_MS = 60_000;

/**
 * Brings snapshots from one repository into another, each with all that it needs before itself. Every blob is verified as
 * it is read, and sealed with the other key. One that is there is not sent again: with equal chunker parameters that is
 * whatever both hold.
 *
 * Both are locked here (shared). Neither index may be loaded yet.
 * @throws HoldfastError repository-damaged if the source lacks something: that snapshot, and those after it, aren't copied.
 *   bad-input, snapshot-missing, locked, lock-lost, cancelled; what the backends throw.
 */
export async function copySnapshots(
  from: OpenRepository,
  to: OpenRepository,
  options: CopyOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<CopyResult> {
  refuseSame(from, to);
  const locks: HeldLock[] = [];
  try {
    if (options.lockSource) locks.push(await lockShared(from, options, reporter, signal));
    locks.push(await lockShared(to, options, reporter, signal));
    const guarded = AbortSignal.any([signal, ...locks.map(({ lost }) => lost)]);
    return await copyLocked(from, to, options, reporter, guarded);
  } finally {
    await to.stopWriting();
    for (const lock of locks.reverse()) await lock.release();
  }
}

async function copyLocked(
  from: OpenRepository,
  to: OpenRepository,
  options: CopyOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<CopyResult> {
  // Snapshots before the indexes: what a snapshot names was indexed before it.
  const found = await listSnapshots(from, { ...options, latest: null, signal });
  if (found.length === 0 && options.choose === undefined) await refuseNone(from, options.filter, signal);
  const onUnreadable = (message: string) => reporter.onWarning(message);
  const there = new CopiesThere(await Array.fromAsync(to.snapshots({ signal, onUnreadable })));
  const chosen = options.choose === undefined ? found : options.choose(found, there);
  const skipped: CopiedSnapshot[] = [];
  const missing = chosen.filter((stored) => {
    const copy = there.copyOf(stored);
    if (copy !== null) skipped.push({ from: stored.id, to: copy });
    return copy === null;
  });
  if (missing.length === 0) return { copied: [], skipped, bytes: 0, storedBytes: 0 };
  warnOfOtherChunks(from, to, reporter);
  reporter.onProgress({ ...IDLE, phase: 'loading-index' });
  await Promise.all([from.loadIndex(signal), to.loadIndex(signal)]);
  await leaveOutLost(to, reporter, signal);
  await to.adoptPacks(signal);
  const mended = to.leavesOut ? chosen.filter((stored) => !missing.includes(stored)) : [];
  await mend(mended, { from, to, reporter, signal });
  const copied = await copyAll(missing, { from, to, reporter, signal });
  const { addedBytes, storedBytes } = to.written;
  return { copied, skipped, bytes: addedBytes, storedBytes };
}

/** Whoever copies every night would believe for years that there are copies: a name is mistyped, or another repository is meant. */
async function refuseNone(from: OpenRepository, filter: SnapshotFilter, signal: AbortSignal): Promise<never> {
  const why = whyNone(await findSnapshots(from, {}, { signal }), filter);
  throw new HoldfastError(
    'snapshot-missing',
    `Cannot copy anything from "${from.location}": ${why}, expected one at least. List them with "snapshots".`,
  );
}

interface CopyWork {
  readonly from: OpenRepository;
  readonly to: OpenRepository;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
}

/** Sends again what the destination has lost of snapshots that are there. */
async function mend(
  snapshots: readonly StoredSnapshot[],
  { from, to, reporter, signal }: CopyWork,
): Promise<void> {
  for (const { id, snapshot } of snapshots) {
    const walk = new TreeWalk(from, { signal });
    const blobs = new BlobCopy(from, to, reporter, signal); // of its own: what one lacks would fail the next as well
    try {
      await walk.walk([snapshot.tree], (row, type, blob) => blobs.want(row, type, blob));
      await blobs.copyWanted();
    } catch (error) {
      if (!isDamage(error)) throw error; // it must not keep the others from being copied
      reporter.onWarning(`Snapshot ${id.slice(0, 8)} can't be sent again: ${failureText(error)}`);
    }
  }
  await to.flush();
}

/** What the destination has lost is sent again. */
async function leaveOutLost(to: OpenRepository, reporter: Reporter, signal: AbortSignal): Promise<void> {
  const { lost } = await to.lookAtPacks(signal);
  if (lost.length === 0) return;
  reporter.onWarning(
    `The repository "${to.location}" is damaged: ${formatCounted(lost.length, 'pack')} gone, cut off or overwritten. What is here is sent again. Run \`holdfast check\` on it, which says what to do.`,
  );
  to.leaveOut(lost);
  to.forgetIndex();
  await to.loadIndex(signal);
}

async function copyAll(
  snapshots: readonly StoredSnapshot[],
  { from, to, reporter, signal }: CopyWork,
): Promise<CopiedSnapshot[]> {
  const walk = new TreeWalk(from, { signal });
  const blobs = new BlobCopy(from, to, reporter, signal);
  const copied: CopiedSnapshot[] = [];
  let batch: StoredSnapshot[] = [];
  let startedMs = performance.now();
  let startedBytes = 0;
  const save = async () => {
    for (const stored of batch) copied.push(await saveCopy(to, stored, reporter, signal));
    batch = [];
    startedMs = performance.now();
    startedBytes = to.written.storedBytes;
  };
  for (const stored of snapshots) {
    reporter.onInfo(
      `Copying snapshot ${stored.id.slice(0, 8)} (${copied.length + batch.length + 1} of ${snapshots.length}).`,
    );
    try {
      await walk.walk([stored.snapshot.tree], (row, type, id) => blobs.want(row, type, id));
      await blobs.copyWanted();
    } catch (error) {
      // Those before it are whole.
      if (isDamage(error)) await save();
      throw error;
    }
    batch.push(stored);
    const isLarge = to.written.storedBytes - startedBytes >= BATCH_PACKS * to.packSizeBytes;
    if (isLarge && performance.now() - startedMs >= BATCH_MS) await save();
  }
  await save();
  return copied;
}

/** As restic: without a parent, which has another ID there, if it is there; and with the ID that it had at first. */
async function saveCopy(
  to: OpenRepository,
  stored: StoredSnapshot,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<CopiedSnapshot> {
  const copy = { ...stored.snapshot, parent: null, original: originalOf(stored) };
  const id = await to.saveSnapshot(copy, signal);
  reporter.onInfo(`Snapshot ${id.slice(0, 8)} saved: the copy of ${stored.id.slice(0, 8)}.`);
  return { from: stored.id, to: id };
}

function refuseSame(from: OpenRepository, to: OpenRepository): void {
  if (from.location !== to.location) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot copy from "${from.location}" to itself: expected two repositories. ` +
      'Name the one to copy from by --from-repo, and the other by --repo.',
  );
}

function warnOfOtherChunks(from: OpenRepository, to: OpenRepository, reporter: Reporter): void {
  if (from.chunkerPolynomial === to.chunkerPolynomial) return;
  reporter.onWarning(
    'The two repositories cut files at different places: what both hold is stored twice in the second one. ' +
      'Make it by `holdfast init --copy-chunker-params --from-repo …` to avoid that.',
  );
}
