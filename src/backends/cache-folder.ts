import { createHash, randomInt } from 'node:crypto';
import { open, readdir, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileHandle } from './backend.ts';
import { FOLDERS, isStoredName } from './layout.ts';
import { makeFolder } from './make-folder.ts';

/**
 * What a cache keeps: files that are named by the hash of what is stored, and are read again in each run. And `marks`, which no storage
 * has: what a backup leaves for the next one, sealed, and named by its snapshot.
 */
export type CachedKind = 'index' | 'snapshot' | 'pack' | 'marks';

export const CACHED_KINDS: readonly CachedKind[] = ['index', 'snapshot', 'pack', 'marks'];

export interface CachedFile {
  readonly kind: CachedKind;
  readonly name: string;
}

/** A larger file is read from the storage each time: it would push all others out. */
export const MAX_CACHED_FILE_BYTES = 64 * 1024 * 1024;

/** When the cache has more than its limit, it is brought down to this part of it, so that it isn't done for each file. */
const TRIMMED_PART = 0.9;

/** A temporary file that is older was left by a process that was killed. */
const ABANDONED_MS = 60 * 60_000;

const MARKS_FOLDER = 'marks';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const TEMPORARY_NUMBER_LIMIT = 2 ** 47;

interface Known {
  readonly file: CachedFile;
  readonly sizeBytes: number;
  /** When it was last used, in ms since 1970. */
  usedMs: number;
}

/**
 * Files of one repository in a folder of this machine, as they are stored: sealed, and named by their SHA-256. Whoever can
 * write to the folder can make it useless, and nothing else: what isn't what its name says is removed, never given out. Of
 * marks only their seal tells whether they are: see `FolderMarks`.
 *
 * Several processes may use the folder at once: a file comes to its name whole, and one that goes is only missed.
 */
export class CacheFolder {
  readonly path: string;
  readonly #maxBytes: number;
  readonly #known = new Map<string, Known>();
  #sizeBytes = 0;

  private constructor(path: string, maxBytes: number) {
    this.path = path;
    this.#maxBytes = maxBytes;
  }

  /**
   * Makes the folder, where it isn't there yet.
   * @throws the system's errors: without a folder there is no cache.
   */
  static async open(path: string, maxBytes: number): Promise<CacheFolder> {
    const folder = new CacheFolder(path, maxBytes);
    for (const kind of CACHED_KINDS) {
      await makeFolder(folder.#folderOf(kind), FOLDER_MODE);
      await folder.#learn(kind);
    }
    return folder;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** What is there, as far as this process knows: the latest used first. */
  files(): { readonly file: CachedFile; readonly sizeBytes: number }[] {
    return [...this.#known.values()].toSorted((a, b) => b.usedMs - a.usedMs);
  }

  /** The size that the file seems to have, or null if it isn't there. */
  sizeOf(file: CachedFile): number | null {
    return this.#known.get(keyOf(file))?.sizeBytes ?? null;
  }

  /** The file's bytes, which are what its name says (but for marks), or null. Never rejects. */
  async read(file: CachedFile): Promise<Buffer | null> {
    const known = this.#known.get(keyOf(file));
    if (known === undefined) return null;
    try {
      const path = this.#pathOf(file);
      const { size } = await stat(path);
      const bytes = size > MAX_CACHED_FILE_BYTES ? null : await readFile(path);
      if (bytes !== null && isWhatItSays(file, [bytes])) {
        this.#touch(known);
        return bytes;
      }
    } catch {
      // Another process has removed it, or the disk doesn't give it.
    }
    await this.drop(file);
    return null;
  }

  /**
   * Keeps a file. `data` is read no more once this settles.
   * @throws the system's errors; then nothing is kept.
   */
  async write(file: CachedFile, data: readonly Uint8Array[]): Promise<void> {
    const sizeBytes = data.reduce((sum, part) => sum + part.length, 0);
    if (sizeBytes > MAX_CACHED_FILE_BYTES || sizeBytes > this.#maxBytes) return;
    if (this.#known.has(keyOf(file)) || !isWhatItSays(file, data)) return;
    const path = this.#pathOf(file);
    const temporary = `${path}-tmp-${randomInt(TEMPORARY_NUMBER_LIMIT)}`;
    try {
      const handle = await open(temporary, 'wx', FILE_MODE);
      try {
        for (const part of data) await handle.writeFile(part);
      } finally {
        await handle.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await unlink(temporary).catch(() => {});
      throw error;
    }
    this.#remember(file, sizeBytes, Date.now());
    if (this.#sizeBytes > this.#maxBytes) await this.#trim();
  }

  /** Forgets a file. Never rejects. */
  async drop(file: CachedFile): Promise<void> {
    const known = this.#known.get(keyOf(file));
    if (known !== undefined) this.#sizeBytes -= known.sizeBytes;
    this.#known.delete(keyOf(file));
    await unlink(this.#pathOf(file)).catch(() => {});
  }

  /** Forgets all files of a kind but those named. Never rejects. */
  async keepOnly(kind: CachedKind, names: ReadonlySet<string>): Promise<void> {
    for (const { file } of [...this.#known.values()]) {
      if (file.kind === kind && !names.has(file.name)) await this.drop(file);
    }
  }

  async #trim(): Promise<void> {
    for (const { file } of this.files().reverse()) {
      if (this.#sizeBytes <= this.#maxBytes * TRIMMED_PART) return;
      await this.drop(file);
    }
  }

  async #learn(kind: CachedKind): Promise<void> {
    const folder = this.#folderOf(kind);
    for (const name of await readdir(folder)) {
      const found = await stat(join(folder, name)).catch(() => null);
      if (found === null || !found.isFile()) continue;
      if (isStoredName(name)) this.#remember({ kind, name }, found.size, found.mtimeMs);
      else if (name.includes('-tmp-') && Date.now() - found.mtimeMs > ABANDONED_MS)
        await unlink(join(folder, name)).catch(() => {});
    }
  }

  #remember(file: CachedFile, sizeBytes: number, usedMs: number): void {
    this.#known.set(keyOf(file), { file, sizeBytes, usedMs });
    this.#sizeBytes += sizeBytes;
  }

  /** The time is for who opens the folder next. */
  #touch(known: Known): void {
    known.usedMs = Date.now();
    void utimes(this.#pathOf(known.file), new Date(), new Date()).catch(() => {});
  }

  #folderOf(kind: CachedKind): string {
    return join(this.path, kind === 'marks' ? MARKS_FOLDER : FOLDERS[kind]);
  }

  #pathOf({ kind, name }: CachedFile): string {
    return join(this.#folderOf(kind), name);
  }
}

/** `file`, if it is one that a cache may keep. */
export function cachedFile({ kind, name }: FileHandle): CachedFile | null {
  if (kind !== 'index' && kind !== 'snapshot' && kind !== 'pack') return null;
  return isStoredName(name) ? { kind, name } : null;
}

function keyOf({ kind, name }: CachedFile): string {
  return `${kind}/${name}`;
}

function isWhatItSays({ kind, name }: CachedFile, data: readonly Uint8Array[]): boolean {
  return kind === 'marks' || hashOf(data) === name;
}

function hashOf(data: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of data) hash.update(part);
  return hash.digest('hex');
}
