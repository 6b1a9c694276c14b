import type { StorageTools } from '../config/open-history.ts';
import type { StorageSection } from '../config/schema/storage.ts';
import { type StorageAccess, storageAccess } from '../config/storage-access.ts';
import { mask } from '../github/secrets.ts';
import { openArchives } from './archives.ts';
import type { StageTools } from './stage.ts';
import { roleFor } from './storage-inputs.ts';

/** How a storage of `backup.yml` is reached in a job: by the variables that it names, or by a role. @throws HoldfastError bad-input. */
export function accessHere(storage: StorageSection): StorageAccess {
  return storageAccess(storage, { env: process.env, onSecret: mask, role: roleFor });
}

/** What one is read by. */
export function storageTools(tools: StageTools): StorageTools {
  return {
    signal: tools.signal,
    caFile: process.env['RESTIC_CACERT'] || undefined,
    onInfo: (message) => tools.reporter.onInfo(message),
    onWarning: (message) => tools.reporter.onWarning(message),
    openArchives: (access) => openArchives(access, tools),
  };
}
