import { formatCounted } from '../amounts.ts';
import type { Backend } from '../backends/backend.ts';
import type { CacheFolder } from '../backends/cache-folder.ts';
import { isRemote } from '../backends/location.ts';
import type { RepositoryOptions } from '../repository/open.ts';
import type { Task } from './task.ts';

/**
 * What is kept of a repository in a folder of this machine, by restic's flags and variables: what backups leave for the next ones;
 * and where it lies elsewhere, indexes, snapshots and packs of trees, which are read there once they were read before. And
 * `outermost`, which is put around what lies elsewhere.
 */
export function cacheOptions(
  task: Task<object>,
  location: string,
  outermost: (backend: Backend) => Backend = (backend) => backend,
): Pick<RepositoryOptions, 'wrapBackend' | 'openMarks'> {
  // What is there as of a time isn't what is there: it would be forgotten.
  const isWanted = task.flags.cache && task.flags.asOf === undefined;
  let opening: Promise<CacheFolder | null> | null = null;
  const openFolder = (repositoryId: string) => {
    opening ??= isWanted ? openFolderOf(task, repositoryId) : Promise.resolve(null);
    return opening;
  };
  if (!isRemote(location)) return { openMarks: openFolder };
  const wrapBackend = async (backend: Backend, repositoryId: string) => {
    const folder = await openFolder(repositoryId);
    return outermost(folder === null ? backend : await cached(task, backend, folder));
  };
  return { wrapBackend, openMarks: openFolder };
}

async function cached({ reporter }: Task<object>, backend: Backend, folder: CacheFolder): Promise<Backend> {
  const { withCache } = await import('../backends/cache.ts');
  return withCache(backend, folder, { onProblem: (message) => reporter.onInfo(message) });
}

async function openFolderOf(task: Task<object>, repositoryId: string): Promise<CacheFolder | null> {
  const { flags, reporter, terminal } = task;
  const { defaultCacheBase, openCacheFolder, removeOldCaches } = await import('../backends/open-cache.ts');
  const base = flags.cacheDir ?? (terminal.env['RESTIC_CACHE_DIR'] || defaultCacheBase(terminal.env));
  if (base === null) return null;
  const onProblem = (message: string) => reporter.onInfo(message);
  const folder = await openCacheFolder({ base, repositoryId, onProblem });
  if (flags.cleanupCache) {
    const removed = await removeOldCaches(base, Date.now());
    if (removed > 0) reporter.onInfo(`${formatCounted(removed, 'old cache')} removed.`);
  }
  return folder;
}
