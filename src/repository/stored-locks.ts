import { hostname } from 'node:os';
import { displayText } from '../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import type { LockId } from './format/ids.ts';
import { decodeLock, type LockFile } from './format/lock-file.ts';
import type { SealedFiles } from './sealed-files.ts';

/** Whoever refreshes a lock does so every 5 minutes: after 30, nobody does. */
const STALE_AFTER_MS = 30 * 60_000;

export interface StoredLock {
  readonly id: LockId;
  readonly lock: LockFile;
}

/**
 * All locks. An empty file is none: some storage shows a file before its bytes.
 * @throws HoldfastError repository-damaged if one can't be read: it may be exclusive.
 */
export async function loadLocks(files: SealedFiles, signal?: AbortSignal): Promise<StoredLock[]> {
  const listed = (await files.list('lock', signal)).filter(({ sizeBytes }) => sizeBytes > 0);
  const loaded = await Promise.all(listed.map(({ id }) => loadLock(files, id, signal)));
  return loaded.filter((stored) => stored !== null);
}

/** The lock, or null if it was removed meanwhile. */
export async function loadLock(
  files: SealedFiles,
  id: LockId,
  signal?: AbortSignal,
): Promise<StoredLock | null> {
  try {
    const json = await files.loadIfThere('lock', id, signal);
    return json && { id, lock: decodeLock(json, `lock ${id}`) };
  } catch (error) {
    if (asHoldfastError(error)?.code !== 'repository-damaged') throw error;
    throw new HoldfastError(
      'repository-damaged',
      `Cannot tell whether the repository is locked: ${error instanceof Error ? error.message : error} ` +
        'If nothing else uses the repository, run "unlock --remove-all".',
      { cause: error },
    );
  }
}

/** The first of `locks` that a new one can't stand beside: for an exclusive one, any; else an exclusive one. */
export function findConflict(locks: readonly StoredLock[], exclusive: boolean): StoredLock | null {
  return locks.find(({ lock }) => exclusive || lock.exclusive) ?? null;
}

/** Whether nobody holds the lock any more: not refreshed for 30 minutes, or its process on this machine is gone. */
export function isStale(lock: LockFile, nowMs: number): boolean {
  if (nowMs - timeMsOf(lock) > STALE_AFTER_MS) return true;
  return lock.hostname === hostname() && !isProcessAlive(lock.pid);
}

/** `PID 7 of root on "db1", exclusive, since 2026-11-21T10:47:54Z (3 min ago)`. Ready to show. */
export function describeLock(lock: LockFile, nowMs: number): string {
  const since = new Date(timeMsOf(lock)).toISOString().replace(/\.\d+Z$/, 'Z');
  const minutes = Math.max(0, Math.round((nowMs - timeMsOf(lock)) / 60_000));
  return (
    `PID ${lock.pid} of ${displayText(lock.username)} on "${displayText(lock.hostname)}", ` +
    `${lock.exclusive ? 'exclusive' : 'shared'}, since ${since} (${minutes} min ago)`
  );
}

function timeMsOf(lock: LockFile): number {
  return Number(lock.timeNs / 1_000_000n);
}

function isProcessAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
