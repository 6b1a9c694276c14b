import type { ReadAhead } from '../../repository/lock.ts';
import type { Repository } from '../../repository/repository.ts';
import type { RestoreSource } from './source.ts';

/**
 * What a restore reads of a repository while its lock settles: the index, and the trees of all that is restored.
 *
 * A prune whose lock came and went between our first look and the second isn't seen by either. So once the lock is got it is asked
 * whether the index that was loaded is still there.
 */
export class SourceAhead implements ReadAhead {
  readonly #repository: Pick<Repository, 'hasLoadedIndex' | 'forgetIndex'>;
  readonly #read: () => Promise<RestoreSource>;
  #begun: Promise<RestoreSource> | null = null;

  constructor(
    repository: Pick<Repository, 'hasLoadedIndex' | 'forgetIndex'>,
    read: () => Promise<RestoreSource>,
  ) {
    this.#repository = repository;
    this.#read = read;
  }

  read(): Promise<RestoreSource> {
    this.#begun ??= this.#read();
    return this.#begun;
  }

  forget(): void {
    this.#begun = null;
    this.#repository.forgetIndex();
  }

  /** Resolves when nothing that was begun goes on any more. */
  async close(): Promise<void> {
    await this.#begun?.catch(() => {});
  }

  /** Under the lock: what was read, if it still is so; else read anew, as what could not be read. @throws As `read`. */
  async take(signal: AbortSignal): Promise<RestoreSource> {
    const begun = await this.read().catch(() => null);
    if (begun !== null && (await this.#repository.hasLoadedIndex(signal))) return begun;
    this.forget();
    return await this.read();
  }
}
