import type { Snapshot } from '../repository/format/snapshot.ts';

/** To open so many trees takes as long as a thread for it takes to start, which it does while the index is read. */
const MANY_FOLDERS = 2000;

/** Whether it is worth a thread to open the trees of all of a snapshot ahead, by what the snapshot says of itself. */
export function hasManyFolders({ summary }: Snapshot): boolean {
  const { dirsNew = 0, dirsChanged = 0, dirsUnmodified = 0 } = summary ?? {};
  return dirsNew + dirsChanged + dirsUnmodified >= MANY_FOLDERS;
}
