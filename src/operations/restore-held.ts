import type { Host } from '../hosts/host.ts';
import type { BlobSource } from '../repository/blob-source.ts';
import type { Repository } from '../repository/repository.ts';
import { type HoldOptions, holdApplication } from './backup/application-hold.ts';
import type { Reporter } from './progress.ts';
import type { RestoreOptions, RestoreResult } from './restore/options.ts';
import { RestoreAfterFailure } from './restore/restore-after-failure.ts';
import { restore } from './restore.ts';

export interface HeldRestore {
  readonly result: RestoreResult;
  /** To be thrown once `result` is told: the restore is done, but its after commands failed. */
  readonly afterFailure: RestoreAfterFailure | null;
}

/**
 * Restores while the application holds still: before commands, restore, after commands, these in every case.
 * @throws As `restore`; command-failed when a before command fails, or an after command once the restore itself had.
 */
export async function restoreHeld(
  host: Host,
  repository: Repository | BlobSource,
  options: RestoreOptions & HoldOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<HeldRestore> {
  const { before, after, onApplication, dryRun } = options; // `target` is a folder to a restore
  const held = { host, options: { before, after, onApplication, dryRun }, reporter, signal };
  const { result, afterFailure } = await holdApplication(held, () =>
    restore(host, repository, options, reporter, signal),
  );
  return {
    result,
    afterFailure: afterFailure === null ? null : new RestoreAfterFailure(afterFailure, result),
  };
}
