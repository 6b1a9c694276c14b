import { HoldfastError } from '../errors.ts';
import { findSnapshots, matches } from '../repository/find-snapshot.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import { acquireLock, type HeldLock } from '../repository/lock.ts';
import type { OpenRepository } from '../repository/open.ts';
import type { HeldCounts } from '../repository/retention-locks.ts';
import { newestFirst } from '../retention/item.ts';
import {
  type FrozenTarget,
  type PlannedGroup,
  type PlanRequest,
  planRetention,
  type RetentionPlan,
} from '../retention/plan.ts';
import { extendLocks } from './extend-locks.ts';
import { planNamed } from './forget/named.ts';
import { type ForgetKind, type ForgetOptions, kindOf } from './forget/options.ts';
import type { PruneOutcome } from './forget/prune-hook.ts';
import { releasedItems } from './forget/release.ts';
import { type Removal, removeSnapshots } from './forget/remove-snapshots.ts';
import { type SnapshotItem, snapshotItem } from './forget/snapshot-items.ts';
import { NONE_VERIFIED } from './forget/verified-snapshots.ts';
import { IDLE, type Reporter } from './progress.ts';

/** What a run of forget decided and did. */
export interface ForgetResult extends Removal {
  readonly kind: ForgetKind;
  /** In a dry run nothing was removed: the decisions say what would be. */
  readonly dryRun: boolean;
  readonly groups: readonly PlannedGroup<SnapshotItem>[];
  readonly frozen: readonly FrozenTarget[];
  /** Files whose locks are long enough, and those that were extended; null: none were to be. */
  readonly locks: HeldCounts | null;
  /** Null: nothing was to be pruned. */
  readonly prune: PruneOutcome | null;
}

/**
 * Removes snapshots: those that are named, or those that the policy doesn't keep. Only their files in `snapshots/`; what
 * they held is removed by prune.
 *
 * The exclusive lock is held from before the snapshots are listed until the last is removed: no backup runs meanwhile,
 * and none is decided upon that wasn't seen.
 *
 * @throws HoldfastError bad-input, snapshot-missing, locked, lock-lost, cancelled; repository-damaged if a snapshot can't
 *   be read: it may be the newest, and a damaged repository is none to remove things from. Nothing was removed then,
 *   except after lock-lost and cancelled.
 */
export async function forget(
  repository: OpenRepository,
  options: ForgetOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<ForgetResult> {
  const kind = kindOf(options);
  const lock = options.noLock ? null : await lockExclusive(repository, options, reporter, signal);
  try {
    const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
    const plan = await makePlan(repository, kind, options, { reporter, signal: guarded });
    const ids = removalOrder(plan);
    const removal = options.dryRun
      ? NOTHING_REMOVED
      : await removeSnapshots(repository, ids, { ...options, lock, reporter, signal: guarded });
    const forgotten = new Set(options.dryRun ? ids : removal.removed);
    const locks =
      options.extendLocks && !options.dryRun
        ? await extendLocks(
            repository,
            await findSnapshots(repository, {}, { signal: guarded }),
            reporter,
            guarded,
          )
        : null;
    const prune = await pruneAfter(
      repository,
      options,
      { forgotten, removal },
      { reporter, signal: guarded },
    );
    return { kind, dryRun: options.dryRun, ...plan, ...removal, locks, prune };
  } finally {
    await lock?.release();
  }
}

const NOTHING_REMOVED: Removal = { removed: [], retained: [], failed: null, untried: [] };

interface Tools {
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
}

async function makePlan(
  repository: OpenRepository,
  kind: ForgetKind,
  options: ForgetOptions,
  { reporter, signal }: Tools,
): Promise<RetentionPlan<SnapshotItem>> {
  const items = (await findSnapshots(repository, {}, { signal })).map(snapshotItem);
  const { nowNs = BigInt(Date.now()) * 1_000_000n } = options;
  const verified = await (options.verified ?? NONE_VERIFIED).ids(repository, signal);
  const released = releasedItems(items, options.release, reporter);
  const seen = { items, verified, clock: { nowNs }, isReleased: (item: SnapshotItem) => released.has(item) };
  if (kind === 'named') return planNamed(repository, options, seen, signal);
  const request: PlanRequest<SnapshotItem> = {
    ...options,
    ...seen,
    isSelected: ({ stored }) => matches(stored.snapshot, options.filter),
  };
  const plan = planRetention(request);
  requireSomeKept(plan);
  return plan;
}

/** A policy of a mistyped tag, say, would keep no more than the newest of everything. */
function requireSomeKept({ groups }: RetentionPlan<SnapshotItem>): void {
  const group = groups.find(({ keepsNone }) => keepsNone);
  if (group === undefined) return;
  const [newest] = group.decisions;
  throw new HoldfastError(
    'bad-input',
    `Cannot forget by this policy: it keeps none of the ${group.decisions.length} snapshots of the group that ` +
      `${newest?.item.id.slice(0, 8)} is in, expected at least one in each group. Nothing was removed. Look at it with dry-run ` +
      'and keep-last 1, and correct the policy.',
  );
}

/** What is worth least goes first, then the oldest: whenever it is cut off, the newest are there. */
function removalOrder({ groups }: RetentionPlan<SnapshotItem>): SnapshotId[] {
  const items = groups.flatMap(({ decisions }) =>
    decisions.filter(({ keep }) => !keep).map(({ item }) => item),
  );
  const rank = ({ leftover }: SnapshotItem) => (leftover ? 0 : 1);
  return items.sort((a, b) => rank(a) - rank(b) || newestFirst(b, a)).map(({ id }) => id);
}

/** As restic: only if a snapshot went, and none failed to. */
async function pruneAfter(
  repository: OpenRepository,
  { prune = null, dryRun }: ForgetOptions,
  { forgotten, removal }: { forgotten: ReadonlySet<SnapshotId>; removal: Removal },
  { reporter, signal }: Tools,
): Promise<PruneOutcome | null> {
  if (prune === null || forgotten.size === 0 || removal.failed !== null) return null;
  return prune(repository, { dryRun, forgotten }, reporter, signal);
}

function lockExclusive(
  repository: OpenRepository,
  { retryLockMs, lockTimings = {} }: ForgetOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<HeldLock> {
  reporter.onProgress({ ...IDLE, phase: 'locking' });
  return acquireLock(repository, {
    exclusive: true,
    retryForMs: retryLockMs,
    signal,
    timings: lockTimings,
    onWaiting: (message) => reporter.onInfo(message),
  });
}
