import { type ByteString, display } from '../../bytestring.ts';
import type { Node, Tree } from './node.ts';

/**
 * Whether `name` can be one entry of a folder: not empty, not `.` or `..`, without `/` and NUL. Any other name in a
 * tree is an attack or damage, and must not become part of a path.
 */
export function isSafeName(name: ByteString): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\0]/.test(name);
}

/**
 * What is wrong with a decoded node, for a person, or null. restic restores a file without content as zeros, and
 * walks into nothing where a folder has no subtree: neither may be taken for a whole node.
 */
export function nodeFault(node: Node): string | null {
  if (!isSafeName(node.name)) return `its name "${display(node.name)}" can't be that of a file`;
  if (node.type === 'file' && node.content === null && node.sizeBytes > 0n) {
    return `it is a file of ${node.sizeBytes} bytes without content`;
  }
  if (node.type === 'dir' && node.subtree === null) return 'it is a folder without a subtree';
  if (node.type !== 'dir' && node.subtree !== null) return `it has a subtree but isn't a folder`;
  if (node.type === '') return 'it has no type';
  return null;
}

/** The first fault of a decoded tree: of a node, or names that aren't strictly rising. Null if there is none. */
export function treeFault(tree: Tree): string | null {
  let last = '' as ByteString;
  for (const node of tree.nodes) {
    const fault = nodeFault(node);
    if (fault !== null) return `node "${display(node.name)}": ${fault}`;
    if (node.name <= last) return `node "${display(node.name)}": it stands after "${display(last)}"`;
    last = node.name;
  }
  return null;
}
