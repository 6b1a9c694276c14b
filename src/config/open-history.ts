import type { ArchiveStore } from '../archive/archive-store.ts';
import { openBackend } from '../backends/location.ts';
import { withRetry } from '../backends/retry.ts';
import { archiveHistory, type History, repositoryHistory } from '../operations/plan.ts';
import { type OpenRepository, openRepository } from '../repository/open.ts';
import type { StorageAccess } from './storage-access.ts';

export interface StorageTools {
  readonly signal: AbortSignal;
  readonly caFile: string | undefined;
  onInfo(message: string): void;
  onWarning(message: string): void;
  openArchives(access: StorageAccess): Promise<ArchiveStore>;
}

export interface HistoryTools extends StorageTools {
  readonly nowMs: number;
}

export type OpenStorage =
  | { readonly kind: 'repository'; readonly repository: OpenRepository }
  | { readonly kind: 'archives'; readonly store: ArchiveStore };

/** Opens a storage to read it, without a lock, and closes it. @throws What opening and `work` throw. */
export async function withStorage<T>(
  access: StorageAccess,
  tools: StorageTools,
  work: (storage: OpenStorage) => Promise<T>,
): Promise<T> {
  if (access.password === null) {
    const store = await tools.openArchives(access);
    try {
      return await work({ kind: 'archives', store });
    } finally {
      await store.close();
    }
  }
  const { signal, caFile } = tools;
  const backend = withRetry(await openBackend(access.location, { caFile, s3: access.s3 }), {
    onRetry: (message) => tools.onInfo(message),
  });
  const onWarning = (message: string) => tools.onWarning(message);
  const repository = await openRepository(backend, access.password, { signal, onWarning });
  try {
    return await work({ kind: 'repository', repository });
  } finally {
    await repository.close();
  }
}

/** What a storage has of all targets. @throws What opening and reading throw. */
export function openHistory(access: StorageAccess, tools: HistoryTools): Promise<History> {
  return withStorage(access, tools, (storage) => historyIn(storage, tools));
}

/** The same of one that is open. */
export function historyIn(
  storage: OpenStorage,
  { nowMs, signal, onWarning }: HistoryTools,
): Promise<History> {
  return storage.kind === 'archives'
    ? archiveHistory(storage.store, nowMs, signal)
    : repositoryHistory(storage.repository, nowMs, { signal, onUnreadable: onWarning });
}
