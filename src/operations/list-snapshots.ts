import {
  findSnapshots,
  resolveSnapshot,
  type SnapshotFilter,
  type SnapshotSource,
} from '../repository/find-snapshot.ts';
import { BY_HOST_AND_PATHS, type GroupBy, groupSnapshots } from '../repository/group-by.ts';
import type { StoredSnapshot } from '../repository/repository.ts';
import type { LoadSnapshotsOptions } from '../repository/snapshots.ts';

/** Without IDs, a snapshot that can't be read is told by `onUnreadable`, and the others are listed. */
export interface ListSnapshotsOptions extends LoadSnapshotsOptions {
  /** IDs, their beginnings, or `latest`; none: all that match the filter. */
  readonly specs: readonly string[];
  readonly filter: SnapshotFilter;
  /** Only so many of each group, the newest; null: all. */
  readonly latest: number | null;
  /** Default: of the same host and paths. */
  readonly groupBy?: GroupBy | undefined;
}

/** The snapshots that are asked for, oldest first. @throws HoldfastError snapshot-missing, bad-input. */
export async function listSnapshots(
  repository: SnapshotSource,
  options: ListSnapshotsOptions,
): Promise<StoredSnapshot[]> {
  const { specs, filter, latest, groupBy = BY_HOST_AND_PATHS, signal } = options;
  if (specs.length > 0) {
    const found = [];
    for (const spec of specs) found.push(await resolveSnapshot(repository, spec, filter, signal));
    return found;
  }
  const found = await findSnapshots(repository, filter, options);
  return latest === null ? found : newestOfEach(found, latest, groupBy);
}

/** @param found Oldest first. */
function newestOfEach(found: readonly StoredSnapshot[], count: number, by: GroupBy): StoredSnapshot[] {
  const newest = new Set(groupSnapshots(found, by).flatMap(({ snapshots }) => snapshots.slice(-count)));
  return found.filter((stored) => newest.has(stored));
}
