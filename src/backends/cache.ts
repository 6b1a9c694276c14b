import { systemErrorText } from '../system-error.ts';
import type { Backend, ByteRange, FileHandle, FileKind, RetentionLocks, StoredFile } from './backend.ts';
import { type CachedFile, type CacheFolder, cachedFile } from './cache-folder.ts';
import { throwIfCancelled } from './cancel.ts';

export interface CacheOptions {
  /** Told once when the cache can't be written: a line for a log. The storage serves all the same. */
  readonly onProblem?: (message: string) => void;
}

/**
 * `backend`, with indexes, snapshots and packs of trees kept in a folder of this machine.
 *
 * The cache decides nothing. Which indexes and snapshots there are is asked from the storage each time, and one is given
 * from the cache only if the storage has just listed it, or we have just saved it; packs are asked for by those who were
 * told of them by an index. What is given is what its name says: else it is dropped, and read from the storage. So a
 * cache that is old, poisoned or gone costs requests, and nothing else.
 */
export function withCache(backend: Backend, folder: CacheFolder, options: CacheOptions = {}): Backend {
  return new CachingBackend(backend, folder, options);
}

class CachingBackend implements Backend {
  readonly location: string;
  readonly connections: number;
  readonly #backend: Backend;
  readonly #folder: CacheFolder;
  readonly #options: CacheOptions;
  /** Names of indexes and snapshots that are in the storage. */
  readonly #stored = new Set<string>();
  #isWritable = true;

  constructor(backend: Backend, folder: CacheFolder, options: CacheOptions) {
    this.location = backend.location;
    this.connections = backend.connections;
    this.#backend = backend;
    this.#folder = folder;
    this.#options = options;
  }

  get folder(): string | undefined {
    return this.#backend.folder;
  }

  get retention(): RetentionLocks | undefined {
    return this.#backend.retention;
  }

  create(): Promise<void> {
    return this.#backend.create();
  }

  /** The storage first. `data` serves for something else as soon as we are done, so the cache's copy is made before that. */
  async save(file: FileHandle, data: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    await this.#backend.save(file, data, signal);
    const cached = cachedFile(file);
    if (cached === null) return;
    if (cached.kind !== 'pack') this.#stored.add(cached.name);
    if (isKept(file)) await this.#keep(cached, data);
  }

  async load(file: FileHandle, range?: ByteRange, signal?: AbortSignal): Promise<Buffer> {
    throwIfCancelled(signal);
    const cached = cachedFile(file);
    if (cached === null || !this.#mayGive(cached)) return this.#backend.load(file, range, signal);
    const whole = await this.#folder.read(cached);
    const part = whole === null ? null : partOf(whole, range);
    if (part !== null) return part;
    const loaded = await this.#backend.load(file, range, signal);
    if (isKept(file) && isWhole(range)) await this.#keep(cached, [loaded]);
    return loaded;
  }

  async stat(file: FileHandle, signal?: AbortSignal): Promise<{ sizeBytes: number } | null> {
    throwIfCancelled(signal);
    const cached = cachedFile(file);
    const sizeBytes = cached?.kind === 'pack' ? this.#folder.sizeOf(cached) : null;
    return sizeBytes === null ? this.#backend.stat(file, signal) : { sizeBytes };
  }

  /** What the storage has; what it doesn't have any more goes from the cache, once the list is whole. */
  async *list(kind: Exclude<FileKind, 'config'>, signal?: AbortSignal): AsyncIterable<StoredFile> {
    const names = new Set<string>();
    for await (const file of this.#backend.list(kind, signal)) {
      names.add(file.name);
      if (kind === 'index' || kind === 'snapshot') this.#stored.add(file.name);
      yield file;
    }
    if (kind === 'index' || kind === 'snapshot' || kind === 'pack') await this.#folder.keepOnly(kind, names);
    if (kind === 'snapshot') await this.#folder.keepOnly('marks', names);
  }

  async remove(file: FileHandle, signal?: AbortSignal): Promise<void> {
    await this.#backend.remove(file, signal);
    const cached = cachedFile(file);
    if (cached === null) return;
    this.#stored.delete(cached.name);
    await this.#folder.drop(cached);
  }

  close(): Promise<void> {
    return this.#backend.close();
  }

  #mayGive({ kind, name }: CachedFile): boolean {
    return kind === 'pack' || this.#stored.has(name);
  }

  /** Never rejects: what can't be kept is read again some day. */
  async #keep(file: CachedFile, data: readonly Uint8Array[]): Promise<void> {
    if (!this.#isWritable) return;
    try {
      await this.#folder.write(file, data);
    } catch (error) {
      this.#isWritable = false;
      this.#options.onProblem?.(
        `The cache in "${this.#folder.path}" can't be written: ${systemErrorText(error)}. The work goes on without.`,
      );
    }
  }
}

/** Packs of data are read once, if ever: only those of trees are worth their place. */
function isKept(file: FileHandle): boolean {
  return file.kind !== 'pack' || file.holdsTrees === true;
}

function isWhole(range: { offset: number; length?: number } | undefined): boolean {
  return range === undefined || (range.offset === 0 && range.length === undefined);
}

/** Null where it has less: what is said of that is the storage's. */
function partOf(whole: Buffer, range: ByteRange = { offset: 0 }): Buffer | null {
  const end = range.length === undefined ? whole.length : range.offset + range.length;
  return range.offset > whole.length || end > whole.length ? null : whole.subarray(range.offset, end);
}
