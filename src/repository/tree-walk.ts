import { HoldfastError } from '../errors.ts';
import type { BlobId } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';
import { decodeTreeReferences } from './format/tree-references.ts';
import type { OpenRepository } from './open-repository.ts';
import { RowSet } from './row-set.ts';

/** Trees asked for together: those that lie close to one another are then loaded in one range. */
const TREES_AT_ONCE = 4096;

export interface WalkOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each tree, with how many are known to follow. */
  readonly onTree?: ((waiting: number) => void) | undefined;
}

/** Walks trees of several snapshots, each tree once. Takes a bit for each blob of the index, and 8 bytes for each tree in line. */
export class TreeWalk {
  /** First rows in the index of the blobs that were reached. */
  readonly reached: RowSet;
  readonly #repository: OpenRepository;
  readonly #options: WalkOptions;
  /** Rows of trees that were reached and not yet read. */
  readonly #line: number[] = [];

  /** The index must be loaded. */
  constructor(repository: OpenRepository, options: WalkOptions = {}) {
    this.#repository = repository;
    this.#options = options;
    this.reached = new RowSet(repository.index.rowCount);
  }

  /**
   * Goes through everything below `roots` that wasn't reached before.
   * @param onReached Told once of each blob's first row: a tree's when the tree was read.
   * @throws HoldfastError repository-damaged for a tree that can't be read, and for a blob that no index names.
   */
  async walk(
    roots: Iterable<BlobId>,
    onReached: (row: number, type: BlobType, id: BlobId) => void = () => {},
  ): Promise<void> {
    for (const root of roots) this.#reachTree(root, 'a snapshot');
    while (this.#line.length > 0) {
      const rows = this.#line.splice(-TREES_AT_ONCE);
      const ids = rows.map((row) => this.#repository.index.idAt(row));
      let next = 0;
      for await (const json of this.#repository.loadBlobs('tree', ids, this.#options.signal)) {
        const id = ids[next] as BlobId;
        const { data, trees } = decodeTreeReferences(json, `tree ${id}`);
        for (const blob of data) {
          const row = this.#rowOf('data', blob, `tree ${id}`);
          if (this.reached.add(row)) onReached(row, 'data', blob);
        }
        for (const tree of trees) this.#reachTree(tree, `tree ${id}`);
        onReached(rows[next++] as number, 'tree', id);
        this.#options.onTree?.(this.#line.length);
      }
    }
  }

  #reachTree(id: BlobId, namedBy: string): void {
    const row = this.#rowOf('tree', id, namedBy);
    if (this.reached.add(row)) this.#line.push(row);
  }

  #rowOf(type: BlobType, id: BlobId, namedBy: string): number {
    const row = this.#repository.index.find(type, id);
    if (row >= 0) return row;
    throw new HoldfastError(
      'repository-damaged',
      `Cannot find ${type} blob ${id}, which ${namedBy} names: it is in no index. ` +
        'Run "holdfast check" to see what else is missing, and how to mend it.',
    );
  }
}
