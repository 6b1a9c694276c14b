import { type ExpectedBlob, plainLengthOf } from './blob-sealing.ts';
import { type BlobBatch, MAX_BATCH_BLOBS, MAX_BATCH_BYTES } from './blob-thread.ts';
import {
  type BlobReply,
  type BlobRequest,
  fromWire,
  type OpenSpan,
  type Span,
} from './blob-worker-messages.ts';
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
  readonly #results: PromiseWithResolvers<Buffer>[] = [];
  readonly #spans: OpenSpan[] = [];
  #filled = 0;

  /** Made for `first`: for it there will be room. */
  constructor(slabs: SlabPool, first: BlobToOpen) {
    this.#slabs = slabs;
    this.#slab = slabs.take(first.sealed.length + plainRoomOf(first));
  }

  get isFull(): boolean {
    return this.#filled >= MAX_BATCH_BYTES || this.#spans.length >= MAX_BATCH_BLOBS;
  }

  hasRoomFor(blob: BlobToOpen): boolean {
    return !this.isFull && this.#filled + blob.sealed.length + plainRoomOf(blob) <= this.#slab.length;
  }

  /** Copies the sealed bytes of `blob`, for which there must be room. Resolves to its plain ones. */
  add(blob: BlobToOpen): Promise<Buffer> {
    const result = Promise.withResolvers<Buffer>();
    const { sealed, expected } = blob;
    const offset = this.#filled;
    const plain = { offset: offset + sealed.length, length: plainRoomOf(blob) };
    this.#slab.set(sealed, offset);
    this.#spans.push({ offset, length: sealed.length, expected, plain });
    this.#results.push(result);
    this.#filled = plain.offset + plain.length;
    return result.promise;
  }

  request(batch: number): BlobRequest {
    return { kind: 'open', batch, slab: this.#slab, blobs: this.#spans };
  }

  onReply(reply: BlobReply): null {
    if (reply.kind !== 'opened') return null;
    for (const [position, result] of this.#results.entries()) {
      const error = reply.errors[position] ?? null;
      if (error !== null) result.reject(fromWire(error));
      else result.resolve(this.#copyOf((this.#spans[position] as OpenSpan).plain));
    }
    this.#slabs.give(this.#slab);
    return null;
  }

  onFailure(error: Error): void {
    for (const { reject } of this.#results) reject(error);
  }

  #copyOf(plain: Span): Buffer {
    const copy = Buffer.allocUnsafeSlow(plain.length);
    copy.set(this.#slab.subarray(plain.offset, plain.offset + plain.length));
    return copy;
  }
}

/** What is too short to be a sealed blob fails, and needs no room. */
function plainRoomOf({ sealed, expected }: BlobToOpen): number {
  return Math.max(plainLengthOf(sealed.length, expected), 0);
}
