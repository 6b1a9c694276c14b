import { formatCount, formatCounted } from '../../amounts.ts';
import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { baseName, parentPath } from '../../files/paths.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import { TreeTooLarge, type TreeToSave } from '../../repository/format/tree.ts';
import type { Repository } from '../../repository/repository.ts';
import { TaskGroup } from '../task-group.ts';
import { MAX_BLOBS } from './content.ts';
import { Folder, type FolderOutline } from './folder.ts';
import { type NodeNames, nodeOfEntry, withAttributes } from './node-of-entry.ts';
import { PreviousFolder } from './previous-folder.ts';
import type { Parent } from './previous-tree.ts';
import { inOrder } from './tree-order.ts';

/** What the assembly needs of a repository. */
export type TreeStore = Pick<Repository, 'loadBlob' | 'prefetchTrees' | 'saveTree' | 'room'> &
  Partial<Pick<Repository, 'lacksTree'>>;

/** What the assembly counts: a folder is unmodified when a parent snapshot has it with the same tree. */
export interface FolderCounts {
  dirsNew: number;
  dirsChanged: number;
  dirsUnmodified: number;
}

export interface AssemblyOptions {
  readonly trees: TreeStore;
  readonly names: NodeNames;
  /** The folders above the sources, the root among them, by path. */
  readonly ancestors: ReadonlyMap<ByteString, ListedEntry>;
  /** The snapshots to compare with, in the order in which they are asked. */
  readonly parents: readonly Parent[];
  /** Told of each folder but the root, once its tree is known. */
  readonly onSaved?: ((folder: Folder, tree: BlobId) => void) | undefined;
  /** Told what isn't saved of a folder with more entries than a tree can hold. */
  readonly onLeftOut: (folder: ByteString, why: string) => void;
}

/**
 * Puts a snapshot's tree together from a listing that comes parents first with subtrees contiguous (as find gives
 * it), and saves every folder's tree as soon as all below it is known. So memory holds the folders on the way from
 * the root to where the listing is, and those that wait for contents; never the whole tree.
 */
export class TreeAssembly {
  readonly counts: FolderCounts = { dirsNew: 0, dirsChanged: 0, dirsUnmodified: 0 };
  readonly #trees: TreeStore;
  readonly #names: NodeNames;
  readonly #ancestors: ReadonlyMap<ByteString, ListedEntry>;
  readonly #onSaved: AssemblyOptions['onSaved'];
  readonly #onLeftOut: AssemblyOptions['onLeftOut'];
  readonly #tasks = new TaskGroup();
  /** The folders that the listing is in, from the root down. */
  readonly #open: Folder[] = [];
  #entered: Folder[] = [];
  /** Of the files in folders that aren't saved yet. */
  #blobCount = 0;
  readonly #rootNodes = Promise.withResolvers<readonly Node[]>();

  private constructor({ trees, names, ancestors, onSaved, onLeftOut }: AssemblyOptions) {
    this.#trees = trees;
    this.#names = names;
    this.#ancestors = ancestors;
    this.#onSaved = onSaved;
    this.#onLeftOut = onLeftOut;
    this.#rootNodes.promise.catch(() => {});
  }

  static async start(options: AssemblyOptions): Promise<TreeAssembly> {
    const assembly = new TreeAssembly(options);
    const root = options.ancestors.get('/' as ByteString);
    if (root === undefined)
      throw new HoldfastError('internal', 'The listing of the folders above lacks the root.');
    const previous = await PreviousFolder.ofParents(options.parents, options.trees);
    const folder = new Folder({ entry: root, name: '' as ByteString, above: null, previous, tree: null });
    folder.pending = 1; // held open until `rootNodes`
    assembly.#open.push(folder);
    return assembly;
  }

  /**
   * Opens a listed folder; what the listing gives next below it goes into it.
   * @param tree What is known to be in it: then nothing comes.
   */
  async enter(entry: ListedEntry, tree: BlobId | null = null): Promise<void> {
    if (entry.path === '/') return;
    const above = await this.folderOf(entry.path);
    const name = baseName(entry.path);
    const previous = await above.previous.below(name, this.#trees);
    const folder = new Folder({ entry, name, above, previous, tree });
    above.pending++;
    above.below.add(folder);
    this.#open.push(folder);
    this.#entered.push(folder);
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

  /** As `folderOf`, where the listing is still in that folder; else null. Null for what stands in the root. */
  folderAtHand(path: ByteString): Folder | null {
    const current = this.#current;
    const above = current.entry.path;
    const isIn =
      path.startsWith(above) && path[above.length] === '/' && !path.includes('/', above.length + 1);
    if (!isIn) return null;
    this.#tasks.check();
    return current;
  }

  /** The folders opened since the last call, those above a source among them. */
  takeEntered(): readonly Folder[] {
    const entered = this.#entered;
    if (entered.length > 0) this.#entered = [];
    return entered;
  }

  /** Whether `takeRoom` would say so. */
  hasRoom(blobCount: number): boolean {
    return this.#blobCount + blobCount <= MAX_BLOBS;
  }

  /**
   * To be asked for each file before it is kept or supplied, until its folder is saved. False: its tree could not be written, or all that
   * is held would be too much; then it is none of the snapshot.
   */
  takeRoom(folder: Folder, blobCount: number): boolean {
    if (!this.hasRoom(blobCount)) return false;
    this.#blobCount += blobCount;
    folder.blobCount += blobCount;
    return true;
  }

  /** An entry that is just as the first parent has it (`PreviousFolder.findSame`). */
  keep(folder: Folder, name: ByteString): void {
    folder.kept.add(name);
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

  /** Ends the assembly: resolves with what the root holds when all that is below it is saved. To be called once. */
  async rootNodes(): Promise<readonly Node[]> {
    this.leaveAll();
    const root = this.#current;
    root.closed = true;
    this.drop(root);
    await this.#tasks.settle();
    return this.#rootNodes.promise;
  }

  /** Ends the assembly with what is ours added to the root, and resolves with the root tree when everything is saved. */
  async finish(own: readonly Node[]): Promise<BlobId> {
    return this.saveRoot(await this.rootNodes(), own);
  }

  /** Saves the root that `rootNodes` gave, with what is ours. */
  async saveRoot(nodes: readonly Node[], own: readonly Node[]): Promise<BlobId> {
    const all = inOrder([...nodes, ...own]);
    // What is ours tells what was left out: more of it would be too late.
    if (own.length > 0) return this.#saveTree(all);
    return this.#saveFirst(all, (fits) => this.#leaveOut(this.#current, all, fits));
  }

  /**
   * Saves a tree of what is known when this is called, with `own` in its root: entries that are still to come are
   * missing from it. The assembly goes on as if nothing had happened, also meanwhile.
   */
  async saveSoFar(own: Promise<Node>): Promise<BlobId> {
    const outline = (this.#open[0] as Folder).outline();
    outline.nodes.push(await own);
    return this.#saveOutline(outline);
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
    if (folder.above === null) {
      this.#rootNodes.resolve(folder.allNodes());
      return;
    }
    const known = folder.tree ?? folder.previous.treeKept(folder.kept, folder.nodes);
    const id = known ?? (await this.#saveNodes(folder));
    this.#blobCount -= folder.blobCount;
    this.#count(folder, id);
    this.#onSaved?.(folder, id);
    folder.above.below.delete(folder);
    this.supply(folder.above, this.#nodeOf(folder, id));
  }

  async #saveNodes(folder: Folder): Promise<BlobId> {
    const others = inOrder(folder.nodes).filter(({ name }) => !folder.kept.has(name));
    const merged = folder.previous.mergedWith(folder.kept, others);
    const saved = merged === null ? null : await this.#saveTree(merged).catch(unlessTooLarge);
    if (saved !== null) return saved;
    const nodes = inOrder(folder.allNodes());
    return (
      folder.previous.treeOf(nodes) ?? this.#saveFirst(nodes, (fits) => this.#leaveOut(folder, nodes, fits))
    );
  }

  /** As many of `nodes` as a tree can hold: whoever fills a folder must not end the backup of all others. */
  async #saveFirst(nodes: readonly Node[], onCut: (fits: number) => void): Promise<BlobId> {
    try {
      return await this.#saveTree(nodes);
    } catch (error) {
      if (!(error instanceof TreeTooLarge)) throw error;
      onCut(error.fits);
      return this.#saveTree(nodes.slice(0, error.fits));
    }
  }

  #leaveOut(folder: Folder, nodes: readonly Node[], fits: number): void {
    folder.keepOnly(nodes.slice(0, fits));
    this.#onLeftOut(
      folder.entry.path,
      `${formatCount(nodes.length - fits)} of its ${formatCounted(nodes.length, 'entry', 'entries')}, from ` +
        `"${display((nodes[fits] as Node).name)}" on, are left out: a tree can't hold more. Exclude some of them, or spread them ` +
        'over subfolders',
    );
  }

  async #saveOutline({ nodes, below, tree }: FolderOutline): Promise<BlobId> {
    if (tree !== null) return tree;
    const folders = below.map(async (folder) => this.#nodeOf(folder, await this.#saveOutline(folder)));
    const all = [...nodes, ...(await Promise.all(folders))];
    return this.#saveFirst(inOrder(all), () => {});
  }

  async #saveTree(nodes: TreeToSave['nodes']): Promise<BlobId> {
    await this.#trees.room();
    return (await this.#trees.saveTree({ nodes })).id;
  }

  #nodeOf(folder: Omit<FolderOutline, 'nodes' | 'below'>, subtree: BlobId): Node {
    const node = nodeOfEntry(folder.entry, folder.name, this.#names);
    return { ...withAttributes(node, folder.extendedAttributes), subtree };
  }

  #count(folder: Folder, tree: BlobId): void {
    if (folder.previous.isNew) this.counts.dirsNew++;
    else if (folder.previous.has(tree)) this.counts.dirsUnmodified++;
    else this.counts.dirsChanged++;
  }
}

function unlessTooLarge(error: unknown): null {
  if (error instanceof TreeTooLarge) return null;
  throw error;
}

function isAtOrBelow(path: ByteString, folder: ByteString): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}
