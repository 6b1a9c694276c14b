import { findSnapshots, resolveSnapshot, type SnapshotFilter } from '../repository/find-snapshot.ts';
import type { Repository, StoredSnapshot } from '../repository/repository.ts';

export interface ListSnapshotsOptions {
  /** IDs, their beginnings, or `latest`; none: all that match the filter. */
  readonly specs: readonly string[];
  readonly filter: SnapshotFilter;
  /** Only so many of each host and set of paths, the newest; null: all. */
  readonly latest: number | null;
  readonly signal?: AbortSignal | undefined;
}

/** The snapshots that are asked for, oldest first. @throws HoldfastError snapshot-missing, bad-input. */
export async function listSnapshots(
  repository: Pick<Repository, 'snapshots'>,
  options: ListSnapshotsOptions,
): Promise<StoredSnapshot[]> {
  const { specs, filter, latest, signal } = options;
  if (specs.length > 0) {
    const found = [];
    for (const spec of specs) found.push(await resolveSnapshot(repository, spec, filter, signal));
    return found;
  }
  const found = await findSnapshots(repository, filter, signal);
  return latest === null ? found : newestOfEach(found, latest);
}

/** @param found Oldest first. */
function newestOfEach(found: readonly StoredSnapshot[], count: number): StoredSnapshot[] {
  const kept = new Map<string, number>();
  const newest = found.toReversed().filter(({ snapshot }) => {
    const group = JSON.stringify([snapshot.hostname, snapshot.paths.toSorted()]);
    const before = kept.get(group) ?? 0;
    kept.set(group, before + 1);
    return before < count;
  });
  return newest.reverse();
}
