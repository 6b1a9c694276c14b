import type { StorageTools } from '../config/open-history.ts';
import type { StorageSection } from '../config/schema/storage.ts';
import { type StorageAccess, storageAccess } from '../config/storage-access.ts';
import type { Task } from './task.ts';

/** How a storage of `backup.yml` is reached here: by the variables that it names. @throws HoldfastError bad-input. */
export function accessHere({ terminal: { env } }: Task<object>, storage: StorageSection): StorageAccess {
  return storageAccess(storage, { env, onSecret: () => {}, role: null });
}

/** What one is read by. */
export function storageTools({ flags, terminal: { env }, signal, reporter }: Task<object>): StorageTools {
  return {
    signal,
    caFile: flags.cacert ?? (env['RESTIC_CACERT'] || undefined),
    onInfo: (message) => reporter.onInfo(message),
    onWarning: (message) => reporter.onWarning(message),
    openArchives: async ({ location, s3 }) =>
      (await import('../archive/open-store.ts')).openArchiveStore(location, s3),
  };
}
