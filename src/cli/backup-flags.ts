import type { SealingFlags } from './age-flags.ts';
import type { ApplicationFlags } from './application-flags.ts';
import type { FilesFromFlags } from './files-from.ts';
import type { HostFlags } from './flags.ts';
import type { QuiesceFlags } from './quiesce-flags.ts';
import type { VolumeFlags } from './volume-flags.ts';

export interface BackupFlags
  extends ApplicationFlags,
    QuiesceFlags,
    VolumeFlags,
    HostFlags,
    FilesFromFlags,
    SealingFlags {
  readonly exclude: readonly string[];
  readonly iexclude: readonly string[];
  readonly excludeFile: readonly string[];
  readonly iexcludeFile: readonly string[];
  readonly excludeCaches?: boolean;
  readonly excludeIfPresent: readonly string[];
  readonly excludeLargerThan?: string;
  readonly oneFileSystem?: boolean;
  readonly database: readonly string[];
  readonly databaseOn: string;
  /** Undefined: `dump-db` knows none. */
  readonly bucket?: readonly string[];
  readonly host?: string;
  readonly of?: string;
  readonly tag: readonly string[];
  readonly keepBecause?: string;
  readonly parent?: string;
  readonly force?: boolean;
  readonly groupBy: string;
  readonly time?: string;
  readonly skipIfUnchanged?: boolean;
  readonly ignoreInode?: boolean;
  readonly ignoreCtime?: boolean;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly onUnreadable: string;
  readonly onChanged: string;
  readonly checkpointInterval?: string;
  readonly spoolSize?: string;
  readonly dryRun?: boolean;
  readonly copyTo?: string;
  readonly copyToPasswordFile?: string;
  readonly copyToPasswordCommand?: string;
  readonly copyToKeyHint?: string;
  readonly archiveTo?: string;
}

/** Help of --database-on. */
export const DATABASE_ON =
  'where databases’ tools run: on the host, here (an address must lead to it), here through a tunnel to the address as the host sees it (tunnel), or in a container of the host, as --container';
