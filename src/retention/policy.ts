import { goBack, MACHINE_ZONE, type Moment, type Periods, periodsOf, type ZoneRule } from './calendar.ts';
import { newestFirst, type RetentionItem } from './item.ts';
import { isNoSpan, type Span, spanText } from './span.ts';

/** Which backups of a group to keep, in restic's terms. A backup is kept that any part of it names. */
export interface RetentionPolicy {
  /** So many of the newest; 0: none by this, Infinity: all. The same of those below: the newest of each hour, and so on. */
  readonly last: number;
  readonly hourly: number;
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
  /** Those that are at most this much older than the newest of the group; of no length: none by this. */
  readonly within: Span;
  readonly withinHourly: Span;
  readonly withinDaily: Span;
  readonly withinWeekly: Span;
  readonly withinMonthly: Span;
  readonly withinYearly: Span;
  /** Those that have all tags of any of these lists. An empty tag stands for having no tags. */
  readonly tags: readonly (readonly string[])[];
}

export interface PolicyClock {
  /** Nanoseconds since 1970. */
  readonly nowNs: bigint;
  /** Default: this machine's. */
  readonly machineZone?: ZoneRule;
}

/** What a policy says of one item. */
export interface Verdict<T extends RetentionItem> {
  readonly item: T;
  /** Why it is kept, in restic's words (`daily snapshot`); none: it isn't. */
  readonly matches: readonly string[];
}

type Counted = 'last' | 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';
type Within = 'withinHourly' | 'withinDaily' | 'withinWeekly' | 'withinMonthly' | 'withinYearly';

/** Of each kind: its part of the policy, the period of which it keeps the newest (null: each is its own), restic's words. */
const COUNTED: readonly [Counted, keyof Periods | null, string][] = [
  ['last', null, 'last snapshot'],
  ['hourly', 'hour', 'hourly snapshot'],
  ['daily', 'day', 'daily snapshot'],
  ['weekly', 'week', 'weekly snapshot'],
  ['monthly', 'month', 'monthly snapshot'],
  ['yearly', 'year', 'yearly snapshot'],
];

const WITHIN: readonly [Within, keyof Periods, string][] = [
  ['withinHourly', 'hour', 'hourly within'],
  ['withinDaily', 'day', 'daily within'],
  ['withinWeekly', 'week', 'weekly within'],
  ['withinMonthly', 'month', 'monthly within'],
  ['withinYearly', 'year', 'yearly within'],
];

/** Whether it would keep nothing, whatever there is: restic takes that for a mistake. */
export function isEmptyPolicy(policy: RetentionPolicy): boolean {
  return (
    policy.tags.length === 0 &&
    COUNTED.every(([kind]) => policy[kind] === 0) &&
    [policy.within, ...WITHIN.map(([kind]) => policy[kind])].every(isNoSpan)
  );
}

/**
 * What the policy keeps of one group, newest first: exactly what restic 0.19 keeps (`ApplyPolicy` in its
 * internal/data/snapshot_policy.go), with the same reasons. Calendars are those of each item's own zone; spans are
 * counted back from the newest item that isn't in the future.
 */
export function applyPolicy<T extends RetentionItem>(
  items: readonly T[],
  policy: RetentionPolicy,
  clock: PolicyClock,
): Verdict<T>[] {
  const sorted = items.toSorted(newestFirst);
  const rules = rulesOf(policy, newestUntil(sorted, clock.nowNs), clock.machineZone ?? MACHINE_ZONE);
  return sorted.map((item, nr) => {
    const at = { item, nr, periods: periodsOf(item), isOldest: nr === sorted.length - 1 };
    return { item, matches: rules.flatMap((rule) => rule(at)) };
  });
}

interface Place {
  readonly item: RetentionItem;
  /** Counted from the newest. */
  readonly nr: number;
  readonly periods: Periods;
  readonly isOldest: boolean;
}

/** Is asked of all items, newest first, and remembers what it has kept. */
type Rule = (at: Place) => string[];

function rulesOf(policy: RetentionPolicy, newest: Moment, machineZone: ZoneRule): Rule[] {
  const since = (span: Span) => goBack(newest, span, machineZone);
  const rules: Rule[] = policy.tags.map(tagRule);
  if (!isNoSpan(policy.within)) rules.push(withinRule(policy.within, since(policy.within)));
  for (const [kind, period, words] of COUNTED)
    if (policy[kind] > 0) rules.push(countedRule(policy[kind], period, words));
  for (const [kind, period, words] of WITHIN) {
    const span = policy[kind];
    if (!isNoSpan(span)) rules.push(periodsWithinRule(`${words} ${spanText(span)}`, period, since(span)));
  }
  return rules;
}

/** Go's zero time, for a group whose items are all in the future: then all are within any span of it. */
const YEAR_ONE: Moment = { timeNs: -62_135_596_800_000_000_000n, zoneSeconds: 0 };

function newestUntil(sorted: readonly RetentionItem[], nowNs: bigint): Moment {
  return sorted.find(({ timeNs }) => timeNs < nowNs && timeNs > YEAR_ONE.timeNs) ?? YEAR_ONE;
}

function tagRule(wanted: readonly string[]): Rule {
  return ({ item }) => (hasTags(item.tags, wanted) ? [`has tags [${wanted.join(', ')}]`] : []);
}

/** As restic's: in their order, and an empty one ends the question for an item without tags. */
function hasTags(tags: readonly string[], wanted: readonly string[]): boolean {
  for (const tag of wanted) {
    if (tag === '' && tags.length === 0) return true;
    if (!tags.includes(tag)) return false;
  }
  return true;
}

function withinRule(span: Span, sinceNs: bigint | null): Rule {
  return ({ item }) => (isAfter(item, sinceNs) ? [`within ${spanText(span)}`] : []);
}

/** The newest of each of the `count` newest periods; and the oldest of all while some are left, for a longer history. */
function countedRule(count: number, period: keyof Periods | null, words: string): Rule {
  let left = count;
  let last: number | null = null;
  return ({ nr, periods, isOldest }) => {
    const value = period === null ? nr : periods[period];
    const isSame = value === last;
    if (left <= 0 || (isSame && !isOldest)) return [];
    last = value;
    left--;
    return [isSame ? `oldest ${words}` : words];
  };
}

/** The newest of each period that began to count at `sinceNs`. */
function periodsWithinRule(words: string, period: keyof Periods, sinceNs: bigint | null): Rule {
  let last: number | null = null;
  return ({ item, periods, isOldest }) => {
    const isSame = periods[period] === last;
    if (!isAfter(item, sinceNs) || (isSame && !isOldest)) return [];
    last = periods[period];
    return [isSame ? `oldest ${words}` : words];
  };
}

function isAfter({ timeNs }: RetentionItem, sinceNs: bigint | null): boolean {
  return sinceNs === null || timeNs > sinceNs;
}
