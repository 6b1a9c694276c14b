import { closeSync, constants, fstatSync, open, read, type Stats } from 'node:fs';
import { lstat, opendir, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { systemCode } from '../system-error.ts';
import type { Backend, ByteRange, FileHandle, FileKind, StoredFile } from './backend.ts';
import { describeFile, MAX_WHOLE_BYTES, ShortFileError, tooLargeToLoad } from './backend.ts';
import { throwIfCancelled } from './cancel.ts';
import { directoryError, directoryReadError } from './directory-errors.ts';
import { type FileModes, syncFolder, writeDurably } from './durable-write.ts';
import { FOLDERS, isStoredName, packPrefixes, pathOf } from './layout.ts';
import { makeFolder } from './make-folder.ts';

/** restic's own number for local folders: more only hold more memory, since the disk is one. */
const DIRECTORY_CONNECTIONS = 2;

/** lstat calls under way at once while listing: hides the latency of a network filesystem. */
const LIST_BATCH = 64;

/** Folders of packs that are listed at once, of 256. */
const LISTED_AT_ONCE = 16;

/** Node ends the process when it is asked for 2 GiB or more in one read. */
const MAX_READ_BYTES = 1024 ** 3;

/** A repository in a local folder (or one that is mounted), laid out as restic does. Nothing is touched yet. */
export function openDirectory(path: string): Backend {
  return new DirectoryBackend(resolve(path));
}

class DirectoryBackend implements Backend {
  readonly location: string;
  readonly folder: string;
  readonly connections = DIRECTORY_CONNECTIONS;
  readonly #root: string;
  #modes: Promise<FileModes> | null = null;

  constructor(root: string) {
    this.#root = root;
    this.folder = root;
    this.location = displayText(root);
  }

  async create(): Promise<void> {
    const folders = [
      ...Object.values(FOLDERS),
      ...packPrefixes().map((prefix) => join(FOLDERS.pack, prefix)),
    ];
    try {
      const { folder: mode } = await this.#fileModes();
      await makeFolder(this.#root, mode);
      for (const folder of folders) await makeFolder(join(this.#root, folder), mode);
      await syncFolder(join(this.#root, FOLDERS.pack));
      await syncFolder(this.#root);
      await syncFolder(dirname(this.#root));
    } catch (error) {
      throw directoryError(`Cannot make the repository's folders in "${this.location}"`, error);
    }
  }

  async save(file: FileHandle, data: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    throwIfCancelled(signal);
    const path = this.#pathOf(file);
    try {
      await writeDurably(path, data, { modes: await this.#fileModes(), root: this.#root });
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return await this.#assertSame(file, data);
      throw directoryError(this.#cannot('save', file), error);
    }
  }

  async load(file: FileHandle, range: ByteRange = { offset: 0 }, signal?: AbortSignal): Promise<Buffer> {
    throwIfCancelled(signal);
    try {
      // A named pipe in a file's place would hold up its opening for ever.
      const flags = constants.O_RDONLY | constants.O_NONBLOCK;
      using handle = new OpenFile(await promisify(open)(this.#pathOf(file), flags));
      const { size } = statOfFile(handle, this.#cannot('read', file));
      const length = range.length ?? size - range.offset;
      if (range.length === undefined && length > MAX_WHOLE_BYTES) {
        throw tooLargeToLoad(file, this.location, size);
      }
      if (length < 0 || range.offset + length > size) {
        throw this.#tooShort(file, size, range.offset + Math.max(length, 0));
      }
      const room = range.into ?? Buffer.allocUnsafeSlow(length);
      return await readExactly(handle, range.offset, room, () =>
        this.#tooShort(file, size, range.offset + length),
      );
    } catch (error) {
      throw directoryReadError(this.#cannot('read', file), error);
    }
  }

  async stat(file: FileHandle, signal?: AbortSignal): Promise<{ sizeBytes: number } | null> {
    throwIfCancelled(signal);
    try {
      return { sizeBytes: (await stat(this.#pathOf(file))).size };
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw directoryError(this.#cannot('look at', file), error);
    }
  }

  async *list(kind: Exclude<FileKind, 'config'>, signal?: AbortSignal): AsyncIterable<StoredFile> {
    const folder = join(this.#root, FOLDERS[kind]);
    try {
      if (kind !== 'pack') yield* listFolder(folder, kind, signal);
      else
        yield* listFolders(
          packPrefixes().map((prefix) => join(folder, prefix)),
          signal,
        );
    } catch (error) {
      throw directoryError(`Cannot list the ${kind} files in "${this.location}"`, error);
    }
  }

  async remove(file: FileHandle, signal?: AbortSignal): Promise<void> {
    throwIfCancelled(signal);
    try {
      await unlink(this.#pathOf(file));
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw directoryError(this.#cannot('remove', file), error);
    }
  }

  async close(): Promise<void> {}

  #pathOf(file: FileHandle): string {
    return join(this.#root, ...pathOf(file));
  }

  #cannot(verb: string, file: FileHandle): string {
    return `Cannot ${verb} ${describeFile(file)} in "${this.location}"`;
  }

  #tooShort(file: FileHandle, sizeBytes: number, expectedBytes: number): HoldfastError {
    return new HoldfastError(
      'backend-failed',
      `${this.#cannot('read', file)}: it has ${sizeBytes} bytes, expected at least ${expectedBytes}.`,
      { cause: new ShortFileError() },
    );
  }

  /** As restic does: a repository whose config the group may read is shared with the group. */
  async #fileModes(): Promise<FileModes> {
    this.#modes ??= stat(join(this.#root, 'config')).then(modesOf, () => modesOf(null));
    const modes = await this.#modes;
    if (!modes.settled) this.#modes = null;
    return modes;
  }

  /** A name is a hash, so an existing file is what an earlier try of this same save left, unless it is damaged. */
  async #assertSame(file: FileHandle, data: readonly Uint8Array[]): Promise<void> {
    const stored = await this.load(file);
    if (stored.equals(Buffer.concat(data))) return await syncFolder(dirname(this.#pathOf(file)));
    throw new HoldfastError(
      'backend-failed',
      `${this.#cannot('save', file)}: the name holds other bytes already (${stored.length}).`,
    );
  }
}

function modesOf(config: Stats | null): FileModes {
  const shared = config !== null && (config.mode & 0o040) !== 0;
  return { settled: config !== null, file: shared ? 0o440 : 0o400, folder: shared ? 0o770 : 0o700 };
}

/** Several at a time: most of listing one is waiting for the thread that does it. */
async function* listFolders(
  folders: readonly string[],
  signal: AbortSignal | undefined,
): AsyncGenerator<StoredFile> {
  for (let i = 0; i < folders.length; i += LISTED_AT_ONCE) {
    const some = folders.slice(i, i + LISTED_AT_ONCE);
    const found = await Promise.all(
      some.map((folder) => Array.fromAsync(listFolder(folder, 'pack', signal))),
    );
    yield* found.flat();
  }
}

async function* listFolder(
  folder: string,
  kind: FileKind,
  signal: AbortSignal | undefined,
): AsyncGenerator<StoredFile> {
  let names: string[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      throwIfCancelled(signal);
      if (!isStoredName(entry.name)) continue;
      names.push(entry.name);
      if (names.length < LIST_BATCH) continue;
      yield* await withSizes(folder, kind, names);
      names = [];
    }
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  yield* await withSizes(folder, kind, names);
}

/** A symlink to nothing is no file that was removed: taken for one, what it stands for would count as needed by nobody. */
async function statLinked(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    throw new HoldfastError(
      'repository-damaged',
      `Cannot list the repository: ${JSON.stringify(path)} is a symlink to nothing, expected a file. Mount the disk that it points to; ` +
        'if what was there is lost, remove the symlink and run `holdfast check`.',
      { cause: error },
    );
  }
}

/**
 * A file that was removed since it was listed is left out, as is a folder with such a name. Not in a snapshot's place: left out, it
 * would need nothing that a prune looks at, and reading it says what it is.
 */
async function withSizes(folder: string, kind: FileKind, names: readonly string[]): Promise<StoredFile[]> {
  const files = await Promise.all(
    names.map(async (name): Promise<StoredFile[]> => {
      const path = join(folder, name);
      try {
        const found = await lstat(path);
        const target = found.isSymbolicLink() ? await statLinked(path) : found;
        return target.isFile() || kind === 'snapshot' ? [{ name, sizeBytes: target.size }] : [];
      } catch (error) {
        if (systemCode(error) === 'ENOENT') return [];
        throw error;
      }
    }),
  );
  return files.flat();
}

/** What is asked of it once it is open the system answers at once: another thread is only asked to open and to read it. */
class OpenFile implements Disposable {
  readonly descriptor: number;

  constructor(descriptor: number) {
    this.descriptor = descriptor;
  }

  [Symbol.dispose](): void {
    closeSync(this.descriptor);
  }
}

/** @throws HoldfastError repository-damaged if it is a folder, a pipe or a device. */
function statOfFile({ descriptor }: OpenFile, cannot: string): Stats {
  const found = fstatSync(descriptor);
  if (found.isFile()) return found;
  throw new HoldfastError(
    'repository-damaged',
    `${cannot}: it is no file, expected one. If you didn't put it there, find out who did, then remove it.`,
  );
}

async function readExactly(
  { descriptor }: OpenFile,
  offset: number,
  room: Uint8Array,
  tooShort: () => HoldfastError,
): Promise<Buffer> {
  const { length } = room;
  for (let done = 0; done < length; ) {
    const wanted = Math.min(length - done, MAX_READ_BYTES);
    const { bytesRead } = await promisify(read)(descriptor, room, done, wanted, offset + done);
    if (bytesRead === 0) throw tooShort();
    done += bytesRead;
  }
  return Buffer.from(room.buffer, room.byteOffset, length);
}
