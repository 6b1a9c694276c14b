import { createHash } from 'node:crypto';
import type { FileType, ListedEntry } from '../../files/listing.ts';
import { baseName } from '../../files/paths.ts';
import { deviceIdOf, type NodeNames } from './node-of-entry.ts';

/** Bytes of a mark: a SHA-256. */
export const MARK_BYTES = 32;

/** What a listing says of the entries that stand in one folder. */
export interface Mark {
  /** Two folders with one mark have entries of which a tree says the same, contents and attributes aside. */
  readonly bytes: Buffer;
  /** The latest ctime among the entries. */
  readonly newestNs: bigint;
}

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

/** What entries are written to; entries of so many bytes are hashed at once. */
let room = Buffer.allocUnsafeSlow(64 * 1024);
let view = new DataView(room.buffer);

/**
 * The mark of a folder, by all that stands in its entries' nodes and comes from the listing (`nodeOfEntry`), in the listing's order:
 *
 *     type (1), permissions (2), uid (4), gid (4), mtime, ctime, inode, device, size, links, device number (8 each), lengths of name
 *     (2) and link target (4), name, link target
 *
 * Sizes are those of files alone, links those of what isn't a folder or a FIFO; a number that takes more bytes wraps.
 */
export function markOf(entries: readonly ListedEntry[], names: Pick<NodeNames, 'devices'>): Mark {
  const hash = createHash('sha256');
  let newestNs = -(2n ** 63n);
  let at = 0;
  for (const entry of entries) {
    const name = baseName(entry.path);
    const length = FIXED_BYTES + name.length + entry.linkTarget.length;
    if (at + length > room.length) {
      hash.update(room.subarray(0, at));
      at = 0;
      growTo(length);
    }
    writeFixed(entry, deviceIdOf(entry, names), at);
    view.setUint16(at + 67, name.length);
    view.setUint32(at + 69, entry.linkTarget.length);
    room.write(name, at + FIXED_BYTES, 'latin1');
    room.write(entry.linkTarget, at + FIXED_BYTES + name.length, 'latin1');
    at += length;
    if (entry.ctimeNs > newestNs) newestNs = entry.ctimeNs;
  }
  return { bytes: hash.update(room.subarray(0, at)).digest(), newestNs };
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
  if (bytes <= room.length) return;
  room = Buffer.allocUnsafeSlow(bytes);
  view = new DataView(room.buffer);
}
