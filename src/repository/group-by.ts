import type { Snapshot } from './format/snapshot.ts';
import type { StoredSnapshot } from './repository.ts';

/** What snapshots of one group have in common. */
export interface GroupBy {
  readonly host: boolean;
  readonly paths: boolean;
  readonly tags: boolean;
}

/** restic's own, for parents and for `snapshots --latest`. */
export const BY_HOST_AND_PATHS: GroupBy = { host: true, paths: true, tags: false };

/** What doesn't group is null. Lists are in the order of their characters. */
export interface GroupKey {
  readonly hostname: string | null;
  readonly paths: readonly string[] | null;
  readonly tags: readonly string[] | null;
}

export interface SnapshotGroup {
  readonly key: GroupKey;
  /** In the order in which they were given. */
  readonly snapshots: readonly StoredSnapshot[];
}

/** `snapshots` by group, in the order in which the groups come up. */
export function groupSnapshots(snapshots: readonly StoredSnapshot[], by: GroupBy): SnapshotGroup[] {
  const groups = new Map<string, { key: GroupKey; snapshots: StoredSnapshot[] }>();
  for (const stored of snapshots) {
    const key = keyOf(stored.snapshot, by);
    const name = JSON.stringify(key);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { key, snapshots: [stored] });
    else group.snapshots.push(stored);
  }
  return [...groups.values()];
}

function keyOf({ hostname, paths, tags }: Snapshot, by: GroupBy): GroupKey {
  return {
    hostname: by.host ? hostname : null,
    paths: by.paths ? paths.toSorted() : null,
    tags: by.tags ? tags.toSorted() : null,
  };
}
