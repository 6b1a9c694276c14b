import type { SnapshotId } from '../../repository/format/ids.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import { isIncomplete } from '../../repository/tags.ts';
import { trustedUntil } from './comparison.ts';
import { encodeMarks, FolderMarks, isWorthMarks } from './folder-marks.ts';
import { listingOf } from './manifest.ts';
import type { BackupOptions } from './options.ts';
import type { BackupRun } from './run.ts';
import type { SavedFiles } from './saved-files.ts';

/** The parent whose marks a backup takes, and the next one its own. Null: there are several, or it isn't worth it. */
export function markedParent(parents: readonly StoredSnapshot[]): StoredSnapshot | null {
  const [parent] = parents;
  if (parent === undefined || parents.length > 1 || isIncomplete(parent.snapshot)) return null;
  return isWorthMarks(parent.snapshot) ? parent : null;
}

/** What was left of the parent's folders, if it holds. The index must be loaded. */
export async function loadMarks(
  repository: Repository,
  parent: StoredSnapshot,
  { options, startedNs }: { options: BackupOptions; startedNs: bigint },
): Promise<FolderMarks | null> {
  const bytes = await repository.marks.load(parent.id);
  const { programVersion } = options;
  return bytes === null ? null : FolderMarks.decode(bytes, { programVersion, nowNs: startedNs });
}

/**
 * Leaves for the next backup what this one found. All that its snapshot needs must be stored.
 * @param snapshot Null: it would have been as its parent is, whose marks are added to.
 */
export async function leaveMarks(
  run: BackupRun,
  { marks, asOfNs: ownNs }: SavedFiles,
  snapshot: SnapshotId | null,
): Promise<void> {
  const { repository, parents, options, signal } = run;
  const [parent] = parents;
  if (marks === null || parent === undefined || (snapshot === null && !marks.areNew)) return;
  const asOfNs =
    snapshot === null ? (await listingOf(repository, parent, options.target, signal)).startedNs : ownNs;
  const folders = marks.olderThan(trustedUntil(asOfNs));
  const { programVersion } = options;
  const bytes = encodeMarks(folders, { programVersion, comparedNs: run.marks?.comparedNs ?? run.startedNs });
  await repository.marks.save(snapshot ?? parent.id, bytes, { instead: parent.id });
}
