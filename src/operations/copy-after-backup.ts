import { asHoldfastError, HoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import type { OpenRepository } from '../repository/open.ts';
import type { StoredSnapshot } from '../repository/repository.ts';
import { isCheckpoint, targetOf } from '../repository/tags.ts';
import type { CopiesThere } from './copy/copies-there.ts';
import { type CopyResult, copySnapshots } from './copy.ts';
import type { Reporter } from './progress.ts';
import type { LockOptions } from './take-lock.ts';

export interface CopyAfterBackup extends LockOptions {
  /** The one that a backup made, or found to hold everything. */
  readonly snapshot: SnapshotId;
  /** Each opens its repository, which is closed here. The source anew: a prune may have been since the backup. */
  readonly openFrom: () => Promise<OpenRepository>;
  readonly openTo: (from: OpenRepository) => Promise<OpenRepository>;
}

/**
 * Copies a backup's snapshot into a second repository, with those of its host, application and paths that came after the
 * newest that is there: runs whose copy failed are made up for. Older ones aren't brought: the second repository may have
 * forgotten them by a policy of its own.
 * @throws CopyFailure, which says that the snapshot itself is safe.
 */
export async function copyAfterBackup(
  order: CopyAfterBackup,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<CopyResult> {
  try {
    return await copy(order, reporter, signal);
  } catch (error) {
    const code = asHoldfastError(error)?.code === 'cancelled' ? 'cancelled' : 'copy-failed';
    throw new CopyFailure(code, order.snapshot, error);
  }
}

/** The copy failed, although the backup itself is done. */
export class CopyFailure extends HoldfastError {
  readonly snapshot: SnapshotId;

  constructor(code: 'copy-failed' | 'cancelled', snapshot: SnapshotId, cause: unknown) {
    super(
      code,
      `Cannot copy snapshot ${snapshot.slice(0, 8)} to the second repository: ${failureText(cause)} ` +
        'The snapshot itself is saved and safe in the first one. The next run, or `holdfast copy`, makes up for its copy.',
      { cause },
    );
    this.snapshot = snapshot;
  }
}

async function copy(
  { snapshot, openFrom, openTo, ...locking }: CopyAfterBackup,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<CopyResult> {
  const from = await openFrom();
  try {
    const to = await openTo(from);
    try {
      const own = await from.loadSnapshot(snapshot, signal);
      const newest: StoredSnapshot = { id: snapshot, snapshot: own };
      const filter = { hosts: [own.hostname], target: targetOf(own), paths: own.paths };
      return await copySnapshots(
        from,
        to,
        {
          specs: [],
          filter,
          choose: (found, there) => sinceNewestCopy(newest, found, there),
          onUnreadable: (message) => reporter.onWarning(message),
          lockSource: true,
          ...locking,
        },
        reporter,
        signal,
      );
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** @param found Oldest first. */
export function sinceNewestCopy(
  newest: StoredSnapshot,
  found: readonly StoredSnapshot[],
  there: CopiesThere,
): readonly StoredSnapshot[] {
  const isOfSame = ({ snapshot: { paths, timeNs } }: StoredSnapshot) =>
    paths.length === newest.snapshot.paths.length && timeNs <= newest.snapshot.timeNs;
  const candidates = found.filter((stored) => isOfSame(stored) && !isCheckpoint(stored.snapshot));
  const last = candidates.findLastIndex((stored) => there.copyOf(stored) !== null);
  return last < 0 ? [newest] : candidates.slice(last + 1);
}
