import type { ListedEntry } from '../../files/listing.ts';
import type { Unpacker } from '../../files/unpackers.ts';
import { permissionsOf } from '../../repository/format/mode.ts';
import type { Node } from '../../repository/format/node.ts';
import { ownPermissions } from './own-permissions.ts';

/** What a restore is to give an entry: the node's, or that of the same name on this host. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * What of an entry on the host isn't as it was saved, in words for a person; empty if it is the same.
 *
 * Not compared: what a listing doesn't show (contents; extended attributes: see compare-attributes.ts), and what can't be restored (inode,
 * ctime). A symlink's permissions mean nothing on Linux; a folder's size is its filesystem's own.
 *
 * @param owner Null where owners can't be restored (not root).
 * @param isTime See `Unpacker`.
 */
export function differences(
  node: Node,
  entry: ListedEntry,
  { owner, isTime }: { owner: Owner | null; isTime: Unpacker['isTime'] },
): string[] {
  if (node.type !== entry.type) return [`it is a ${entry.type}, expected a ${node.type}`];
  const found: string[] = [];
  const note = (what: string, actual: unknown, expected: unknown): void => {
    if (actual !== expected) found.push(`its ${what} is ${String(actual)}, expected ${String(expected)}`);
  };
  if (owner !== null) {
    note('owner', `${entry.uid}:${entry.gid}`, `${owner.uid}:${owner.gid}`);
  }
  if (!isTime(entry.mtimeNs, node.mtimeNs)) note('mtime', entry.mtimeNs, node.mtimeNs);
  if (node.type === 'symlink') note('target', entry.linkTarget, node.linkTarget);
  else {
    const expected = owner === null ? ownPermissions(node, entry.uid) : permissionsOf(node.mode);
    note('mode', octal(entry.permissions), octal(expected));
  }
  if (node.type === 'file') note('size', entry.sizeBytes, node.sizeBytes);
  if (node.type === 'dev' || node.type === 'chardev') note('device', entry.deviceNumber, node.deviceNumber);
  return found;
}

/** Whether nothing of an entry can have changed since it was saved: nobody can set a ctime. */
export function isUntouched(node: Node, entry: ListedEntry): boolean {
  return node.ctimeNs === entry.ctimeNs && node.inode === entry.inode;
}

function octal(permissions: number): string {
  return permissions.toString(8).padStart(4, '0');
}
