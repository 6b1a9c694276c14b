import { type OpenableArchive, openArchive } from '../../archive/open-archive.ts';
import { HoldfastError } from '../../errors.ts';
import { readTar } from '../../files/tar/decode.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { BlobId, SnapshotId } from '../../repository/format/ids.ts';
import type { Node, Tree } from '../../repository/format/node.ts';
import { LentBlob } from '../../repository/lent-blob.ts';
import type { BlobType, StoredSnapshot } from '../../repository/repository.ts';
import type { Reporter } from '../progress.ts';
import { chunksOf, idOfBytes } from './chunks.ts';
import { type ArchiveIndex, readIndex } from './read-index.ts';

/**
 * Reads an archive once, whole, and gives it as something that a restore takes like a repository.
 *
 * Contents are then streamed from it again, in its own order where it can be: a content that stands before the last one
 * has the archive read from its beginning. What is given is compared with what the first reading found.
 *
 * @throws HoldfastError archive-damaged, wrong-password, restore-unsafe, cancelled, and what the store throws.
 */
export async function readArchive(
  archive: OpenableArchive,
  reporter: Reporter,
  signal?: AbortSignal,
): Promise<ArchiveContents> {
  return new ArchiveContents(archive, await readIndex(archive, reporter, signal));
}

export class ArchiveContents implements BlobSource {
  readonly #archive: OpenableArchive;
  readonly #index: ArchiveIndex;
  /** How often the archive was begun to be read for contents. */
  passes = 0;

  constructor(archive: OpenableArchive, index: ArchiveIndex) {
    this.#archive = archive;
    this.#index = index;
  }

  get folder(): string | undefined {
    return this.#archive.store.folder;
  }

  /** As a snapshot, whose ID is the SHA-256 of what is stored. */
  get snapshot(): StoredSnapshot {
    const { manifest } = this.#archive;
    return {
      id: manifest.stored.sha256 as SnapshotId,
      snapshot: {
        timeNs: manifest.timeNs,
        parent: null,
        tree: this.#index.tree.rootId,
        paths: [...manifest.paths],
        hostname: manifest.hostname,
        username: '',
        uid: 0,
        gid: 0,
        excludes: [],
        tags: [...manifest.tags],
        original: null,
        programVersion: manifest.programVersion,
        summary: null,
      },
    };
  }

  async loadIndex(): Promise<void> {}

  blobSize(_type: BlobType, id: BlobId): number | null {
    return this.#index.blobs.sizeOf(id);
  }

  blobPlace(_type: BlobType, id: BlobId): { packOrdinal: number; offset: number } | null {
    const offset = this.#index.blobs.placeOf(id);
    return offset === null ? null : { packOrdinal: 0, offset };
  }

  /** Equal contents stand at several places: a file's own is its member's. */
  filePlace({ inode }: Node): { packOrdinal: number; offset: number } {
    return { packOrdinal: 0, offset: Number(inode) };
  }

  async loadTree(id: BlobId): Promise<Tree> {
    const tree = this.#index.tree.load(id);
    if (tree === null) throw new HoldfastError('internal', `An archive has no folder ${id}.`);
    return tree;
  }

  async *lendBlobs(
    ...asked: [BlobType, AsyncIterable<BlobId> | Iterable<BlobId>, AbortSignal?]
  ): AsyncGenerator<LentBlob> {
    for await (const blob of this.loadBlobs(...asked)) yield LentBlob.ofOwn(blob);
  }

  async *loadBlobs(
    _type: BlobType,
    ids: AsyncIterable<BlobId> | Iterable<BlobId>,
    signal?: AbortSignal,
  ): AsyncGenerator<Buffer> {
    const { blobs } = this.#index;
    let pass: Pass | null = null;
    try {
      for await (const id of ids) {
        const zeros = blobs.zerosOf(id);
        if (zeros !== null) {
          yield Buffer.alloc(zeros);
          continue;
        }
        const place = blobs.placeOf(id, pass?.next ?? 0);
        if (place === null) throw new HoldfastError('internal', `An archive has no chunk ${id}.`);
        if (pass === null || place < pass.next) {
          await pass?.close();
          pass = new Pass(this.#archive, signal);
          this.passes++;
        }
        yield await pass.read(place, id);
      }
    } finally {
      await pass?.close();
    }
  }
}

/** One reading of the archive, from its beginning on. */
class Pass {
  /** The number of the chunk of data that comes next. */
  next = 0;
  readonly #chunks: AsyncGenerator<Buffer>;
  readonly #id: string;

  constructor(archive: OpenableArchive, signal: AbortSignal | undefined) {
    this.#chunks = dataOf(archive, signal);
    this.#id = archive.manifest.id;
  }

  /** @throws HoldfastError archive-damaged if it isn't what stood there when the archive was read first. */
  async read(place: number, id: BlobId): Promise<Buffer> {
    for (;;) {
      const chunk = await this.#chunks.next();
      if (chunk.done === true) throw this.#altered();
      if (this.next++ < place) continue;
      if (idOfBytes(chunk.value) !== id) throw this.#altered();
      return chunk.value;
    }
  }

  async close(): Promise<void> {
    await this.#chunks.return(undefined);
  }

  #altered(): HoldfastError {
    return new HoldfastError(
      'archive-damaged',
      `Cannot read the archive "${this.#id}": it is another one than a moment ago. Somebody writes to the store, or it is failing: nothing was swapped in.`,
    );
  }
}

async function* dataOf(archive: OpenableArchive, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  for await (const member of readTar(openArchive(archive, signal))) {
    if (member.header.type !== 'file') continue;
    for await (const chunk of chunksOf(member)) if (chunk.kind === 'data') yield chunk.bytes;
  }
}
