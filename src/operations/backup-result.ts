import type { SnapshotId } from '../repository/format/ids.ts';
import type { SnapshotSummary } from '../repository/format/snapshot.ts';

/** What a backup did. `complete` false: the snapshot exists, is tagged `incomplete`, and `problems` says why. */
export interface BackupResult {
  readonly snapshotId: SnapshotId;
  readonly parentId: SnapshotId | null;
  readonly complete: boolean;
  readonly problems: readonly BackupProblem[];
  readonly summary: SnapshotSummary;
  /** Bytes of file contents that the host sent. */
  readonly bytesRead: number;
  readonly durationMs: number;
  readonly hostname: string;
  readonly target: string;
  readonly paths: readonly string[];
  readonly tags: readonly string[];
}

export interface BackupProblem {
  readonly kind: 'unreadable' | 'changed' | 'vanished' | 'unsupported' | 'too-long';
  /** Ready to show (escaped). */
  readonly path: string;
  readonly message: string;
}
