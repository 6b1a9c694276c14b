import type { ReadAhead } from '../../repository/lock.ts';
import type { Repository } from '../../repository/repository.ts';
import type { EarlySaving } from './early-saving.ts';
import type { Known, KnownBackups } from './known-backups.ts';

/** What is there when the lock is got. */
export interface TakenAhead {
  readonly known: Known;
  /** Null: files are still to be listed and compared. */
  readonly saving: EarlySaving | null;
}

/**
 * What a backup does while its lock settles: it reads what the repository has, and where it may begins to compare files with that.
 *
 * A prune whose lock came and went between our first look and the second isn't seen by either. What was read may then name
 * packs that it removed; so once the lock is got it is asked whether the index that was loaded is still there.
 */
export class AheadOfLock implements ReadAhead {
  readonly #repository: Pick<Repository, 'hasLoadedIndex' | 'storeAfter'>;
  readonly #known: KnownBackups;
  readonly #compare: (known: Known) => EarlySaving | null;
  #begun: Promise<TakenAhead> | null = null;

  constructor(
    repository: Pick<Repository, 'hasLoadedIndex' | 'storeAfter'>,
    known: KnownBackups,
    compare: (known: Known) => EarlySaving | null,
  ) {
    this.#repository = repository;
    this.#known = known;
    this.#compare = compare;
  }

  read(): Promise<TakenAhead> {
    this.#begun ??= this.#known.read().then((known) => ({ known, saving: this.#compare(known) }));
    return this.#begun;
  }

  async forget(): Promise<void> {
    await this.close();
    this.#begun = null;
    this.#known.forget();
  }

  /** Resolves when nothing that was begun goes on any more. */
  async close(): Promise<void> {
    const begun = await this.#begun?.catch(() => null);
    await begun?.saving?.stop();
  }

  /** Under the lock, or in a dry run: what was read, if it still is so, else read anew. @throws As chooseParents. */
  async take(signal: AbortSignal): Promise<TakenAhead> {
    if (this.#begun !== null) {
      const begun = await this.#begun;
      if (await this.#repository.hasLoadedIndex(signal)) return begun;
      await this.forget();
      this.#repository.storeAfter(Promise.resolve()); // what was begun waits for a lock that it won't get
    }
    return { known: await this.#known.read(), saving: null };
  }
}
