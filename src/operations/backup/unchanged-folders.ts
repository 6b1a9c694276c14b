import type { ByteString } from '../../bytestring.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { parentPath } from '../../files/paths.ts';
import type { UntimedDevices } from '../../files/untimed.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { FolderMarks, MarkedFolder } from './folder-marks.ts';
import type { ListingTaker, UnchangedFolder } from './listing-taker.ts';
import { markOf } from './mark.ts';
import type { NewMarks } from './new-marks.ts';
import { isSaved, type NodeNames } from './node-of-entry.ts';

/** Entries of folders that the listing is in, at most: some 12 MiB. */
const MAX_HELD_ENTRIES = 32_768;

export interface UnchangedFoldersOptions {
  /** Of the only parent's folders, if there are any. */
  readonly marks: FolderMarks | null;
  /** What changed since may be otherwise than the parent has it. By the host's clock, in ns since 1970. */
  readonly trustedUntilNs: bigint;
  /** What is on them may be otherwise, too. Default: none. */
  readonly untimed?: UntimedDevices | undefined;
  readonly names: NodeNames;
  readonly taker: ListingTaker;
  /** Told of all folders that are, or may turn out to be, as the parent has them. */
  readonly found: NewMarks;
}

/**
 * Finds in a listing the folders that are as they were, with all below them, by the marks that the last backup left of them: their
 * trees are neither read nor compared. All else is given on entry by entry, as if there were no marks.
 *
 * A folder is held back until the listing has left it, or until something in it turns out to be otherwise: then it is given on, and so
 * are those above it. So what is held are entries of folders on the way to where the listing is, and nothing below them.
 */
export class UnchangedFolders {
  readonly #options: UnchangedFoldersOptions;
  /** The folders that the listing is in, each in the one before. */
  readonly #levels: Level[] = [];
  #held = 0;

  constructor(options: UnchangedFoldersOptions) {
    this.#options = options;
  }

  /** Takes the next entry of the listing. Null: there is nothing to wait for. */
  take(entry: ListedEntry): Promise<void> | null {
    const level = this.#levels.at(-1);
    const isAtHand = level !== undefined && entry.type !== 'dir' && standsIn(level.entry.path, entry.path);
    return isAtHand ? this.#takeInto(level, entry) : this.#takeElsewhere(entry);
  }

  /** To be called once the listing is at its end. */
  async end(): Promise<void> {
    while (this.#levels.length > 0) await this.#leave();
  }

  #takeInto(level: Level, entry: ListedEntry): Promise<void> | null {
    const { taker } = this.#options;
    if (level.entries === null) return taker.takeEntry(entry);
    if (this.#held === MAX_HELD_ENTRIES) return this.#giveUp(this.#levels, entry);
    if (!isToldByMark(entry) || this.#isYoung(entry)) return this.#giveUp([level], entry);
    this.#hold(level.entries, entry);
    if (level.isOpen) return taker.takeEntry(entry);
    level.count(entry);
    return null;
  }

  async #takeElsewhere(entry: ListedEntry): Promise<void> {
    const above = parentPath(entry.path);
    while (this.#levels.length > 0 && this.#levels.at(-1)?.entry.path !== above) await this.#leave();
    const level = this.#levels.at(-1);
    if (entry.type === 'dir' && entry.path !== '/') await this.#enter(level, entry);
    else await (level === undefined ? this.#options.taker.takeEntry(entry) : this.#takeInto(level, entry));
  }

  async #enter(above: Level | undefined, folder: ListedEntry): Promise<void> {
    if (this.#held === MAX_HELD_ENTRIES) await this.#giveUp(this.#levels, null);
    const isYoung = this.#isYoung(folder);
    if (isYoung && above !== undefined) await this.#giveUp([above], null);
    else if (above?.entries) this.#hold(above.entries, folder);
    const marked = isYoung ? null : (this.#options.marks?.find(folder.path) ?? null);
    this.#levels.push(new Level(folder, marked));
    if (marked === null) await this.#open();
  }

  #isYoung({ ctimeNs, device }: ListedEntry): boolean {
    return ctimeNs >= this.#options.trustedUntilNs || this.#options.untimed?.has(device) === true;
  }

  #hold(entries: ListedEntry[], entry: ListedEntry): void {
    entries.push(entry);
    this.#held++;
  }

  /** From now on `levels` can't have marks: what stands in them is otherwise, can't be told by one, or is too much to be held. */
  async #giveUp(levels: readonly Level[], next: ListedEntry | null): Promise<void> {
    await this.#open();
    for (const level of levels) {
      this.#held -= level.entries?.length ?? 0;
      level.entries = null;
    }
    if (next !== null) await this.#options.taker.takeEntry(next);
  }

  /** Gives on what was held back. */
  async #open(): Promise<void> {
    for (const level of this.#levels) {
      if (level.isOpen) continue;
      level.isOpen = true;
      await this.#options.taker.takeEntry(level.entry);
      for (const entry of level.entries ?? []) await this.#giveOn(level, entry);
      level.unchanged.clear();
    }
  }

  async #giveOn({ unchanged }: Level, entry: ListedEntry): Promise<void> {
    const { taker } = this.#options;
    const folder = unchanged.get(entry.path);
    if (folder !== undefined) await taker.takeUnchanged(folder);
    // Else the listing is in that folder, which is given on by itself.
    else if (entry.type !== 'dir') await taker.takeEntry(entry);
  }

  /** Leaves the folder that the listing is in. */
  async #leave(): Promise<void> {
    const { names, found } = this.#options;
    const level = this.#levels.at(-1) as Level;
    const { entries, marked, isOpen } = level;
    const isUnchanged =
      !isOpen && entries !== null && marked !== null && markOf(entries, names).equals(marked.mark);
    if (!isUnchanged) await this.#open();
    this.#levels.pop();
    this.#held -= entries?.length ?? 0;
    if (isUnchanged) {
      found.keep(marked);
      await this.#passUnchanged(level.asUnchanged(marked.tree));
    } else if (entries !== null) found.note(level.entry.path, entries);
  }

  async #passUnchanged(folder: UnchangedFolder): Promise<void> {
    const above = this.#levels.at(-1);
    if (above === undefined || above.isOpen) await this.#options.taker.takeUnchanged(folder);
    else above.hold(folder);
  }
}

/** A folder that the listing is in. */
class Level {
  readonly entry: ListedEntry;
  /** As the parent has it. Null: its entries are given on at once. */
  readonly marked: MarkedFolder | null;
  /** What stands in it, as it was listed. Null: it can't have a mark. */
  entries: ListedEntry[] | null = [];
  /** The folders in it that are as they were and aren't given on yet. */
  readonly unchanged = new Map<ByteString, UnchangedFolder>();
  /** Whether its entries are given on. */
  isOpen = false;
  #folders = 1;
  #files = 0;
  #bytes = 0n;

  constructor(entry: ListedEntry, marked: MarkedFolder | null) {
    this.entry = entry;
    this.marked = marked;
  }

  count({ type, sizeBytes }: ListedEntry): void {
    if (type !== 'file') return;
    this.#files++;
    this.#bytes += sizeBytes;
  }

  hold(folder: UnchangedFolder): void {
    this.unchanged.set(folder.entry.path, folder);
    this.#folders += folder.folders;
    this.#files += folder.files;
    this.#bytes += folder.bytes;
  }

  asUnchanged(tree: BlobId): UnchangedFolder {
    return { entry: this.entry, tree, folders: this.#folders, files: this.#files, bytes: this.#bytes };
  }
}

/** Whether a backup has nothing to do for an entry that is as it was: sockets are told, other names of a file looked for. */
function isToldByMark({ type, links }: ListedEntry): boolean {
  return isSaved(type) && (type !== 'file' || links < 2n);
}

function standsIn(folder: ByteString, path: ByteString): boolean {
  return path.startsWith(folder) && path[folder.length] === '/' && !path.includes('/', folder.length + 1);
}
