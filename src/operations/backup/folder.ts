import type { ByteString } from '../../bytestring.ts';
import type { ListedEntry } from '../../files/listing.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { ExtendedAttribute, Node } from '../../repository/format/node.ts';
import type { PreviousFolder } from './previous-folder.ts';

/**
 * A folder whose tree is being put together. It is finished when the listing has left it (`closed`) and every entry
 * in it is known (`pending` 0); folders below count as pending until they are saved.
 */
export class Folder {
  readonly entry: ListedEntry;
  readonly name: ByteString;
  readonly above: Folder | null;
  /** The entries that are known, saved folders among them; but for those in `kept`. */
  nodes: Node[] = [];
  /** The names of entries that are just as the first parent has them. */
  readonly kept = new Set<ByteString>();
  /** The folders below that aren't saved yet. */
  readonly below = new Set<Folder>();
  readonly previous: PreviousFolder;
  /** What is known to be in it. Null: its entries tell. */
  readonly tree: BlobId | null;
  /** Of the folder itself; null while they aren't known, or if they can't be had. */
  extendedAttributes: readonly ExtendedAttribute[] | null = [];
  pending = 0;
  /** Of the files in it that are known. */
  blobCount = 0;
  closed = false;

  constructor(place: {
    entry: ListedEntry;
    name: ByteString;
    above: Folder | null;
    previous: PreviousFolder;
    tree: BlobId | null;
  }) {
    this.entry = place.entry;
    this.name = place.name;
    this.above = place.above;
    this.previous = place.previous;
    this.tree = place.tree;
  }

  /** Nothing in it is known to be saved. */
  get isEmpty(): boolean {
    return this.tree === null && this.nodes.length === 0 && this.kept.size === 0;
  }

  get finished(): boolean {
    return this.closed && this.pending === 0;
  }

  /** Forgets all other entries: they aren't saved. */
  keepOnly(nodes: Node[]): void {
    this.nodes = nodes;
    this.kept.clear();
  }

  /** All entries that are known. */
  allNodes(): Node[] {
    return [...this.nodes, ...this.previous.nodesNamed(this.kept)];
  }

  /** What is known at this moment of the folder and of all below it. */
  outline(): FolderOutline {
    const { entry, name, tree, extendedAttributes } = this;
    const below = [...this.below].map((folder) => folder.outline());
    return { entry, name, tree, extendedAttributes, nodes: this.allNodes(), below };
  }
}

/** A folder, with what was known of it at one moment. */
export interface FolderOutline {
  readonly entry: ListedEntry;
  readonly name: ByteString;
  readonly tree: BlobId | null;
  readonly extendedAttributes: readonly ExtendedAttribute[] | null;
  readonly nodes: Node[];
  readonly below: readonly FolderOutline[];
}
