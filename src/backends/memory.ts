import { HoldfastError } from '../errors.ts';
import type { Backend, ByteRange, FileHandle, FileKind, StoredFile } from './backend.ts';
import {
  describeFile,
  MAX_WHOLE_BYTES,
  MissingFileError,
  ShortFileError,
  tooLargeToLoad,
} from './backend.ts';
import { throwIfCancelled } from './cancel.ts';
import { isStoredName, pathOf } from './layout.ts';

const MEMORY_CONNECTIONS = 2;

/**
 * A backend that forgets everything when the process ends: for tests, and for dry runs where there is no repository yet.
 * @param location Where it stands for, in messages.
 */
export function createMemoryBackend(location = 'memory'): Backend {
  return new MemoryBackend(location);
}

class MemoryBackend implements Backend {
  readonly location: string;
  readonly connections = MEMORY_CONNECTIONS;
  readonly #files = new Map<string, { file: FileHandle; bytes: Buffer }>();

  constructor(location: string) {
    this.location = location;
  }

  async create(): Promise<void> {}

  async save(file: FileHandle, data: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    throwIfCancelled(signal);
    const bytes = Buffer.concat(data);
    const path = pathOf(file).join('/');
    const existing = this.#files.get(path);
    if (existing === undefined) this.#files.set(path, { file, bytes });
    else if (!existing.bytes.equals(bytes)) {
      throw new HoldfastError(
        'backend-failed',
        `Cannot save ${describeFile(file)}: the name holds other bytes already.`,
      );
    }
  }

  async load(file: FileHandle, range: ByteRange = { offset: 0 }, signal?: AbortSignal): Promise<Buffer> {
    throwIfCancelled(signal);
    const what = `Cannot read ${describeFile(file)} in memory`;
    const stored = this.#files.get(pathOf(file).join('/'));
    if (stored === undefined) {
      throw new HoldfastError('backend-failed', `${what}: it isn't there.`, {
        cause: new MissingFileError(),
      });
    }
    const sizeBytes = stored.bytes.length;
    const end = range.length === undefined ? sizeBytes : range.offset + range.length;
    if (range.length === undefined && end - range.offset > MAX_WHOLE_BYTES) {
      throw tooLargeToLoad(file, this.location, sizeBytes);
    }
    if (range.offset > sizeBytes || end > sizeBytes) {
      throw new HoldfastError(
        'backend-failed',
        `${what}: it has ${sizeBytes} bytes, expected at least ${end}.`,
        { cause: new ShortFileError() },
      );
    }
    return Buffer.from(stored.bytes.subarray(range.offset, end));
  }

  async stat(file: FileHandle): Promise<{ sizeBytes: number } | null> {
    const stored = this.#files.get(pathOf(file).join('/'));
    return stored === undefined ? null : { sizeBytes: stored.bytes.length };
  }

  async *list(kind: Exclude<FileKind, 'config'>, signal?: AbortSignal): AsyncIterable<StoredFile> {
    for (const { file, bytes } of [...this.#files.values()]) {
      throwIfCancelled(signal);
      if (file.kind === kind && isStoredName(file.name)) yield { name: file.name, sizeBytes: bytes.length };
    }
  }

  async remove(file: FileHandle): Promise<void> {
    this.#files.delete(pathOf(file).join('/'));
  }

  async close(): Promise<void> {}
}
