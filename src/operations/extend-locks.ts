import { HoldfastError } from '../errors.ts';
import type { OpenRepository } from '../repository/open-repository.ts';
import type { StoredSnapshot } from '../repository/repository.ts';
import { type HeldCounts, holdNeeded } from '../repository/retention-locks.ts';
import { IDLE, type Reporter } from './progress.ts';

/**
 * Extends the storage's locks (S3 Object Lock) on all that `kept` snapshots need, where less than half of the days is left.
 * To be called once what isn't kept is forgotten: what only that needs keeps the lock that it has, which then ends.
 *
 * @throws HoldfastError bad-input where the storage isn't asked to lock; repository-damaged when something isn't there or is
 *   hidden, once all else is locked; no-permission, cancelled, and what the backend throws.
 */
export async function extendLocks(
  repository: OpenRepository,
  kept: readonly StoredSnapshot[],
  reporter: Reporter,
  signal: AbortSignal,
): Promise<HeldCounts> {
  reporter.onProgress({ ...IDLE, phase: 'loading-index' });
  await repository.loadIndex(signal);
  const needed = { trees: kept.map(({ snapshot }) => snapshot.tree), snapshots: kept.map(({ id }) => id) };
  const onHeld = ({ kept, extended }: HeldCounts) =>
    reporter.onProgress({ ...IDLE, phase: 'checking', filesDone: kept + extended });
  const counts = await holdNeeded(repository, needed, { signal, onHeld });
  if (counts !== null) return counts;
  throw new HoldfastError(
    'bad-input',
    `Cannot extend locks in "${repository.location}": none are asked for, expected --object-lock with its days.`,
  );
}
