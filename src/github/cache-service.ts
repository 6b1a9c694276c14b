import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ToolkitResults } from './toolkit-messages.ts';
import { ToolkitProcess } from './toolkit-process.ts';

/** A cache spares seconds: it may not cost minutes. */
const LIMIT_MS = 60_000;

/** The same in each run, since it goes into what GitHub compares. */
const FILE_NAME = 'holdfast-cache';

/**
 * GitHub's client packs what it caches by tar, and unpacks with `tar -P` whatever comes: whoever can write to the cache
 * (each job of the repository can, also one that runs a stranger's code) could write any file on the runner by that. So in
 * the place of tar it finds a script that carries one file, and unpacks nothing; what is in the file is looked at by
 * src/backends/cache-bundle.ts.
 */
const CARRIER = `#!/bin/sh
PATH=/usr/bin:/bin
case "$1 $2 $3" in
*-xf*)
  while [ "$1" != -xf ]; do shift; done
  exec cp "$2" "$HOLDFAST_CACHE_FILE"
  ;;
*-cf*)
  while [ "$1" != -cf ]; do shift; done
  exec cp "$HOLDFAST_CACHE_FILE" "$2"
  ;;
esac
exit 1
`;

/** Whether the runner offers a cache. It is for files of some hundred MB; the repository shares 10 GB. */
export function hasCacheService(): boolean {
  return (
    Boolean(process.env['ACTIONS_RESULTS_URL'] || process.env['ACTIONS_CACHE_URL']) &&
    process.platform !== 'win32'
  );
}

/**
 * Brings the newest file whose key begins with `prefix` to `path`.
 * @returns Its key, or null if there is none, or GitHub doesn't give it.
 * @throws What keeps it from being asked.
 */
export async function restoreCached(
  path: string,
  prefix: string,
  signal?: AbortSignal,
): Promise<string | null> {
  return await inExchange(signal, async (folder, ask) => {
    // No key is the prefix itself: each run's goes on with its number.
    const { key } = await ask<'restore-cache'>({ do: 'restore-cache', key: prefix, prefixes: [prefix] });
    if (key !== null) await rename(join(folder, FILE_NAME), path);
    return key;
  });
}

/** Keeps the file at `path`, which is moved away, as `key`. @returns Whether GitHub took it. */
export async function saveCached(path: string, key: string, signal?: AbortSignal): Promise<boolean> {
  return await inExchange(signal, async (folder, ask) => {
    await rename(path, join(folder, FILE_NAME));
    return (await ask<'save-cache'>({ do: 'save-cache', key })).isSaved;
  });
}

type CacheRequest = 'restore-cache' | 'save-cache';
type Ask = <Kind extends CacheRequest>(
  request: ConstructorParameters<typeof ToolkitProcess<Kind>>[0],
) => Promise<ToolkitResults[Kind]>;

/** Runs `work` in a folder of its own, from which the client takes, and into which it puts. */
async function inExchange<T>(
  signal: AbortSignal | undefined,
  work: (folder: string, ask: Ask) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(process.env['RUNNER_TEMP'] || tmpdir(), 'holdfast-cache-'));
  try {
    const programs = join(folder, 'bin');
    await mkdir(programs, { mode: 0o700 });
    await writeFile(join(programs, 'tar'), CARRIER, { mode: 0o700 });
    const env = {
      PATH: programs, // no zstd either: what is sealed doesn't compress
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      HOLDFAST_CACHE_FILE: join(folder, FILE_NAME),
    };
    return await work(folder, async (request) => {
      const asked = new ToolkitProcess(request, { signal, env, cwd: folder, limitMs: LIMIT_MS });
      try {
        return await asked.result;
      } finally {
        await asked.kill();
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
