import { acquireLock, type HeldLock, type LockTimings } from '../repository/lock.ts';
import type { Repository } from '../repository/repository.ts';
import { IDLE, type Reporter } from './progress.ts';

export interface SharedLockOptions {
  readonly retryLockMs: number;
  /** For tests. */
  readonly lockTimings?: Partial<LockTimings> | undefined;
}

/**
 * The lock under which a snapshot is written, or read whole: beside others of its kind, and against prune.
 * @throws HoldfastError locked, cancelled.
 */
export function lockShared(
  repository: Repository,
  { retryLockMs, lockTimings = {} }: SharedLockOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<HeldLock> {
  reporter.onProgress({ ...IDLE, phase: 'locking' });
  return acquireLock(repository, {
    exclusive: false,
    retryForMs: retryLockMs,
    signal,
    timings: lockTimings,
    onWaiting: reporter.onInfo.bind(reporter),
    onWarning: reporter.onWarning.bind(reporter),
  });
}
