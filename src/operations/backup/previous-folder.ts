import type { ByteString } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import type { TreeToSave } from '../../repository/format/tree.ts';
import { type Parent, PreviousTree, type Trees, type WantedTree } from './previous-tree.ts';
import { isSameNode } from './same-node.ts';

/** An entry as a parent has it. */
export interface PreviousNode {
  readonly node: Node;
  /** Of the parent. */
  readonly listingStartedNs: bigint;
}

/** An entry of which the first parent says the same. */
export interface KeptEntry {
  /** Of a file; else empty. */
  readonly content: readonly BlobId[];
  /** None: entries with attributes are looked at one by one. */
  readonly extendedAttributes: readonly [];
  /** Of the parent. */
  readonly listingStartedNs: bigint;
}

/**
 * What the parents have of one folder, in the order in which they are asked. A tree that several of them share is held
 * once, for the first of them.
 */
export class PreviousFolder {
  readonly #trees: readonly PreviousTree[];

  private constructor(trees: readonly PreviousTree[]) {
    this.#trees = trees;
  }

  /** The root. */
  static ofParents(parents: readonly Parent[], trees: Trees): Promise<PreviousFolder> {
    return PreviousFolder.#load(
      parents.map((parent) => ({ parent, id: parent.tree, place: null })),
      trees,
    );
  }

  static async #load(wanted: readonly WantedTree[], trees: Trees): Promise<PreviousFolder> {
    const loaded: PreviousTree[] = [];
    for (const one of wanted) {
      const { parent, id } = one;
      if (trees.lacksTree?.(id) === true) continue;
      const same = loaded.find((tree) => tree.id === id);
      if (same !== undefined) {
        same.isOfSnapshot ||= parent.isFirstPass !== true;
        continue;
      }
      loaded.push(await PreviousTree.load(one, trees));
    }
    return new PreviousFolder(loaded);
  }

  /** No snapshot has the folder. */
  get isNew(): boolean {
    return !this.#trees.some(({ isOfSnapshot }) => isOfSnapshot);
  }

  /** How many entries it had in the first of the snapshots in which it was a filesystem of its own; null: in none. */
  get entriesWhenMounted(): number | null {
    return this.#trees.find((tree) => tree.isOfSnapshot && tree.isMountPoint)?.size ?? null;
  }

  /** Whether a snapshot has the folder with just this tree. */
  has(tree: BlobId): boolean {
    return this.#trees.some(({ id, isOfSnapshot }) => isOfSnapshot && id === tree);
  }

  /** Whether the first parent has such a folder in this one. */
  hasBelow(name: ByteString, tree: BlobId): boolean {
    return this.#trees[0]?.subtreeOf(name) === tree;
  }

  /** What a file that needn't be read is, compared with the snapshots: the first pass may have read it. */
  outcomeOf({ name, mtimeNs }: Node, content: readonly BlobId[]): 'new' | 'changed' | 'unmodified' {
    if (this.#trees.every(({ isOfSnapshot }) => isOfSnapshot)) return 'unmodified';
    const earlier = this.#trees.flatMap((tree) => (tree.isOfSnapshot ? (tree.nodeNamed(name) ?? []) : []));
    const files = earlier.filter(({ type }) => type === 'file');
    if (files.length === 0) return 'new';
    const isSame = (node: Node) =>
      node.mtimeNs === mtimeNs && node.content !== null && areEqual(node.content, content);
    return files.some(isSame) ? 'unmodified' : 'changed';
  }

  /** Whether no snapshot has a file of that name. */
  isNewFile(name: ByteString): boolean {
    return !this.#trees.some((tree) => tree.isOfSnapshot && tree.nodeNamed(name)?.type === 'file');
  }

  /** Whether the only parent has it as a file that was written since; false: look at what is found by its name. */
  hasOtherFile(node: Node): boolean {
    const [first, other] = this.#trees;
    return other === undefined && first?.isOfSnapshot === true && first.text?.hasOther(node) === true;
  }

  /** The tree of a parent that holds just `nodes`, in this order; null if none does. It needn't be written again. */
  treeOf(nodes: readonly Node[]): BlobId | null {
    const same = this.#trees.find(
      (tree) =>
        tree.nodes.length === nodes.length &&
        tree.nodes.every((node, i) => isSameNode(node, nodes[i] as Node)),
    );
    return same?.id ?? null;
  }

  /** What the first parent has of an entry of which it says the same as `node`, whose content isn't known yet; or null. */
  findSame(node: Node): KeptEntry | null {
    const [first] = this.#trees;
    const content = first?.text?.contentOf(node) ?? null;
    return first === undefined || content === null
      ? null
      : { content, extendedAttributes: [], listingStartedNs: first.parent.listingStartedNs };
  }

  /** The nodes of the first parent with these names, which it has. */
  nodesNamed(names: ReadonlySet<ByteString>): Node[] {
    const byName = names.size === 0 ? undefined : this.#trees[0]?.byName;
    return Array.from(names, (name) => {
      const node = byName?.get(name);
      if (node === undefined) throw lostKept();
      return node;
    });
  }

  /** The tree of the first parent, if it holds just its own nodes of these names, and `nodes`; else null. */
  treeKept(names: ReadonlySet<ByteString>, nodes: readonly Node[]): BlobId | null {
    const [first] = this.#trees;
    if (first === undefined || first.text?.size !== names.size + nodes.length) return null;
    const others = new Set(nodes.map(({ name }) => name));
    const areApart = others.size === nodes.length && others.isDisjointFrom(names);
    return areApart && nodes.every((node) => first.text?.has(node)) ? first.id : null;
  }

  /**
   * `nodes`, which rise by their names, with the entries `names` as the only parent's tree has them, unread, and so what of `nodes` it
   * has as well. Null where that tree may hold just these in other bytes, or there are several: then `treeOf` is to be asked, which
   * takes them all.
   */
  mergedWith(names: ReadonlySet<ByteString>, nodes: readonly Node[]): TreeToSave['nodes'] | null {
    const [first, other] = this.#trees;
    const text = first?.text ?? null;
    if (first === undefined || text === null || other !== undefined) return null;
    const isOther = (node: Node) => {
      if (text.hasOther(node)) return true;
      const known = first.nodeNamed(node.name);
      return known === undefined || !isSameNode(known, node);
    };
    const fresh = nodes.filter((node) => !text.has(node));
    if (!fresh.some(isOther)) return null;
    const stored = new Set(names);
    for (const { name } of nodes) stored.add(name);
    for (const { name } of fresh) stored.delete(name);
    const merged = text.mergedWith(stored, fresh);
    if (merged === null) throw lostKept();
    return merged;
  }

  /** The entry of that name, by each parent that has one. */
  find(name: ByteString): PreviousNode[] {
    return this.#trees.flatMap((tree) => {
      const node = tree.nodeNamed(name);
      return node === undefined ? [] : [{ node, listingStartedNs: tree.parent.listingStartedNs }];
    });
  }

  /** The folder of that name in this one. */
  below(name: ByteString, trees: Trees): Promise<PreviousFolder> {
    const wanted = this.#trees.flatMap((tree) => {
      const id = tree.subtreeOf(name);
      return id === null ? [] : [{ parent: tree.parent, id, place: { above: tree, name } }];
    });
    return PreviousFolder.#load(wanted, trees);
  }
}

function lostKept(): HoldfastError {
  return new HoldfastError('internal', 'A folder has lost what a parent has of it.');
}

function areEqual(a: readonly BlobId[], b: readonly BlobId[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
