import type { Backend } from '../backends/backend.ts';
import { isRemote } from '../backends/location.ts';
import { formatCounted } from '../progress/amounts.ts';
import type { RepositoryOptions } from '../repository/open.ts';
import type { Task } from './task.ts';

/**
 * How the repository at `location` is cached, by restic's flags and variables: not at all when it lies on this machine.
 * Indexes, snapshots and packs of trees are then read from a folder of this machine, where they were read before.
 */
export function cacheOptions(task: Task<object>, location: string): Pick<RepositoryOptions, 'wrapBackend'> {
  const { flags } = task;
  if (!flags.cache || !isRemote(location)) return {};
  return { wrapBackend: (backend, repositoryId) => wrap(task, backend, repositoryId) };
}

async function wrap(task: Task<object>, backend: Backend, repositoryId: string): Promise<Backend> {
  const { flags, reporter, terminal } = task;
  const { defaultCacheBase, openCache, removeOldCaches } = await import('../backends/open-cache.ts');
  const base = flags.cacheDir ?? (terminal.env['RESTIC_CACHE_DIR'] || defaultCacheBase(terminal.env));
  if (base === null) return backend;
  const onProblem = (message: string) => reporter.onInfo(message);
  const cached = await openCache(backend, { base, repositoryId, onProblem });
  if (flags.cleanupCache) {
    const removed = await removeOldCaches(base, Date.now());
    if (removed > 0) reporter.onInfo(`${formatCounted(removed, 'old cache')} removed.`);
  }
  return cached;
}
