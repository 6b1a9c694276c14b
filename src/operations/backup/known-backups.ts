import type { ReadAhead } from '../../repository/lock.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import { hasManyFolders } from '../many-folders.ts';
import type { BackupOptions } from './options.ts';
import { chooseParents, earlierSnapshots } from './parent.ts';

/** Files in so many or so large folders that opening their trees keeps threads busy: those start while the lock settles. */
const LARGE_BACKUP_FILES = 100_000;

export interface KnownBackupsOptions {
  readonly options: BackupOptions;
  /** Null: of all hosts. */
  readonly hostname: string | null;
  readonly timeNs: bigint;
  readonly onWarning: (message: string) => void;
  readonly signal: AbortSignal;
}

export interface Known {
  /** Snapshots of the host, oldest first. */
  readonly earlier: readonly StoredSnapshot[];
  /** See chooseParents. */
  readonly parents: readonly StoredSnapshot[];
}

/** What the repository has: the snapshots that may be compared with, and the index. Read once, perhaps ahead of the lock. */
export class KnownBackups implements ReadAhead {
  readonly #repository: Repository;
  readonly #asked: KnownBackupsOptions;
  #reading: Promise<Known> | null = null;

  constructor(repository: Repository, asked: KnownBackupsOptions) {
    this.#repository = repository;
    this.#asked = asked;
  }

  /** Resolves when the index is loaded, too. @throws As chooseParents. */
  read(): Promise<Known> {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  forget(): void {
    this.#reading = null;
    this.#repository.forgetIndex();
  }

  async #read(): Promise<Known> {
    const { options, hostname, timeNs, onWarning, signal } = this.#asked;
    // Before the index: what a snapshot names was indexed before it, also when another writes one just now.
    const earlier = await earlierSnapshots(
      this.#repository,
      { hostname, timeNs },
      // It would only have spared reading: an old damage must not keep today's data from being saved.
      { signal, onUnreadable: onWarning },
    );
    const parents = await chooseParents(this.#repository, options, earlier, signal);
    if (parents.some(isLarge)) this.#repository.startThreads();
    else if (parents.some(({ snapshot }) => hasManyFolders(snapshot))) this.#repository.openTreesAhead();
    await this.#repository.loadIndex(signal);
    // As many as there is room for are opened while the lock settles; if it isn't got, nobody asks for them.
    this.#repository.prefetchTrees(parents.map(({ snapshot }) => snapshot.tree));
    return { earlier, parents };
  }
}

function isLarge({ snapshot }: StoredSnapshot): boolean {
  return (snapshot.summary?.totalFilesProcessed ?? 0) >= LARGE_BACKUP_FILES;
}
