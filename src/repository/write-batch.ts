import type { BlobBatch } from './blob-thread.ts';
import type { BlobReply, BlobRequest } from './blob-worker-messages.ts';
import type { Slab } from './slab-pool.ts';
import type { PartInMemory, Refusal, WriteTarget } from './write-files.ts';

/** Files in a slab: room for the plain bytes of blobs that lie sealed in the same slab. */
export interface StretchOfBlobs {
  readonly slab: Slab;
  /** What is written. */
  readonly files: readonly PartInMemory[];
  /** Rows of the table (blob-tables.ts) at the slab's beginning, of blobs that are to be opened. */
  readonly count: number;
  /** What is written will be read again, and compared with the blobs' IDs: their hashes needn't be computed before. */
  readonly isReadAgain: boolean;
}

export interface WriteOutcome {
  /** Of blobs that couldn't be opened. If there are any, nothing was written. */
  readonly failedRows: readonly number[];
  /** See writeFiles. */
  readonly refusal: Refusal | null;
}

/** A stretch that a thread completes and writes. */
export class WriteBatch implements BlobBatch {
  readonly #stretch: StretchOfBlobs;
  readonly #target: WriteTarget;
  readonly #result = Promise.withResolvers<WriteOutcome>();

  constructor(stretch: StretchOfBlobs, target: WriteTarget) {
    this.#stretch = stretch;
    this.#target = target;
  }

  get outcome(): Promise<WriteOutcome> {
    return this.#result.promise;
  }

  request(batch: number): BlobRequest {
    const { slab, files, count, isReadAgain } = this.#stretch;
    return { kind: 'write', batch, slab, count, files, isReadAgain, target: this.#target };
  }

  onReply(reply: BlobReply): null {
    if (reply.kind !== 'written') return null;
    const { failedRows, refusal } = reply;
    this.#result.resolve({ failedRows, refusal });
    return null;
  }

  onFailure(error: Error): void {
    this.#result.reject(error);
  }
}
