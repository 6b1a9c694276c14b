import type { ArchiveStore } from '../archive/archive-store.ts';
import { openBackend } from '../backends/location.ts';
import { withRetry } from '../backends/retry.ts';
import { archiveHistory, type History, repositoryHistory } from '../operations/plan.ts';
import { openRepository } from '../repository/open.ts';
import type { StorageAccess } from './storage-access.ts';

export interface HistoryTools {
  readonly nowMs: number;
  readonly signal: AbortSignal;
  readonly caFile: string | undefined;
  onInfo(message: string): void;
  onWarning(message: string): void;
  openArchives(access: StorageAccess): Promise<ArchiveStore>;
}

/** What a storage has of all targets. It is only read, without a lock. @throws What opening and reading throw. */
export async function openHistory(access: StorageAccess, tools: HistoryTools): Promise<History> {
  const { nowMs, signal, caFile } = tools;
  if (access.password === null) {
    const store = await tools.openArchives(access);
    try {
      return await archiveHistory(store, nowMs, signal);
    } finally {
      await store.close();
    }
  }
  const backend = withRetry(await openBackend(access.location, { caFile, s3: access.s3 }), {
    onRetry: (message) => tools.onInfo(message),
  });
  const onWarning = (message: string) => tools.onWarning(message);
  const repository = await openRepository(backend, access.password, { signal, onWarning });
  try {
    return await repositoryHistory(repository, nowMs, { signal, onUnreadable: onWarning });
  } finally {
    await repository.close();
  }
}
