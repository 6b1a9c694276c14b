import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Accounts } from '../../files/accounts.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { baseName, parentPath } from '../../files/paths.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Repository } from '../../repository/repository.ts';
import { TaskGroup } from '../task-group.ts';
import { Folder } from './folder.ts';
import { nodeOfEntry } from './node-of-entry.ts';

/** What the assembly needs of a repository. */
export type TreeStore = Pick<Repository, 'loadTree' | 'saveTree' | 'room'>;

/** What the assembly counts: a folder is unmodified when its tree is that of the parent snapshot. */
export interface FolderCounts {
  dirsNew: number;
  dirsChanged: number;
  dirsUnmodified: number;
}

/**
 * Puts a snapshot's tree together from a listing that comes parents first with subtrees contiguous (as find gives
 * it), and saves every folder's tree as soon as all below it is known. So memory holds the folders on the way from
 * the root to where the listing is, and those that wait for contents; never the whole tree.
 */
export class TreeAssembly {
  readonly counts: FolderCounts = { dirsNew: 0, dirsChanged: 0, dirsUnmodified: 0 };
  readonly #trees: TreeStore;
  readonly #accounts: Accounts;
  readonly #ancestors: ReadonlyMap<ByteString, ListedEntry>;
  readonly #tasks = new TaskGroup();
  /** The folders that the listing is in, from the root down. */
  readonly #open: Folder[] = [];
  readonly #rootTree = Promise.withResolvers<BlobId>();

  /** @param ancestors The folders above the sources, the root among them, by path. */
  private constructor(trees: TreeStore, accounts: Accounts, ancestors: ReadonlyMap<ByteString, ListedEntry>) {
    this.#trees = trees;
    this.#accounts = accounts;
    this.#ancestors = ancestors;
    this.#rootTree.promise.catch(() => {});
  }

  /** @param previousTree The parent snapshot's root tree, or null. */
  static async start(options: {
    trees: TreeStore;
    accounts: Accounts;
    ancestors: ReadonlyMap<ByteString, ListedEntry>;
    previousTree: BlobId | null;
  }): Promise<TreeAssembly> {
    const assembly = new TreeAssembly(options.trees, options.accounts, options.ancestors);
    const root = options.ancestors.get('/' as ByteString);
    if (root === undefined)
      throw new HoldfastError('internal', 'The listing of the folders above lacks the root.');
    const previousNodes = options.previousTree && (await assembly.#nodesOf(options.previousTree));
    const folder = new Folder({
      entry: root,
      name: '' as ByteString,
      above: null,
      previous: null,
      previousNodes,
    });
    folder.pending = 1; // held open until `finish`: our own things come last
    assembly.#open.push(folder);
    return assembly;
  }

  /** Opens a listed folder; what the listing gives next below it goes into it. */
  async enter(entry: ListedEntry): Promise<void> {
    if (entry.path === '/') return;
    const above = await this.folderOf(entry.path);
    const name = baseName(entry.path);
    const found = above.previousNodes?.get(name);
    const previous = found?.type === 'dir' && found.subtree !== null ? found : null;
    const previousNodes = previous?.subtree ? await this.#nodesOf(previous.subtree) : null;
    above.pending++;
    this.#open.push(new Folder({ entry, name, above, previous, previousNodes }));
  }

  /** The folder that `path` stands in: leaves those that the listing is done with, enters ancestors of a source. */
  async folderOf(path: ByteString): Promise<Folder> {
    this.#tasks.check();
    const wanted = parentPath(path);
    while (!isAtOrBelow(wanted, this.#current.entry.path)) this.#leave();
    if (this.#current.entry.path !== wanted) {
      const ancestor = this.#ancestors.get(wanted);
      if (ancestor === undefined) {
        throw new HoldfastError(
          'source-changed',
          `Cannot list "${display(path)}": it came before its folder, expected parents first. ` +
            'Folders were moved while they were listed: try again.',
        );
      }
      await this.enter(ancestor);
    }
    return this.#current;
  }

  /** Says that one more entry of `folder` will come by `supply` or `drop`. */
  expect(folder: Folder): void {
    folder.pending++;
  }

  /** The node of an expected entry. */
  supply(folder: Folder, node: Node): void {
    folder.nodes.push(node);
    this.drop(folder);
  }

  /** An expected entry that isn't saved after all. */
  drop(folder: Folder): void {
    folder.pending--;
    this.#finishIfDone(folder);
  }

  /** Leaves every folder but the root. Contents may still be pending. */
  leaveAll(): void {
    while (this.#open.length > 1) this.#leave();
  }

  /** Adds what is ours to the root, and resolves with the root tree when everything is saved. */
  async finish(own: readonly Node[]): Promise<BlobId> {
    this.leaveAll();
    const root = this.#current;
    root.nodes.push(...own);
    root.closed = true;
    this.drop(root);
    await this.#tasks.settle();
    return this.#rootTree.promise;
  }

  get #current(): Folder {
    return this.#open[this.#open.length - 1] as Folder;
  }

  #leave(): void {
    const folder = this.#open.pop() as Folder;
    folder.closed = true;
    this.#finishIfDone(folder);
  }

  #finishIfDone(folder: Folder): void {
    if (folder.finished) this.#tasks.add(this.#save(folder));
  }

  async #save(folder: Folder): Promise<void> {
    await this.#trees.room();
    const { id } = await this.#trees.saveTree({ nodes: inOrder(folder.nodes) });
    if (folder.above === null) {
      this.#rootTree.resolve(id);
      return;
    }
    this.#count(folder, id);
    this.supply(folder.above, { ...nodeOfEntry(folder.entry, folder.name, this.#accounts), subtree: id });
  }

  #count(folder: Folder, tree: BlobId): void {
    if (folder.previous === null) this.counts.dirsNew++;
    else if (folder.previous.subtree === tree) this.counts.dirsUnmodified++;
    else this.counts.dirsChanged++;
  }

  async #nodesOf(tree: BlobId): Promise<ReadonlyMap<ByteString, Node>> {
    const { nodes } = await this.#trees.loadTree(tree);
    return new Map(nodes.map((node) => [node.name, node]));
  }
}

/** `nodes` by rising name. A name renamed over while its folder was listed can come twice: the later stays. */
function inOrder(nodes: Node[]): Node[] {
  nodes.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return nodes.filter((node, i) => node.name !== nodes[i + 1]?.name);
}

function isAtOrBelow(path: ByteString, folder: ByteString): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}
