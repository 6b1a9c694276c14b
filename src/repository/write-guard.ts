import { HoldfastError } from '../errors.ts';
import type { LockGuard } from './repository.ts';

/** Which lock a repository's writers stand under. */
export class WriteGuard {
  #lock: LockGuard | null = null;

  /** From now on what is written is guarded by `lock`. */
  guardBy(lock: LockGuard): void {
    this.#lock = lock;
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
