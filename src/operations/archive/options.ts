import type { Sealing } from '../../archive/age.ts';
import type { DumpRecord } from '../../databases/record.ts';
import type { BackupOptions } from '../backup/options.ts';
import type { BackupProblem, ProblemKind } from '../backup/result.ts';

/** As for a snapshot, without what compares with an earlier one: an archive is always of everything. */
export type ArchiveOptions = Pick<
  BackupOptions,
  | 'paths'
  | 'excludes'
  | 'iexcludes'
  | 'excludeCaches'
  | 'excludeIfPresent'
  | 'excludeLargerThanBytes'
  | 'oneFileSystem'
  | 'hostname'
  | 'target'
  | 'tags'
  | 'timeNs'
  | 'dumps'
  | 'buckets'
  | 'application'
  | 'before'
  | 'after'
  | 'onUnreadable'
  | 'commandLimitMs'
  | 'quiesce'
  | 'volume'
  | 'onChanged'
  | 'programVersion'
  | 'origin'
  | 'onApplication'
> & { readonly sealing: Sealing };

/** What came of one. */
export interface ArchiveResult {
  /** By which it is restored and removed. */
  readonly id: string;
  /** The names in the store. */
  readonly archiveFile: string;
  readonly manifestFile: string;
  readonly location: string;
  readonly complete: boolean;
  readonly problems: readonly BackupProblem[];
  readonly problemCounts: Readonly<Record<ProblemKind, number>>;
  readonly files: number;
  readonly folders: number;
  readonly others: number;
  /** Of files' contents, holes included. */
  readonly contentBytes: number;
  readonly tarBytes: number;
  readonly storedBytes: number;
  readonly storedSha256: string;
  readonly dumps: readonly DumpRecord[];
  readonly durationMs: number;
  readonly quiescedMs: number | null;
  readonly hostname: string;
  readonly target: string;
  readonly paths: readonly string[];
  readonly tags: readonly string[];
}
