import { findSnapshots, resolveSnapshot } from '../../repository/find-snapshot.ts';
import { BY_HOST_AND_PATHS } from '../../repository/group-by.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import type { LoadSnapshotsOptions } from '../../repository/snapshots.ts';
import { isIncomplete } from '../../repository/tags.ts';
import type { BackupOptions } from './options.ts';
import { recordedPaths } from './recorded-path.ts';

/**
 * The snapshots that the backup compares with, in the order in which they are asked; the first is recorded as the
 * parent. That is the one that was named; else those of `parentsAmong`; none when everything is to be read.
 *
 * @param earlier What the repository has that may be one, by host and time, oldest first.
 * @throws HoldfastError snapshot-missing or bad-input for a named one that isn't there; repository-damaged for one that
 *   is named by its ID and can't be read.
 */
export async function chooseParents(
  repository: Repository,
  options: BackupOptions,
  earlier: readonly StoredSnapshot[],
  signal: AbortSignal,
): Promise<StoredSnapshot[]> {
  if (options.parent === 'none') return [];
  if (options.parent !== 'newest') return named(repository, options.parent.spec, signal);
  const { groupBy = BY_HOST_AND_PATHS, tags } = options;
  const grouped = earlier.filter(
    ({ snapshot }) => !groupBy.tags || tags.every((tag) => snapshot.tags.includes(tag)),
  );
  return parentsAmong(grouped, groupBy.paths ? recordedPaths(options) : []);
}

/**
 * `latest` is the newest that can be read: what can't was told already, when `earlier` was read. A restore must not take
 * an older one for it; a backup only reads more.
 */
async function named(repository: Repository, spec: string, signal: AbortSignal): Promise<StoredSnapshot[]> {
  if (spec !== 'latest') return [await resolveSnapshot(repository, spec, {}, signal)];
  let unreadable = 0;
  const onUnreadable = () => void unreadable++;
  const all = await findSnapshots(repository, {}, { signal, onUnreadable });
  const latest = all.findLast(({ snapshot }) => !isIncomplete(snapshot));
  if (latest !== undefined) return [latest];
  return unreadable > 0 ? [] : [await resolveSnapshot(repository, spec, {}, signal)];
}

/**
 * The host's snapshots until `timeNs`, oldest first; without a host those of all. One from the future is left out: it
 * is never a parent.
 */
export function earlierSnapshots(
  repository: Repository,
  { hostname, timeNs }: { hostname: string | null; timeNs: bigint },
  options: LoadSnapshotsOptions,
): Promise<StoredSnapshot[]> {
  return findSnapshots(
    repository,
    { hosts: hostname === null ? [] : [hostname], notAfterNs: timeNs },
    options,
  );
}

/**
 * Of those that have all of the paths, the newest, as restic chooses it; and when that one is incomplete, the fullest
 * incomplete one and the newest complete one: what a cut-off run didn't reach needn't be read again if an earlier one
 * has it. So at most three, newest first.
 *
 * @param earlier Snapshots of one host, oldest first.
 */
export function parentsAmong(earlier: readonly StoredSnapshot[], paths: readonly string[]): StoredSnapshot[] {
  const fitting = earlier.filter(({ snapshot }) => paths.every((path) => snapshot.paths.includes(path)));
  const lastComplete = fitting.findLastIndex(({ snapshot }) => !isIncomplete(snapshot));
  const incomplete = fitting.slice(lastComplete + 1);
  const chosen = [incomplete.at(-1), fullestOf(incomplete), fitting[lastComplete]];
  return [...new Set(chosen)].filter((stored) => stored !== undefined);
}

/** Of equally full ones the newest. */
function fullestOf(snapshots: readonly StoredSnapshot[]): StoredSnapshot | undefined {
  const fullness = ({ snapshot }: StoredSnapshot) => snapshot.summary?.totalBytesProcessed ?? 0;
  return snapshots.reduceRight<StoredSnapshot | undefined>(
    (fullest, next) => (fullest === undefined || fullness(next) > fullness(fullest) ? next : fullest),
    undefined,
  );
}
