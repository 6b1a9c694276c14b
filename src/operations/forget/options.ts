import { HoldfastError } from '../../errors.ts';
import type { SnapshotFilter } from '../../repository/find-snapshot.ts';
import type { SnapshotId } from '../../repository/format/ids.ts';
import type { LockTimings } from '../../repository/lock.ts';
import type { FreezeLimits } from '../../retention/freeze.ts';
import type { RetentionGroupBy } from '../../retention/group.ts';
import type { Noun } from '../../retention/item.ts';
import { LOCK_REASON, type OverrideReason, PROTECT_REASONS } from '../../retention/plan.ts';
import { isEmptyPolicy, type RetentionPolicy } from '../../retention/policy.ts';
import type { PruneHook } from './prune-hook.ts';
import type { VerifiedSnapshots } from './verified-snapshots.ts';

/** What is to go, of snapshots or of archives. */
export interface SelectionOptions {
  /** IDs, their beginnings, or `latest`: these are removed, whatever the policy. None: the policy decides. */
  readonly specs: readonly string[];
  /** Which of them the policy is applied to. */
  readonly filter: SnapshotFilter;
  readonly policy: RetentionPolicy;
  readonly groupBy: RetentionGroupBy;
  readonly limits: FreezeLimits;
  /** What a person has seen, and wants all the same. */
  readonly despite: ReadonlySet<OverrideReason>;
  /** With a filter and without a policy: remove all that match. */
  readonly allowRemoveAll: boolean;
  readonly dryRun: boolean;
  /** For tests: nanoseconds since 1970. */
  readonly nowNs?: bigint | undefined;
}

export interface ForgetOptions extends SelectionOptions {
  /** IDs of snapshots, or their beginnings, that need not stay any more although they were taken with a reason to. */
  readonly release: readonly string[];
  /** Lock nothing: for a dry run on storage that can't be written. */
  readonly noLock: boolean;
  readonly retryLockMs: number;
  /** Default: there are none. */
  readonly verified?: VerifiedSnapshots | undefined;
  /** Extend the storage's locks (S3 Object Lock) on all that is kept, where less than half of the days is left. */
  readonly extendLocks?: boolean | undefined;
  /** Called after snapshots were removed, under the same lock; null: nothing is pruned. */
  readonly prune?: PruneHook | null | undefined;
  /** Called with each snapshot that is gone, so that it is known when the run fails later. */
  readonly onRemoved?: ((id: SnapshotId) => void) | undefined;
  /** For tests. */
  readonly lockTimings?: Partial<LockTimings> | undefined;
}

/** What is wanted. */
export type ForgetKind = 'named' | 'policy' | 'all';

/**
 * What the options ask for.
 * @throws HoldfastError bad-input for those that contradict each other, ask for nothing, or for more than they may.
 */
export function kindOf(
  options: SelectionOptions & Partial<Pick<ForgetOptions, 'noLock'>>,
  noun: Noun = 'snapshot',
): ForgetKind {
  const { specs, filter, policy, allowRemoveAll, dryRun, noLock = false } = options;
  if (noLock && !dryRun)
    throw refused('without a lock: others may be using the repository, expected that of a dry run alone');
  const empty = isEmptyPolicy(policy);
  const filtered = narrows(filter);
  if (specs.length > 0) {
    if (!empty) throw refused(`named ${noun}s by a policy, too: expected one of them. Leave out the other`);
    if (filtered && !specs.includes('latest'))
      throw refused(`named ${noun}s by a filter, too: expected one of them. Leave out the other`);
  } else if (empty) {
    if (!allowRemoveAll) throw refused(noPolicy(noun));
    if (!filtered) throw refused(noFilter(noun));
  }
  const kind = specs.length > 0 ? 'named' : empty ? 'all' : 'policy';
  requireKnownReasons(options.despite, kind, noun);
  return kind;
}

function noPolicy(noun: Noun): string {
  return (
    `anything: no policy is given, and no ${noun} is named. Say what to keep, such as keep-daily 7 and keep-weekly 4, or ` +
    `name ${noun}s by their IDs`
  );
}

function noFilter(noun: Noun): string {
  const all = noun === 'snapshot' ? 'all snapshots of the repository' : 'all archives that are there';
  return `${all}: unsafe-allow-remove-all needs a filter by host, tag, path or application. Give one`;
}

/** What narrows by a time alone is no filter here: nearly all may be older. */
export function narrows({ hosts = [], target = null, tags = [], paths = [] }: SnapshotFilter): boolean {
  return hosts.length + tags.length + paths.length > 0 || target !== null;
}

/** No policy overrides what protects single snapshots; and to name one is to know of it whatever froze its target. */
function requireKnownReasons(despite: ReadonlySet<OverrideReason>, kind: ForgetKind, noun: Noun): void {
  for (const reason of despite) {
    const protects = PROTECT_REASONS.some((one) => one === reason);
    if (kind !== 'policy' && reason === LOCK_REASON)
      throw refused(`without a policy despite ${reason}: only a policy can outlast locks. Leave it out`);
    if (kind === 'named' && !protects)
      throw refused(`named ${noun}s despite ${reason}: that only freezes a policy. Leave it out`);
    const isOpen = kind === 'all' ? reason !== 'newest' : !protects;
    if (kind !== 'named' && !isOpen)
      throw refused(
        kind === 'all'
          ? 'all that match despite newest: they are all meant already. Leave it out'
          : `by a policy despite ${reason}: no policy removes such a one. Name it by its ID`,
      );
  }
}

function refused(what: string): HoldfastError {
  return new HoldfastError('bad-input', `Cannot forget ${what}.`);
}
