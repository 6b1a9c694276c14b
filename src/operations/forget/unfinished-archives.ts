import { originOf, timeMsOf } from '../../archive/archive-name.ts';
import type { FoundArchive } from '../../archive/find-archives.ts';
import type { SnapshotFilter } from '../../repository/find-snapshot.ts';
import { newestFirst } from '../../retention/item.ts';
import { type Decision, type FrozenTarget, type PlannedGroup, targetName } from '../../retention/plan.ts';
import type { ArchiveItem } from './archive-items.ts';
import { narrows } from './options.ts';

/** What has no manifest for so long is nobody's work any more: no archive takes as long, nor does bringing one elsewhere. */
export const UNFINISHED_AFTER_MS = 7 * 86_400_000;

/** As an item, of which its ID alone tells. */
export function unfinishedItem(found: FoundArchive): ArchiveItem {
  const timeMs = timeMsOf(found.id);
  return {
    noun: 'archive',
    id: found.id,
    found,
    formerIds: [],
    timeNs: Number.isNaN(timeMs) ? 0n : BigInt(timeMs) * 1_000_000n,
    zoneSeconds: 0,
    tags: [],
    hostname: '',
    target: null,
    paths: [],
    complete: false,
    leftover: true,
    keptBecause: null,
    sizeBytes: found.file?.sizeBytes ?? null,
    fileCount: null,
  };
}

/** Whether it may still be written, or be on its way here: by its ID, and by when its file came, as far as the store says it. */
export function isYoung({ id, file }: FoundArchive, nowMs: number): boolean {
  const isOld = (ms: number) => nowMs - ms > UNFINISHED_AFTER_MS;
  // What has no such time isn't older than anything.
  return !isOld(timeMsOf(id)) || (file !== null && file.storedMs !== null && !isOld(file.storedMs));
}

/**
 * What becomes of archives without a manifest: no policy's business, for nobody knows whose they are, but for what the
 * beginnings of their IDs say. One goes when it is old, and a complete one with the same beginning, of no frozen target,
 * came after it: where manifests were lost, nothing that may be the last is.
 * @param seen.selected Those that the policy is applied to: what none of them has the beginning of isn't looked at.
 */
export function planUnfinished(
  found: readonly FoundArchive[],
  seen: {
    readonly items: readonly ArchiveItem[];
    readonly selected: readonly ArchiveItem[];
    readonly filter: SnapshotFilter;
    readonly frozen: readonly FrozenTarget[];
    readonly nowMs: number;
  },
): PlannedGroup<ArchiveItem>[] {
  const origins = new Set(seen.selected.map(({ id }) => originOf(id)));
  const { notAfterNs } = seen.filter;
  const isNarrow = narrows(seen.filter) || notAfterNs !== undefined;
  const unfinished = found
    .filter((one) => one.unfinished && (!isNarrow || origins.has(originOf(one.id))))
    .map(unfinishedItem)
    .filter(({ timeNs }) => notAfterNs === undefined || timeNs <= notAfterNs);
  if (unfinished.length === 0) return [];
  const holds = new Set(seen.frozen.filter(({ overridden }) => !overridden).map(({ name }) => name));
  const ofOrigin = Map.groupBy(seen.items, ({ id }) => originOf(id));
  const decisions = unfinished.toSorted(newestFirst).map((one): Decision<ArchiveItem> => {
    const keep = whyKept(one, ofOrigin.get(originOf(one.id)) ?? [], holds, seen.nowMs);
    const others = [keep ?? 'without a manifest, and a complete archive came after it'];
    return { item: one, keep: keep !== null, matches: [], others };
  });
  const key = { hostname: null, target: null, paths: null, tags: null };
  return [{ key, title: 'without a manifest', decisions, keepsNone: false }];
}

function whyKept(
  one: ArchiveItem,
  siblings: readonly ArchiveItem[],
  holds: ReadonlySet<string>,
  nowMs: number,
): string | null {
  if (isYoung(one.found, nowMs)) return 'without a manifest, but not 7 days old: it may still be written';
  if (siblings.some((item) => holds.has(targetName(item)))) return 'frozen with its target';
  const after = siblings.some((item) => item.complete && newestFirst(item, one) < 0);
  return after ? null : 'without a manifest, but no complete archive came after it';
}
