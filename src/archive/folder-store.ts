import { randomInt } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MissingFileError } from '../backends/backend.ts';
import { throwIfCancelled } from '../backends/cancel.ts';
import { directoryError, directoryReadError } from '../backends/directory-errors.ts';
import { giveName, ignoringUnoffered, syncFolder } from '../backends/durable-write.ts';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { isSystemError, systemCode } from '../system-error.ts';
import { type ArchiveStore, assertName, NAME_PATTERN, type StoredArchive } from './archive-store.ts';

/** Bytes asked from the disk at once. */
const READ_BYTES = 256 * 1024;

/** A file that nobody has written to for so long is what a killed run left. */
const ABANDONED_AFTER_MS = 24 * 3_600_000;

const TEMPORARY = /^\..*-tmp-\d+$/;
const TEMPORARY_NUMBER_LIMIT = 2 ** 47;

/**
 * Archives in a folder of this machine, which must be there: one that isn't may be a disk that isn't mounted. A file is
 * written under a hidden temporary name, synced, and gets its own name then; mode 0600.
 */
export function openFolderStore(path: string): ArchiveStore {
  return new FolderStore(resolve(path));
}

/** More than most evidence: what a filesystem that is full still takes into its own blocks proves nothing. */
const TRIAL_BYTES = 64 * 1024;

/**
 * Writes to the folder `path` as the store does, under a temporary name, and removes that again. What a run that is killed meanwhile
 * leaves goes as all that is abandoned does.
 * @throws The system's error.
 */
export async function tryWritingTo(path: string): Promise<void> {
  const temporary = join(path, `.trial-tmp-${randomInt(TEMPORARY_NUMBER_LIMIT)}`);
  const file = await open(temporary, 'wx', 0o600);
  try {
    try {
      await file.writeFile(Buffer.alloc(TRIAL_BYTES));
      await ignoringUnoffered(file.sync());
    } finally {
      await file.close();
    }
  } finally {
    await unlink(temporary);
  }
}

class FolderStore implements ArchiveStore {
  readonly location: string;
  readonly folder: string;
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    this.folder = root;
    this.location = displayText(root);
  }

  async put(name: string, stream: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<void> {
    assertName(name);
    throwIfCancelled(signal);
    const cannot = `Cannot save the archive file "${name}" in "${this.location}"`;
    await this.#removeAbandoned();
    const temporary = join(this.#root, `.${name}-tmp-${randomInt(TEMPORARY_NUMBER_LIMIT)}`);
    const file = await open(temporary, 'wx', 0o600).catch((error: unknown) => {
      throw directoryError(cannot, error);
    });
    try {
      try {
        await writeStream(file, stream, { cannot, signal });
        await ignoringUnoffered(file.sync());
      } finally {
        await file.close();
      }
      throwIfCancelled(signal);
      await giveName(temporary, join(this.#root, name));
    } catch (error) {
      await unlink(temporary).catch(() => {});
      throw isOfSystem(error) ? this.#explained(cannot, error) : error;
    }
    await syncFolder(this.#root).catch((error: unknown) => {
      throw directoryError(cannot, error);
    });
  }

  async *get(name: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
    assertName(name);
    const cannot = `Cannot read the archive file "${name}" in "${this.location}"`;
    throwIfCancelled(signal);
    const file = await open(join(this.#root, name), constants.O_RDONLY | constants.O_NONBLOCK).catch(
      (error: unknown) => {
        throw systemCode(error) === 'ENOENT' ? missing(cannot) : directoryReadError(cannot, error);
      },
    );
    try {
      const found = await file.stat();
      if (!found.isFile()) throw new HoldfastError('archive-damaged', `${cannot}: it is no file.`);
      for (let at = 0; at < found.size; ) {
        throwIfCancelled(signal);
        const buffer = Buffer.allocUnsafeSlow(Math.min(READ_BYTES, found.size - at));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
        if (bytesRead === 0) {
          throw new HoldfastError(
            'archive-damaged',
            `${cannot}: it ended at ${at} bytes, expected ${found.size}.`,
          );
        }
        at += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    } catch (error) {
      throw isOfSystem(error) ? directoryReadError(cannot, error) : error;
    } finally {
      await file.close();
    }
  }

  async *list(signal?: AbortSignal): AsyncGenerator<StoredArchive> {
    throwIfCancelled(signal);
    for (const name of await this.#names()) {
      throwIfCancelled(signal);
      if (!NAME_PATTERN.test(name)) continue;
      const found = await lstat(join(this.#root, name)).catch(() => null);
      if (found?.isFile()) yield { name, sizeBytes: found.size, storedMs: found.mtimeMs };
    }
  }

  async remove(name: string, signal?: AbortSignal): Promise<void> {
    assertName(name);
    throwIfCancelled(signal);
    try {
      await unlink(join(this.#root, name));
      await syncFolder(this.#root);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return;
      throw directoryError(`Cannot remove the archive file "${name}" in "${this.location}"`, error);
    }
  }

  async close(): Promise<void> {}

  #names(): Promise<string[]> {
    const cannot = `Cannot use archives in "${this.location}"`;
    return readdir(this.#root).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw directoryError(cannot, error);
      throw new HoldfastError(
        'backend-failed',
        `${cannot}: the folder isn't there, expected one. Mount the disk that belongs there, or make the folder.`,
        { cause: error },
      );
    });
  }

  #explained(cannot: string, error: unknown): HoldfastError {
    return systemCode(error) === 'EEXIST'
      ? new HoldfastError('backend-failed', `${cannot}: the name is taken, and nothing is replaced.`, {
          cause: error,
        })
      : directoryError(cannot, error);
  }

  /** Whoever can't remove them can still save. */
  async #removeAbandoned(): Promise<void> {
    const names = (await this.#names()).filter((name) => TEMPORARY.test(name));
    for (const name of names) {
      const path = join(this.#root, name);
      const found = await lstat(path).catch(() => null);
      if (found?.isFile() && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS)
        await unlink(path).catch(() => {});
    }
  }
}

async function writeStream(
  file: FileHandle,
  stream: AsyncIterable<Uint8Array>,
  { cannot, signal }: { readonly cannot: string; readonly signal: AbortSignal | undefined },
): Promise<void> {
  for await (const part of stream) {
    throwIfCancelled(signal);
    try {
      // On a handle writeFile goes on where the last one ended; unlike write, it never writes only a part.
      await file.writeFile(part);
    } catch (error) {
      throw directoryError(cannot, error);
    }
  }
}

function isOfSystem(error: unknown): boolean {
  return isSystemError(error) || systemCode(error) === 'EEXIST';
}

function missing(cannot: string): HoldfastError {
  return new HoldfastError('backend-failed', `${cannot}: it isn't there.`, { cause: new MissingFileError() });
}
