import { BY_TARGET } from '../retention/group.ts';
import type { RetentionItem } from '../retention/item.ts';
import { planRetention } from '../retention/plan.ts';
import type { RetentionPolicy } from '../retention/policy.ts';
import type { Backup } from './history.ts';

const DAY_MS = 86_400_000;
const NS_PER_MS = 1_000_000n;

/** So far ahead is looked. */
const HORIZON_DAYS = [30, 90, 365] as const;
/** Backups that are thought up for a horizon; one that needs more isn't looked at. */
const MAX_FUTURE_BACKUPS = 2000;

/** What a policy would do with a target's backups, now and if they go on as they did. */
export interface RetentionOutlook {
  readonly kept: number;
  /** IDs of those that no rule keeps now. */
  readonly goes: ReadonlySet<string>;
  readonly future: readonly FutureRetention[];
}

export interface FutureRetention {
  readonly days: number;
  /** How many there will be. */
  readonly kept: number;
  /** How far back they will reach. */
  readonly reachMs: number;
}

/** @param backups Of one target, oldest first. */
export function retentionOutlook(
  backups: readonly Backup[],
  { policy, nowMs, verified }: { policy: RetentionPolicy; nowMs: number; verified: ReadonlySet<string> },
): RetentionOutlook {
  const keep = (items: readonly RetentionItem[], atMs: number) => {
    const { groups } = planRetention({
      items,
      isSelected: () => true,
      policy,
      groupBy: BY_TARGET,
      limits: { maxAgeMs: null, shrunkenBelow: 0 },
      despite: new Set(),
      isReleased: () => false,
      verified,
      clock: { nowNs: BigInt(atMs) * NS_PER_MS },
    });
    return groups.flatMap(({ decisions }) => decisions);
  };
  const items = backups.map(({ item }) => item);
  const now = keep(items, nowMs);
  const goes = new Set(now.filter((one) => !one.keep).map(({ item }) => item.id));
  const left = items.filter(({ id }) => !goes.has(id));
  return { kept: now.length - goes.size, goes, future: futureOf(left, backups, nowMs, keep) };
}

type Keep = (items: readonly RetentionItem[], atMs: number) => { keep: boolean; item: RetentionItem }[];

function futureOf(
  left: readonly RetentionItem[],
  backups: readonly Backup[],
  nowMs: number,
  keep: Keep,
): FutureRetention[] {
  const [intervalMs, last] = [usualIntervalMs(backups), backups.findLast(({ item }) => item.complete)];
  if (intervalMs === null || last === undefined) return [];
  const horizons = HORIZON_DAYS.map((days) => ({ days, count: Math.floor((days * DAY_MS) / intervalMs) }));
  const looked = horizons.filter(({ count }) => count <= MAX_FUTURE_BACKUPS);
  const coming = Array.from({ length: looked.at(-1)?.count ?? 0 }, (_, i) => ({
    ...last.item,
    id: `future-${i}`,
    formerIds: [],
    keptBecause: null,
    timeNs: BigInt(Math.round(nowMs + (i + 1) * intervalMs)) * NS_PER_MS,
  }));
  return looked.map(({ days, count }) => {
    const atMs = nowMs + days * DAY_MS;
    const there = keep([...left, ...coming.slice(0, count)], atMs).filter((one) => one.keep);
    const oldest = there.reduce((least, { item }) => Math.min(least, Number(item.timeNs / NS_PER_MS)), atMs);
    return { days, kept: there.length, reachMs: atMs - oldest };
  });
}

/** The median time between two complete backups; of thinned-out old ones, the young half says how often they are made. */
export function usualIntervalMs(backups: readonly Backup[]): number | null {
  const times = backups.filter(({ item }) => item.complete).map(({ timeMs }) => timeMs);
  const young = times.slice(-Math.max(3, Math.ceil(times.length / 2)));
  const spans = young.slice(1).map((time, i) => time - (young[i] as number));
  const median = spans.toSorted((a, b) => a - b)[Math.floor(spans.length / 2)];
  return median === undefined || median <= 0 ? null : median;
}
