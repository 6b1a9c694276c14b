import { copyBytes } from '../copy-bytes.ts';
import type { BlobBatch } from './blob-thread.ts';
import { type BlobReply, type BlobRequest, type BlobToVerify, fromWire } from './blob-worker-messages.ts';
import type { Slab, SlabPool } from './slab-pool.ts';

/** Sealed blobs that lie together, to be verified. */
export class VerifyBatch implements BlobBatch {
  readonly #slabs: SlabPool;
  readonly #slab: Slab;
  readonly #blobs: readonly BlobToVerify[];
  readonly #result = Promise.withResolvers<readonly (Error | null)[]>();

  /** @param bytes Where `blobs` lie; copied. */
  constructor(slabs: SlabPool, blobs: readonly BlobToVerify[], bytes: Uint8Array) {
    this.#slabs = slabs;
    this.#blobs = blobs;
    this.#slab = slabs.take(bytes.length);
    copyBytes(bytes, this.#slab);
  }

  /** What is wrong with each, null where nothing is. */
  get faults(): Promise<readonly (Error | null)[]> {
    return this.#result.promise;
  }

  request(batch: number): BlobRequest {
    return { kind: 'verify', batch, slab: this.#slab, blobs: this.#blobs };
  }

  onReply(reply: BlobReply): null {
    if (reply.kind !== 'verified') return null;
    this.#slabs.give(this.#slab);
    const faults: (Error | null)[] = this.#blobs.map(() => null);
    for (const { row, error } of reply.failures) faults[row] = fromWire(error);
    this.#result.resolve(faults);
    return null;
  }

  onFailure(error: Error): void {
    this.#result.reject(error);
  }
}
