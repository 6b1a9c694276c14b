import { untilCancelled } from '../backends/cancel.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import type { LockId } from './format/ids.ts';
import { encodeLock, type LockFile } from './format/lock-file.ts';
import { graceAfter } from './grace.ts';
import type { LockGuard } from './repository.ts';
import type { SealedFiles } from './sealed-files.ts';

/** Of restic, all of them: other clients rely on them. */
export interface LockTimings {
  /** Between two refreshes. */
  readonly refreshMs: number;
  /** After a refresh that failed. */
  readonly refreshAgainMs: number;
  /** Without a refresh for so long, others will soon take the lock for stale: it counts as lost. */
  readonly lostAfterMs: number;
  /** Between writing a lock and looking again who else wrote one. */
  readonly settleMs: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** The clock on the wall: one that stops while the machine sleeps wouldn't notice that the lock went stale. */
  readonly nowMs: () => number;
}

export const RESTIC_TIMINGS: LockTimings = {
  refreshMs: 5 * 60_000,
  refreshAgainMs: 30_000,
  lostAfterMs: 22.5 * 60_000,
  settleMs: 200,
  firstRetryMs: 5_000,
  longestRetryMs: 60_000,
  nowMs: () => Date.now(),
};

/** The runner kills a cancelled step after 10 s, and storage that is away would be tried again for a quarter of an hour. */
const REMOVE_WHEN_CANCELLED_MS = 2_000;

/** For how long a lock is still removed once the run is cancelled. */
export function untilRemoved(cancelling: AbortSignal | undefined): AbortSignal | undefined {
  return cancelling && graceAfter(cancelling, REMOVE_WHEN_CANCELLED_MS);
}

/** A lock on a repository, refreshed until it is released. */
export interface HeldLock extends LockGuard {
  /**
   * Removes the lock. Idempotent. A credential that may not is told to `onWarning`, where there is one: what was done under
   * the lock is done.
   * @throws the backend's errors; cancelled, when the run is and the storage doesn't answer soon. The lock is then left,
   * and stale in 30 minutes.
   */
  release(): Promise<void>;
}

export class RefreshedLock implements HeldLock {
  readonly #files: SealedFiles;
  readonly #timings: LockTimings;
  readonly #content: Omit<LockFile, 'timeNs'>;
  readonly #cancelling: AbortSignal | undefined;
  readonly #onWarning: ((message: string) => void) | undefined;
  readonly #lost = new AbortController();
  /** Our files: the newest last. Older ones are those that could not be removed yet. */
  readonly #ids: LockId[];
  #refreshedMs: number;
  #timer: NodeJS.Timeout | null = null;
  #refreshing: Promise<void> = Promise.resolve();
  #released = false;

  constructor(
    files: SealedFiles,
    timings: LockTimings,
    written: { id: LockId; content: Omit<LockFile, 'timeNs'>; timeMs: number },
    { signal, onWarning }: { signal?: AbortSignal; onWarning?: (message: string) => void } = {},
  ) {
    this.#cancelling = signal;
    this.#onWarning = onWarning;
    this.#files = files;
    this.#timings = timings;
    this.#content = written.content;
    this.#ids = [written.id];
    this.#refreshedMs = written.timeMs;
    this.#scheduleRefresh(timings.refreshMs);
  }

  get exclusive(): boolean {
    return this.#content.exclusive;
  }

  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  assertHeld(): void {
    if (this.#released)
      throw new HoldfastError('internal', 'The lock on the repository was released already.');
    const ageMs = this.#timings.nowMs() - this.#refreshedMs;
    if (ageMs >= this.#timings.lostAfterMs)
      this.#lose(
        `it was not refreshed for ${Math.round(ageMs / 60_000)} min by this machine’s clock (the storage did not take it, the machine slept, or the clock was set)`,
      );
    if (this.lost.aborted) throw this.lost.reason;
  }

  async confirmHeld(): Promise<void> {
    this.assertHeld();
    if (!(await this.#isThere())) this.#lose('its file is gone: somebody removed it');
    this.assertHeld();
  }

  async release(): Promise<void> {
    this.#released = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const late = untilRemoved(this.#cancelling);
    await untilCancelled(this.#refreshing, late);
    try {
      await this.#removeAllBut(null, late);
    } catch (error) {
      if (this.#onWarning === undefined || !isDenied(error)) throw error;
      this.#onWarning(
        `The lock on the repository is left, and counts as stale in 30 minutes: ${(error as Error).message}`,
      );
    }
  }

  #scheduleRefresh(delayMs: number): void {
    if (this.#released || this.lost.aborted) return;
    this.#timer = setTimeout(() => {
      this.#refreshing = this.#refresh();
    }, delayMs);
    this.#timer.unref();
  }

  /** Never rejects. */
  async #refresh(): Promise<void> {
    try {
      this.assertHeld();
      if (await this.#isThere()) await this.#renew();
      else this.#lose('its file is gone: somebody removed it');
      this.#scheduleRefresh(this.#timings.refreshMs);
    } catch (error) {
      this.#refreshFailed(error);
    }
  }

  /** The old one must be there when the new one is: else somebody may have locked in between. */
  async #renew(): Promise<void> {
    const timeMs = this.#timings.nowMs();
    const lock = { ...this.#content, timeNs: BigInt(timeMs) * 1_000_000n };
    const old = this.#ids.at(-1);
    const id = await this.#files.save('lock', encodeLock(lock));
    this.#ids.unshift(id); // not ours to go by yet, but to be removed
    if (old === undefined || !(await this.#has(old))) {
      this.#lose('its file is gone: somebody removed it');
      return this.#removeAllBut(null);
    }
    this.#ids.push(...this.#ids.splice(0, 1));
    this.#refreshedMs = timeMs;
    await this.#removeAllBut(id).catch((error: unknown) => {
      // Told when the lock is released. Tried again at once, a new lock would be left every half minute.
      if (!isDenied(error)) throw error;
    });
  }

  #refreshFailed(error: unknown): void {
    if (this.#timings.nowMs() - this.#refreshedMs >= this.#timings.lostAfterMs) {
      this.#lose('it could not be refreshed', error);
    }
    this.#scheduleRefresh(this.#timings.refreshAgainMs);
  }

  async #isThere(): Promise<boolean> {
    for (;;) {
      const newest = this.#ids.at(-1);
      if (newest === undefined) return false;
      if (await this.#has(newest)) return true;
      if (newest === this.#ids.at(-1)) return false; // Otherwise a refresh replaced it while we looked.
    }
  }

  async #has(name: LockId): Promise<boolean> {
    return (await this.#files.backend.stat({ kind: 'lock', name })) !== null;
  }

  async #removeAllBut(kept: LockId | null, signal?: AbortSignal): Promise<void> {
    for (const id of this.#ids.filter((own) => own !== kept)) {
      await this.#files.remove('lock', id, signal);
      this.#ids.splice(this.#ids.indexOf(id), 1);
    }
  }

  #lose(reason: string, cause?: unknown): void {
    if (this.lost.aborted) return;
    this.#lost.abort(
      new HoldfastError(
        'lock-lost',
        `Cannot go on with repository "${this.#files.backend.location}": its lock was lost, ${reason}. ` +
          'Nothing was made visible that others may have made incomplete. Start again.',
        { cause },
      ),
    );
  }
}

/** Whether the storage lets us write, but not remove. */
function isDenied(error: unknown): boolean {
  const code = asHoldfastError(error)?.code;
  return code === 'no-permission' || code === 'retained';
}
