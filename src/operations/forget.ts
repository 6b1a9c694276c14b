import {
  findSnapshots,
  matches,
  resolveSnapshot,
  type SnapshotFilter,
  whyNone,
} from '../repository/find-snapshot.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import type { OpenRepository } from '../repository/open.ts';
import type { HeldCounts } from '../repository/retention-locks.ts';
import type { Noun, RetentionItem } from '../retention/item.ts';
import type { FrozenTarget, PlannedGroup, RetentionPlan } from '../retention/plan.ts';
import { extendLocks } from './extend-locks.ts';
import { planByPolicy, removalOrder } from './forget/by-policy.ts';
import { planNamed } from './forget/named.ts';
import { type ForgetKind, type ForgetOptions, kindOf } from './forget/options.ts';
import type { PruneOutcome } from './forget/prune-hook.ts';
import { releasedItems } from './forget/release.ts';
import { NOTHING_REMOVED, type Removal, removeEach } from './forget/remove-each.ts';
import { type SnapshotItem, snapshotItem } from './forget/snapshot-items.ts';
import { NONE_VERIFIED } from './forget/verified-snapshots.ts';
import type { Reporter } from './progress.ts';
import { lockExclusive } from './take-lock.ts';

/** What a run of forget decided and did, to snapshots or archives. */
export interface ForgetResult<T extends RetentionItem = SnapshotItem> extends Removal<T['id']> {
  readonly noun: Noun;
  readonly kind: ForgetKind;
  /** In a dry run nothing was removed: the decisions say what would be. */
  readonly dryRun: boolean;
  readonly groups: readonly PlannedGroup<T>[];
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
    const ids = removalOrder(plan).map(({ id }) => id);
    const removal = options.dryRun
      ? NOTHING_REMOVED
      : await removeEach(ids, (id, until) => repository.files.remove('snapshot', id, until), {
          ...options,
          phase: 'removing-snapshots',
          lock,
          reporter,
          signal: guarded,
        });
    const forgotten = new Set<SnapshotId>(options.dryRun ? ids : removal.removed);
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
    return { noun: 'snapshot', kind, dryRun: options.dryRun, ...plan, ...removal, locks, prune };
  } finally {
    await lock?.release();
  }
}

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
  if (kind === 'named')
    return planNamed(await namedItems(repository, options, items, signal), options.despite, seen);
  const isSelected = ({ stored }: SnapshotItem) => matches(stored.snapshot, options.filter);
  if (!items.some(isSelected)) reporter.onWarning(noneSelected(items, options.filter));
  return planByPolicy({ ...options, ...seen, isSelected });
}

/** A retention with a mistyped name would never remove anything, and nobody would know. */
function noneSelected(items: readonly SnapshotItem[], filter: SnapshotFilter): string {
  const all = items.map(({ stored }) => stored);
  return `Nothing is chosen to be kept or removed: ${whyNone(all, filter)}.`;
}

async function namedItems(
  repository: OpenRepository,
  { specs, filter }: ForgetOptions,
  items: readonly SnapshotItem[],
  signal: AbortSignal,
): Promise<SnapshotItem[]> {
  const ids = new Set<string>();
  for (const spec of specs) ids.add((await resolveSnapshot(repository, spec, filter, signal)).id);
  return items.filter(({ id }) => ids.has(id));
}

/** As restic: only if a snapshot went, and none failed to. */
async function pruneAfter(
  repository: OpenRepository,
  { prune = null, dryRun }: ForgetOptions,
  { forgotten, removal }: { forgotten: ReadonlySet<SnapshotId>; removal: Removal<SnapshotId> },
  { reporter, signal }: Tools,
): Promise<PruneOutcome | null> {
  if (prune === null || forgotten.size === 0 || removal.failed !== null) return null;
  return prune(repository, { dryRun, forgotten }, reporter, signal);
}
