import { copyBytes } from '../copy-bytes.ts';
import { type ExpectedBlob, plainLengthOf } from './blob-sealing.ts';
import { MAX_BATCH_BLOBS, OpenTable, TABLE_BYTES } from './blob-tables.ts';
import { type BlobBatch, MAX_BATCH_BYTES } from './blob-thread.ts';
import { type BlobReply, type BlobRequest, fromWire } from './blob-worker-messages.ts';
import { LentBlob } from './lent-blob.ts';
import type { Slab, SlabPool } from './slab-pool.ts';

/** A blob that is to be opened. */
export interface BlobToOpen {
  readonly sealed: Uint8Array;
  readonly expected: ExpectedBlob;
}

/** Sealed blobs, each with room behind it for its plain bytes. */
export class OpenBatch implements BlobBatch {
  readonly #slabs: SlabPool;
  readonly #slab: Slab;
  readonly #table: OpenTable;
  /** By their rows in the table, with where the plain bytes are. */
  readonly #jobs: {
    readonly result: PromiseWithResolvers<LentBlob>;
    readonly start: number;
    readonly end: number;
  }[] = [];
  #filled = TABLE_BYTES;

  /** Made for `first`: for it there will be room. */
  constructor(slabs: SlabPool, first: BlobToOpen) {
    this.#slabs = slabs;
    this.#slab = slabs.take(TABLE_BYTES + first.sealed.length + plainRoomOf(first));
    this.#table = new OpenTable(this.#slab);
  }

  get isFull(): boolean {
    return this.#filled >= MAX_BATCH_BYTES || this.#jobs.length >= MAX_BATCH_BLOBS;
  }

  hasRoomFor(blob: BlobToOpen): boolean {
    return !this.isFull && this.#filled + blob.sealed.length + plainRoomOf(blob) <= this.#slab.length;
  }

  /** Copies the sealed bytes of `blob`, for which there must be room. Resolves to its plain ones, which lie in the slab. */
  add(blob: BlobToOpen): Promise<LentBlob> {
    const result = Promise.withResolvers<LentBlob>();
    const { sealed, expected } = blob;
    const start = this.#filled + sealed.length;
    const end = start + plainRoomOf(blob);
    copyBytes(sealed, this.#slab, this.#filled);
    this.#table.put(this.#jobs.length, {
      offset: this.#filled,
      length: sealed.length,
      expected,
      plainOffset: start,
    });
    this.#jobs.push({ result, start, end });
    this.#filled = end;
    return result.promise;
  }

  request(batch: number): BlobRequest {
    return { kind: 'open', batch, slab: this.#slab, count: this.#jobs.length };
  }

  onReply(reply: BlobReply): null {
    if (reply.kind !== 'opened') return null;
    for (const { row, error } of reply.failures) this.#jobs[row]?.result.reject(fromWire(error));
    const failed = new Set(reply.failures.map(({ row }) => row));
    const { buffer, byteOffset } = this.#slab;
    let lent = this.#jobs.length - failed.size;
    if (lent === 0) this.#slabs.give(this.#slab);
    const onGivenBack = () => {
      if (--lent === 0) this.#slabs.give(this.#slab);
    };
    for (const [row, { result, start, end }] of this.#jobs.entries()) {
      if (!failed.has(row))
        result.resolve(LentBlob.of(Buffer.from(buffer, byteOffset + start, end - start), onGivenBack));
    }
    return null;
  }

  onFailure(error: Error): void {
    for (const { result } of this.#jobs) result.reject(error);
  }
}

/** What is too short to be a sealed blob fails, and needs no room. */
function plainRoomOf({ sealed, expected }: BlobToOpen): number {
  return Math.max(plainLengthOf(sealed.length, expected), 0);
}
