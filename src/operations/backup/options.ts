import type { Bucket } from '../../buckets/bucket.ts';
import type { ByteString } from '../../bytestring.ts';
import type { Database } from '../../databases/database.ts';
import type { VolumeOptions } from '../../files/volume/volume-snapshot.ts';
import type { Host } from '../../hosts/host.ts';
import type { SnapshotId } from '../../repository/format/ids.ts';
import type { GroupBy } from '../../repository/group-by.ts';
import type { LockTimings } from '../../repository/lock.ts';
import type { Origin } from './origin.ts';
import type { PlannedApplication } from './planned-application.ts';
import type { QuiesceOptions } from './quiesce.ts';

/** What becomes of a backup when an entry can't be saved as it is: `fail` tags the snapshot `incomplete`. */
export type ProblemPolicy = 'fail' | 'warn';

/**
 * What a file's comparison with a parent leaves out: `nothing`, the change time, or inode number and change time. Some
 * network filesystems give new ones at each mount.
 */
export type Ignored = 'nothing' | 'ctime' | 'inode';

/** A database, and where its tools run. */
export interface DumpRequest {
  readonly database: Database;
  /** Connects there when it is time; closed when the backup ends. Default: the host whose files are backed up. */
  readonly connect?: (() => Promise<Host>) | undefined;
}

export interface BackupOptions {
  /** Absolute paths on the host; at least one, unless there are dumps or buckets. */
  readonly paths: readonly ByteString[];
  /** Patterns with restic's meaning. */
  readonly excludes: readonly string[];
  /** The same, letter case ignored. */
  readonly iexcludes: readonly string[];
  /** Leave out the contents of folders that hold a CACHEDIR.TAG. */
  readonly excludeCaches: boolean;
  /** Leave out the contents of folders that hold a file `NAME` or `NAME:HEADER`. */
  readonly excludeIfPresent: readonly string[];
  /** Leave out files larger than this; null: none. */
  readonly excludeLargerThanBytes: bigint | null;
  readonly oneFileSystem: boolean;
  /** Host name to record; null: what the host says its name is. */
  readonly hostname: string | null;
  /** Which application this is (`--of`); it names the folder of our own things and a tag. */
  readonly target: string;
  readonly tags: readonly string[];
  /** Why the snapshot stays, whatever policy forgets others, until that is taken back. Default: it needn't. */
  readonly keepBecause?: string | undefined;
  /** Which snapshot to compare with: an ID or prefix; `newest` fitting one; `none`: read everything again. */
  readonly parent: { readonly spec: string } | 'newest' | 'none';
  /** What the newest fitting one has in common with this one. Default: host and paths. */
  readonly groupBy?: GroupBy | undefined;
  /** When the snapshot says that it was taken. Nanoseconds since 1970. Default: now. */
  readonly timeNs?: bigint | undefined;
  /** Write no snapshot when it would hold what its parent does; but one that is to stay is written all the same. */
  readonly skipIfUnchanged?: boolean | undefined;
  /** What doesn't tell that a file changed. Default `nothing`. */
  readonly ignore?: Ignored | undefined;
  /** Shell commands on the host that make the application hold still, and let it go on. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How long one of these may take. Default: as long as it likes. */
  readonly commandLimitMs?: number | undefined;
  /**
   * Read what changed once before the application is stopped, and only what changed since while it stands. Default true, with
   * `quiesce`.
   */
  readonly firstPass?: boolean | undefined;
  /** How the application is stopped while files are read. Within the before and after commands. */
  readonly quiesce?: QuiesceOptions | undefined;
  /** Read the files from a snapshot of the volume that they lie on, which is taken while the application is held. */
  readonly volume?: VolumeOptions | undefined;
  /** What its profile has done beside: see withPlan. */
  readonly application?: PlannedApplication | undefined;
  /**
   * Databases to dump into the same snapshot. Each is pinned while the application is held, where its engine can; a dump
   * that fails leaves no snapshot.
   */
  readonly dumps?: readonly DumpRequest[] | undefined;
  /** Buckets whose objects are saved into the same snapshot, while the application is held. */
  readonly buckets?: readonly Bucket[] | undefined;
  /** Of a table's or a dump's rows, how large a part may have gone since the last dump before it is told: 0 to 1. */
  readonly shrinkLimit?: number | undefined;
  readonly onUnreadable: ProblemPolicy;
  /** `auto`: fail when before commands made the application hold still, else warn. */
  readonly onChanged: ProblemPolicy | 'auto';
  /**
   * How often a run writes a checkpoint: an incomplete snapshot of what it has so far, for the run that goes on when
   * this one doesn't end. Null: never. Default CHECKPOINT_EVERY_MS.
   */
  readonly checkpointEveryMs?: number | null | undefined;
  /** List and compare only: nothing is read, nothing is written. */
  readonly dryRun: boolean;
  /** How long to wait for another's lock. */
  readonly retryLockMs: number;
  /** For tests. */
  readonly lockTimings?: Partial<LockTimings> | undefined;
  /** `holdfast 0.1.0`. */
  readonly programVersion: string;
  /** For the manifest: what made it. Default: nothing is said. */
  readonly origin?: Origin | undefined;
  /**
   * Called before the first before command runs (`held`) and after the last after command succeeded (`released`):
   * what is between them, somebody else must finish when this process dies.
   */
  readonly onApplication?: ((state: 'held' | 'released') => void) | undefined;
  /** Called with each checkpoint that stands now, in place of the one before: what is left when the run fails. */
  readonly onCheckpoint?: ((id: SnapshotId) => void) | undefined;
}

/** Whether the application holds still while files are read, so that none may change. */
export function isHeld({
  before,
  quiesce,
  volume,
}: Pick<BackupOptions, 'before' | 'quiesce' | 'volume'>): boolean {
  return before.length > 0 || quiesce !== undefined || volume !== undefined;
}
