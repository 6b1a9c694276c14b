import {
  type Freeze,
  type FreezeLimits,
  type FreezeReason,
  isAhead,
  judgeMixture,
  judgeTarget,
} from './freeze.ts';
import {
  BY_TARGET,
  groupItems,
  groupKeyOf,
  groupNameOf,
  type RetentionGroupBy,
  type RetentionGroupKey,
} from './group.ts';
import { newestFirst, type RetentionItem } from './item.ts';
import { applyPolicy, isEmptyPolicy, type PolicyClock, type RetentionPolicy } from './policy.ts';

/** What a policy is applied to, and what no policy overrides. */
export interface PlanRequest<T extends RetentionItem> {
  /** All that there are: what is a target's newest is seen in all of them. */
  readonly items: readonly T[];
  /** Which of them may be removed. */
  readonly isSelected: (item: T) => boolean;
  /** An empty one removes all that are selected. */
  readonly policy: RetentionPolicy;
  readonly groupBy: RetentionGroupBy;
  readonly limits: FreezeLimits;
  /** Reasons for which nothing is frozen. */
  readonly despite: ReadonlySet<OverrideReason>;
  /** Of those that were to stay until that is taken back: for which it is. */
  readonly isReleased: (item: T) => boolean;
  /** Those that a drill has restored and verified. */
  readonly verified: ReadonlySet<string>;
  readonly clock: PolicyClock;
}

export function targetName(item: RetentionItem): string {
  return groupNameOf(item, BY_TARGET);
}

/** Why a single item stays although it was named, or all were to go. */
export type ProtectReason = (typeof PROTECT_REASONS)[number];
export const PROTECT_REASONS = ['newest', 'verified', 'kept'] as const;

/** Why a policy isn't followed at all, whatever there is: locks end before what they hold may go. */
export const LOCK_REASON = 'short-lock' as const;

/** What a person can say that they know, and want all the same. */
export type OverrideReason = FreezeReason | ProtectReason | typeof LOCK_REASON;

export interface Decision<T extends RetentionItem> {
  readonly item: T;
  readonly keep: boolean;
  /** Why the policy keeps it, in restic's words. */
  readonly matches: readonly string[];
  /** Why it is kept besides, or why it is removed. May hold a person's own words. With `matches` never empty. */
  readonly others: readonly string[];
}

export interface PlannedGroup<T extends RetentionItem> {
  readonly key: RetentionGroupKey;
  /** What is in it, if that is no group of the policy's. */
  readonly title?: string;
  /** Newest first. */
  readonly decisions: readonly Decision<T>[];
  /** Of how many the policy had to choose, and whether it kept none of them. */
  readonly keepsNone: boolean;
}

/** A target of which nothing is removed. */
export interface FrozenTarget {
  readonly hostname: string;
  readonly target: string | null;
  /** Of a target that is no application in particular: its paths. */
  readonly paths: readonly string[] | null;
  /** The same for all of its items and no others (`targetName`). */
  readonly name: string;
  readonly freeze: Freeze;
  /** The reason was overridden: it counts for nothing. */
  readonly overridden: boolean;
}

export interface RetentionPlan<T extends RetentionItem> {
  readonly groups: readonly PlannedGroup<T>[];
  readonly frozen: readonly FrozenTarget[];
}

/** Decides upon every selected item. Removes nothing. */
export function planRetention<T extends RetentionItem>(request: PlanRequest<T>): RetentionPlan<T> {
  const selected = request.items.filter(request.isSelected);
  const groups = [...groupItems(selected, request.groupBy).values()];
  const frozen = frozenTargets(request, groups);
  const holds = holdsOf(frozen, request, groups);
  const complete = request.items.filter((item) => item.complete && !isAhead(item, request.clock.nowNs));
  const guards = { holds, protections: protectionsOf(request), completeOf: groupItems(complete, BY_TARGET) };
  return { groups: groups.map((items) => planGroup(items, request, guards)), frozen };
}

/** What protects single items: the newest complete one of each target, the last that was verified, what was to stay. */
export function protectionsOf<T extends RetentionItem>({
  items,
  verified,
  isReleased,
  clock,
}: Pick<PlanRequest<T>, 'items' | 'verified' | 'isReleased' | 'clock'>): Map<T, Protection[]> {
  const protections = new Map<T, Protection[]>();
  const protect = (item: T | undefined, protection: Protection) => {
    if (item === undefined) return;
    protections.set(item, [...(protections.get(item) ?? []), protection]);
  };
  const isVerified = ({ id, formerIds }: T) => [id, ...formerIds].some((one) => verified.has(one));
  for (const target of groupItems(items, BY_TARGET).values()) {
    const sorted = target.toSorted(newestFirst);
    const newest = { reason: 'newest', words: `newest complete ${target[0]?.noun}` } as const;
    // One from the future may be forged: it must not stand in front of the true one.
    protect(
      sorted.find((item) => item.complete && !isAhead(item, clock.nowNs)) ??
        sorted.find((item) => item.complete),
      newest,
    );
    protect(sorted.find(isVerified), { reason: 'verified', words: 'last one that a drill verified' });
  }
  for (const item of items) {
    if (item.keptBecause === null || isReleased(item)) continue;
    const words = item.keptBecause === '' ? 'kept until taken back' : `kept because: ${item.keptBecause}`;
    protect(item, { reason: 'kept', words });
  }
  return protections;
}

export interface Protection {
  readonly reason: ProtectReason;
  readonly words: string;
}

interface Guards<T extends RetentionItem> {
  readonly holds: ReadonlyMap<T, readonly FreezeReason[]>;
  readonly protections: ReadonlyMap<T, readonly Protection[]>;
  /** The complete ones of each target, by its name. */
  readonly completeOf: ReadonlyMap<string, readonly T[]>;
}

function planGroup<T extends RetentionItem>(
  items: readonly T[],
  request: PlanRequest<T>,
  guards: Guards<T>,
): PlannedGroup<T> {
  const counted = items.filter(({ leftover }) => !leftover);
  const verdicts = applyPolicy(counted, request.policy, request.clock);
  const matchesOf = new Map(verdicts.map(({ item, matches }) => [item, matches]));
  const decisions = items.toSorted(newestFirst).map((item): Decision<T> => {
    const matches = matchesOf.get(item) ?? [];
    const others = [...leftoverReasons(item, request, guards), ...ownReasons(item, request, guards)];
    if (matches.length + others.length > 0) return { item, keep: true, matches, others };
    return { item, keep: false, matches, others: [whyRemoved(item, request)] };
  });
  const isKept = ({ matches, item }: Decision<T>) =>
    matches.length > 0 || guards.protections.get(item)?.some(({ reason }) => reason === 'kept');
  const keepsNone =
    counted.length > 0 &&
    !isEmptyPolicy(request.policy) &&
    !decisions.some((one) => !one.item.leftover && isKept(one));
  return { key: groupKeyOf(items[0] as T, request.groupBy), decisions, keepsNone };
}

/** What a run left that was cut off is worth something until a complete one came after it. */
function leftoverReasons<T extends RetentionItem>(
  item: T,
  { policy }: PlanRequest<T>,
  { completeOf }: Guards<T>,
): readonly string[] {
  if (!item.leftover || isEmptyPolicy(policy)) return [];
  const after = completeOf.get(targetName(item)) ?? [];
  if (!after.some((complete) => supersedes(complete, item)))
    return [`no complete ${item.noun} with all of its paths came after it`];
  // What a person marked to be kept is kept, whatever it is.
  return applyPolicy([item], { ...KEEP_NOTHING, tags: policy.tags }, { nowNs: 0n })[0]?.matches ?? [];
}

/** A complete one of the same target that has all of its paths. */
function supersedes(complete: RetentionItem, leftover: RetentionItem): boolean {
  return newestFirst(complete, leftover) < 0 && leftover.paths.every((path) => complete.paths.includes(path));
}

const NOTHING = { years: 0, months: 0, days: 0, hours: 0 };
export const KEEP_NOTHING: RetentionPolicy = {
  last: 0,
  hourly: 0,
  daily: 0,
  weekly: 0,
  monthly: 0,
  yearly: 0,
  within: NOTHING,
  withinHourly: NOTHING,
  withinDaily: NOTHING,
  withinWeekly: NOTHING,
  withinMonthly: NOTHING,
  withinYearly: NOTHING,
  tags: [],
};

/** Why an item stays whatever the policy says. */
function ownReasons<T extends RetentionItem>(
  item: T,
  { policy, despite }: PlanRequest<T>,
  { holds, protections }: Guards<T>,
): string[] {
  // Who has all removed has named them all: but not what was verified, or was to stay.
  const isOverridden = ({ reason }: Protection) =>
    isEmptyPolicy(policy) && (reason === 'newest' || despite.has(reason));
  const words = (protections.get(item) ?? []).filter((one) => !isOverridden(one)).map((one) => one.words);
  const hold = holds.get(item) ?? [];
  return hold.length === 0 ? words : [...words, `frozen: ${hold.join(', ')}`];
}

function whyRemoved<T extends RetentionItem>(item: T, { policy }: PlanRequest<T>): string {
  if (isEmptyPolicy(policy)) return 'all are to go';
  return item.leftover ? 'incomplete, and a complete one came after it' : 'no rule keeps it';
}

/** Every target of which something is selected, with what speaks against removing any of it. */
function frozenTargets<T extends RetentionItem>(
  { items, isSelected, groupBy, limits, despite, clock, policy }: PlanRequest<T>,
  groups: readonly (readonly T[])[],
): FrozenTarget[] {
  const found: FrozenTarget[] = [];
  const add = (item: T, freeze: Freeze | null) => {
    if (freeze === null) return;
    const { hostname, target, paths } = groupKeyOf(item, BY_TARGET);
    const key = { hostname: hostname ?? '', target, paths };
    found.push({ ...key, name: targetName(item), freeze, overridden: despite.has(freeze.reason) });
  };
  for (const target of groupItems(items, BY_TARGET).values()) {
    if (!target.some(isSelected)) continue;
    for (const freeze of judgeTarget(target, limits, clock.nowNs)) add(target[0] as T, freeze);
  }
  if (!groupBy.target || groupBy.paths || isEmptyPolicy(policy)) return found;
  for (const group of groups) add(group[0] as T, judgeMixture(group));
  return found;
}

/** Forged backups displace those beside them in the same group, whatever target they say they are of. */
const SPREADING: readonly FreezeReason[] = ['future', 'flood'];

function holdsOf<T extends RetentionItem>(
  frozen: readonly FrozenTarget[],
  { items }: PlanRequest<T>,
  groups: readonly (readonly T[])[],
): Map<T, FreezeReason[]> {
  const byTarget = new Map<string, Set<FreezeReason>>();
  for (const { name, freeze, overridden } of frozen) {
    if (!overridden) byTarget.set(name, (byTarget.get(name) ?? new Set()).add(freeze.reason));
  }
  const reasonsOf = (item: T) => byTarget.get(targetName(item)) ?? new Set<FreezeReason>();
  const holds = new Map(items.map((item) => [item, new Set(reasonsOf(item))]));
  for (const group of groups) {
    const all = new Set(group.flatMap((item) => [...reasonsOf(item)]));
    for (const reason of SPREADING.filter((one) => all.has(one)))
      for (const item of group) holds.get(item)?.add(reason);
  }
  return new Map([...holds].map(([item, reasons]) => [item, [...reasons]]));
}
