import { HoldfastError } from '../errors.ts';
import type { BlobIndex } from './blob-index.ts';
import type { BlobId, PackId } from './format/ids.ts';
import { decodeTree } from './format/tree.ts';
import type { Repository } from './repository.ts';
import { RowSet } from './row-set.ts';

/** Trees asked for together: neighbours are then loaded in one range. */
const TREES_AT_ONCE = 256;

/** What of an open repository is needed to tell. */
export type TreeSource = Pick<Repository, 'location' | 'loadBlobs'> & { readonly index: BlobIndex };

/**
 * The packs that hold what stands below the trees `roots`. Each tree is read once, no data. The index must be loaded, and
 * all that was saved flushed.
 * @throws HoldfastError repository-damaged when something isn't in the index, or a tree can't be read.
 */
export async function packsUsedBelow(
  repository: TreeSource,
  roots: readonly BlobId[],
  signal?: AbortSignal,
): Promise<ReadonlySet<PackId>> {
  const used = new UsedPacks(repository);
  const stack = roots.filter((root) => used.add('tree', root));
  while (stack.length > 0) {
    const batch = stack.splice(-TREES_AT_ONCE).reverse();
    for await (const json of repository.loadBlobs('tree', batch, signal)) {
      for (const { content, subtree } of decodeTree(json).nodes) {
        for (const id of content ?? []) used.add('data', id);
        if (subtree !== null && used.add('tree', subtree)) stack.push(subtree);
      }
    }
  }
  return used.packs;
}

class UsedPacks {
  readonly packs = new Set<PackId>();
  readonly #repository: TreeSource;
  readonly #rows: RowSet;

  constructor(repository: TreeSource) {
    this.#repository = repository;
    this.#rows = new RowSet(repository.index.rowCount);
  }

  /** Whether the blob is new. */
  add(type: 'tree' | 'data', id: BlobId): boolean {
    const { index, location } = this.#repository;
    const row = index.find(type, id);
    if (row < 0) {
      throw new HoldfastError(
        'repository-damaged',
        `Cannot tell what a snapshot in "${location}" needs: ${type} blob ${id} is in no index. Run \`holdfast check\`.`,
      );
    }
    if (!this.#rows.add(row)) return false;
    this.packs.add(index.placeAt(row).pack);
    return true;
  }
}
