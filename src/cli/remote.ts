import type { Backend } from '../backends/backend.ts';
import { isRemote } from '../backends/location.ts';
import { formatCounted } from '../progress/amounts.ts';
import type { RepositoryOptions } from '../repository/open.ts';
import type { Task } from './task.ts';

/**
 * What stands between us and a repository that lies elsewhere; nothing, when it lies on this machine. A cache, by restic's
 * flags and variables: indexes, snapshots and packs of trees are read from a folder of this machine, where they were read
 * before. And `outermost`.
 */
export function remoteOptions(
  task: Task<object>,
  location: string,
  outermost: (backend: Backend) => Backend = (backend) => backend,
): Pick<RepositoryOptions, 'wrapBackend'> {
  if (!isRemote(location)) return {};
  return {
    wrapBackend: async (backend, repositoryId) =>
      // What is there as of a time isn't what is there: it would be forgotten.
      outermost(
        task.flags.cache && task.flags.asOf === undefined ? await wrap(task, backend, repositoryId) : backend,
      ),
  };
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
