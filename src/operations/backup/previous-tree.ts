import type { ByteString } from '../../bytestring.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import { decodeTree } from '../../repository/format/tree.ts';
import { subtreesIn, TreeText } from '../../repository/format/tree-text.ts';
import type { Repository } from '../../repository/repository.ts';

/** A snapshot that a backup compares with. */
export interface Parent {
  readonly tree: BlobId;
  /** When its listing began, by the host's clock. Nanoseconds since 1970. */
  readonly listingStartedNs: bigint;
  /** The device that the host's root was on. 0, the default: nobody knows. */
  readonly rootDevice?: bigint | undefined;
  /** It is this backup's own first pass: what it has counts as new, or changed, as the others have it. */
  readonly isFirstPass?: true;
}

/** What loads the parents' trees. */
export type Trees = Pick<Repository, 'loadBlob' | 'prefetchTrees'> & Partial<Pick<Repository, 'lacksTree'>>;

/** So many entries of a tree are read one by one; who asks for more has it read as a whole. */
const MAX_READ_ALONE = 64;

/** The folder of that name in another one. */
interface Place {
  readonly above: PreviousTree;
  readonly name: ByteString;
}

export interface WantedTree {
  readonly parent: Parent;
  readonly id: BlobId;
  readonly place: Place | null;
}

/** A tree of a parent. Most folders don't change: its nodes are only read when somebody asks for them. */
export class PreviousTree {
  readonly parent: Parent;
  readonly id: BlobId;
  /** Where its folder stands. Null: it is the root's. */
  readonly #place: Place | null;
  /** Null: only its nodes tell what it holds. */
  readonly text: TreeText | null;
  /** Whether a snapshot has it, and not only this backup's first pass. */
  isOfSnapshot: boolean;
  readonly #json: Buffer;
  #nodes: readonly Node[] | null = null;
  #byName: ReadonlyMap<ByteString, Node> | null = null;
  readonly #alone = new Map<ByteString, Node>();

  private constructor({ parent, id, place }: WantedTree, json: Buffer, text: string) {
    this.parent = parent;
    this.id = id;
    this.#place = place;
    this.isOfSnapshot = parent.isFirstPass !== true;
    this.text = TreeText.cut(json, text);
    this.#json = json;
    if (this.text === null) this.#nodes = this.nodes; // what is no tree is told at once
  }

  static async load(wanted: WantedTree, trees: Trees): Promise<PreviousTree> {
    const json = await trees.loadBlob('tree', wanted.id);
    const text = json.toString('latin1');
    const tree = new PreviousTree(wanted, json, text);
    // A listing enters the folders below one after the other.
    trees.prefetchTrees(tree.text?.subtrees ?? subtreesIn(text));
    return tree;
  }

  get nodes(): readonly Node[] {
    this.#nodes ??= decodeTree(this.#json).nodes;
    return this.#nodes;
  }

  get size(): number {
    return this.text?.size ?? this.nodes.length;
  }

  /** Whether a filesystem of its own was mounted there. */
  get isMountPoint(): boolean {
    const above = this.#place === null ? 0n : this.#place.above.#device;
    return above !== 0n && ![0n, above].includes(this.#device);
  }

  /** 0: nobody knows. */
  get #device(): bigint {
    if (this.#place === null) return this.parent.rootDevice ?? 0n;
    const { above, name } = this.#place;
    return above.text?.deviceOf(name) ?? above.byName.get(name)?.deviceId ?? 0n;
  }

  subtreeOf(name: ByteString): BlobId | null {
    if (this.text !== null) return this.text.subtreeOf(name);
    const node = this.byName.get(name);
    return node?.type === 'dir' ? node.subtree : null;
  }

  /** The entry of that name: of a folder in which little changed, the others needn't be read for it. */
  nodeNamed(name: ByteString): Node | undefined {
    if (this.text === null || this.#byName !== null || this.#alone.size >= MAX_READ_ALONE)
      return this.byName.get(name);
    const known = this.#alone.get(name);
    if (known !== undefined) return known;
    const json = this.text.jsonOf(name);
    if (json === null) return undefined;
    const [node] = decodeTree(Buffer.from(`{"nodes":[${json}]}`, 'latin1')).nodes;
    // Other fields are taken over as one and the same object: see `isSameNode`.
    if (node === undefined || node.otherFields !== null) return this.byName.get(name);
    this.#alone.set(name, node);
    return node;
  }

  get byName(): ReadonlyMap<ByteString, Node> {
    this.#byName ??= new Map(this.nodes.map((node) => [node.name, node]));
    return this.#byName;
  }
}
