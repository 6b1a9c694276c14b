import type { ReadAhead } from '../../repository/lock.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import { isIncomplete, targetOf } from '../../repository/tags.ts';
import type { EarlyListing } from './early-listing.ts';
import { expectAllTrees } from './few-trees.ts';
import { wantsFirstPass } from './first-pass.ts';
import type { FolderMarks } from './folder-marks.ts';
import { assertOwnName } from './host-name.ts';
import { loadMarks, markedParent } from './left-marks.ts';
import type { BackupOptions } from './options.ts';
import { chooseParents, earlierSnapshots } from './parent.ts';

export interface KnownBackupsOptions {
  readonly options: BackupOptions;
  readonly hostname: string;
  /** Snapshots of other hosts may be parents, too. */
  readonly ofAllHosts: boolean;
  /** Where a host is that says its own name; see assertOwnName. Null: the name is given. */
  readonly reached: string | null;
  readonly timeNs: bigint;
  readonly startedNs: bigint;
  /** What was listed by now. */
  readonly early: Pick<EarlyListing, 'countChanged'> | null;
  readonly onWarning: (message: string) => void;
  readonly signal: AbortSignal;
}

export interface Known {
  /** Snapshots of the host, oldest first. */
  readonly earlier: readonly StoredSnapshot[];
  /** See chooseParents. */
  readonly parents: readonly StoredSnapshot[];
  /** See BackupRun. */
  readonly last: StoredSnapshot | null;
  /** What the last backup left of the folders of the only parent. Null: nothing that holds. */
  readonly marks: FolderMarks | null;
  /** Few of the parents' trees are expected to be asked for, by what was listed and left. */
  readonly asksForFew: boolean;
}

/** Where so many entries have changed, most trees are asked for. */
const MANY_CHANGES = 64;

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
    const { options, timeNs, onWarning, signal } = this.#asked;
    const hostname = this.#asked.ofAllHosts ? null : this.#asked.hostname;
    // Before the index: what a snapshot names was indexed before it, also when another writes one just now.
    const earlier = await earlierSnapshots(
      this.#repository,
      { hostname, timeNs },
      // It would only have spared reading: an old damage must not keep today's data from being saved.
      { signal, onUnreadable: onWarning },
    );
    const parents = await chooseParents(this.#repository, options, earlier, signal);
    // A first pass loads the trees for the second, in which the application stands still.
    const marked = wantsFirstPass(options) ? null : markedParent(parents);
    const { leavesOut } = this.#repository; // marks say that all is there which they name
    const mayHaveMarks = marked !== null && !leavesOut && (await this.#repository.marks.has(marked.id));
    const mayAskForFew = mayHaveMarks && !this.#hasManyChanges(marked);
    if (!mayAskForFew) expectAllTrees(this.#repository, parents);
    await this.#repository.loadIndex(signal);
    await this.#assertOwnName(earlier);
    const marks = mayHaveMarks ? await loadMarks(this.#repository, marked, this.#asked) : null;
    const asksForFew = mayAskForFew && marks !== null;
    if (!asksForFew) {
      if (mayAskForFew) expectAllTrees(this.#repository, parents);
      // As many as there is room for are opened while the lock settles; if it isn't got, nobody asks for them.
      this.#repository.prefetchTrees(parents.map(({ snapshot }) => snapshot.tree));
    }
    return { earlier, parents, last: lastOf(options.target, earlier), marks, asksForFew };
  }

  async #assertOwnName(earlier: readonly StoredSnapshot[]): Promise<void> {
    const { hostname, reached, signal } = this.#asked;
    if (reached === null) return;
    const ofThatName = earlier.filter(({ snapshot }) => snapshot.hostname === hostname);
    await assertOwnName(this.#repository, ofThatName, { hostname, reached }, signal);
  }

  #hasManyChanges({ snapshot }: StoredSnapshot): boolean {
    return this.#asked.early?.countChanged(snapshot.timeNs, MANY_CHANGES) === MANY_CHANGES;
  }
}

function lastOf(target: string, earlier: readonly StoredSnapshot[]): StoredSnapshot | null {
  return earlier.findLast(({ snapshot }) => targetOf(snapshot) === target && !isIncomplete(snapshot)) ?? null;
}
