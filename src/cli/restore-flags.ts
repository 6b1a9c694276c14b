import type { OpeningFlags } from './age-flags.ts';
import type { FilterFlags, HostFlags } from './flags.ts';

export interface RestoreFlags extends FilterFlags, HostFlags, OpeningFlags {
  readonly target?: string;
  readonly include: readonly string[];
  readonly iinclude: readonly string[];
  readonly exclude: readonly string[];
  readonly iexclude: readonly string[];
  readonly includeFile: readonly string[];
  readonly iincludeFile: readonly string[];
  readonly excludeFile: readonly string[];
  readonly iexcludeFile: readonly string[];
  readonly overwrite: string;
  readonly delete?: boolean;
  readonly ownershipByName?: boolean;
  readonly own?: boolean;
  readonly verify: boolean;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly dryRun?: boolean;
  readonly tar?: string;
  readonly undo?: boolean;
  /** As an application's profile says; true: the one that the snapshot names. */
  readonly app?: string | true;
  readonly appOption: readonly string[];
  readonly database?: string | true;
  readonly bucket?: string | true;
  readonly into?: string;
  readonly databaseOn: string;
  readonly replaceObjects?: boolean;
  readonly overwriteDatabase?: boolean;
  readonly signingKey?: string;
  /** A place, or false with --no-evidence. */
  readonly evidence?: string | boolean;
  /** In place of a repository: where archives are. */
  readonly archiveFrom?: string;
  readonly trustArchive?: string;
}
