import type { ByteString } from '../../bytestring.ts';
import type { ListedEntry } from '../../files/listing.ts';
import type { Node } from '../../repository/format/node.ts';

/**
 * A folder whose tree is being put together. It is finished when the listing has left it (`closed`) and every entry
 * in it is known (`pending` 0); folders below count as pending until they are finished.
 */
export class Folder {
  readonly entry: ListedEntry;
  readonly name: ByteString;
  readonly above: Folder | null;
  readonly nodes: Node[] = [];
  /** The folder's node in the parent snapshot. */
  readonly previous: Node | null;
  /** Its entries in the parent snapshot; null when there are none. */
  readonly previousNodes: ReadonlyMap<ByteString, Node> | null;
  pending = 0;
  closed = false;

  constructor(place: {
    entry: ListedEntry;
    name: ByteString;
    above: Folder | null;
    previous: Node | null;
    previousNodes: ReadonlyMap<ByteString, Node> | null;
  }) {
    this.entry = place.entry;
    this.name = place.name;
    this.above = place.above;
    this.previous = place.previous;
    this.previousNodes = place.previousNodes;
  }

  get finished(): boolean {
    return this.closed && this.pending === 0;
  }
}
