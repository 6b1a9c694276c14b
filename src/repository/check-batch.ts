import type { BlobBatch } from './blob-thread.ts';
import type { BlobReply, BlobRequest } from './blob-worker-messages.ts';
import type { PackToCheck } from './check-pack.ts';
import type { Slab, SlabPool } from './slab-pool.ts';

/** One pack to check. */
export class CheckBatch implements BlobBatch {
  readonly #slabs: SlabPool;
  readonly #slab: Slab;
  readonly #pack: PackToCheck;
  readonly #result = Promise.withResolvers<readonly string[]>();

  /** @param bytes The whole pack; copied. */
  constructor(slabs: SlabPool, pack: PackToCheck, bytes: Buffer) {
    this.#slabs = slabs;
    this.#pack = pack;
    this.#slab = slabs.take(bytes.length);
    this.#slab.set(bytes);
  }

  /** What is wrong with it. */
  get problems(): Promise<readonly string[]> {
    return this.#result.promise;
  }

  request(batch: number): BlobRequest {
    return { kind: 'check', batch, slab: this.#slab, pack: this.#pack };
  }

  onReply(reply: BlobReply): null {
    if (reply.kind !== 'checked') return null;
    this.#slabs.give(this.#slab);
    this.#result.resolve(reply.problems);
    return null;
  }

  onFailure(error: Error): void {
    this.#result.reject(error);
  }
}
