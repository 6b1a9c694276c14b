import {
  type ArchiveStore,
  assertName,
  NAME_PATTERN,
  type StoredArchive,
} from '../../src/archive/archive-store.ts';
import { MissingFileError } from '../../src/backends/backend.ts';
import { throwIfCancelled } from '../../src/backends/cancel.ts';
import { HoldfastError } from '../../src/errors.ts';

/** Archives in memory, for tests: `files` can be altered, and `fault` can make each operation fail. */
export class MemoryStore implements ArchiveStore {
  readonly location = 'memory';
  readonly files = new Map<string, Buffer>();
  /** Called with each step of each operation; what it throws is thrown there. */
  fault: (step: 'put' | 'take' | 'end' | 'get' | 'list' | 'remove', name: string) => void = () => {};
  gets = 0;

  async put(name: string, stream: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<void> {
    assertName(name);
    throwIfCancelled(signal);
    if (this.files.has(name)) throw new HoldfastError('backend-failed', `The name ${name} is taken.`);
    this.fault('put', name);
    const parts: Buffer[] = [];
    for await (const part of stream) {
      throwIfCancelled(signal);
      this.fault('take', name);
      parts.push(Buffer.from(part));
    }
    throwIfCancelled(signal);
    this.fault('end', name);
    this.files.set(name, Buffer.concat(parts));
  }

  async *get(name: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
    assertName(name);
    throwIfCancelled(signal);
    this.gets++;
    this.fault('get', name);
    const bytes = this.files.get(name);
    if (bytes === undefined)
      throw new HoldfastError('backend-failed', `No ${name}.`, { cause: new MissingFileError() });
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
  }

  async *list(): AsyncGenerator<StoredArchive> {
    for (const [name, bytes] of this.files) {
      this.fault('list', name);
      if (NAME_PATTERN.test(name)) yield { name, sizeBytes: bytes.length, storedMs: null };
    }
  }

  async remove(name: string): Promise<void> {
    assertName(name);
    this.fault('remove', name);
    this.files.delete(name);
  }

  async close(): Promise<void> {}
}

const PIECE_BYTES = 60_000;
