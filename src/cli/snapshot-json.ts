import type { SnapshotSummary } from '../repository/format/snapshot.ts';
import { formatTime } from '../repository/format/time.ts';
import type { StoredSnapshot } from '../repository/repository.ts';

/** A snapshot as restic's --json shows it. */
export function snapshotJson({ id, snapshot }: StoredSnapshot): Record<string, unknown> {
  const { summary } = snapshot;
  return {
    time: formatTime(snapshot.timeNs),
    ...(snapshot.parent === null ? {} : { parent: snapshot.parent }),
    tree: snapshot.tree,
    paths: snapshot.paths,
    hostname: snapshot.hostname,
    username: snapshot.username,
    ...(snapshot.uid === 0 ? {} : { uid: snapshot.uid }),
    ...(snapshot.gid === 0 ? {} : { gid: snapshot.gid }),
    ...(snapshot.excludes.length === 0 ? {} : { excludes: snapshot.excludes }),
    ...(snapshot.tags.length === 0 ? {} : { tags: snapshot.tags }),
    ...(snapshot.original === null ? {} : { original: snapshot.original }),
    program_version: snapshot.programVersion,
    ...(summary === null
      ? {}
      : {
          summary: {
            backup_start: formatTime(summary.backupStartNs),
            backup_end: formatTime(summary.backupEndNs),
            ...summaryCounts(summary),
          },
        }),
    id,
    short_id: id.slice(0, 8),
  };
}

/** The counts of a summary, by restic's names. */
export function summaryCounts(summary: SnapshotSummary): Record<string, number> {
  return {
    files_new: summary.filesNew,
    files_changed: summary.filesChanged,
    files_unmodified: summary.filesUnmodified,
    dirs_new: summary.dirsNew,
    dirs_changed: summary.dirsChanged,
    dirs_unmodified: summary.dirsUnmodified,
    data_blobs: summary.dataBlobs,
    tree_blobs: summary.treeBlobs,
    data_added: summary.dataAdded,
    data_added_packed: summary.dataAddedPacked,
    total_files_processed: summary.totalFilesProcessed,
    total_bytes_processed: summary.totalBytesProcessed,
  };
}
