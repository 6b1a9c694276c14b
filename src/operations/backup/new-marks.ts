import type { ByteString } from '../../bytestring.ts';
import type { ListedEntry } from '../../files/listing.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Folder } from './folder.ts';
import type { MarkedFolder } from './folder-marks.ts';
import { markOf } from './mark.ts';
import { isKnown, type NodeNames } from './node-of-entry.ts';

/** Gathers the marks that a backup leaves for the next one: of the folders that are as its parent has them. */
export class NewMarks {
  readonly #names: NodeNames;
  /** What was listed in folders of which the tree isn't known yet. */
  readonly #noted = new Map<ByteString, readonly ListedEntry[]>();
  readonly #kept: MarkedFolder[] = [];
  readonly #compared: (MarkedFolder & { readonly newestNs: bigint })[] = [];

  constructor(names: NodeNames) {
    this.#names = names;
  }

  /** A folder that has the mark that the parent's has. */
  keep(folder: MarkedFolder): void {
    this.#kept.push(folder);
  }

  /** A folder that is compared entry by entry, with all that was listed in it. */
  note(path: ByteString, entries: readonly ListedEntry[]): void {
    this.#noted.set(path, entries);
  }

  /**
   * What became of a folder. It gets its mark where the parent has this very tree, of as many entries as were listed: what can't be
   * read must be told each time. And where all is known of each.
   */
  settle({ entry: { path }, kept, nodes, previous }: Folder, tree: BlobId): void {
    const entries = this.#noted.get(path);
    this.#noted.delete(path);
    if (entries === undefined || !previous.has(tree)) return;
    if (entries.length !== kept.size + nodes.length || !nodes.every(isKnown)) return;
    this.#compared.push({ path, tree, mark: markOf(entries, this.#names), newestNs: newestOf(entries) });
  }

  /** Whether there are marks that the parent doesn't have. */
  get areNew(): boolean {
    return this.#compared.length > 0;
  }

  /** The folders with their marks, but for those in which something isn't older than `untilNs`. */
  olderThan(untilNs: bigint): MarkedFolder[] {
    return [...this.#kept, ...this.#compared.filter(({ newestNs }) => newestNs < untilNs)];
  }
}

function newestOf(entries: readonly ListedEntry[]): bigint {
  let newest = -(2n ** 63n);
  for (const { ctimeNs } of entries) if (ctimeNs > newest) newest = ctimeNs;
  return newest;
}
