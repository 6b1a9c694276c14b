import { createReadStream } from 'node:fs';
import { type FileHandle as DiskFile, open } from 'node:fs/promises';
import {
  CACHED_KINDS,
  type CachedFile,
  type CachedKind,
  type CacheFolder,
  MAX_CACHED_FILE_BYTES,
} from './cache-folder.ts';

/**
 * A cache as one file, to be carried from machine to machine: what stands in it is sealed as it is in the storage.
 *
 *     "holdfast cache 1\n", then for each file: kind (1: an index into CACHED_KINDS), SHA-256 (32), length (4, BE), bytes
 */
const MAGIC = Buffer.from('holdfast cache 1\n');
const HASH_BYTES = 32;
const HEADER_BYTES = 1 + HASH_BYTES + 4;

/** What spares the most for its bytes comes first. */
const BUNDLE_ORDER: readonly CachedKind[] = ['index', 'snapshot', 'marks', 'pack'];

/**
 * Writes `folder` as one file, by BUNDLE_ORDER, and of each kind the latest used first, as many as go into `maxBytes`.
 * @throws the system's errors.
 */
export async function bundleCache(folder: CacheFolder, path: string, maxBytes: number): Promise<void> {
  await using out = await open(path, 'w', 0o600);
  await out.writeFile(MAGIC);
  let leftBytes = maxBytes - MAGIC.length;
  for (const kind of BUNDLE_ORDER) {
    for (const { file, sizeBytes } of folder.files()) {
      if (file.kind !== kind || leftBytes < sizeBytes + HEADER_BYTES) continue;
      const bytes = await folder.read(file);
      if (bytes === null) continue;
      await writeRecord(out, file, bytes);
      leftBytes -= HEADER_BYTES + bytes.length;
    }
  }
}

async function writeRecord(out: DiskFile, { kind, name }: CachedFile, bytes: Buffer): Promise<void> {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(CACHED_KINDS.indexOf(kind));
  header.write(name, 1, 'hex');
  header.writeUInt32BE(bytes.length, 1 + HASH_BYTES);
  await out.writeFile(header);
  await out.writeFile(bytes);
}

/**
 * Takes over into `folder` what is in the file, as far as it is what its names say. Whoever made the file may be anybody:
 * it is read to the first thing that can't be, and nothing of it is written but under the name of its hash, or as marks, of which
 * the seal is looked at when they are wanted.
 * @returns How many files.
 * @throws the system's errors.
 */
export async function unbundleCache(path: string, folder: CacheFolder): Promise<number> {
  const reader = new Reader(createReadStream(path));
  let count = 0;
  try {
    if (!(await reader.take(MAGIC.length))?.equals(MAGIC)) return 0;
    for (;;) {
      const header = await reader.take(HEADER_BYTES);
      const kind = CACHED_KINDS[header?.readUInt8() ?? -1];
      const length = header?.readUInt32BE(1 + HASH_BYTES) ?? 0;
      if (header === null || kind === undefined || length > MAX_CACHED_FILE_BYTES) return count;
      const bytes = await reader.take(length);
      if (bytes === null) return count;
      await folder.write({ kind, name: header.toString('hex', 1, 1 + HASH_BYTES) }, [bytes]);
      count++;
    }
  } finally {
    reader.close();
  }
}

/** Gives a stream in pieces of the sizes that are asked for. */
class Reader {
  readonly #stream: ReturnType<typeof createReadStream>;
  readonly #parts: AsyncIterator<Buffer>;
  #held: Buffer[] = [];
  #heldBytes = 0;

  constructor(stream: ReturnType<typeof createReadStream>) {
    this.#stream = stream;
    this.#parts = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  /** Exactly `length` bytes, or null where the stream ends before. */
  async take(length: number): Promise<Buffer | null> {
    while (this.#heldBytes < length) {
      const { done, value } = await this.#parts.next();
      if (done) return null;
      this.#held.push(value);
      this.#heldBytes += value.length;
    }
    const all = Buffer.concat(this.#held);
    this.#held = [all.subarray(length)];
    this.#heldBytes -= length;
    return all.subarray(0, length);
  }

  close(): void {
    this.#stream.destroy();
  }
}
