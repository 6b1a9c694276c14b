import type { ByteString } from '../../bytestring.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Repository } from '../../repository/repository.ts';
import { isSameNode } from './same-node.ts';

/** A snapshot that a backup compares with. */
export interface Parent {
  readonly tree: BlobId;
  /** When its listing began, by the host's clock. Nanoseconds since 1970. */
  readonly listingStartedNs: bigint;
}

/** An entry as a parent has it. */
export interface PreviousNode {
  readonly node: Node;
  /** Of the parent. */
  readonly listingStartedNs: bigint;
}

interface PreviousTree {
  readonly parent: Parent;
  readonly id: BlobId;
  readonly nodes: readonly Node[];
  readonly byName: ReadonlyMap<ByteString, Node>;
}

/** What loads the parents' trees. */
type Trees = Pick<Repository, 'loadTree' | 'prefetchTrees'>;

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
      parents.map((parent) => ({ parent, id: parent.tree })),
      trees,
    );
  }

  static async #load(
    wanted: readonly { readonly parent: Parent; readonly id: BlobId }[],
    trees: Trees,
  ): Promise<PreviousFolder> {
    const loaded: PreviousTree[] = [];
    for (const { parent, id } of wanted) {
      if (loaded.some((tree) => tree.id === id)) continue;
      const { nodes } = await trees.loadTree(id);
      // A listing enters the folders below one after the other.
      trees.prefetchTrees(nodes.flatMap(({ subtree }) => subtree ?? []));
      loaded.push({ parent, id, nodes, byName: new Map(nodes.map((node) => [node.name, node])) });
    }
    return new PreviousFolder(loaded);
  }

  /** No parent has the folder. */
  get isNew(): boolean {
    return this.#trees.length === 0;
  }

  /** Whether a parent has the folder with just this tree. */
  has(tree: BlobId): boolean {
    return this.#trees.some(({ id }) => id === tree);
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

  /** The entry of that name, by each parent that has one. */
  find(name: ByteString): PreviousNode[] {
    return this.#trees.flatMap(({ parent, byName }) => {
      const node = byName.get(name);
      return node === undefined ? [] : [{ node, listingStartedNs: parent.listingStartedNs }];
    });
  }

  /** The folder of that name in this one. */
  below(name: ByteString, trees: Trees): Promise<PreviousFolder> {
    const wanted = this.#trees.flatMap(({ parent, byName }) => {
      const node = byName.get(name);
      return node?.type === 'dir' && node.subtree !== null ? [{ parent, id: node.subtree }] : [];
    });
    return PreviousFolder.#load(wanted, trees);
  }
}
