import { HoldfastError } from '../errors.ts';
import type { BlobId } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';

/** A blob as it goes into a pack. */
export interface SealedBlob {
  readonly bytes: Uint8Array;
  readonly plainLength: number;
  readonly compressed: boolean;
}

interface PendingBlob {
  readonly plainLength: number;
  readonly sealed: PromiseWithResolvers<SealedBlob>;
}

/**
 * Blobs that this run saves and that no index names yet, from the moment that their hash is known: two equal blobs
 * saved at once are stored once. They can be read back while they are here.
 */
export class PendingBlobs {
  readonly #blobs: Record<BlobType, Map<BlobId, PendingBlob>> = { data: new Map(), tree: new Map() };

  has(type: BlobType, id: BlobId): boolean {
    return this.#blobs[type].has(id);
  }

  plainLength(type: BlobType, id: BlobId): number | null {
    return this.#blobs[type].get(id)?.plainLength ?? null;
  }

  /**
   * The blob once it is sealed, or null if it isn't pending. Its bytes are to be used at once: when its pack is stored,
   * their memory is used again.
   */
  sealed(type: BlobType, id: BlobId): Promise<SealedBlob> | null {
    return this.#blobs[type].get(id)?.sealed.promise ?? null;
  }

  add(type: BlobType, id: BlobId, plainLength: number): void {
    const sealed = Promise.withResolvers<SealedBlob>();
    sealed.promise.catch(() => {}); // Usually nobody waits.
    this.#blobs[type].set(id, { plainLength, sealed });
  }

  setSealed(type: BlobType, id: BlobId, blob: SealedBlob): void {
    const pending = this.#blobs[type].get(id);
    if (pending === undefined)
      throw new HoldfastError('internal', `Sealed a blob that wasn't pending: ${id}.`);
    pending.sealed.resolve(blob);
  }

  remove(type: BlobType, id: BlobId): void {
    this.#blobs[type].delete(id);
  }

  /** Whoever waits for a blob gets `error`. */
  failAll(error: Error): void {
    for (const blobs of [this.#blobs.data, this.#blobs.tree]) {
      for (const { sealed } of blobs.values()) sealed.reject(error);
    }
  }
}
