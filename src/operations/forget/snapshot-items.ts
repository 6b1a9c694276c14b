import type { SnapshotId } from '../../repository/format/ids.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';
import { DEFAULT_TARGET, isIncomplete, keptBecause, targetOf } from '../../repository/tags.ts';
import type { RetentionItem } from '../../retention/item.ts';

/** A snapshot as a policy sees it. */
export interface SnapshotItem extends RetentionItem {
  readonly id: SnapshotId;
  readonly stored: StoredSnapshot;
}

export function snapshotItem(stored: StoredSnapshot): SnapshotItem {
  const { id, snapshot } = stored;
  const target = targetOf(snapshot);
  const incomplete = isIncomplete(snapshot);
  return {
    noun: 'snapshot',
    id,
    stored,
    formerIds: snapshot.original === null ? [] : [snapshot.original],
    timeNs: snapshot.timeNs,
    zoneSeconds: snapshot.zoneSeconds ?? 0,
    tags: snapshot.tags,
    hostname: snapshot.hostname,
    target: target === DEFAULT_TARGET ? null : target,
    paths: snapshot.paths,
    complete: !incomplete,
    // A person's own tag of that name on a snapshot of restic's says nothing about a run of ours.
    leftover: incomplete && target !== null,
    keptBecause: keptBecause(snapshot),
    sizeBytes: snapshot.summary?.totalBytesProcessed ?? null,
    fileCount: snapshot.summary?.totalFilesProcessed ?? null,
  };
}
