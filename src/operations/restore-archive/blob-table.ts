import type { BlobId } from '../../repository/format/ids.ts';
import { ZERO_BLOB, ZERO_BLOB_BYTES } from '../restore/holes.ts';
import { idOfBytes } from './chunks.ts';

/**
 * Which chunks an archive holds, and where: chunks of data are numbered as they come. Some 150 bytes of memory for each
 * that is unlike all others.
 */
export class BlobTable {
  readonly #rows = new Map<BlobId, number>();
  readonly #sizes: number[] = [];
  readonly #first: number[] = [];
  /** Further places of chunks that come several times, rising. */
  readonly #further = new Map<number, number[]>();
  readonly #zeros = new Map<BlobId, number>();
  readonly #zeroIds = new Map<number, BlobId>();
  #count = 0;

  /** Takes note of the next chunk of data. */
  add(bytes: Uint8Array): BlobId {
    const id = idOfBytes(bytes);
    const place = this.#count++;
    const row = this.#rows.get(id);
    if (row === undefined) {
      this.#rows.set(id, this.#sizes.length);
      this.#sizes.push(bytes.length);
      this.#first.push(place);
    } else {
      const further = this.#further.get(row);
      if (further === undefined) this.#further.set(row, [place]);
      else further.push(place);
    }
    return id;
  }

  /** A run of zeros, at most ZERO_BLOB_BYTES of them, which stands nowhere. */
  addZeros(sizeBytes: number): BlobId {
    const known = this.#zeroIds.get(sizeBytes);
    if (known !== undefined) return known;
    const id = sizeBytes === ZERO_BLOB_BYTES ? ZERO_BLOB : idOfBytes(new Uint8Array(sizeBytes));
    this.#zeroIds.set(sizeBytes, id);
    this.#zeros.set(id, sizeBytes);
    return id;
  }

  /** How many zeros it is, if it is nothing else. */
  zerosOf(id: BlobId): number | null {
    return this.#zeros.get(id) ?? null;
  }

  sizeOf(id: BlobId): number | null {
    const row = this.#rows.get(id);
    return row === undefined ? this.zerosOf(id) : (this.#sizes[row] as number);
  }

  /** The first place from `from` on where the chunk stands; else the first of all; null if there is none. */
  placeOf(id: BlobId, from = 0): number | null {
    const row = this.#rows.get(id);
    if (row === undefined) return null;
    const first = this.#first[row] as number;
    if (first >= from) return first;
    return firstFrom(this.#further.get(row) ?? [], from) ?? first;
  }
}

function firstFrom(rising: readonly number[], from: number): number | null {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) >= from) high = middle;
    else low = middle + 1;
  }
  return rising[low] ?? null;
}
