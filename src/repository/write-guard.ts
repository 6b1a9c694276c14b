import { HoldfastError } from '../errors.ts';
import type { LockGuard } from './repository.ts';

/** Which lock a repository's writers stand under, and which they wait for. */
export class WriteGuard {
  #lock: LockGuard | null = null;
  /** Null: whoever saves need wait for nothing. */
  #awaited: Promise<void> | null = null;

  /** From now on what is written is guarded by `lock`. */
  guardBy(lock: LockGuard): void {
    this.#lock = lock;
  }

  /** Nothing is saved until `lock` is got. */
  saveAfter(lock: Promise<void>): void {
    this.#awaited = lock;
    const isGot = () => {
      if (this.#awaited === lock) this.#awaited = null;
    };
    lock.then(isGot, () => {}); // what waits for it is told
  }

  /** The lock that nothing is saved before, and why it was not got; null: it is got, or none was to be. */
  get awaited(): Promise<void> | null {
    return this.#awaited;
  }

  /** What is wrong with saving just now; null: nothing. */
  get faultIfEarly(): HoldfastError | null {
    if (this.#awaited === null) return null;
    return new HoldfastError('internal', 'Cannot save anything: the lock on the repository is not got yet.');
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
