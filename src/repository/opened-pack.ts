import type { BlobIndex, BlobPlace } from './blob-index.ts';
import { plainLengthOf } from './blob-sealing.ts';
import { OpenTable, tableBytes } from './blob-tables.ts';
import type { BlobBatch } from './blob-thread.ts';
import type { BlobReply, BlobRequest } from './blob-worker-messages.ts';
import type { BlobId } from './format/ids.ts';
import type { Slab } from './slab-pool.ts';

/**
 * Smaller packs are of later backups in which little changed: what is wanted of them is opened before a thread has come to it. Larger
 * ones, too, have trees that were replaced since, and are opened for nobody: how many that can be, the room for all of them bounds.
 */
const LEAST_TREES = 256;

/** A forged index can have a pack hold any number of empty ones. */
const MOST_TREES = 32_768;

/**
 * A pack of trees that a thread opens, one tree after the other, while another uses them. Nobody waits for it: who wants a tree that
 * isn't open yet opens it, and the thread passes over it.
 */
export class OpenedPack implements BlobBatch {
  /** Where the pack's bytes go before a thread opens it. */
  readonly sealed: Uint8Array;
  readonly #slab: Slab;
  readonly #table: OpenTable;
  readonly #firstRow: number;
  readonly #count: number;
  /** What it takes at the end. */
  readonly sizeBytes: number;

  /**
   * Null if the pack isn't worth it.
   * @param sealedBytes Of the whole pack.
   * @param roomBytes For all of it: trees that go beyond aren't opened.
   */
  static of(
    index: BlobIndex,
    { packOrdinal }: BlobPlace,
    { sealedBytes, roomBytes }: { sealedBytes: number; roomBytes: number },
  ): OpenedPack | null {
    const { firstRow, rowCount } = index.packs[packOrdinal] ?? { firstRow: 0, rowCount: 0 };
    let plainBytes = 0;
    let count = 0;
    for (; count < Math.min(rowCount, MOST_TREES); count++) {
      const row = firstRow + count;
      if (index.typeAt(row) !== 'tree') return null;
      const bytes = plainBytesAt(index, row);
      if (sealedBytes + plainBytes + bytes > roomBytes) break;
      plainBytes += bytes;
    }
    return count < LEAST_TREES ? null : new OpenedPack(index, { firstRow, count, sealedBytes, plainBytes });
  }

  private constructor(
    index: BlobIndex,
    of: { firstRow: number; count: number; sealedBytes: number; plainBytes: number },
  ) {
    const { firstRow, count, sealedBytes, plainBytes } = of;
    const sealedAt = tableBytes(count);
    let plainOffset = sealedAt + sealedBytes;
    this.#slab = new Uint8Array(new SharedArrayBuffer(plainOffset + plainBytes));
    this.sealed = this.#slab.subarray(sealedAt, plainOffset);
    this.sizeBytes = sealedBytes + plainBytes;
    this.#table = new OpenTable(this.#slab, count);
    this.#firstRow = firstRow;
    this.#count = count;
    for (let i = 0; i < count; i++) {
      const row = firstRow + i;
      const expected = { id: index.idAt(row), plainLength: index.plainLengthAt(row) };
      const { offset, length } = index.placeAt(row);
      this.#table.put(i, { offset: sealedAt + offset, length, expected, plainOffset });
      plainOffset += plainBytesAt(index, row);
    }
  }

  /** Whether the tree of `row` is opened ahead, sooner or later. */
  covers(row: number): boolean {
    return row >= this.#firstRow && row < this.#firstRow + this.#count;
  }

  /** The tree `id` at `row`, which is verified; null: it isn't open yet, or can't be, and the thread leaves it to the caller. */
  take(row: number, id: BlobId): Buffer | null {
    if (!this.covers(row)) return null;
    const i = row - this.#firstRow;
    if (!this.#table.isOpened(i)) {
      this.#table.take(i);
      return null;
    }
    const { length, plainOffset, expected } = this.#table.span(i);
    // An index that was read anew meanwhile may have other rows.
    if (expected.id !== id) return null;
    return Buffer.from(this.#slab.buffer, plainOffset, plainLengthOf(length, expected));
  }

  request(batch: number): BlobRequest {
    return { kind: 'open-ahead', batch, slab: this.#slab, count: this.#count };
  }

  onReply(_: BlobReply): null {
    return null;
  }

  /** What isn't open is opened by who wants it. */
  onFailure(_: Error): void {}
}

function plainBytesAt(index: BlobIndex, row: number): number {
  return Math.max(plainLengthOf(index.lengthAt(row), { plainLength: index.plainLengthAt(row) }), 0);
}
