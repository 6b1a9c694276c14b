import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { MAX_NAME_BYTES, MAX_PATH_BYTES } from '../../files/paths.ts';
import type { Tree } from '../../repository/format/node.ts';

/**
 * Refuses a tree whose names could make a restore write outside the folder that it stands for, or write one entry
 * over another. Whoever can write to the repository chooses these names.
 *
 * @param path The folder of the tree, for the message.
 * @throws HoldfastError restore-unsafe.
 */
export function assertSafeNames(tree: Tree, path: ByteString): void {
  // Names that rise, as nearly everywhere, are all different.
  let seen: Set<ByteString> | null = null;
  let last = '' as ByteString;
  for (const [at, { name }] of tree.nodes.entries()) {
    if (name <= last) seen ??= new Set(tree.nodes.slice(0, at).map((node) => node.name));
    const fault = faultOfName(name) ?? (seen?.has(name) === true ? 'it stands there twice' : null);
    if (fault !== null) {
      throw new HoldfastError(
        'restore-unsafe',
        `Cannot restore "${display(name)}" in "${display(path)}": ${fault}, expected one plain name. The snapshot was damaged or made to write elsewhere; nothing was written. Exclude this folder to restore the rest.`,
      );
    }
    seen?.add(name);
    last = name;
  }
}

function faultOfName(name: ByteString): string | null {
  if (name === '') return 'the name is empty';
  if (name === '.' || name === '..') return 'the name leads to another folder';
  if (name.includes('/')) return 'the name holds a slash';
  if (name.includes('\0')) return 'the name holds a NUL';
  if (name.length > MAX_NAME_BYTES) return `the name has ${name.length} bytes (at most ${MAX_NAME_BYTES})`;
  return null;
}

/**
 * @param maxBytes How long a path of the snapshot may be, so that a system call takes it at the destination.
 * @throws HoldfastError restore-unsafe.
 */
export function assertPathFits(path: ByteString, maxBytes = MAX_PATH_BYTES): void {
  if (path.length <= maxBytes) return;
  throw new HoldfastError(
    'restore-unsafe',
    `Cannot restore "${display(path.slice(0, SHOWN_BYTES) as ByteString)}…": its path has ${path.length} bytes, expected at most ${maxBytes} there (Linux takes ${MAX_PATH_BYTES}). Restore the folders below it on their own (SNAPSHOT:FOLDER with --target), or exclude them; nothing was written.`,
  );
}

const SHOWN_BYTES = 200;
