import type { ArchiveStore } from '../archive/archive-store.ts';
import { openArchiveStore } from '../archive/open-store.ts';
import { unlocked } from '../settings/unlocked.ts';
import { s3Settings } from './session.ts';
import type { Task } from './task.ts';

/** The store that `location` names. Requests that are tried again are told. @throws HoldfastError bad-input. */
export function openArchives(
  { flags, terminal, reporter }: Task<object>,
  location: string,
): Promise<ArchiveStore> {
  return openArchiveStore(location, {
    ...unlocked(s3Settings(flags)),
    caFile: flags.cacert ?? (terminal.env['RESTIC_CACERT'] || undefined),
    onRetry: (message) => reporter.onInfo(message),
  });
}
