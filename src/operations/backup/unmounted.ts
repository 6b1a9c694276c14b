import { formatCounted } from '../../amounts.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Folder } from './folder.ts';
import type { BackupRun } from './run.ts';

/**
 * Tells of a folder that had a filesystem of its own when it was last saved, and is a plain folder now. An empty one is what
 * a disk leaves that isn't mounted: a snapshot that held it for complete would outlive, one day, those that have what was on the disk.
 *
 * What a snapshot of a volume has nothing of is told by itself (`tellAbsent`).
 */
export function tellUnmounted(
  { problems, devices }: Pick<BackupRun, 'problems' | 'devices'>,
  { entry, above, previous, isEmpty }: Folder,
  tree: BlobId,
): void {
  if (devices !== undefined || entry.device !== above?.entry.device) return;
  // An earlier night may have found it empty, too.
  if (!isEmpty && previous.has(tree)) return;
  const entries = previous.entriesWhenMounted ?? 0;
  if (entries === 0) return;
  const had = `it was a filesystem of its own, with ${formatCounted(entries, 'entry', 'entries')}, when it was last saved`;
  if (isEmpty) {
    problems.add(
      'unreadable',
      entry.path,
      `${had}, and is an empty folder now: mount it; if it is gone for good, remove the folder, or exclude it`,
    );
  } else problems.warn(entry.path, `${had}, and is a plain folder now: is it not mounted?`);
}
