/** A set of rows of the index: one bit each. */
export class RowSet {
  readonly #bits: Uint32Array;

  constructor(rowCount: number) {
    this.#bits = new Uint32Array(Math.ceil(rowCount / 32));
  }

  has(row: number): boolean {
    return (((this.#bits[row >>> 5] as number) >>> (row & 31)) & 1) === 1;
  }

  /** Whether it is new. */
  add(row: number): boolean {
    if (this.has(row)) return false;
    this.#bits[row >>> 5] = (this.#bits[row >>> 5] as number) | (1 << (row & 31));
    return true;
  }

  /** Whether it was there. */
  delete(row: number): boolean {
    if (!this.has(row)) return false;
    this.#bits[row >>> 5] = (this.#bits[row >>> 5] as number) & ~(1 << (row & 31));
    return true;
  }

  /** Its rows, rising. */
  *[Symbol.iterator](): Generator<number> {
    for (let word = 0; word < this.#bits.length; word++) {
      for (let bits = this.#bits[word] as number; bits !== 0; bits &= bits - 1) {
        yield word * 32 + 31 - Math.clz32(bits & -bits);
      }
    }
  }
}
