import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backend } from '../backends/backend.ts';
import type { CacheFolder } from '../backends/cache-folder.ts';
import { isRemote } from '../backends/location.ts';
import { booleanInput, textInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import type { RepositoryOptions } from '../repository/open.ts';
import { systemErrorText } from '../system-error.ts';
import type { StageTools } from './stage.ts';

/** Where a repository's cache lies: in a folder that outlives the job, or with GitHub. */
export type CacheInputs = { readonly folder: string } | 'github';

/** Of a repository in GitHub's cache. The GitHub repository has 10 GB for all that its workflows cache. */
const MAX_GITHUB_CACHE_BYTES = 512 * 1024 * 1024;

/** Null: no cache is wanted, or none is worth it: what lies on GitHub's own runners goes with the job. */
export function readCacheInputs(location: string): CacheInputs | null {
  if (booleanInput('no-cache')) return null;
  const given = textInput('cache-dir');
  if (given !== null) return { folder: given };
  // On others folders stay.
  if (process.env['RUNNER_ENVIRONMENT'] === 'github-hosted') return isRemote(location) ? 'github' : null;
  const base =
    process.env['XDG_CACHE_HOME'] || (process.env['HOME'] ? join(process.env['HOME'], '.cache') : null);
  return base === null ? null : { folder: base };
}

/**
 * What is kept of a repository near this job: what backups leave for the next ones; and where it lies elsewhere, what was read of it.
 * And `outermost`, which is put around what lies elsewhere.
 */
export function cacheOptions(
  { location, cache = null }: { readonly location: string; readonly cache?: CacheInputs | null },
  tools: StageTools,
  outermost: (backend: Backend) => Backend = (backend) => backend,
): Pick<RepositoryOptions, 'wrapBackend' | 'openMarks'> {
  let opening: Promise<OpenedCache | null> | null = null;
  const open = (repositoryId: string) => {
    opening ??= cache === null ? Promise.resolve(null) : openCacheOf(cache, repositoryId, tools);
    return opening;
  };
  const openMarks = async (repositoryId: string) => (await open(repositoryId))?.folder ?? null;
  if (!isRemote(location)) return { openMarks };
  const wrapBackend = async (backend: Backend, repositoryId: string) => {
    const opened = await open(repositoryId);
    return outermost(opened === null ? backend : await cached(backend, opened));
  };
  return { wrapBackend, openMarks };
}

const onProblem = (message: string) => log.info(message);

interface OpenedCache {
  readonly folder: CacheFolder;
  /** Null: the folder itself outlives the job. */
  readonly carrier: Carrier | null;
}

async function openCacheOf(
  cache: CacheInputs,
  repositoryId: string,
  tools: StageTools,
): Promise<OpenedCache | null> {
  const { openCacheFolder } = await import('../backends/open-cache.ts');
  if (cache === 'github') return openGitHubs(repositoryId, tools);
  const folder = await openCacheFolder({ base: cache.folder, repositoryId, onProblem });
  return folder === null ? null : { folder, carrier: null };
}

/** A cache in the job's own folder, filled from GitHub's. */
async function openGitHubs(repositoryId: string, { signal }: StageTools): Promise<OpenedCache | null> {
  const [{ openCacheFolder }, { hasCacheService }] = await Promise.all([
    import('../backends/open-cache.ts'),
    import('../github/cache-service.ts'),
  ]);
  const base = process.env['RUNNER_TEMP'] ?? '';
  if (base === '' || !hasCacheService()) return null;
  const folder = await openCacheFolder({ base, repositoryId, maxBytes: MAX_GITHUB_CACHE_BYTES, onProblem });
  if (folder === null) return null;
  const carrier = new Carrier(folder, repositoryId, signal);
  await carrier.bring();
  return { folder, carrier };
}

/** `backend` with the cache, which is given to GitHub's when the repository is closed. */
async function cached(backend: Backend, { folder, carrier }: OpenedCache): Promise<Backend> {
  const { withCache } = await import('../backends/cache.ts');
  const caching = withCache(backend, folder, { onProblem });
  if (carrier === null) return caching;
  const close = caching.close.bind(caching);
  // A second closing does nothing more: the folder is as it was given.
  caching.close = async () => {
    await close();
    await carrier.give();
  };
  return caching;
}

/** Carries a cache to this runner, and back. Never rejects: what goes wrong is a line in the log. */
class Carrier {
  readonly #folder: CacheFolder;
  readonly #prefix: string;
  readonly #file: string;
  readonly #signal: AbortSignal;
  #known = '';

  constructor(folder: CacheFolder, repositoryId: string, signal: AbortSignal) {
    this.#folder = folder;
    // Of the repository's ID, which is no secret, as much as tells it from others.
    this.#prefix = `holdfast-1-${repositoryId.slice(0, ID_DIGITS)}-`;
    this.#file = join(folder.path, 'bundle');
    this.#signal = signal;
  }

  async bring(): Promise<void> {
    await this.#trying('restored', async () => {
      const [{ restoreCached }, { unbundleCache }] = await Promise.all([
        import('../github/cache-service.ts'),
        import('../backends/cache-bundle.ts'),
      ]);
      const key = await restoreCached(this.#file, this.#prefix, this.#signal);
      const count = key === null ? 0 : await unbundleCache(this.#file, this.#folder);
      log.info(
        key === null
          ? "GitHub's cache has nothing of this repository."
          : `${count} files from GitHub's cache.`,
      );
    });
    this.#known = this.#names();
  }

  /** Nothing is given when nothing is new, nor when somebody cancelled the run. */
  async give(): Promise<void> {
    const names = this.#names();
    if (names === this.#known || this.#signal.aborted) return;
    this.#known = names;
    await this.#trying('saved', async () => {
      const [{ saveCached }, { bundleCache }] = await Promise.all([
        import('../github/cache-service.ts'),
        import('../backends/cache-bundle.ts'),
      ]);
      await bundleCache(this.#folder, this.#file, MAX_GITHUB_CACHE_BYTES);
      const run = [process.env['GITHUB_RUN_ID'], process.env['GITHUB_RUN_ATTEMPT'], Date.now()].join('-');
      const isSaved = await saveCached(this.#file, this.#prefix + run, this.#signal);
      log.info(
        isSaved
          ? "The cache was given to GitHub's."
          : "GitHub's cache didn't take ours: the next run reads more.",
      );
    });
  }

  #names(): string {
    return this.#folder
      .files()
      .map(({ file }) => file.name)
      .sort()
      .join();
  }

  async #trying(verb: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.info(`The cache was not ${verb}: ${systemErrorText(error)}. The work goes on without.`);
    } finally {
      await rm(this.#file, { force: true }).catch(() => {});
    }
  }
}

const ID_DIGITS = 16;
