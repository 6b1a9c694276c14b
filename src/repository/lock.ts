import { hostname } from 'node:os';
import { throwIfCancelled } from '../backends/cancel.ts';
import { pause } from '../backends/pause.ts';
import { HoldfastError } from '../errors.ts';
import { currentUser } from './current-user.ts';
import type { LockId } from './format/ids.ts';
import { encodeLock, type LockFile } from './format/lock-file.ts';
import { type HeldLock, type LockTimings, RESTIC_TIMINGS, RefreshedLock, untilRemoved } from './held-lock.ts';
import type { Repository } from './repository.ts';
import { listAll, type SealedFiles } from './sealed-files.ts';
import { describeLock, findConflict, isStale, loadLock, loadLocks, type StoredLock } from './stored-locks.ts';

export type { HeldLock, LockTimings } from './held-lock.ts';

export interface LockOptions {
  /** Nobody else may use the repository: for what removes or checks. Default false: others may read and add. */
  readonly exclusive?: boolean;
  /** For how long to wait for a conflicting lock to go. Default 0. */
  readonly retryForMs?: number;
  readonly signal?: AbortSignal;
  /** Told before each wait, with who holds the lock: one line. */
  readonly onWaiting?: (message: string) => void;
  /** Told when the storage doesn't let the lock be removed; without it, that is an error. */
  readonly onWarning?: (message: string) => void;
  readonly ahead?: ReadAhead | undefined;
  /** Who only reads is told of the way out where no lock can be written: a disk that is full, or mounted read-only. */
  readonly onlyReads?: boolean;
  /** For tests. */
  readonly timings?: Partial<LockTimings>;
}

/**
 * What is read while it isn't known yet whether the lock is got. It begins when the lock is written: who removes anything
 * from then on must have been there before, and is seen.
 */
export interface ReadAhead {
  /** Its failure is for whoever waits for what it reads. */
  read(): Promise<unknown>;
  /** The lock wasn't got: what was read may be gone. Called when `read` has settled. */
  forget(): void | Promise<void>;
}

/** What locks need of a repository. */
type Lockable = Pick<Repository, 'files' | 'guardBy'>;

/**
 * Locks the repository as restic does: look, write, wait, look again. A conflicting lock is obeyed however old it is,
 * as restic obeys it; `removeStaleLocks` removes those that nobody refreshes.
 *
 * A process that holds a lock should have a handler for SIGHUP: `restic unlock` on the same machine sends it that to
 * see whether it lives.
 *
 * @throws HoldfastError locked; cancelled; repository-damaged if a lock can't be read.
 */
export async function acquireLock(repository: Lockable, options: LockOptions = {}): Promise<HeldLock> {
  const timings = { ...RESTIC_TIMINGS, ...options.timings };
  const deadlineMs = timings.nowMs() + (options.retryForMs ?? 0);
  for (let delayMs = timings.firstRetryMs; ; delayMs = Math.min(delayMs * 2, timings.longestRetryMs)) {
    const attempt = await tryLock(repository.files, timings, options).catch((error: unknown) => {
      throw options.onlyReads === true ? withWayOut(error) : error;
    });
    if (attempt instanceof RefreshedLock) {
      repository.guardBy(attempt);
      return attempt;
    }
    const remainingMs = deadlineMs - timings.nowMs();
    if (remainingMs <= 0) throw lockedBy(attempt, repository.files, timings);
    options.onWaiting?.(
      `The repository is locked by ${describeLock(attempt.lock, timings.nowMs())}: waiting.`,
    );
    await pause(Math.min(delayMs, remainingMs), options.signal);
  }
}

function withWayOut(error: unknown): unknown {
  if (!(error instanceof HoldfastError) || !['no-space', 'no-permission'].includes(error.code)) return error;
  const wayOut = 'What only reads can do without a lock (--no-lock), while nobody prunes.';
  return new HoldfastError(error.code, `${error.message} ${wayOut}`, { cause: error });
}

/** Removes the locks that nobody holds any more; says how many. One that can't be read is left, with a warning. */
export async function removeStaleLocks(
  repository: Pick<Repository, 'files'>,
  options: { onWarning?: (message: string) => void; signal?: AbortSignal; nowMs?: () => number } = {},
): Promise<number> {
  const { files } = repository;
  let removed = 0;
  for (const { id } of await files.list('lock', options.signal)) {
    const stored = await loadLock(files, id, options.signal).catch((error: unknown) => {
      if (!(error instanceof HoldfastError) || error.code !== 'repository-damaged') throw error;
      options.onWarning?.(error.message);
      return null;
    });
    if (stored === null || !isStale(stored.lock, options.nowMs?.() ?? Date.now())) continue;
    await files.remove('lock', id, options.signal);
    removed++;
  }
  return removed;
}

/** Removes every lock, also those that are held: their holders then end before their snapshot. Says how many. */
export async function removeAllLocks(
  repository: Pick<Repository, 'files'>,
  signal?: AbortSignal,
): Promise<number> {
  const { backend } = repository.files;
  const locks = await listAll(backend, 'lock', signal);
  for (const { name } of locks) await backend.remove({ kind: 'lock', name }, signal);
  return locks.length;
}

/** The lock, or the one that is in the way. */
async function tryLock(
  files: SealedFiles,
  timings: LockTimings,
  options: LockOptions,
): Promise<RefreshedLock | StoredLock> {
  const { exclusive = false, signal, ahead } = options;
  const before = findConflict(await loadLocks(files, signal), exclusive);
  if (before !== null) return before;
  throwIfCancelled(signal);
  const content = ownLock(exclusive);
  const timeMs = timings.nowMs();
  const id = await files.save('lock', encodeLock({ ...content, timeNs: BigInt(timeMs) * 1_000_000n }));
  const reading = ahead?.read();
  reading?.catch(() => {});
  try {
    await pause(timings.settleMs, signal);
    const after = findConflict(await othersThan(id, files, signal), exclusive);
    if (after === null) return new RefreshedLock(files, timings, { id, content, timeMs }, options);
    await files.remove('lock', id, untilRemoved(signal));
    await reading?.catch(() => {});
    await ahead?.forget();
    return after;
  } catch (error) {
    await files.remove('lock', id, untilRemoved(signal)).catch(() => {});
    throw error;
  }
}

async function othersThan(id: LockId, files: SealedFiles, signal?: AbortSignal): Promise<StoredLock[]> {
  return (await loadLocks(files, signal)).filter((stored) => stored.id !== id);
}

function ownLock(exclusive: boolean): Omit<LockFile, 'timeNs'> {
  return {
    exclusive,
    hostname: hostname(),
    username: currentUser(),
    pid: process.pid,
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
  };
}

function lockedBy({ lock }: StoredLock, files: SealedFiles, timings: LockTimings): HoldfastError {
  const advice = isStale(lock, timings.nowMs())
    ? 'Nobody refreshes it any more: run "unlock", then try again.'
    : 'Wait until it is done, or give --retry-lock.';
  return new HoldfastError(
    'locked',
    `Cannot lock repository "${files.backend.location}": it is locked by ${describeLock(lock, timings.nowMs())}. ${advice}`,
  );
}
