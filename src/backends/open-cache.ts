import { lstat, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { displayText } from '../bytestring.ts';
import { systemErrorText } from '../system-error.ts';
import { CacheFolder } from './cache-folder.ts';
import { isStoredName } from './layout.ts';
import { makeFolder } from './make-folder.ts';

/** Of one repository. Indexes of a million files take some 60 MB, trees as much again. */
export const MAX_CACHE_BYTES = 2 * 1024 ** 3;

/** As restic: a repository's cache that nobody used for so long may go. */
const UNUSED_MS = 30 * 24 * 60 * 60_000;

/** Below a folder of caches: those of each repository, by its ID. */
const OWN_FOLDER = 'holdfast';

const FOLDER_MODE = 0o700;

/** What tells backup programs, ours too, to leave a folder's contents out: https://bford.info/cachedir/ */
const TAG =
  'Signature: 8a477f597d28d172789f06886806bc55\n# A cache of Holdfast: it may be removed at any time.\n';

export interface CachePlace {
  /** A folder of caches, such as `~/.cache`. */
  readonly base: string;
  readonly repositoryId: string;
  readonly maxBytes?: number;
  /** Told what keeps the cache from being used: a line for a log. */
  readonly onProblem: (message: string) => void;
}

/** Where caches lie when nobody says it: as the XDG specification has it. Null: nobody knows. */
export function defaultCacheBase(env: Readonly<Record<string, string | undefined>>): string | null {
  // The specification has relative paths ignored.
  if (env['XDG_CACHE_HOME']?.startsWith('/')) return env['XDG_CACHE_HOME'];
  return env['HOME'] ? join(env['HOME'], '.cache') : null;
}

/** The repository's cache, or null, which was told, where there can be none. Never rejects. */
export async function openCacheFolder(place: CachePlace): Promise<CacheFolder | null> {
  const own = join(place.base, OWN_FOLDER);
  const path = join(own, place.repositoryId);
  try {
    await makeFolder(own, FOLDER_MODE);
    await writeFile(join(own, 'CACHEDIR.TAG'), TAG, { flag: 'wx', mode: 0o600 }).catch(() => {});
    const folder = await CacheFolder.open(path, place.maxBytes ?? MAX_CACHE_BYTES);
    await utimes(path, new Date(), new Date());
    return folder;
  } catch (error) {
    const text = systemErrorText(error);
    place.onProblem(
      `There is no cache in "${displayText(path)}": ${text}. The work goes on without; --no-cache spares this message.`,
    );
    return null;
  }
}

/**
 * Removes the caches of repositories that nobody used for 30 days.
 * @returns How many. What can't be removed is left.
 */
export async function removeOldCaches(base: string, nowMs: number): Promise<number> {
  const own = join(base, OWN_FOLDER);
  let removed = 0;
  for (const name of (await readdir(own).catch(() => [])).filter(isStoredName)) {
    const path = join(own, name);
    const found = await lstat(path).catch(() => null);
    if (found === null || !found.isDirectory() || nowMs - found.mtimeMs < UNUSED_MS) continue;
    await rm(path, { recursive: true, force: true }).then(
      () => removed++,
      () => {},
    );
  }
  return removed;
}
