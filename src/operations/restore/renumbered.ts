import type { FoundSwap } from './found-swap.ts';

/**
 * Swaps of which the journals were written before the machine was started again, perhaps: then the kernel may have given their
 * filesystems other device numbers (Btrfs, LVM and overlays most of all), and a folder would pass for another one than it was.
 * A journal says which number its own workspace had. Where that is still the same folder, by its inode, its number of now
 * is the one of all that was beside it.
 */
export function renumbered(swaps: readonly FoundSwap[]): FoundSwap[] {
  const now = new Map<string, string>();
  for (const { head, workspace } of swaps) {
    const [was, inode] = parts(head.at?.identity ?? '');
    const [is, sameInode] = parts(workspace.identity);
    if (inode === sameInode) now.set(was, is);
  }
  const identityNow = (identity: string): string => {
    const [device, inode] = parts(identity);
    return `${now.get(device) ?? device}:${inode}`;
  };
  return swaps.map((swap) => ({
    ...swap,
    batches: swap.batches.map((batch) => ({ ...batch, parentIdentity: identityNow(batch.parentIdentity) })),
    folders: swap.folders.map((folder) => ({ ...folder, identity: identityNow(folder.identity) })),
  }));
}

/** Device and inode. */
function parts(identity: string): [string, string] {
  const [device = '', inode = ''] = identity.split(':');
  return [device, inode];
}
