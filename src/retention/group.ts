import type { RetentionItem } from './item.ts';

/** What the backups of one group, to which a policy is applied by itself, have in common. */
export interface RetentionGroupBy {
  readonly host: boolean;
  readonly paths: boolean;
  readonly tags: boolean;
  /** The application on its host. Backups of none in particular: of the same host and paths. */
  readonly target: boolean;
}

/** What doesn't group is null. Lists are in the order of their characters. */
export interface RetentionGroupKey {
  readonly hostname: string | null;
  readonly target: string | null;
  readonly paths: readonly string[] | null;
  readonly tags: readonly string[] | null;
}

/** A target: what a backup is of, whatever it is grouped by. */
export const BY_TARGET: RetentionGroupBy = { host: true, paths: false, tags: false, target: true };

export function groupKeyOf(item: RetentionItem, by: RetentionGroupBy): RetentionGroupKey {
  const ofNone = by.target && item.target === null;
  return {
    hostname: by.host || by.target ? item.hostname : null,
    target: by.target ? item.target : null,
    paths: by.paths || ofNone ? item.paths.toSorted() : null,
    tags: by.tags ? item.tags.toSorted() : null,
  };
}

/** A plan asks for an item's target several times, and a report makes four plans of each of many items. */
const targetNames = new WeakMap<RetentionItem, string>();

/** A name for a group, the same for all its items and no others. */
export function groupNameOf(item: RetentionItem, by: RetentionGroupBy): string {
  if (by !== BY_TARGET) return JSON.stringify(groupKeyOf(item, by));
  const known = targetNames.get(item) ?? JSON.stringify(groupKeyOf(item, by));
  targetNames.set(item, known);
  return known;
}

/** Items by their group's name, in the order in which the groups come up. */
export function groupItems<T extends RetentionItem>(
  items: readonly T[],
  by: RetentionGroupBy,
): Map<string, T[]> {
  return Map.groupBy(items, (item) => groupNameOf(item, by));
}
