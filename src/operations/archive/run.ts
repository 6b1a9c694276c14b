import type { TarWriter } from '../../files/tar/writer.ts';
import type { Host } from '../../hosts/host.ts';
import type { Problems } from '../backup/problems.ts';
import type { BackupRun, HostSurvey } from '../backup/run.ts';
import type { OwnPlace } from '../own-place.ts';
import type { Reporter } from '../progress.ts';
import type { ArchiveOptions } from './options.ts';

/** Everything that the steps of one archive share. */
export interface ArchiveRun extends HostSurvey {
  readonly host: Host;
  readonly writer: TarWriter;
  readonly options: ArchiveOptions;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly problems: Problems;
  /** See BackupRun. */
  readonly listed?: BackupRun['listed'];
  readonly asOfNs?: BackupRun['asOfNs'];
  /** Where the archive goes to, if that may lie in what is saved. */
  readonly ownPlace: OwnPlace | null;
  /** The host name to record. */
  readonly hostname: string;
  /** When the archive says that it was made. */
  readonly timeNs: bigint;
}
