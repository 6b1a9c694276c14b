import { HoldfastError } from '../../errors.ts';
import { BLOCK_BYTES, inBlocks } from './block.ts';
import { TooMuch, tarFault } from './fault.ts';
import type { Segment } from './member.ts';

/** Segments taken in of one file. They are held in memory while the file streams: 16 bytes each. */
export const MAX_SPARSE_SEGMENTS = 4_000_000;

const NEWLINE = 0x0a;
const ZERO = 0x30;
const NINE = 0x39;

/**
 * Decodes the map at the head of a sparse file's content (GNU sparse format 1.0): decimal lines, the number of
 * segments first, then offset and length of each; padded with NULs to a whole block. Fed block by block.
 */
export class SparseMapDecoder {
  readonly #numbers: number[] = [];
  readonly #realSizeBytes: number;
  #value = 0;
  #digits = 0;
  #wanted = Number.POSITIVE_INFINITY;

  constructor(realSizeBytes: number) {
    this.#realSizeBytes = realSizeBytes;
  }

  /**
   * Takes in a block. Returns true when it was the map's last.
   *
   * @throws HoldfastError command-failed if it isn't a map, or one that overlaps, falls back or leaves the file.
   */
  push(block: Uint8Array): boolean {
    for (let i = 0; i < block.length && this.#numbers.length < this.#wanted; i++) {
      const byte = block[i] as number;
      if (byte === NEWLINE && this.#digits > 0) this.#endNumber();
      else if (byte >= ZERO && byte <= NINE) this.#addDigit(byte - ZERO);
      else throw tarFault('the map of a sparse file is not lines of decimal numbers');
    }
    return this.#numbers.length === this.#wanted;
  }

  /** Runs of data by rising offset, empty ones left out. Only once `push` returned true. */
  segments(): Segment[] {
    const segments: Segment[] = [];
    let end = 0;
    for (let i = 1; i < this.#numbers.length; i += 2) {
      const segment = { offset: this.#numbers[i] as number, length: this.#numbers[i + 1] as number };
      if (segment.offset < end) throw tarFault('the segments of a sparse file overlap or fall back');
      end = segment.offset + segment.length;
      if (end > this.#realSizeBytes)
        throw tarFault(`a segment of a sparse file ends at ${end}, behind the file`);
      if (segment.length > 0) segments.push(segment);
    }
    // GNU tar pads the data of each segment to whole blocks, others don't: only where that is the same do we read it.
    if (segments.slice(0, -1).some(({ length }) => length % BLOCK_BYTES !== 0)) {
      throw tarFault('a segment of a sparse file is not whole blocks');
    }
    return segments;
  }

  #addDigit(digit: number): void {
    this.#value = this.#value * 10 + digit;
    this.#digits++;
    if (!Number.isSafeInteger(this.#value))
      throw tarFault('a number in the map of a sparse file is out of range');
  }

  #endNumber(): void {
    if (this.#numbers.length === 0) {
      if (this.#value > MAX_SPARSE_SEGMENTS) {
        throw new TooMuch(
          `a sparse file has ${this.#value} segments, expected at most ${MAX_SPARSE_SEGMENTS}`,
        );
      }
      this.#wanted = 1 + 2 * this.#value;
    }
    this.#numbers.push(this.#value);
    this.#value = 0;
    this.#digits = 0;
  }
}

/**
 * The map of `segments` for a file of `realSizeBytes`, padded to whole blocks, closed by a segment of length 0 at the
 * end of the file (without which GNU tar leaves off a hole at the end).
 *
 * @throws HoldfastError internal unless segments rise without overlap, and offsets and lengths are multiples of
 *   512 but for the length of one that ends with the file: GNU tar mixes up the data of others.
 */
export function encodeSparseMap(segments: readonly Segment[], realSizeBytes: number): Buffer {
  let end = 0;
  for (const { offset, length } of segments) {
    const isWhole = length % BLOCK_BYTES === 0 || offset + length === realSizeBytes;
    if (
      offset < end ||
      length <= 0 ||
      offset % BLOCK_BYTES !== 0 ||
      !isWhole ||
      offset + length > realSizeBytes
    ) {
      throw new HoldfastError(
        'internal',
        `Cannot write the map of a sparse file: the segment of ${length} bytes at ${offset} can't stand in it.`,
      );
    }
    end = offset + length;
  }
  const numbers = [
    segments.length + 1,
    ...segments.flatMap(({ offset, length }) => [offset, length]),
    realSizeBytes,
    0,
  ];
  const text = Buffer.from(`${numbers.join('\n')}\n`, 'latin1');
  const map = Buffer.alloc(inBlocks(text.length));
  text.copy(map);
  return map;
}

/** Bytes of data in `segments`. */
export function dataBytesOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { length }) => sum + length, 0);
}
