import type { Span } from './blob-tables.ts';
import type { BlobBatch } from './blob-thread.ts';
import type { BlobReply, BlobRequest } from './blob-worker-messages.ts';
import type { Slab } from './slab-pool.ts';

/** Bytes in a slab, among them room for the plain bytes of blobs that lie sealed in the same slab. */
export interface StretchOfBlobs {
  readonly slab: Slab;
  /** What is written. */
  readonly span: Span;
  /** Rows of the table (blob-tables.ts) at the slab's beginning, of blobs that are to be opened. */
  readonly count: number;
  /** What is written will be read again, and compared with the blobs' IDs: their hashes needn't be computed before. */
  readonly isReadAgain: boolean;
}

export interface WriteOutcome {
  /** Of blobs that couldn't be opened. If there are any, nothing was written. */
  readonly failedRows: readonly number[];
  /** False: nobody reads any more. */
  readonly wasTaken: boolean;
}

/** A stretch that a thread completes and writes. */
export class WriteBatch implements BlobBatch {
  readonly #stretch: StretchOfBlobs;
  readonly #descriptor: number;
  readonly #result = Promise.withResolvers<WriteOutcome>();

  constructor(stretch: StretchOfBlobs, descriptor: number) {
    this.#stretch = stretch;
    this.#descriptor = descriptor;
  }

  get outcome(): Promise<WriteOutcome> {
    return this.#result.promise;
  }

  request(batch: number): BlobRequest {
    const { slab, span, count, isReadAgain } = this.#stretch;
    return { kind: 'write', batch, slab, count, span, isReadAgain, descriptor: this.#descriptor };
  }

  onReply(reply: BlobReply): null {
    if (reply.kind !== 'written') return null;
    const { failedRows, wasTaken } = reply;
    this.#result.resolve({ failedRows, wasTaken });
    return null;
  }

  onFailure(error: Error): void {
    this.#result.reject(error);
  }
}
