import { HoldfastError } from '../errors.ts';
import type { LockGuard } from './repository.ts';

/** Which lock a repository's writers stand under, and which they wait for. */
export class WriteGuard {
  #lock: LockGuard | null = null;
  /** Null: whoever stores need wait for nothing. */
  #awaited: Promise<void> | null = null;
  #isRefused = false;

  /** From now on what is written is guarded by `lock`. */
  guardBy(lock: LockGuard): void {
    this.#lock = lock;
  }

  /** Nothing is stored until `lock` is got. */
  saveAfter(lock: Promise<void>): void {
    this.#awaited = lock;
    this.#isRefused = false;
    const isGot = () => {
      if (this.#awaited === lock) this.#awaited = null;
    };
    const isRefused = () => {
      if (this.#awaited === lock) this.#isRefused = true;
    };
    lock.then(isGot, isRefused);
  }

  /** The lock that nothing is stored before, and why it was not got; null: it is got, or none was to be. */
  get awaited(): Promise<void> | null {
    return this.#awaited;
  }

  /** Whether the awaited lock was not got: nothing more is saved then, either, until another is awaited. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** What is wrong with saving just now; null: nothing. */
  get faultIfRefused(): HoldfastError | null {
    if (!this.#isRefused) return null;
    return new HoldfastError('internal', 'Cannot save anything: the lock on the repository is not got.');
  }

  /** The lock that a snapshot is saved under. @throws HoldfastError internal: there is none. */
  requireLock(): LockGuard {
    if (this.#lock !== null) return this.#lock;
    throw new HoldfastError('internal', 'Cannot save a snapshot: the repository is not locked.');
  }

  /** Of the lock, if there is one. @throws HoldfastError lock-lost. */
  async confirmHeld(): Promise<void> {
    await this.#lock?.confirmHeld();
  }

  /** To be asked before anything is removed that others may need. @throws HoldfastError lock-lost. */
  async confirmExclusive(): Promise<void> {
    if (!this.#lock?.exclusive) {
      throw new HoldfastError(
        'internal',
        'Cannot remove anything: the repository is not locked for us alone.',
      );
    }
    await this.#lock.confirmHeld();
  }
}
