import { acquireLock, type HeldLock, type LockTimings, type ReadAhead } from '../repository/lock.ts';
import type { Repository } from '../repository/repository.ts';
import { IDLE, type Reporter } from './progress.ts';

export interface LockOptions {
  readonly retryLockMs: number;
  readonly ahead?: ReadAhead | undefined;
  readonly onlyReads?: boolean;
  /** For tests. */
  readonly lockTimings?: Partial<LockTimings> | undefined;
}

/**
 * The lock under which a snapshot is written, or read whole: beside others of its kind, and against prune.
 * @throws HoldfastError locked, cancelled.
 */
export function lockShared(...asked: LockRequest): Promise<HeldLock> {
  return lock(false, ...asked);
}

/**
 * The lock under which something is removed: nobody else has one meanwhile.
 * @throws HoldfastError locked, cancelled.
 */
export function lockExclusive(...asked: LockRequest): Promise<HeldLock> {
  return lock(true, ...asked);
}

type LockRequest = [repository: Repository, options: LockOptions, reporter: Reporter, signal: AbortSignal];

function lock(
  exclusive: boolean,
  ...[repository, { retryLockMs, ahead, onlyReads = false, lockTimings = {} }, reporter, signal]: LockRequest
): Promise<HeldLock> {
  reporter.onProgress({ ...IDLE, phase: 'locking' });
  return acquireLock(repository, {
    exclusive,
    retryForMs: retryLockMs,
    ahead,
    onlyReads,
    signal,
    timings: lockTimings,
    onWaiting: reporter.onInfo.bind(reporter),
    onWarning: reporter.onWarning.bind(reporter),
  });
}
