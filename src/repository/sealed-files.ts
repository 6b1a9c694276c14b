import type { Backend, FileHandle, FileKind, StoredFile } from '../backends/backend.ts';
import { describeFile, isMissing } from '../backends/backend.ts';
import { open, type RepositoryKey, seal } from '../crypto/seal.ts';
import { HoldfastError } from '../errors.ts';
import { type IndexId, idOf, type LockId, type SnapshotId } from './format/ids.ts';
import { decodeUnpacked, encodeUnpacked } from './format/unpacked.ts';
import { readAgainIfAltered } from './second-read.ts';

/** The kinds of sealed file whose name is the hash of what is stored. */
export type SealedKind = 'index' | 'snapshot' | 'lock';

interface IdOfKind {
  readonly index: IndexId;
  readonly snapshot: SnapshotId;
  readonly lock: LockId;
}

/** Index, snapshot and lock files: JSON, compressed since version 2, sealed, and named by its hash. */
export class SealedFiles {
  readonly backend: Backend;
  readonly #key: RepositoryKey;
  readonly #version: 1 | 2;

  constructor(backend: Backend, key: RepositoryKey, version: 1 | 2) {
    this.backend = backend;
    this.#key = key;
    this.#version = version;
  }

  /** Stores `json` durably; what will be stored is opened again first. */
  async save<K extends SealedKind>(kind: K, json: Buffer, signal?: AbortSignal): Promise<IdOfKind[K]> {
    const sealed = seal(this.#key, encodeUnpacked(json, this.#version));
    const id = idOf<IdOfKind[K]>(sealed);
    const what = describeFile({ kind, name: id });
    if (!decodeUnpacked(open(this.#key, sealed, what), what).equals(json)) {
      throw new HoldfastError('internal', `Cannot save ${what}: it reads back as something else.`);
    }
    await this.backend.save({ kind, name: id }, [sealed], signal);
    return id;
  }

  /**
   * The JSON of a file.
   * @throws HoldfastError repository-damaged if it isn't what its name says; `isMissing(error)` if it isn't there.
   */
  async load<K extends SealedKind>(kind: K, id: IdOfKind[K], signal?: AbortSignal): Promise<Buffer> {
    const what = describeFile({ kind, name: id });
    const sealed = await loadNamedByHash(this.backend, { kind, name: id }, signal);
    return decodeUnpacked(open(this.#key, sealed, what), what);
  }

  /** As `load`, or null if the file was removed since it was listed. */
  async loadIfThere<K extends SealedKind>(
    kind: K,
    id: IdOfKind[K],
    signal?: AbortSignal,
  ): Promise<Buffer | null> {
    try {
      return await this.load(kind, id, signal);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** IDs and stored sizes of all files of a kind. */
  async list<K extends SealedKind>(
    kind: K,
    signal?: AbortSignal,
  ): Promise<{ id: IdOfKind[K]; sizeBytes: number }[]> {
    const files = await listAll(this.backend, kind, signal);
    return files.map(({ name, sizeBytes }) => ({ id: name as IdOfKind[K], sizeBytes }));
  }

  remove<K extends SealedKind>(kind: K, id: IdOfKind[K], signal?: AbortSignal): Promise<void> {
    return this.backend.remove({ kind, name: id }, signal);
  }
}

/**
 * The bytes of a file whose name is their hash.
 * @throws HoldfastError repository-damaged if they have another one, twice; what the backend throws.
 */
export function loadNamedByHash(backend: Backend, file: FileHandle, signal?: AbortSignal): Promise<Buffer> {
  return readAgainIfAltered(async () => {
    const bytes = await backend.load(file, undefined, signal);
    const actual = idOf<string>(bytes);
    if (actual === file.name) return bytes;
    throw new HoldfastError(
      'repository-damaged',
      `Cannot read ${describeFile(file)}: its ${bytes.length} bytes have the hash ${actual}. It was cut off or altered.`,
    );
  });
}

/** All files of a kind, sorted by name so that runs are alike. */
export async function listAll(
  backend: Backend,
  kind: Exclude<FileKind, 'config'>,
  signal?: AbortSignal,
): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const file of backend.list(kind, signal)) files.push(file);
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}
