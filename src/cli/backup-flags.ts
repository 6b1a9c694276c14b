import type { HostFlags } from './flags.ts';

export interface BackupFlags extends HostFlags {
  readonly exclude: readonly string[];
  readonly iexclude: readonly string[];
  readonly excludeFile: readonly string[];
  readonly iexcludeFile: readonly string[];
  readonly excludeCaches?: boolean;
  readonly excludeIfPresent: readonly string[];
  readonly excludeLargerThan?: string;
  readonly oneFileSystem?: boolean;
  readonly host?: string;
  readonly of?: string;
  readonly tag: readonly string[];
  readonly parent?: string;
  readonly force?: boolean;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly onUnreadable: string;
  readonly onChanged: string;
  readonly dryRun?: boolean;
}
