import type { ListedEntry } from '../../files/listing.ts';
import type { OutgoingHeader } from '../../files/tar/encode.ts';

interface Inode {
  readonly first: ListedEntry;
  /** Of the member that holds it; null while it is being read. */
  member: OutgoingHeader | null;
  /** Names that came meanwhile. */
  waiting: ListedEntry[];
  /** Names that the listing can still give. */
  namesLeft: bigint;
}

/**
 * Files with several names: one name's member has the content, the others are links to it. As in a snapshot, names of
 * a file that may have changed since the listing began are files of their own: their inodes may be another's by now.
 */
export class LinkNames {
  readonly #inodes = new Map<string, Inode>();
  readonly #oldUntilNs: bigint;

  /** @param oldUntilNs Whoever was changed before is older than the listing, by the host's clock. */
  constructor(oldUntilNs: bigint) {
    this.#oldUntilNs = oldUntilNs;
  }

  /** The member to link `entry` to; `wait`: `settle` gives it back; null: read it. */
  find(entry: ListedEntry): OutgoingHeader | 'wait' | null {
    if (!this.#isShared(entry)) return null;
    const key = keyOf(entry);
    const inode = this.#inodes.get(key);
    if (inode === undefined) {
      this.#inodes.set(key, { first: entry, member: null, waiting: [], namesLeft: entry.links - 1n });
      return null;
    }
    if (!isSameFile(inode.first, entry)) return null;
    inode.namesLeft--;
    if (inode.member === null) {
      inode.waiting.push(entry);
      return 'wait';
    }
    if (inode.namesLeft <= 0n) this.#inodes.delete(key);
    return inode.member;
  }

  /**
   * Says in which member a name is that was to be read; null: in none that can be linked to, and the names that waited
   * for it must be looked for anew. Gives those.
   */
  settle(entry: ListedEntry, member: OutgoingHeader | null): readonly ListedEntry[] {
    const key = keyOf(entry);
    const inode = this.#inodes.get(key);
    if (inode?.first !== entry) return [];
    const { waiting } = inode;
    inode.member = member;
    inode.waiting = [];
    if (member === null || inode.namesLeft <= 0n) this.#inodes.delete(key);
    return waiting;
  }

  #isShared(entry: ListedEntry): boolean {
    return entry.type === 'file' && entry.links > 1n && entry.ctimeNs < this.#oldUntilNs;
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
