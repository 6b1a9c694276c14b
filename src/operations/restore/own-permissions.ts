import { permissionsOf } from '../../repository/format/mode.ts';
import type { Node } from '../../repository/format/node.ts';

/** setuid and setgid. */
const SET_ID_BITS = 0o6000;

/**
 * The permissions of `node` where it belongs to `uid`. Only root can give a file to whom it was saved of: as somebody else's own a program
 * of another account would run with their rights, for everybody. (`cp -p` does the same.) On a folder the bits mean something else.
 */
export function ownPermissions(node: Node, uid: number): number {
  const saved = permissionsOf(node.mode);
  return node.type !== 'file' || node.uid === uid ? saved : saved & ~SET_ID_BITS;
}
