import { acquireLock, type HeldLock } from '../repository/lock.ts';
import type { Repository } from '../repository/repository.ts';
import { IDLE, type Reporter } from './progress.ts';

/**
 * The lock under which a snapshot is written, or read whole: beside others of its kind, and against prune.
 * @throws HoldfastError locked, cancelled.
 */
export function lockShared(
  repository: Repository,
  { retryLockMs }: { readonly retryLockMs: number },
  reporter: Reporter,
  signal: AbortSignal,
): Promise<HeldLock> {
  reporter.onProgress({ ...IDLE, phase: 'locking' });
  return acquireLock(repository, {
    exclusive: false,
    retryForMs: retryLockMs,
    signal,
    onWaiting: reporter.onInfo.bind(reporter),
    onWarning: reporter.onWarning.bind(reporter),
  });
}
