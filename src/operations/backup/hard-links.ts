import type { ListedEntry } from '../../files/listing.ts';
import type { ExtendedAttribute } from '../../repository/format/node.ts';
import type { SavedContent } from './content.ts';
import type { WantedFile } from './file-queue.ts';

/** What was read of a file: the same for all of its names. */
export interface ReadFile extends SavedContent {
  readonly extendedAttributes: readonly ExtendedAttribute[];
}

interface Inode {
  readonly first: ListedEntry;
  /** Names that the listing can still give. */
  namesLeft: bigint;
  /** `unread` until a name of it is queued; then those that wait for it; then what was read. */
  state: 'unread' | { readonly waiting: WantedFile[] } | { readonly read: ReadFile };
}

/**
 * Files with several names: each is read once. Also the guard of restic's rule that nodes with the same inode and
 * device are one file: whoever restores them gives all of them the first one's content.
 */
export class HardLinks {
  readonly #inodes = new Map<string, Inode>();
  readonly #oldUntilNs: bigint;

  /** @param oldUntilNs Whoever was changed before is older than the listing, by the host's clock. */
  constructor(oldUntilNs: bigint) {
    this.#oldUntilNs = oldUntilNs;
  }

  /**
   * Takes note of a listed file. False: another file may have been listed before with its inode and device. That one
   * was deleted, or changed, since; as names of one file both would be restored with the same content. Files with one
   * name are too many to be remembered; but who took over the inode of one that was listed got its second name since.
   */
  admit(entry: ListedEntry): boolean {
    if (entry.links < 2n && this.#inodes.size === 0) return true;
    if (entry.links > 1n && entry.ctimeNs >= this.#oldUntilNs) return false;
    const key = keyOf(entry);
    const inode = this.#inodes.get(key);
    if (inode === undefined) {
      if (entry.links > 1n)
        this.#inodes.set(key, { first: entry, namesLeft: entry.links - 1n, state: 'unread' });
      return true;
    }
    inode.namesLeft--;
    return isSameFile(inode.first, entry);
  }

  /** What was read of another name of the file; `wait`: it is being read, `file` is given back by `settle`; null: read it. */
  find(file: WantedFile): ReadFile | 'wait' | null {
    const inode = this.#inodeOf(file.entry);
    if (inode === undefined) return null;
    const { state } = inode;
    if (state === 'unread') {
      inode.state = { waiting: [] };
      return null;
    }
    if ('read' in state) {
      if (inode.namesLeft <= 0n) this.#inodes.delete(keyOf(file.entry));
      return state.read;
    }
    state.waiting.push(file);
    return 'wait';
  }

  /**
   * Says what came of reading a name; gives the names that waited for it. After a failure (null) the others must be
   * read by themselves: that one name is gone says nothing of them.
   */
  settle(entry: ListedEntry, read: ReadFile | null): readonly WantedFile[] {
    const inode = this.#inodeOf(entry);
    if (inode === undefined || inode.state === 'unread' || 'read' in inode.state) return [];
    const { waiting } = inode.state;
    inode.state = read === null ? 'unread' : { read };
    if (read !== null && inode.namesLeft <= 0n) this.#inodes.delete(keyOf(entry));
    return waiting;
  }

  #inodeOf(entry: ListedEntry): Inode | undefined {
    if (entry.links < 2n) return undefined;
    const inode = this.#inodes.get(keyOf(entry));
    return inode !== undefined && isSameFile(inode.first, entry) ? inode : undefined;
  }
}

function keyOf({ device, inode }: ListedEntry): string {
  return `${device}:${inode}`;
}

function isSameFile(a: ListedEntry, b: ListedEntry): boolean {
  return (
    a.links === b.links && a.sizeBytes === b.sizeBytes && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs
  );
}
