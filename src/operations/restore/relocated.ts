import type { ByteString } from '../../bytestring.ts';
import { isInside, parentPath } from '../../files/paths.ts';
import type { FoundSwap } from './found-swap.ts';

/**
 * A swap with all paths as they are now, where its disk is mounted elsewhere than it was: below `/mnt` on a rescue system, or at
 * its own place after a restore from there. What stands at a path is told by device and inode, before anything is renamed.
 */
export function relocated(swap: FoundSwap): FoundSwap {
  const { head, workspace } = swap;
  const was = head.at?.path ?? (head.workspaces.length === 1 ? (head.workspaces[0] as ByteString) : null);
  if (was === null || parentPath(was) === workspace.home.physical) return swap;
  const [before, now] = withoutCommonEnd(parentPath(was), workspace.home.physical);
  const pathNow = (path: ByteString): ByteString => {
    if (path === before) return now;
    if (!isInside(path, before)) return path;
    const below = before === '/' ? path : path.slice(before.length);
    return (now === '/' ? below : `${now}${below}`) as ByteString;
  };
  return {
    ...swap,
    head: { ...head, workspaces: head.workspaces.map(pathNow) },
    batches: swap.batches.map((batch) => ({ ...batch, parent: pathNow(batch.parent) })),
    folders: swap.folders.map((folder) => ({ ...folder, path: pathNow(folder.path) })),
  };
}

/** Two folders without the names that both end in. */
function withoutCommonEnd(a: ByteString, b: ByteString): [ByteString, ByteString] {
  const [x, y] = [namesOf(a), namesOf(b)];
  while (x.length > 0 && y.length > 0 && x.at(-1) === y.at(-1)) {
    x.pop();
    y.pop();
  }
  return [`/${x.join('/')}` as ByteString, `/${y.join('/')}` as ByteString];
}

function namesOf(folder: ByteString): string[] {
  return folder.split('/').filter((name) => name !== '');
}
