import { type ExpectedBlob, plainLengthOf } from './blob-sealing.ts';
import { type BlobBatch, MAX_BATCH_BLOBS, MAX_BATCH_BYTES } from './blob-thread.ts';
import { type BlobReply, type BlobRequest, fromWire, type OpenSpan } from './blob-worker-messages.ts';
import type { Slab, SlabPool } from './slab-pool.ts';

/** Sealed blobs, each with room for its plain bytes behind it. */
export class OpenBatch implements BlobBatch {
  readonly #slabs: SlabPool;
  readonly #slab: Slab;
  readonly #results: PromiseWithResolvers<Buffer>[] = [];
  readonly #spans: OpenSpan[] = [];
  #filled = 0;

  /** Made for the first blob: for it there will be room. */
  constructor(slabs: SlabPool, sealedBytes: number, expected: ExpectedBlob) {
    this.#slabs = slabs;
    this.#slab = slabs.take(roomOf(sealedBytes, expected));
  }

  get isFull(): boolean {
    return this.#filled >= MAX_BATCH_BYTES || this.#spans.length >= MAX_BATCH_BLOBS;
  }

  hasRoomFor(sealedBytes: number, expected: ExpectedBlob): boolean {
    return !this.isFull && this.#filled + roomOf(sealedBytes, expected) <= this.#slab.length;
  }

  /** Copies `sealed`, for which there must be room. */
  add(sealed: Uint8Array, expected: ExpectedBlob): Promise<Buffer> {
    const result = Promise.withResolvers<Buffer>();
    const offset = this.#filled;
    const plainOffset = offset + sealed.length;
    const plainLength = plainRoomOf(sealed.length, expected);
    this.#slab.set(sealed, offset);
    this.#spans.push({ offset, length: sealed.length, expected, plainOffset, plainLength });
    this.#results.push(result);
    this.#filled = plainOffset + plainLength;
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
      else result.resolve(this.#plainOf(this.#spans[position] as OpenSpan));
    }
    this.#slabs.give(this.#slab);
    return null;
  }

  onFailure(error: Error): void {
    for (const { reject } of this.#results) reject(error);
  }

  #plainOf({ plainOffset, plainLength }: OpenSpan): Buffer {
    const plain = Buffer.allocUnsafeSlow(plainLength);
    plain.set(this.#slab.subarray(plainOffset, plainOffset + plainLength));
    return plain;
  }
}

function roomOf(sealedBytes: number, expected: ExpectedBlob): number {
  return sealedBytes + plainRoomOf(sealedBytes, expected);
}

/** What is too short to be a sealed blob fails, and needs no room. */
function plainRoomOf(sealedBytes: number, expected: ExpectedBlob): number {
  return Math.max(plainLengthOf(sealedBytes, expected), 0);
}
