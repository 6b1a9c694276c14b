import type { ReadAhead } from '../../repository/lock.ts';
import type { Repository } from '../../repository/repository.ts';
import type { EarlySaving } from './early-saving.ts';
import type { Known, KnownBackups } from './known-backups.ts';

/** What is there when the lock is got. */
export interface TakenAhead {
  readonly known: Known;
  /** Null: files are still to be listed and compared. */
  readonly saving: EarlySaving | null;
  /** Whether there are packs to take over. Null: it is to be looked. */
  readonly strays: Promise<boolean> | null;
}

type AskedRepository = Pick<Repository, 'hasLoadedIndex' | 'hasStrayPacks' | 'storeAfter'>;

/**
 * What a backup does while its lock settles: it reads what the repository has, and where it may begins to compare files with that.
 *
 * A prune whose lock came and went between our first look and the second isn't seen by either. What was read may then name
 * packs that it removed; so once the lock is got it is asked whether the index that was loaded is still there.
 */
export class AheadOfLock implements ReadAhead {
  readonly #repository: AskedRepository;
  readonly #known: KnownBackups;
  readonly #compare: (known: Known, strays: Promise<boolean>) => EarlySaving | null;
  readonly #signal: AbortSignal;
  #begun: Promise<TakenAhead> | null = null;
  /** Ends the listing of packs. */
  #end = new AbortController();

  constructor(
    repository: AskedRepository,
    known: KnownBackups,
    compare: (known: Known, strays: Promise<boolean>) => EarlySaving | null,
    signal: AbortSignal,
  ) {
    this.#signal = signal;
    this.#repository = repository;
    this.#known = known;
    this.#compare = compare;
  }

  read(): Promise<TakenAhead> {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  async #begin(): Promise<TakenAhead> {
    const known = await this.#known.read();
    const strays = this.#repository.hasStrayPacks(AbortSignal.any([this.#signal, this.#end.signal]));
    strays.catch(() => {}); // met by who takes it
    return { known, saving: this.#compare(known, strays), strays };
  }

  async forget(): Promise<void> {
    await this.close();
    this.#end = new AbortController();
    this.#begun = null;
    this.#known.forget();
  }

  /** Resolves when nothing that was begun goes on any more. */
  async close(): Promise<void> {
    const begun = await this.#begun?.catch(() => null);
    this.#end.abort();
    await begun?.saving?.stop();
    await begun?.strays?.catch(() => {});
  }

  /** Under the lock, or in a dry run: what was read, if it still is so, else read anew. @throws As chooseParents. */
  async take(signal: AbortSignal): Promise<TakenAhead> {
    if (this.#begun !== null) {
      const begun = await this.#begun;
      if (await this.#repository.hasLoadedIndex(signal)) return begun;
      await this.forget();
      const now = Promise.resolve();
      this.#repository.storeAfter(now, now); // what was begun waits for a lock that it won't get
    }
    return { known: await this.#known.read(), saving: null, strays: null };
  }
}
