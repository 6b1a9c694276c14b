import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import type { Repository } from '../repository/repository.ts';
import { type HoldOptions, holdApplication } from './backup/application-hold.ts';
import type { Reporter } from './progress.ts';
import type { RestoreOptions, RestoreResult } from './restore/options.ts';
import { restore } from './restore.ts';

/**
 * Restores while the application holds still: before commands, restore, after commands, these in every case.
 * @throws As `restore`; command-failed when a command fails. The message says whether the restore was done.
 */
export async function restoreHeld(
  host: Host,
  repository: Repository,
  options: RestoreOptions & HoldOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<RestoreResult> {
  const { result, afterFailure } = await holdApplication({ host, options, reporter, signal }, () =>
    restore(host, repository, options, reporter, signal),
  );
  if (afterFailure === null) return result;
  throw new HoldfastError(afterFailure.code, `${afterFailure.message} The restore itself is done.`, {
    cause: afterFailure,
  });
}
