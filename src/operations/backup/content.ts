import { untilCancelled } from '../../backends/cancel.ts';
import { Chunker, MIN_CHUNK_BYTES } from '../../chunker/chunker.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Repository } from '../../repository/repository.ts';

/** A file's content as it stands in the repository, once every one of its blobs is saved. */
export interface SavedContent {
  readonly blobs: BlobId[];
  /** Sum of the blobs' plain sizes: what was read, whatever the listing promised. */
  readonly sizeBytes: bigint;
}

/** A file's whole bytes, or its bytes as they stream. */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Cuts `content` into chunks and saves them. Resolves when all of it has been handed over, so that the next file can
 * be read; `saved` when its blobs are known.
 * @param signal Ends the waiting for room, which a slow backend makes long.
 */
export async function saveContent(
  repository: Repository,
  content: FileContent,
  signal?: AbortSignal,
): Promise<{ readonly saved: Promise<SavedContent> }> {
  const blobs = new ContentBlobs(repository, signal);
  if (content instanceof Uint8Array && content.length < MIN_CHUNK_BYTES) {
    // Less than the smallest chunk is one chunk: no boundary to look for.
    if (content.length > 0) await blobs.save(content);
  } else {
    const chunker = new Chunker(repository.chunkerPolynomial);
    for await (const bytes of content instanceof Uint8Array ? [content] : content) {
      await blobs.saveAll(chunker.push(bytes));
    }
    const last = chunker.finish();
    if (last !== null) await blobs.save(last);
  }
  return { saved: blobs.saved() };
}

class ContentBlobs {
  readonly #repository: Repository;
  readonly #ids: Promise<BlobId>[] = [];
  readonly #signal: AbortSignal | undefined;
  #sizeBytes = 0;

  constructor(repository: Repository, signal: AbortSignal | undefined) {
    this.#repository = repository;
    this.#signal = signal;
  }

  async saveAll(chunks: readonly Uint8Array[]): Promise<void> {
    for (const chunk of chunks) await this.save(chunk);
  }

  async save(chunk: Uint8Array): Promise<void> {
    await untilCancelled(this.#repository.room(), this.#signal);
    this.#sizeBytes += chunk.length;
    const id = this.#repository.saveBlob('data', chunk).then((saved) => saved.id);
    // A failure is met in `saved`; until somebody awaits that, it must not count as unhandled.
    id.catch(() => {});
    this.#ids.push(id);
  }

  async saved(): Promise<SavedContent> {
    return { blobs: await Promise.all(this.#ids), sizeBytes: BigInt(this.#sizeBytes) };
  }
}
