import { type BlobId, idOf } from '../../repository/format/ids.ts';
import type { BlobType } from '../../repository/format/packed-blob.ts';
import { encodeTree } from '../../repository/format/tree.ts';
import type { TreeStore } from './tree-assembly.ts';

/** Trees of some half million files. What is more is loaded again from the repository. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * `trees`, of which what was loaded and saved stays in memory: a first pass of a backup leaves there what the second asks for
 * while the application is stopped, so that it needn't wait for slow storage.
 */
export class RememberedTrees implements TreeStore {
  readonly #trees: TreeStore;
  readonly #maxBytes: number;
  readonly #known = new Map<BlobId, Buffer>();
  #bytes = 0;

  constructor(trees: TreeStore, maxBytes = MAX_BYTES) {
    this.#trees = trees;
    this.#maxBytes = maxBytes;
  }

  async loadBlob(type: BlobType, id: BlobId, signal?: AbortSignal): Promise<Buffer> {
    const known = type === 'tree' ? this.#known.get(id) : undefined;
    if (known !== undefined) return known;
    const loaded = await this.#trees.loadBlob(type, id, signal);
    if (type === 'tree') this.#remember(id, loaded);
    return loaded;
  }

  prefetchTrees(ids: Iterable<BlobId>): void {
    this.#trees.prefetchTrees([...ids].filter((id) => !this.#known.has(id)));
  }

  lacksTree(id: BlobId): boolean {
    return !this.#known.has(id) && this.#trees.lacksTree?.(id) === true;
  }

  async saveTree(tree: Parameters<TreeStore['saveTree']>[0]): ReturnType<TreeStore['saveTree']> {
    if (this.#bytes < this.#maxBytes) {
      const json = encodeTree(tree);
      this.#remember(idOf<BlobId>(json), json);
    }
    return this.#trees.saveTree(tree);
  }

  room(): Promise<void> {
    return this.#trees.room();
  }

  #remember(id: BlobId, json: Buffer): void {
    if (this.#known.has(id) || this.#bytes + json.length > this.#maxBytes) return;
    this.#known.set(id, json);
    this.#bytes += json.length;
  }
}
