import { sealedBound } from './blob-sealing.ts';
import { type BlobBatch, MAX_BATCH_BLOBS, MAX_BATCH_BYTES } from './blob-thread.ts';
import type { BlobReply, BlobRequest, SaveSpan, SealedSpan } from './blob-worker-messages.ts';
import type { BlobId } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';
import type { SealedBlob } from './pending-blobs.ts';
import type { Slab, SlabPool } from './slab-pool.ts';

/** Who saves a blob. What it throws fails that blob. */
export interface BlobSaver {
  /** Called exactly once, when the hash is known: whether the blob shall be sealed. */
  isNew(id: BlobId): boolean;
  /** Called if it was new. The bytes are overwritten afterwards: copy them. */
  onSealed(id: BlobId, sealed: SealedBlob): void;
}

interface SaveJob {
  readonly saver: BlobSaver;
  readonly result: PromiseWithResolvers<BlobId>;
}

/** Blobs of one type: a pack that stays open for long must not hold on to memory of the other's. */
export class SaveBatch implements BlobBatch {
  readonly #type: BlobType;
  readonly #slabs: SlabPool;
  readonly #slab: Slab;
  readonly #jobs: SaveJob[] = [];
  readonly #spans: SaveSpan[] = [];
  #filled = 0;
  #plainBytes = 0;
  /** The jobs whose blobs are new, with their IDs. */
  #wanted: { readonly job: SaveJob; readonly id: BlobId; readonly span: SaveSpan }[] = [];

  /** @param firstBytes Size of the first blob, for which there will be room. */
  constructor(type: BlobType, slabs: SlabPool, firstBytes: number) {
    this.#type = type;
    this.#slabs = slabs;
    this.#slab = slabs.take(sealedBound(firstBytes));
  }

  /** Whether it is worth a message by now. */
  get isFull(): boolean {
    return this.#plainBytes >= MAX_BATCH_BYTES || this.#jobs.length >= MAX_BATCH_BLOBS;
  }

  hasRoomFor(plainBytes: number): boolean {
    return !this.isFull && this.#filled + sealedBound(plainBytes) <= this.#slab.length;
  }

  /** Copies `plain`, for which there must be room. */
  add(plain: Uint8Array, saver: BlobSaver): Promise<BlobId> {
    const result = Promise.withResolvers<BlobId>();
    const room = sealedBound(plain.length);
    this.#slab.set(plain, this.#filled);
    this.#spans.push({ offset: this.#filled, length: plain.length, room });
    this.#jobs.push({ saver, result });
    this.#filled += room;
    this.#plainBytes += plain.length;
    return result.promise;
  }

  request(batch: number): BlobRequest {
    return { kind: 'hash', batch, type: this.#type, slab: this.#slab, blobs: this.#spans };
  }

  onReply(reply: BlobReply): BlobRequest | null {
    if (reply.kind === 'hashed') return this.#choose(reply.batch, reply.ids);
    if (reply.kind === 'sealed') this.#finish(reply.blobs);
    return null;
  }

  onFailure(error: Error): void {
    for (const { result } of this.#jobs) result.reject(error);
  }

  #choose(batch: number, ids: readonly BlobId[]): BlobRequest {
    const wanted: number[] = [];
    for (const [position, job] of this.#jobs.entries()) {
      const id = ids[position] as BlobId;
      try {
        if (job.saver.isNew(id)) {
          wanted.push(position);
          this.#wanted.push({ job, id, span: this.#spans[position] as SaveSpan });
        } else {
          job.result.resolve(id);
        }
      } catch (error) {
        job.result.reject(error);
      }
    }
    return { kind: 'seal', batch, wanted };
  }

  #finish(sealed: readonly SealedSpan[]): void {
    for (const [i, { job, id, span }] of this.#wanted.entries()) {
      const { length, compressed } = sealed[i] as SealedSpan;
      const bytes = this.#slab.subarray(span.offset, span.offset + length);
      try {
        job.saver.onSealed(id, { bytes, plainLength: span.length, compressed });
        job.result.resolve(id);
      } catch (error) {
        job.result.reject(error);
      }
    }
    this.#slabs.give(this.#slab);
  }
}
