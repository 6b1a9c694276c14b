import { throwIfCancelled, untilCancelled } from '../../backends/cancel.ts';
import { Chunker, MIN_CHUNK_BYTES } from '../../chunker/chunker.ts';
import { HoldfastError } from '../../errors.ts';
import type { Hole } from '../../files/tar/decode.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Repository } from '../../repository/repository.ts';

/** A file's content as it stands in the repository, once every one of its blobs is saved. */
export interface SavedContent {
  readonly blobs: BlobId[];
  /** Sum of the blobs' plain sizes: what was read, whatever the listing promised. */
  readonly sizeBytes: bigint;
}

/** What comes of a content that has been handed over. */
export interface Saving {
  readonly blobCount: number;
  /**
   * The blobs, once they are all saved. Asked for only where they are wanted: of holes a file has millions for nothing.
   * @throws HoldfastError bad-input for more than MAX_BLOBS.
   */
  readonly saved: () => Promise<SavedContent>;
}

/**
 * Blobs of the files in folders that aren't saved yet, or of one: a tree names each, in one string of JSON that V8 can hold. So many
 * are 3 TiB of nothing but holes, and some 10 TB of data.
 */
export const MAX_BLOBS = 6_500_000;

export function tooManyBlobs(count: number): string {
  return `it has ${count} pieces, and with those beside it more than ${MAX_BLOBS}, which a tree can't name: leave it out (--exclude)`;
}

/** A file's whole bytes, or its bytes as they stream, with runs of zeros that nobody sent. */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array | Hole>;

/**
 * Cuts `content` into chunks and saves them, as far as there are no more than MAX_BLOBS. Resolves when all of it has been handed over,
 * so that the next file can be read.
 * @param signal Ends the waiting for room, which a slow backend makes long.
 */
export async function saveContent(
  repository: Repository,
  content: FileContent,
  signal?: AbortSignal,
): Promise<Saving> {
  if (content instanceof Uint8Array && content.length < MIN_CHUNK_BYTES) {
    if (content.length > 0) await untilRoom(repository, signal);
    const saved = savedWhole(repository, content);
    return { blobCount: Math.min(content.length, 1), saved: () => saved };
  }
  const blobs = new ContentBlobs(repository, signal);
  const chunker = new Chunker(repository.chunkerPolynomial);
  for await (const part of content instanceof Uint8Array ? [content] : content) {
    if ('holeBytes' in part) await saveHole(blobs, chunker, part.holeBytes);
    else await blobs.saveAll(chunker.push(part));
  }
  await blobs.saveAll(chunker.finish());
  return blobs;
}

/** Less than the smallest chunk is one chunk: no boundary to look for. */
function savedWhole(repository: Repository, content: Uint8Array): Promise<SavedContent> {
  if (content.length === 0) return Promise.resolve({ blobs: [], sizeBytes: 0n });
  const sizeBytes = BigInt(content.length); // the bytes may be gone when the blob is saved
  return metLater(repository.saveBlob('data', content).then(({ id }) => ({ blobs: [id], sizeBytes })));
}

/** A failure is met by who awaits `saved`; until then it must not count as unhandled. */
function metLater(saved: Promise<SavedContent>): Promise<SavedContent> {
  saved.catch(() => {});
  return saved;
}

/** Most blobs find room, and needn't wait for a turn of anything. */
async function untilRoom(repository: Repository, signal: AbortSignal | undefined): Promise<void> {
  throwIfCancelled(signal);
  if (!repository.takeRoom()) await untilCancelled(repository.room(), signal);
}

const ZEROS = new Uint8Array(MIN_CHUNK_BYTES);

/**
 * Chunks of zeros are of the smallest size: the fingerprint of 64 zeros is 0. So behind a cut a hole has chunks that are
 * all the same, of which one is made: a disk image is mostly hole.
 */
async function saveHole(blobs: ContentBlobs, chunker: Chunker, holeBytes: number): Promise<void> {
  let left = holeBytes;
  while (left > 0) {
    const repeats = chunker.isAtCut ? Math.floor(left / ZEROS.length) : 0;
    const zeros = ZEROS.subarray(0, Math.min(left, ZEROS.length));
    if (repeats > 0) await blobs.save(ZEROS, repeats);
    else await blobs.saveAll(chunker.push(zeros));
    left -= repeats > 0 ? repeats * ZEROS.length : zeros.length;
  }
}

class ContentBlobs implements Saving {
  readonly #repository: Repository;
  readonly #runs: { readonly id: Promise<BlobId>; readonly times: number }[] = [];
  readonly #signal: AbortSignal | undefined;
  #sizeBytes = 0;
  blobCount = 0;

  constructor(repository: Repository, signal: AbortSignal | undefined) {
    this.#repository = repository;
    this.#signal = signal;
  }

  async saveAll(chunks: Iterable<Uint8Array>): Promise<void> {
    for (const chunk of chunks) await this.save(chunk);
  }

  /** Saves `chunk`, which stands `times` in a row. */
  async save(chunk: Uint8Array, times = 1): Promise<void> {
    this.blobCount += times;
    if (this.blobCount > MAX_BLOBS) return;
    await untilRoom(this.#repository, this.#signal);
    this.#sizeBytes += chunk.length * times;
    const id = this.#repository.saveBlob('data', chunk).then((saved) => saved.id);
    // A failure is met in `saved`; until somebody awaits that, it must not count as unhandled.
    id.catch(() => {});
    this.#runs.push({ id, times });
  }

  readonly saved = async (): Promise<SavedContent> => {
    if (this.blobCount > MAX_BLOBS)
      throw new HoldfastError('bad-input', `Cannot save a file: ${tooManyBlobs(this.blobCount)}.`);
    const blobs: BlobId[] = [];
    // One by one: Promise.all takes no more than two million, which a file of a terabyte can have.
    for (const { id, times } of this.#runs) {
      const known = await id;
      for (let i = 0; i < times; i++) blobs.push(known);
    }
    return { blobs, sizeBytes: BigInt(this.#sizeBytes) };
  };
}
