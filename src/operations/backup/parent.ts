import { findParent, resolveSnapshot } from '../../repository/find-snapshot.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import type { BackupOptions } from './options.ts';
import { recordedPath } from './recorded-path.ts';

/**
 * The snapshot that the backup compares with: the one that was named, else the newest of the same host that has all
 * of the paths; null when everything is to be read.
 *
 * @throws HoldfastError snapshot-missing or bad-input for a named one that isn't there.
 */
export async function chooseParent(
  repository: Repository,
  { options, hostname, startedNs }: { options: BackupOptions; hostname: string; startedNs: bigint },
  signal: AbortSignal,
): Promise<StoredSnapshot | null> {
  if (options.parent === 'none') return null;
  if (options.parent !== 'newest') return resolveSnapshot(repository, options.parent.spec, {}, signal);
  return findParent(
    repository,
    { hostname, paths: options.paths.map(recordedPath), timeNs: startedNs },
    signal,
  );
}
