import type { DumpRecord } from '../../databases/record.ts';
import type { SnapshotId } from '../../repository/format/ids.ts';
import type { SnapshotSummary } from '../../repository/format/snapshot.ts';
import type { BucketRecord } from './bucket-record.ts';
import type { DumpChange } from './dump-change.ts';

/** What a backup did. `complete` false: the snapshot exists, is tagged `incomplete`, and `problems` says why. */
export interface BackupResult {
  /** Null after a dry run, and when it is `unchanged`. */
  readonly snapshotId: SnapshotId | null;
  /** There is no new snapshot, as asked (`skipIfUnchanged`): it would hold what its parent does. */
  readonly unchanged: boolean;
  readonly parentId: SnapshotId | null;
  readonly complete: boolean;
  /** The first MAX_PROBLEMS of them; `problemCounts` has them all. */
  readonly problems: readonly BackupProblem[];
  readonly problemCounts: Readonly<Record<ProblemKind, number>>;
  readonly summary: SnapshotSummary;
  /** Bytes of file contents and of dumps that the host sent. In a dry run: that it would send. */
  readonly bytesRead: number;
  readonly durationMs: number;
  /** How long the application was held by the before commands, or null without any. */
  readonly quiescedMs: number | null;
  readonly hostname: string;
  readonly target: string;
  readonly paths: readonly string[];
  readonly tags: readonly string[];
  /** In the order in which they were asked for; none after a dry run. */
  readonly dumps: readonly DumpResult[];
  readonly buckets: readonly BucketRecord[];
}

export interface DumpResult {
  readonly record: DumpRecord;
  /** Null: there is no earlier one of that name to compare with. */
  readonly change: DumpChange | null;
}

/** The snapshot that holds what was found: the new one, or the parent that it would have equalled; null after a dry run. */
export function heldBy({ snapshotId, parentId, unchanged }: BackupResult): SnapshotId | null {
  return unchanged ? parentId : snapshotId;
}

/**
 * Why an entry isn't in the snapshot as it is on the host.
 * - `unreadable`: could not be listed or read; it is missing from the snapshot
 * - `changed`: changed while it was read; its content in the snapshot may be of no single moment
 * - `vanished`: was listed and gone when it was to be read; it is missing from the snapshot
 * - `missing`: a path that was to be backed up, and isn't there; the others are in the snapshot
 * - `unsupported`: a kind of entry, or a name, that can't be saved
 */
export type ProblemKind = 'missing' | 'unreadable' | 'changed' | 'vanished' | 'unsupported';

export interface BackupProblem {
  readonly kind: ProblemKind;
  /** Ready to show (escaped). */
  readonly path: string;
  /** Ready to show (escaped). */
  readonly message: string;
}

/** Problems kept with their names; more are only counted, so that a broken disk can't fill the memory. */
export const MAX_PROBLEMS = 1000;
