import type { BlobBatch } from './blob-thread.ts';
import type { BlobReply, BlobRequest } from './blob-worker-messages.ts';
import type { PackToCheck } from './check-pack.ts';
import type { Slab } from './slab-pool.ts';

/** One pack to check. */
export class CheckBatch implements BlobBatch {
  readonly #slab: Slab;
  readonly #pack: PackToCheck;
  readonly #result = Promise.withResolvers<readonly string[]>();

  /** @param slab Begins with the whole pack. */
  constructor(slab: Slab, pack: PackToCheck) {
    this.#slab = slab;
    this.#pack = pack;
  }

  /** What is wrong with it. The slab is looked into until then. */
  get problems(): Promise<readonly string[]> {
    return this.#result.promise;
  }

  request(batch: number): BlobRequest {
    return { kind: 'check', batch, slab: this.#slab, pack: this.#pack };
  }

  onReply(reply: BlobReply): null {
    if (reply.kind !== 'checked') return null;
    this.#result.resolve(reply.problems);
    return null;
  }

  onFailure(error: Error): void {
    this.#result.reject(error);
  }
}
