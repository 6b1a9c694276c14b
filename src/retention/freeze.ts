import { isFromFuture } from '../repository/future.ts';
import { newestFirst, type RetentionItem, shownId } from './item.ts';

/**
 * Why nothing of a target is removed, whatever the policy says: what is there may be all that is left, or not what it
 * says.
 * - `stale`: its last due run gave no complete backup
 * - `shrunken`: its newest complete backup holds much less than those before it
 * - `future`: backups have times in the future: forged, or of a wrong clock
 * - `flood`: there are suddenly many: forged by a stolen key that may only add, so that the policy drops the true ones
 * - `mixed-paths`: backups of different paths alternate, and the policy would take those of one for newer ones of the other
 */
export type FreezeReason = (typeof FREEZE_REASONS)[number];
export const FREEZE_REASONS = ['stale', 'shrunken', 'future', 'flood', 'mixed-paths'] as const;

export interface Freeze {
  readonly reason: FreezeReason;
  /** One line, without the target's name; no foreign text in it. */
  readonly message: string;
}

export interface FreezeLimits {
  /** A target whose newest complete backup is older is stale; null: none is. */
  readonly maxAgeMs: number | null;
  /** Of what the forerunners hold, in bytes and in files: less is shrunken. 0 to 1; 0: nothing is. */
  readonly shrunkenBelow: number;
}

export const DEFAULT_SHRUNKEN_BELOW = 0.5;

/** The newest is compared with the median of so many before it: after half of them a smaller size counts as usual. */
const MAX_FORERUNNERS = 10;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** More backups of one target in a span than this are a flood, if nobody said how often they are due: one in 5 minutes is none. */
const FLOODS: readonly { readonly spanMs: number; readonly words: string; readonly most: number }[] = [
  { spanMs: HOUR_MS, words: 'an hour', most: 20 },
  { spanMs: DAY_MS, words: 'a day', most: 300 },
];
/** Where the longest age is known: so many times what is due in a span, or MIN_FLOOD if that is more. */
const FLOOD_FACTOR = 4;
const MIN_FLOOD = 10;

/** What speaks against removing anything of a target. `items` are all of its backups, in any order. */
export function judgeTarget(items: readonly RetentionItem[], limits: FreezeLimits, nowNs: bigint): Freeze[] {
  const sorted = items.toSorted(newestFirst);
  const judgements = [stale, shrunken, future, flood];
  return judgements.map((judge) => judge(sorted, limits, nowNs)).filter((freeze) => freeze !== null);
}

/** Each is given the items newest first. */
type Judge = (sorted: readonly RetentionItem[], limits: FreezeLimits, nowNs: bigint) => Freeze | null;

const stale: Judge = (sorted, { maxAgeMs }, nowNs) => {
  if (maxAgeMs === null) return null;
  const limit = `expected one that is at most ${ageText(maxAgeMs)} old`;
  const newest = sorted.find((item) => item.complete && !isAhead(item, nowNs));
  if (newest === undefined)
    return { reason: 'stale', message: `it has no complete ${sorted[0]?.noun}, ${limit}` };
  const ageMs = Number((nowNs - newest.timeNs) / 1_000_000n);
  if (ageMs <= maxAgeMs) return null;
  const message = `its newest complete ${newest.noun}, ${shownId(newest.id)}, is ${ageText(ageMs)} old, ${limit}`;
  return { reason: 'stale', message };
};

/** Of each set of paths by itself: what a target's dump holds says nothing of its files. */
const shrunken: Judge = (sorted, { shrunkenBelow }) => {
  const complete = sorted.filter((item) => item.complete);
  for (const same of Map.groupBy(complete, pathsOf).values()) {
    const [newest, ...before] = same;
    const loss = newest === undefined ? null : lossOf(newest, before.slice(0, MAX_FORERUNNERS));
    if (newest === undefined || loss === null || loss.share >= shrunkenBelow) continue;
    const percent = Math.floor(loss.share * 100);
    return {
      reason: 'shrunken',
      message:
        `its newest complete ${newest.noun}, ${shownId(newest.id)}, has ${percent} % of the ${loss.what} that those before it ` +
        `have, expected at least ${Math.round(shrunkenBelow * 100)} %`,
    };
  }
  return null;
};

/** What is left of the bytes or of the files, whichever is less; null: nobody knows. */
function lossOf(
  newest: RetentionItem,
  forerunners: readonly RetentionItem[],
): { share: number; what: string } | null {
  const losses = (['sizeBytes', 'fileCount'] as const).flatMap((count) => {
    const usual = median(forerunners.map((item) => item[count]).filter((value) => value !== null));
    const own = newest[count];
    if (usual === null || usual === 0 || own === null) return [];
    return [{ share: own / usual, what: count === 'sizeBytes' ? 'bytes' : 'files' }];
  });
  return losses.sort((a, b) => a.share - b.share)[0] ?? null;
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

const future: Judge = (sorted, _limits, nowNs) => {
  const ahead = sorted.filter((item) => isAhead(item, nowNs));
  const [farthest] = ahead;
  if (farthest === undefined) return null;
  const byMs = Number((farthest.timeNs - nowNs) / 1_000_000n);
  return {
    reason: 'future',
    message:
      `${counted(ahead)} from the future, the farthest, ${shownId(farthest.id)}, by ${ageText(byMs)}: a clock is wrong, ` +
      'or somebody forged it',
  };
};

/** Whether it says that it was taken later than now. */
export function isAhead({ timeNs }: RetentionItem, nowNs: bigint): boolean {
  return isFromFuture(timeNs, nowNs);
}

const flood: Judge = (sorted, { maxAgeMs }) => {
  const items = sorted.filter((item) => !item.leftover);
  const times = items.map(({ timeNs }) => timeNs);
  for (const { spanMs, words, most: usual } of FLOODS) {
    const most = maxAgeMs === null ? usual : Math.max(MIN_FLOOD, (FLOOD_FACTOR * spanMs) / maxAgeMs);
    const densest = mostWithin(times, toNs(spanMs));
    if (densest <= most) continue;
    return {
      reason: 'flood',
      message: `${counted(items.slice(0, densest))} within ${words}, expected at most ${Math.floor(most)}: somebody may have forged them`,
    };
  }
  return null;
};

/** How many of `times`, newest first, lie within the span that has the most. */
function mostWithin(times: readonly bigint[], spanNs: bigint): number {
  let most = 0;
  let first = 0;
  for (const [last, timeNs] of times.entries()) {
    while ((times[first] as bigint) - timeNs >= spanNs) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/**
 * Whether backups of different paths alternate in a group: of a target of which two jobs each save a part. A changed
 * configuration makes one set of paths follow the other.
 */
export function judgeMixture(items: readonly RetentionItem[]): Freeze | null {
  const sets = items
    .filter((item) => !item.leftover)
    .toSorted(newestFirst)
    .map(pathsOf);
  const turns = sets.filter((paths, i) => paths !== sets[i - 1]).length;
  const kinds = new Set(sets).size;
  if (turns <= kinds) return null;
  return {
    reason: 'mixed-paths',
    message:
      `${items[0]?.noun}s of ${kinds} different sets of paths take turns, expected one set: the policy would keep only one of them ` +
      'where it keeps the newest. Give each job a target of its own, or add `paths` to group-by',
  };
}

/** The same for items of the same set of paths, and for no others. */
function pathsOf({ paths }: RetentionItem): string {
  return JSON.stringify(paths.length < 2 ? paths : paths.toSorted());
}

function counted({ length, 0: first }: readonly RetentionItem[]): string {
  return length === 1 ? `1 ${first?.noun} is` : `${length} ${first?.noun}s are`;
}

/** `3d4h`, `30h` below two days, `12m` below an hour. */
function ageText(ms: number): string {
  const hours = Math.floor(ms / HOUR_MS);
  if (hours < 1) return `${Math.floor(ms / 60_000)}m`;
  if (hours < 48) return `${hours}h`;
  return hours % 24 === 0 ? `${hours / 24}d` : `${Math.floor(hours / 24)}d${hours % 24}h`;
}

function toNs(ms: number): bigint {
  return BigInt(Math.round(ms)) * 1_000_000n;
}
