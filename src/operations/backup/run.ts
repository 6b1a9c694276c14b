import type { Accounts } from '../../files/accounts.ts';
import type { FileReader } from '../../files/file-reader.ts';
import type { ListedBatch } from '../../files/listed-batch.ts';
import type { HostProbe } from '../../files/probe.ts';
import type { Host } from '../../hosts/host.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import type { Reporter } from '../progress.ts';
import type { FolderMarks } from './folder-marks.ts';
import type { BackupOptions } from './options.ts';
import type { Problems } from './problems.ts';

/** What a backup knows of its host from the start. */
export interface HostSurvey {
  readonly probe: HostProbe;
  /** The host's clock now, rather too early than too late. Nanoseconds since 1970. */
  readonly hostClockNs: () => bigint;
  /** How the host's files are listed and read. */
  readonly reader: FileReader;
  readonly accounts: Accounts;
}

/** Everything that the steps of one backup share. */
export interface BackupRun extends HostSurvey {
  readonly host: Host;
  readonly repository: Repository;
  readonly options: BackupOptions;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly problems: Problems;
  /** The host name to record. */
  readonly hostname: string;
  /** The snapshots to compare with, in the order in which they are asked; the first is recorded. */
  readonly parents: readonly StoredSnapshot[];
  /** The newest complete snapshot of the target, which dumps and buckets are compared with: whatever paths it has, and also where no file is compared. */
  readonly last: StoredSnapshot | null;
  /** What the last backup left of the folders of the only parent. Null: nothing that holds. */
  readonly marks: FolderMarks | null;
  /** Few of the parents' trees are expected to be asked for. */
  readonly asksForFew: boolean;
  readonly startedNs: bigint;
  /** See NodeNames. */
  readonly devices?: ReadonlyMap<bigint, bigint> | undefined;
  /** What a listing goes through, where a snapshot of the volume is read. */
  readonly listed?: ((listing: AsyncIterable<ListedBatch>) => AsyncIterable<ListedBatch>) | undefined;
  /**
   * Of which moment the files are, by the host's clock, where that is before their listing: a file that changed later is not
   * to be trusted. Default: when the listing begins.
   */
  readonly asOfNs?: bigint | undefined;
  /** When the snapshot says that it was taken. */
  readonly timeNs: bigint;
}
