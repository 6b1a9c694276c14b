import type { ByteString } from '../../bytestring.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { parentPath } from '../../files/paths.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { FolderMarks, MarkedFolder } from './folder-marks.ts';
import { markOf } from './mark.ts';
import type { NewMarks } from './new-marks.ts';
import { isSaved, type NodeNames } from './node-of-entry.ts';

/** Entries of folders that the listing is in, at most: some 12 MiB. */
const MAX_HELD_ENTRIES = 32_768;

/** A folder that is, with all below it, as the parent's tree has it; but for what stands of itself in the folder above. */
export interface UnchangedFolder {
  readonly entry: ListedEntry;
  readonly tree: BlobId;
  /** With those below it, as the other counts. */
  readonly folders: number;
  readonly files: number;
  readonly bytes: bigint;
}

/** Who takes what a listing gives: all of a folder together, the folder itself first. */
export interface ListingTaker {
  /** Null: there is nothing to wait for. */
  takeEntry(entry: ListedEntry): Promise<void> | null;
  takeUnchanged(folder: UnchangedFolder): Promise<void>;
}

export interface UnchangedFoldersOptions {
  /** Of the only parent's folders, if there are any. */
  readonly marks: FolderMarks | null;
  readonly names: Pick<NodeNames, 'devices'>;
  readonly taker: ListingTaker;
  /** Told of the marks of all folders. */
  readonly found: NewMarks;
}

/**
 * Finds in a listing the folders that are as they were, with all below them, by the marks that the last backup left of them: their
 * trees are neither read nor compared. All else is given on entry by entry, as if there were no marks.
 *
 * A folder is held back until the listing has left it. When it isn't as it was, it is given on, and so are those above it: something
 * in them has changed. So what is held are the entries of folders on the way to where the listing is, and nothing below them.
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
    const isTold = isToldByMark(entry);
    if (!isTold || this.#held === MAX_HELD_ENTRIES) {
      return this.#giveUp(isTold ? this.#levels : [level]).then(() => taker.takeEntry(entry) ?? undefined);
    }
    this.#hold(level.entries, entry);
    if (level.isOpen) return taker.takeEntry(entry);
    level.count(entry);
    return null;
  }

  async #takeElsewhere(entry: ListedEntry): Promise<void> {
    const { taker, marks } = this.#options;
    const above = parentPath(entry.path);
    while (this.#levels.length > 0 && this.#levels.at(-1)?.entry.path !== above) await this.#leave();
    const level = this.#levels.at(-1);
    if (entry.type !== 'dir' || entry.path === '/') {
      await (level === undefined ? taker.takeEntry(entry) : this.#takeInto(level, entry));
      return;
    }
    if (this.#held === MAX_HELD_ENTRIES) await this.#giveUp(this.#levels);
    if (level !== undefined && level.entries !== null) this.#hold(level.entries, entry);
    const marked = marks?.find(entry.path) ?? null;
    this.#levels.push(new Level(entry, marked));
    if (marked === null) await this.#open();
  }

  #hold(entries: ListedEntry[], entry: ListedEntry): void {
    entries.push(entry);
    this.#held++;
  }

  /** From now on `levels` have no marks: what stands in them can't be told by one, or is too much to be held. */
  async #giveUp(levels: readonly Level[]): Promise<void> {
    await this.#open();
    for (const level of levels) {
      this.#held -= level.entries?.length ?? 0;
      level.entries = null;
    }
  }

  /** Gives on what was held back: something in it is not as it was. */
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
    const mark = entries === null ? null : markOf(entries, names);
    const isUnchanged = !isOpen && marked !== null && mark?.bytes.equals(marked.mark) === true;
    if (!isUnchanged) await this.#open();
    this.#levels.pop();
    this.#held -= entries?.length ?? 0;
    if (isUnchanged) {
      found.keep(marked);
      await this.#passUnchanged(level.asUnchanged(marked.tree));
    } else if (entries !== null && mark !== null) found.note(level.entry.path, mark, entries.length);
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
  /** What stands in it, as it was listed. Null: it has no mark. */
  entries: ListedEntry[] | null = [];
  /** What is unchanged of it, and isn't given on yet. */
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

/** Whether all that a backup has to do for an entry that is as it was, is nothing: sockets are counted, other names of a file looked for. */
function isToldByMark({ type, links }: ListedEntry): boolean {
  return isSaved(type) && (type !== 'file' || links < 2n);
}

function standsIn(folder: ByteString, path: ByteString): boolean {
  return path.startsWith(folder) && path[folder.length] === '/' && !path.includes('/', folder.length + 1);
}
