import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { baseName, parentPath } from '../../files/paths.ts';
import type { SourceChild, SourceFolder } from './source-folder.ts';

/** What a comparison of a listing with what was saved finds. `T`: what the visitor keeps for a folder. */
export interface ComparisonVisitor<T> {
  /** A folder on both sides: gives what is kept for it; `null` leaves out all that is below it. */
  folder(kept: T, child: SourceChild, entry: ListedEntry): T | null;
  /** A name on both sides that is not a folder on both. What is below it on the host isn't looked at. */
  entry(kept: T, child: SourceChild, entry: ListedEntry): void;
  /** Saved, and not on the host. */
  missing(kept: T, child: SourceChild): void;
  /** On the host, and not saved. Told once for a whole subtree. */
  extra(kept: T, entry: ListedEntry): void;
}

interface OpenFolder<T> {
  readonly path: ByteString;
  readonly unseen: Map<ByteString, SourceChild>;
  readonly kept: T;
}

/**
 * Compares a listing (parents first, subtrees contiguous, siblings in any order) with a folder of what was saved,
 * as the listing streams. Holds the folders from the root down to where the listing stands, nothing else.
 *
 * @param rootPath Where `root` stands in the listing.
 * @throws HoldfastError internal if the listing isn't in that order.
 */
export async function compareListing<T>(
  listing: AsyncIterable<readonly ListedEntry[]>,
  rootPath: ByteString,
  root: { folder: SourceFolder; kept: T },
  visitor: ComparisonVisitor<T>,
): Promise<void> {
  const comparison = new Comparison(visitor);
  await comparison.open(rootPath, root.folder, root.kept);
  for await (const batch of listing) {
    for (const entry of batch) {
      const opening = entry.path === rootPath ? null : comparison.see(entry);
      if (opening !== null) await opening; // of each entry it would take longer than to compare it
    }
  }
  comparison.closeAll();
}

class Comparison<T> {
  readonly #visitor: ComparisonVisitor<T>;
  readonly #open: OpenFolder<T>[] = [];
  /** Everything below this path is left out. */
  #skipped: ByteString | null = null;

  constructor(visitor: ComparisonVisitor<T>) {
    this.#visitor = visitor;
  }

  async open(path: ByteString, folder: SourceFolder, kept: T): Promise<void> {
    const unseen = new Map((await folder.children()).map((child) => [child.node.name, child]));
    this.#open.push({ path, unseen, kept });
  }

  /** What follows waits for what it returns. */
  see(entry: ListedEntry): Promise<void> | null {
    if (this.#skipped !== null && entry.path.startsWith(`${this.#skipped}/`)) return null;
    this.#skipped = null;
    const parent = this.#closeDownTo(parentPath(entry.path), entry);
    const name = baseName(entry.path);
    const child = parent.unseen.get(name);
    if (child === undefined) {
      this.#visitor.extra(parent.kept, entry);
      this.#skipped = entry.path;
      return null;
    }
    parent.unseen.delete(name);
    return this.#both(parent, child, entry);
  }

  #both(parent: OpenFolder<T>, child: SourceChild, entry: ListedEntry): Promise<void> | null {
    if (child.folder !== null && entry.type === 'dir') {
      const kept = this.#visitor.folder(parent.kept, child, entry);
      if (kept !== null) return this.open(entry.path, child.folder, kept);
    } else {
      this.#visitor.entry(parent.kept, child, entry);
    }
    this.#skipped = entry.path;
    return null;
  }

  /** Closes what the listing has left, until the folder `path` is the innermost. */
  #closeDownTo(path: ByteString, entry: ListedEntry): OpenFolder<T> {
    for (;;) {
      const innermost = this.#open.at(-1);
      if (innermost === undefined) {
        throw new HoldfastError(
          'internal',
          `The listing shows "${display(entry.path)}" outside of its folder.`,
        );
      }
      if (innermost.path === path) return innermost;
      this.#close();
    }
  }

  #close(): void {
    const folder = this.#open.pop();
    if (folder === undefined) return;
    for (const child of folder.unseen.values()) this.#visitor.missing(folder.kept, child);
  }

  closeAll(): void {
    while (this.#open.length > 0) this.#close();
  }
}
