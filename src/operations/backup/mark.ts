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

/** Of an entry without its name and its link target. */
const FIXED_BYTES = 73;

/** What is hashed. */
let room = Buffer.allocUnsafeSlow(64 * 1024);
let view = new DataView(room.buffer);

/**
 * The mark of a folder: the hash of what stands in its entries' nodes and comes from the listing (`nodeOfEntry`), in the listing's order.
 * A folder that has the mark that it had has the same entries, as far as a listing tells; contents and attributes aside.
 *
 *     type (1), permissions (2), uid (4), gid (4), mtime, ctime, inode, device, size, links, device number (8 each), lengths of name
 *     (2) and link target (4), name, link target
 *
 * Numbers are big-endian, and wrap. Sizes are those of files alone, links those of what isn't a folder or a FIFO.
 */
export function markOf(entries: readonly ListedEntry[], names: Pick<NodeNames, 'devices'>): Buffer {
  let end = 0;
  for (const entry of entries) {
    const name = baseName(entry.path);
    const { linkTarget } = entry;
    const at = end;
    end += FIXED_BYTES + name.length + linkTarget.length;
    if (end > room.length) growTo(end);
    writeFixed(entry, deviceIdOf(entry, names), at);
    view.setUint16(at + 67, name.length);
    view.setUint32(at + 69, linkTarget.length);
    room.write(name, at + FIXED_BYTES, 'latin1');
    room.write(linkTarget, at + FIXED_BYTES + name.length, 'latin1');
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
