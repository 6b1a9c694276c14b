import { BLOCK_BYTES } from './block.ts';
import type { TarEvent } from './event.ts';
import { tarFault } from './fault.ts';
import type { Segment, TarHeader } from './member.ts';
import { dataBytesOf, SparseMapDecoder } from './sparse.ts';

/**
 * Turns the stored content of a sparse file (its map, then its data without holes) into data and holes in order, behind
 * its `start`, which comes once the map is known.
 */
export class SparseContent {
  readonly #header: TarHeader;
  readonly #sizeBytes: number;
  readonly #map: SparseMapDecoder;
  /** The part of a map's block that came with the last push. */
  readonly #block = Buffer.alloc(BLOCK_BYTES);
  #blockFilled = 0;
  #mapBytes = 0;
  readonly #storedBytes: number;
  /** Null until the map is complete. */
  #segments: Segment[] | null = null;
  #segmentIndex = 0;
  #segmentDone = 0;
  /** How far into the file the events have come. */
  #position = 0;

  constructor(header: TarHeader, storedBytes: number) {
    const sizeBytes = Number(header.sizeBytes);
    this.#header = header;
    this.#sizeBytes = sizeBytes;
    this.#storedBytes = storedBytes;
    this.#map = new SparseMapDecoder(sizeBytes);
  }

  push(bytes: Buffer, events: TarEvent[]): void {
    let at = 0;
    while (this.#segments === null && at < bytes.length) at += this.#pushMap(bytes.subarray(at), events);
    while (at < bytes.length) at += this.#pushData(bytes.subarray(at), events);
  }

  /** Says that the stored content has ended. @throws HoldfastError command-failed if some of it was missing. */
  finish(events: TarEvent[]): void {
    if (this.#segments === null || this.#segmentIndex < this.#segments.length) {
      throw tarFault('a sparse file has less data than its map says');
    }
    this.#fillUpTo(this.#sizeBytes, events);
  }

  #pushMap(bytes: Buffer, events: TarEvent[]): number {
    const taken = bytes.copy(this.#block, this.#blockFilled);
    this.#blockFilled += taken;
    if (this.#blockFilled < BLOCK_BYTES) return taken;
    this.#blockFilled = 0;
    this.#mapBytes += BLOCK_BYTES;
    if (this.#map.push(this.#block)) {
      this.#segments = this.#map.segments();
      this.#checkStoredBytes(this.#segments);
      events.push({ kind: 'start', header: this.#header, segments: this.#segments });
    }
    return taken;
  }

  /** The data of all segments is what must follow the map: no more, no less. */
  #checkStoredBytes(segments: readonly Segment[]): void {
    const dataBytes = dataBytesOf(segments);
    const storedBytes = this.#storedBytes - this.#mapBytes;
    if (storedBytes !== dataBytes) {
      throw tarFault(`a sparse file has ${storedBytes} bytes of data, expected ${dataBytes} by its map`);
    }
  }

  #pushData(bytes: Buffer, events: TarEvent[]): number {
    const segment = this.#segments?.[this.#segmentIndex];
    if (segment === undefined) throw tarFault('a sparse file has more data than its map says');
    this.#fillUpTo(segment.offset, events);
    const length = Math.min(bytes.length, segment.length - this.#segmentDone);
    events.push({ kind: 'data', bytes: bytes.subarray(0, length) });
    this.#position += length;
    this.#segmentDone += length;
    if (this.#segmentDone === segment.length) {
      this.#segmentIndex++;
      this.#segmentDone = 0;
    }
    return length;
  }

  #fillUpTo(offset: number, events: TarEvent[]): void {
    if (offset <= this.#position) return;
    events.push({ kind: 'hole', lengthBytes: offset - this.#position });
    this.#position = offset;
  }
}
