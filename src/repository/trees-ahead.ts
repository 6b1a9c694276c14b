import type { BlobId } from './format/ids.ts';
import { subtreesIn } from './format/tree-text.ts';

/** Plain bytes of trees that are on their way: well below what the cache holds, or they would drive one another out. */
const MAX_COMING_BYTES = 4 * 1024 * 1024;
/** Plain bytes of trees that nobody asked for yet: half of what the cache holds. */
const MAX_UNASKED_BYTES = 8 * 1024 * 1024;

export interface TreesAheadOptions {
  /** Loads a tree, and keeps it for a while. */
  readonly load: (id: BlobId) => Promise<Buffer>;
  /** Plain bytes of a tree that is worth loading: null if it is at hand, or nowhere. */
  readonly sizeOf: (id: BlobId) => number | null;
}

/**
 * Trees that are loaded before they are asked for, so that many are opened together: those that somebody says he will ask
 * for, and when they have come those below them, since a walk goes down first.
 */
export class TreesAhead {
  readonly #options: TreesAheadOptions;
  readonly #coming = new Map<BlobId, Promise<Buffer>>();
  #comingBytes = 0;
  readonly #unasked = new Map<BlobId, number>();
  #unaskedBytes = 0;

  constructor(options: TreesAheadOptions) {
    this.#options = options;
  }

  /** Begins to load as many of `ids` as there is room for. Failures are told to who asks. */
  begin(ids: Iterable<BlobId>): void {
    for (const id of ids) if (!this.#begin(id)) return;
  }

  /** The tree that somebody wants now, if it is on its way. */
  take(id: BlobId): Promise<Buffer> | undefined {
    const coming = this.#coming.get(id);
    // Trees that a walk passes over would keep the room for ever.
    if (coming !== undefined && this.#unaskedBytes >= MAX_UNASKED_BYTES) this.#forgetUnasked();
    this.#unaskedBytes -= this.#unasked.get(id) ?? 0;
    this.#unasked.delete(id);
    return coming;
  }

  /** False: there is no room for it. */
  #begin(id: BlobId): boolean {
    const sizeBytes = this.#coming.has(id) ? null : this.#options.sizeOf(id);
    if (sizeBytes === null) return true;
    if (this.#comingBytes + sizeBytes > MAX_COMING_BYTES) return false;
    this.#comingBytes += sizeBytes;
    this.#unaskedBytes += sizeBytes - (this.#unasked.get(id) ?? 0);
    this.#unasked.set(id, sizeBytes);
    const tree = this.#options.load(id);
    const arrived = () => {
      this.#coming.delete(id);
      this.#comingBytes -= sizeBytes;
    };
    tree.then((json) => {
      arrived();
      if (this.#unaskedBytes < MAX_UNASKED_BYTES) this.begin(subtreesIn(json.toString('latin1')));
    }, arrived);
    this.#coming.set(id, tree);
    return true;
  }

  #forgetUnasked(): void {
    this.#unasked.clear();
    this.#unaskedBytes = 0;
  }
}
