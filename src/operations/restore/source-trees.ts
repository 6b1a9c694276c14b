import { createHash } from 'node:crypto';
import { type ByteString, display } from '../../bytestring.ts';
import { joinPath } from '../../files/paths.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node, Tree } from '../../repository/format/node.ts';
import { assertSafeNames } from './safe-name.ts';
import { isOwnFolder } from './workspace-name.ts';

/** Nodes that the cache may hold: some 100 MB. A restore goes through all trees five times (plan, space, send, twice verify). */
const MAX_CACHED_NODES = 100_000;
/** Trees of folders beside the one that is walked, which are read meanwhile. */
const READ_AHEAD_TREES = 8;

const RESTORABLE = new Set(['file', 'dir', 'symlink', 'fifo', 'dev', 'chardev']);
/** As many of our own folders are told by name. */
const MAX_TOLD = 5;

/**
 * The trees of what is restored, with every name proved harmless each time a tree is read. Sockets, and types that
 * we don't know, are left out: nothing could be made of them. So is what has a name of a restore's own folders:
 * its journal would pass for ours, and whoever made it could have the next restore or undo rename what they like.
 *
 * Folders above a snapshot's tree (of a target, or of the path to it) are trees of ours: `add`.
 */
export class SourceTrees {
  readonly #repository: BlobSource;
  readonly #signal: AbortSignal | undefined;
  readonly #own = new Map<BlobId, Tree>();
  readonly #cache = new Map<BlobId, { tree: Promise<Tree>; weight: number }>();
  /** What is restored of trees that were read, each as long as it is in memory. */
  readonly #proven = new WeakMap<Tree, Tree>();
  #cachedNodes = 0;
  readonly #leftOut = new Set<string>();
  readonly #ownFolders = new Set<ByteString>();

  constructor(repository: BlobSource, signal?: AbortSignal) {
    this.#repository = repository;
    this.#signal = signal;
  }

  /** A tree that stands in no repository, by an ID that no blob has. */
  add(nodes: readonly Node[]): BlobId {
    const id = createHash('sha256')
      .update(`a tree of no repository ${this.#own.size}`)
      .digest('hex') as BlobId;
    this.#own.set(id, { nodes });
    return id;
  }

  /**
   * @param path For messages.
   * @throws HoldfastError restore-unsafe, repository-damaged, cancelled.
   */
  async load(id: BlobId, path: ByteString): Promise<Tree> {
    const tree = await this.#load(id);
    const known = this.#proven.get(tree);
    if (known !== undefined) return known;
    assertSafeNames(tree, path);
    const isOurs = this.#own.has(id);
    const nodes = tree.nodes.filter(
      (node) =>
        (RESTORABLE.has(node.type) || this.#leaveOut(node)) &&
        (isOurs || !isOwnFolder(node.name) || this.#leaveOwn(joinPath(path, node.name))),
    );
    const proven = nodes.length === tree.nodes.length ? tree : { nodes };
    this.#proven.set(tree, proven);
    return proven;
  }

  /** Begins to read the first folders of `nodes` from the one at `from` on, which are about to be loaded in this order. */
  readAhead(nodes: readonly Node[], from = 0): void {
    let ahead = 0;
    for (let at = from; at < nodes.length && ahead < READ_AHEAD_TREES; at++) {
      const subtree = nodes[at]?.subtree ?? null;
      if (subtree === null) continue;
      ahead++; // those that are there already, too: else each call would look through all that follow
      if (!this.#cache.has(subtree)) this.#load(subtree).catch(() => {}); // who loads it meets the same failure
    }
  }

  /** What was left out so far, ready to show. */
  leftOut(): string[] {
    const types = [...this.#leftOut].map((type) => `Entries of type ${type} are not restored.`);
    const own = [...this.#ownFolders].map(
      (path) =>
        `"${display(path)}" is not restored: a restore gives such names to its own folders, and would take it for one. ` +
        'To have what is in it, restore that folder by itself to another one (SNAPSHOT:FOLDER with --target).',
    );
    return [...types, ...own];
  }

  #leaveOut(node: Node): false {
    this.#leftOut.add(node.type);
    return false;
  }

  #leaveOwn(path: ByteString): false {
    if (this.#ownFolders.size < MAX_TOLD) this.#ownFolders.add(path);
    return false;
  }

  async #load(id: BlobId): Promise<Tree> {
    const own = this.#own.get(id);
    if (own !== undefined) return own;
    const cached = this.#cache.get(id);
    if (cached !== undefined) {
      this.#cache.delete(id);
      this.#cache.set(id, cached);
      return cached.tree;
    }
    return this.#read(id);
  }

  async #read(id: BlobId): Promise<Tree> {
    const entry = { tree: this.#repository.loadTree(id, this.#signal), weight: 0 };
    this.#cache.set(id, entry);
    try {
      const tree = await entry.tree;
      entry.weight = tree.nodes.length + 1;
      this.#cachedNodes += entry.weight;
      this.#forgetOldest(id);
      return tree;
    } catch (error) {
      this.#cache.delete(id);
      throw error;
    }
  }

  #forgetOldest(keep: BlobId): void {
    for (const [id, { weight }] of this.#cache) {
      if (this.#cachedNodes <= MAX_CACHED_NODES) return;
      if (id === keep || weight === 0) continue;
      this.#cachedNodes -= weight;
      this.#cache.delete(id);
    }
  }
}
