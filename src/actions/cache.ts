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

/** Null: no cache is wanted, or none is worth it: what lies on the runner is read there. */
export function readCacheInputs(location: string): CacheInputs | null {
  if (booleanInput('no-cache') || !isRemote(location)) return null;
  const given = textInput('cache-dir');
  if (given !== null) return { folder: given };
  // What is on GitHub's own runners goes with the job; on others folders stay.
  if (process.env['RUNNER_ENVIRONMENT'] === 'github-hosted') return 'github';
  const base =
    process.env['XDG_CACHE_HOME'] || (process.env['HOME'] ? join(process.env['HOME'], '.cache') : null);
  return base === null ? null : { folder: base };
}

/** What stands between us and a repository that lies elsewhere: a cache, and `outermost`. */
export function remoteOptions(
  cache: CacheInputs | null,
  tools: StageTools,
  outermost: (backend: Backend) => Backend = (backend) => backend,
): Pick<RepositoryOptions, 'wrapBackend'> {
  const cached = async (backend: Backend, repositoryId: string) => {
    if (cache === null) return backend;
    if (cache === 'github') return byGitHub(backend, repositoryId, tools);
    return inFolder(backend, repositoryId, cache.folder);
  };
  return { wrapBackend: async (backend, id) => outermost(await cached(backend, id)) };
}

const onProblem = (message: string) => log.info(message);

async function inFolder(backend: Backend, repositoryId: string, base: string): Promise<Backend> {
  const { openCache } = await import('../backends/open-cache.ts');
  return openCache(backend, { base, repositoryId, onProblem });
}

/** A cache in the job's own folder, filled from GitHub's before, and given to it when the repository is closed. */
async function byGitHub(backend: Backend, repositoryId: string, tools: StageTools): Promise<Backend> {
  const [{ openCacheFolder }, { withCache }, { hasCacheService }] = await Promise.all([
    import('../backends/open-cache.ts'),
    import('../backends/cache.ts'),
    import('../github/cache-service.ts'),
  ]);
  const base = process.env['RUNNER_TEMP'] ?? '';
  if (base === '' || !hasCacheService()) return backend;
  const place = { base, repositoryId, maxBytes: MAX_GITHUB_CACHE_BYTES, onProblem };
  const folder = await openCacheFolder(place);
  if (folder === null) return backend;
  const carrier = new Carrier(folder, repositoryId, tools.signal);
  await carrier.bring();
  const cached = withCache(backend, folder, { onProblem });
  const close = cached.close.bind(cached);
  // A second closing does nothing more: the folder is as it was given.
  cached.close = async () => {
    await close();
    await carrier.give();
  };
  return cached;
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
