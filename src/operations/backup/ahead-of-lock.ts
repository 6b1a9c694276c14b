import type { PackId } from '../../repository/format/ids.ts';
import type { ReadAhead } from '../../repository/lock.ts';
import type { LookedAtPacks } from '../../repository/look-at-packs.ts';
import type { Repository } from '../../repository/repository.ts';
import type { EarlySaving } from './early-saving.ts';
import type { Known, KnownBackups } from './known-backups.ts';

/** What is there when the lock is got. */
export interface TakenAhead {
  readonly known: Known;
  /** Null: files are still to be listed and compared. */
  readonly saving: EarlySaving | null;
  /** Whether there are packs to take over. */
  readonly hasStrays: boolean;
  /** Packs that are not stored as the index says: what only they hold is saved anew. */
  readonly lost: readonly PackId[];
}

interface Begun {
  readonly known: Known;
  readonly saving: EarlySaving | null;
  readonly packs: Promise<LookedAtPacks>;
}

type AskedRepository = Pick<Repository, 'hasLoadedIndex' | 'lookAtPacks' | 'leaveOut' | 'storeAfter'>;

/**
 * What a backup does while its lock settles: it reads what the repository has, and where it may begins to compare files with that.
 *
 * A prune whose lock came and went between our first look and the second isn't seen by either. What was read may then name
 * packs that it removed; so once the lock is got it is asked whether the index that was loaded is still there. Is it, then packs that
 * it names and that are not stored are lost: a prune removes the index first.
 */
export class AheadOfLock implements ReadAhead {
  readonly #repository: AskedRepository;
  readonly #known: KnownBackups;
  readonly #compare: (known: Known, strays: Promise<boolean>) => EarlySaving | null;
  readonly #signal: AbortSignal;
  #begun: Promise<Begun> | null = null;
  readonly #lost: PackId[] = [];
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

  read(): Promise<Begun> {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  async #begin(): Promise<Begun> {
    const known = await this.#known.read();
    const packs = this.#repository.lookAtPacks(AbortSignal.any([this.#signal, this.#end.signal]));
    const otherwise = packs.then(({ strays, lost }) => strays.length + lost.length > 0);
    otherwise.catch(() => {}); // met by who takes it
    return { known, saving: this.#compare(known, otherwise), packs };
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
    await begun?.packs.catch(() => {});
  }

  /**
   * What was read, if it still is so, else read anew.
   * @param isLocked Else in a dry run: nobody looks at packs.
   * @throws As chooseParents.
   */
  async take(signal: AbortSignal, isLocked: boolean): Promise<TakenAhead> {
    const begun = await this.#stillSo(signal);
    if (begun !== null) return begun;
    const known = await this.#known.read();
    if (!isLocked) return { known, saving: null, hasStrays: false, lost: [] };
    const { strays, lost } = await this.#repository.lookAtPacks(signal);
    this.#leaveOut(lost);
    const hasStrays = strays.length > 0;
    return { known: await this.#known.read(), saving: null, hasStrays, lost: this.#lost };
  }

  /** Null: it isn't, and given up. */
  async #stillSo(signal: AbortSignal): Promise<TakenAhead | null> {
    if (this.#begun === null) return null;
    const { known, saving, packs } = await this.#begun;
    const isThere = await this.#repository.hasLoadedIndex(signal);
    const { strays, lost } = isThere ? await packs : NOT_LOOKED;
    if (isThere && lost.length === 0) return { known, saving, hasStrays: strays.length > 0, lost };
    await this.forget();
    const now = Promise.resolve();
    this.#repository.storeAfter(now, now); // what was begun waits for a lock that it won't get
    this.#leaveOut(lost);
    return null;
  }

  #leaveOut(lost: readonly PackId[]): void {
    if (lost.length === 0) return;
    this.#lost.push(...lost);
    this.#repository.leaveOut(lost);
    this.#known.forget();
  }
}

const NOT_LOOKED: LookedAtPacks = { strays: [], lost: [] };
