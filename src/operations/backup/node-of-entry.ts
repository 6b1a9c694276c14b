import type { ByteString } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Accounts } from '../../files/accounts.ts';
import type { FileType, ListedEntry } from '../../files/listing.ts';
import { modeOf } from '../../repository/format/mode.ts';
import type { ExtendedAttribute, Node, NodeType } from '../../repository/format/node.ts';

/** What stands in nodes for the host's numbers. */
export interface NodeNames extends Accounts {
  /**
   * A snapshot of a volume is on another device each time: recorded is the volume's own, else each node would differ from
   * its parent's. Default: none differ.
   */
  readonly devices?: ReadonlyMap<bigint, bigint> | undefined;
}

/** The node of a listed entry, with no content and no subtree yet. Access times aren't saved: mtime stands for them. */
export function nodeOfEntry(entry: ListedEntry, name: ByteString, names: NodeNames): Node {
  const type = nodeTypeOf(entry.type);
  return {
    name,
    type,
    mode: modeOf(type, entry.permissions),
    mtimeNs: entry.mtimeNs,
    atimeNs: entry.mtimeNs,
    ctimeNs: entry.ctimeNs,
    uid: entry.uid,
    gid: entry.gid,
    user: names.users.get(entry.uid) ?? '',
    group: names.groups.get(entry.gid) ?? '',
    inode: entry.inode,
    deviceId: deviceIdOf(entry, names),
    sizeBytes: type === 'file' ? entry.sizeBytes : 0n,
    // As restic: a folder's links are no concern of a backup.
    links: type === 'dir' || type === 'fifo' ? 0n : entry.links,
    linkTarget: entry.linkTarget,
    extendedAttributes: [],
    deviceNumber: entry.deviceNumber,
    content: null,
    subtree: null,
    error: '',
    otherFields: null,
  };
}

export function deviceIdOf({ device }: ListedEntry, { devices }: Pick<NodeNames, 'devices'>): bigint {
  return devices?.get(device) ?? device;
}

/** `node` of a file that has an inode of its own, whatever its number says. */
export function apart(node: Node): Node {
  return { ...node, inode: 0n, links: 1n };
}

/** A ctime that says that something of the entry isn't known: the next backup asks for it again. */
const UNKNOWN_CTIME_NS = 0n;

/** `node` with its extended attributes; null: they are not known, which a later comparison must not take for none. */
export function withAttributes(node: Node, attributes: readonly ExtendedAttribute[] | null): Node {
  return attributes === null
    ? { ...node, ctimeNs: UNKNOWN_CTIME_NS }
    : { ...node, extendedAttributes: [...attributes] };
}

/** Whether all that a node says is known. */
export function isKnown({ ctimeNs }: Node): boolean {
  return ctimeNs !== UNKNOWN_CTIME_NS;
}

/** Types that a tree can hold. Sockets are never saved, as by restic: nothing could listen on a restored one. */
export function isSaved(type: FileType): boolean {
  return type !== 'socket' && type !== 'other';
}

function nodeTypeOf(type: FileType): NodeType {
  if (type === 'other') throw new HoldfastError('internal', 'An entry of an unknown kind has no node.');
  return type;
}
