import type { ByteString } from '../../bytestring.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import { CTIME_GRANULE_NS } from './comparison.ts';
import type { Folder } from './folder.ts';
import type { MarkedFolder } from './folder-marks.ts';
import type { Mark } from './mark.ts';
import { isKnown } from './node-of-entry.ts';

/** A folder of which the tree isn't known yet. */
interface Noted {
  readonly mark: Mark;
  readonly entries: number;
}

/** Gathers the marks that a backup leaves for the next one: of folders that were found to be as its parent has them. */
export class NewMarks {
  readonly #noted = new Map<ByteString, Noted>();
  readonly #kept: MarkedFolder[] = [];
  readonly #compared: (MarkedFolder & { readonly newestNs: bigint })[] = [];

  /** A folder that has the mark that the parent's has. */
  keep(folder: MarkedFolder): void {
    this.#kept.push(folder);
  }

  /** A folder that is compared entry by entry. @param entries How many were listed in it. */
  note(path: ByteString, mark: Mark, entries: number): void {
    this.#noted.set(path, { mark, entries });
  }

  /**
   * What became of a folder. It has its mark where the parent has this very tree, with as many entries as were listed: what can't be
   * read must be told each time. And where all of each entry is known.
   */
  settle({ entry: { path }, kept, nodes, previous }: Folder, tree: BlobId): void {
    const noted = this.#noted.get(path);
    this.#noted.delete(path);
    if (noted === undefined || !previous.has(tree)) return;
    if (noted.entries !== kept.size + nodes.length || !nodes.every(isKnown)) return;
    this.#compared.push({ path, tree, mark: noted.mark.bytes, newestNs: noted.mark.newestNs });
  }

  /** Whether there are marks that the parent doesn't have. */
  get areNew(): boolean {
    return this.#compared.length > 0;
  }

  /**
   * The folders whose marks hold for a snapshot whose listing began at `listingStartedNs`: what changed shortly before may have
   * changed again since, with the same ctime (`Comparison`).
   */
  heldSince(listingStartedNs: bigint): MarkedFolder[] {
    const trusted = this.#compared.filter(({ newestNs }) => newestNs < listingStartedNs - CTIME_GRANULE_NS);
    return [...this.#kept, ...trusted];
  }
}
