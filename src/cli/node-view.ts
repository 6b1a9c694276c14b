import { formatBytes } from '../amounts.ts';
import { type ByteString, display, toBytes, toText } from '../bytestring.ts';
import type { PlacedNode } from '../operations/walk-tree.ts';
import type { Node } from '../repository/format/node.ts';
import { formatTime } from '../repository/format/time.ts';
import { formatLocalTime } from './local-time.ts';

/** Go's letters for the bits of a mode above the permissions, from the highest. restic shows modes so. */
const MODE_LETTERS = 'dalTLDpSugct?';
const PERMISSION_LETTERS = 'rwxrwxrwx';
const HIGHEST_BIT = 31;

/** `drwxr-xr-x`, `-rw-r--r--`, `Lrwxrwxrwx`: a mode as Go and restic write it. */
export function formatMode(mode: number): string {
  let letters = '';
  for (const [i, letter] of Array.from(MODE_LETTERS).entries()) {
    if (mode & (2 ** (HIGHEST_BIT - i))) letters += letter;
  }
  const permissions = Array.from(PERMISSION_LETTERS, (letter, i) => (mode & (1 << (8 - i)) ? letter : '-'));
  return (letters || '-') + permissions.join('');
}

/** A line of `ls -l`. */
export function longLine({ path, node }: PlacedNode, humanReadable: boolean): string {
  const size = humanReadable ? formatBytes(node.sizeBytes).padStart(10) : String(node.sizeBytes).padStart(12);
  const target = node.type === 'symlink' ? ` -> ${display(node.linkTarget)}` : '';
  const owner = `${String(node.uid).padStart(5)} ${String(node.gid).padStart(5)}`;
  return `${formatMode(node.mode)} ${owner} ${size} ${formatLocalTime(node.mtimeNs)} ${display(path)}${target}`;
}

/** A node as restic's `ls --json` and `find --json` show it. */
export function nodeJson({ path, node }: PlacedNode): Record<string, unknown> {
  return {
    ...textJson('name', node.name),
    type: node.type,
    ...textJson('path', path),
    uid: node.uid,
    gid: node.gid,
    ...(node.type === 'file' ? { size: node.sizeBytes } : {}),
    mode: node.mode,
    permissions: formatMode(node.mode),
    ...timesJson(node),
    ...(node.inode === 0n ? {} : { inode: node.inode }),
    ...(node.type === 'symlink' ? textJson('linktarget', node.linkTarget) : {}),
  };
}

/** What restic's `find --json` shows beside that. */
export function moreJson({ node }: PlacedNode): Record<string, unknown> {
  return {
    ...(node.user === '' ? {} : { user: node.user }),
    ...(node.group === '' ? {} : { group: node.group }),
    ...(node.deviceId === 0n ? {} : { device_id: node.deviceId }),
    ...(node.links === 0n ? {} : { links: node.links }),
  };
}

function timesJson(node: Node): Record<string, unknown> {
  return {
    mtime: formatTime(node.mtimeNs),
    atime: formatTime(node.atimeNs),
    ctime: formatTime(node.ctimeNs),
  };
}

/** Bytes as JSON: UTF-8 text; for anything else, U+FFFD stands in it and the bytes themselves beside it, in base64. */
function textJson(key: string, bytes: ByteString): Record<string, unknown> {
  const text = toText(bytes);
  if (text !== null) return { [key]: text };
  return { [key]: toBytes(bytes).toString('utf8'), [`${key}_base64`]: toBytes(bytes).toString('base64') };
}
