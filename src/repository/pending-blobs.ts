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
  /** Settled when `sealed` is there, or never will be. Null: nobody waits, as usual. */
  sealing: PromiseWithResolvers<void> | null;
  sealed: SealedBlob | null;
}

/**
 * Blobs that this run saves and that no index names yet, from the moment that their hash is known: two equal blobs
 * saved at once are stored once. They can be read back while they are here.
 */
export class PendingBlobs {
  readonly #blobs: Record<BlobType, Map<BlobId, PendingBlob>> = { data: new Map(), tree: new Map() };
  #failure: Error | null = null;

  has(type: BlobType, id: BlobId): boolean {
    return this.#blobs[type].has(id);
  }

  plainLength(type: BlobType, id: BlobId): number | null {
    return this.#blobs[type].get(id)?.plainLength ?? null;
  }

  /** Resolves when the blob is sealed, and at once if it isn't pending. @throws what `failAll` was told. */
  async whenSealed(type: BlobType, id: BlobId): Promise<void> {
    const pending = this.#blobs[type].get(id);
    if (pending === undefined || pending.sealed !== null) return;
    if (this.#failure !== null) throw this.#failure;
    pending.sealing ??= Promise.withResolvers<void>();
    await pending.sealing.promise;
  }

  /**
   * The sealed blob, or null if it isn't sealed, or pending no more. Its bytes are to be used before anything is awaited:
   * when its pack is stored, their memory serves for others.
   */
  sealed(type: BlobType, id: BlobId): SealedBlob | null {
    return this.#blobs[type].get(id)?.sealed ?? null;
  }

  add(type: BlobType, id: BlobId, plainLength: number): void {
    this.#blobs[type].set(id, { plainLength, sealing: null, sealed: null });
  }

  setSealed(type: BlobType, id: BlobId, blob: SealedBlob): void {
    const pending = this.#blobs[type].get(id);
    if (pending === undefined)
      throw new HoldfastError('internal', `Sealed a blob that wasn't pending: ${id}.`);
    pending.sealed = blob;
    pending.sealing?.resolve();
  }

  /** Its pack is stored, and the index names it. */
  remove(type: BlobType, id: BlobId): void {
    this.#blobs[type].delete(id);
  }

  /** Gives what tells later whether all that are sealed by now were removed since. */
  watchSealed(): () => boolean {
    const { data, tree } = this.#blobs;
    const sealed = [data, tree].map((blobs) =>
      [...blobs].filter(([, blob]) => blob.sealed !== null).map(([id]) => id),
    );
    return () => sealed.every((ids, i) => ids.every((id) => ![data, tree][i]?.has(id)));
  }

  /** Whoever waits for a blob that isn't sealed, or will, gets `error`. */
  failAll(error: Error): void {
    this.#failure ??= error;
    for (const blobs of [this.#blobs.data, this.#blobs.tree]) {
      for (const { sealing } of blobs.values()) sealing?.reject(error);
    }
  }
}
