import { hash } from 'node:crypto';
import type { FileType, ListedEntry } from '../../files/listing.ts';
import { baseName } from '../../files/paths.ts';
import { deviceIdOf, type NodeNames } from './node-of-entry.ts';

/** Bytes of a mark: a SHA-256. */
export const MARK_BYTES = 32;

const TYPES: Readonly<Record<FileType, number>> = {
  file: 1,
  dir: 2,
  symlink: 3,
  fifo: 4,
  dev: 5,
  chardev: 6,
  socket: 7,
  other: 8,
};

/** Of an entry without its owner's names, its own and its link target. */
const FIXED_BYTES = 77;

/** What is hashed. */
let room = Buffer.allocUnsafeSlow(64 * 1024);
let view = new DataView(room.buffer);

/**
 * The mark of a folder: the hash of what stands in its entries' nodes and comes from the listing (`nodeOfEntry`), in the listing's order.
 * A folder that has the mark that it had has the same entries, as far as a listing tells; contents and attributes aside.
 *
 *     type (1), permissions (2), uid (4), gid (4), mtime, ctime, inode, device, size, links, device number (8 each), lengths of the owner's
 *     names (4), of name (2) and link target (4), the owner's names as JSON, name, link target
 *
 * Numbers are big-endian, and wrap. Sizes are those of files alone, links those of what isn't a folder or a FIFO.
 */
export function markOf(entries: readonly ListedEntry[], names: NodeNames): Buffer {
  const owners = ownersOf(names);
  let end = 0;
  for (const entry of entries) {
    const name = baseName(entry.path);
    const owner = ownerOf(entry, names, owners);
    const { linkTarget } = entry;
    const ownerAt = end + FIXED_BYTES;
    const nameAt = ownerAt + owner.length;
    const targetAt = nameAt + name.length;
    if (targetAt + linkTarget.length > room.length) growTo(targetAt + linkTarget.length);
    writeFixed(entry, deviceIdOf(entry, names), end);
    view.setUint32(end + 67, owner.length);
    view.setUint16(end + 71, name.length);
    view.setUint32(end + 73, linkTarget.length);
    room.set(owner, ownerAt);
    room.write(name, nameAt, 'latin1');
    room.write(linkTarget, targetAt, 'latin1');
    end = targetAt + linkTarget.length;
  }
  return hash('sha256', room.subarray(0, end), 'buffer');
}

function writeFixed(entry: ListedEntry, device: bigint, at: number): void {
  const { type } = entry;
  view.setUint8(at, TYPES[type]);
  view.setUint16(at + 1, entry.permissions);
  view.setUint32(at + 3, entry.uid);
  view.setUint32(at + 7, entry.gid);
  view.setBigInt64(at + 11, entry.mtimeNs);
  view.setBigInt64(at + 19, entry.ctimeNs);
  view.setBigInt64(at + 27, entry.inode);
  view.setBigInt64(at + 35, device);
  view.setBigInt64(at + 43, type === 'file' ? entry.sizeBytes : 0n);
  view.setBigInt64(at + 51, type === 'dir' || type === 'fifo' ? 0n : entry.links);
  view.setBigInt64(at + 59, entry.deviceNumber);
}

function growTo(bytes: number): void {
  const larger = Buffer.allocUnsafeSlow(2 * bytes);
  room.copy(larger);
  room = larger;
  view = new DataView(room.buffer);
}

/** When there are more they are forgotten: a host can list as many as it likes. */
const MAX_OWNERS = 1000;

/** Names of owner and group as bytes, by their numbers. */
type OwnerNames = Map<string, Buffer>;

const ownerNames = new WeakMap<NodeNames, OwnerNames>();

function ownersOf(names: NodeNames): OwnerNames {
  const known = ownerNames.get(names) ?? new Map();
  ownerNames.set(names, known);
  return known;
}

function ownerOf({ uid, gid }: ListedEntry, names: NodeNames, known: OwnerNames): Buffer {
  const key = `${uid}:${gid}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const bytes = Buffer.from(JSON.stringify([names.users.get(uid) ?? '', names.groups.get(gid) ?? '']));
  if (known.size === MAX_OWNERS) known.clear();
  known.set(key, bytes);
  return bytes;
}
