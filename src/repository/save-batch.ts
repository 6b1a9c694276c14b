import { copyBytes } from '../copy-bytes.ts';
import { sealedBound } from './blob-sealing.ts';
import { MAX_BATCH_BLOBS, SaveTable, TABLE_BYTES } from './blob-tables.ts';
import { type BlobBatch, MAX_BATCH_BYTES } from './blob-thread.ts';
import type { BlobReply, BlobRequest } from './blob-worker-messages.ts';
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
  readonly #table: SaveTable;
  /** By their rows in the table. */
  readonly #jobs: SaveJob[] = [];
  #filled = TABLE_BYTES;
  #plainBytes = 0;

  /** @param firstBytes Size of the first blob, for which there will be room. */
  constructor(type: BlobType, slabs: SlabPool, firstBytes: number) {
    this.#type = type;
    this.#slabs = slabs;
    this.#slab = slabs.take(TABLE_BYTES + sealedBound(firstBytes));
    this.#table = new SaveTable(this.#slab);
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
    copyBytes(plain, this.#slab, this.#filled);
    this.#table.put(this.#jobs.length, { offset: this.#filled, length: plain.length, room });
    this.#jobs.push({ saver, result });
    this.#filled += room;
    this.#plainBytes += plain.length;
    return result.promise;
  }

  request(batch: number): BlobRequest {
    return { kind: 'hash', batch, type: this.#type, slab: this.#slab, count: this.#jobs.length };
  }

  onReply(reply: BlobReply): BlobRequest | null {
    if (reply.kind === 'hashed') return this.#choose(reply.batch);
    if (reply.kind === 'sealed') this.#finish();
    return null;
  }

  onFailure(error: Error): void {
    for (const { result } of this.#jobs) result.reject(error);
  }

  #choose(batch: number): BlobRequest {
    for (const [row, { saver, result }] of this.#jobs.entries()) {
      const id = this.#table.id(row);
      try {
        if (saver.isNew(id)) this.#table.want(row);
        else result.resolve(id);
      } catch (error) {
        result.reject(error);
      }
    }
    return { kind: 'seal', batch };
  }

  #finish(): void {
    for (const [row, { saver, result }] of this.#jobs.entries()) {
      if (!this.#table.isWanted(row)) continue;
      const id = this.#table.id(row);
      const { offset, length: plainLength } = this.#table.span(row);
      const { length, compressed } = this.#table.sealed(row);
      try {
        saver.onSealed(id, { bytes: this.#slab.subarray(offset, offset + length), plainLength, compressed });
        result.resolve(id);
      } catch (error) {
        result.reject(error);
      }
    }
    this.#slabs.give(this.#slab);
  }
}
