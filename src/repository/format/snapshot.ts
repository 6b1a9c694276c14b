import type { BlobId, SnapshotId } from './ids.ts';

/** What restic's `data.Snapshot` holds. */
export interface Snapshot {
  /** Nanoseconds since 1970. */
  timeNs: bigint;
  /** Seconds east of UTC of the zone in which the time is written: restic's is its machine's. Absent: UTC, as ours are. */
  zoneSeconds?: number;
  parent: SnapshotId | null;
  tree: BlobId;
  /** Absolute. UTF-8 text; a path that isn't UTF-8 stands with U+FFFD, as restic writes it. */
  paths: string[];
  hostname: string;
  username: string;
  uid: number;
  gid: number;
  excludes: string[];
  tags: string[];
  original: SnapshotId | null;
  programVersion: string;
  summary: SnapshotSummary | null;
}

export interface SnapshotSummary {
  backupStartNs: bigint;
  backupEndNs: bigint;
  filesNew: number;
  filesChanged: number;
  filesUnmodified: number;
  dirsNew: number;
  dirsChanged: number;
  dirsUnmodified: number;
  dataBlobs: number;
  treeBlobs: number;
  /** Bytes of new blobs, before and after compression and sealing. */
  dataAdded: number;
  dataAddedPacked: number;
  totalFilesProcessed: number;
  totalBytesProcessed: number;
}
