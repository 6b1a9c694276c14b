import type { ExpectedBlob } from './blob-sealing.ts';
import { type BlobId, ID_BYTES } from './format/ids.ts';
import type { Slab } from './slab-pool.ts';

// What threads tell one another of the blobs of a batch stands in a table at the beginning of its slab: to clone an
// object for each would take longer than to seal a small blob. A message says that the table was written; until the answer
// comes only the other thread writes to it.

/** Blobs of a batch at most. */
export const MAX_BATCH_BLOBS = 128;

const ROW_WORDS = 16;
/** The blobs themselves lie behind it. */
export const TABLE_BYTES = tableBytes(MAX_BATCH_BLOBS);

/** What a table of so many rows takes. */
export function tableBytes(rows: number): number {
  return rows * ROW_WORDS * Uint32Array.BYTES_PER_ELEMENT;
}

/** Words of a row. The last eight are an ID. */
const OFFSET = 0;
const LENGTH = 1;
/** Of a blob to save: the bytes that it may take from its offset on. Of one to open: the offset of its plain bytes. */
const ROOM = 2;
const IS_WANTED = 3;
/** Of one to open ahead, by atomic operations: one of the states below. */
const STATE = 3;
const IS_COMPRESSED = 4;
/** As stored, of a blob to save; plain, of one to open. */
const RESULT_LENGTH = 5;
const ID_WORD = 8;

const UNTOUCHED = 0;
/** Somebody opens it, or couldn't. */
const TAKEN = 1;
const OPENED = 2;

/** A part of a slab. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** A blob to save, and the room that its sealed bytes may take from `offset` on. */
export interface SaveSpan extends Span {
  readonly room: number;
}

/** Of a blob that was sealed, in place of its plain bytes. */
export interface SealedSpan {
  readonly length: number;
  readonly compressed: boolean;
}

/** A sealed blob. */
export interface OpenSpan extends Span {
  readonly expected: ExpectedBlob;
  /** Where in the same slab its plain bytes go, as many as are expected. */
  readonly plainOffset: number;
}

class Table {
  protected readonly words: Uint32Array<SharedArrayBuffer>;
  readonly #bytes: Buffer;

  constructor({ buffer, byteOffset }: Slab, rows = MAX_BATCH_BLOBS) {
    this.words = new Uint32Array(buffer, byteOffset, rows * ROW_WORDS);
    this.#bytes = Buffer.from(buffer, byteOffset, tableBytes(rows));
  }

  protected word(row: number, word: number): number {
    return this.words[row * ROW_WORDS + word] as number;
  }

  protected setWord(row: number, word: number, value: number): void {
    this.words[row * ROW_WORDS + word] = value;
  }

  id(row: number): BlobId {
    const start = idOffset(row);
    return this.#bytes.toString('hex', start, start + ID_BYTES) as BlobId;
  }

  setId(row: number, id: BlobId): void {
    this.#bytes.write(id, idOffset(row), 'hex');
  }
}

function idOffset(row: number): number {
  return (row * ROW_WORDS + ID_WORD) * Uint32Array.BYTES_PER_ELEMENT;
}

/** Of blobs to save: where they lie; their IDs, by the thread; which are wanted; what became of those, by the thread. */
export class SaveTable extends Table {
  put(row: number, { offset, length, room }: SaveSpan): void {
    this.setWord(row, OFFSET, offset);
    this.setWord(row, LENGTH, length);
    this.setWord(row, ROOM, room);
    this.setWord(row, IS_WANTED, 0);
  }

  span(row: number): SaveSpan {
    return { offset: this.word(row, OFFSET), length: this.word(row, LENGTH), room: this.word(row, ROOM) };
  }

  want(row: number): void {
    this.setWord(row, IS_WANTED, 1);
  }

  isWanted(row: number): boolean {
    return this.word(row, IS_WANTED) === 1;
  }

  putSealed(row: number, { length, compressed }: SealedSpan): void {
    this.setWord(row, RESULT_LENGTH, length);
    this.setWord(row, IS_COMPRESSED, compressed ? 1 : 0);
  }

  sealed(row: number): SealedSpan {
    return { length: this.word(row, RESULT_LENGTH), compressed: this.word(row, IS_COMPRESSED) === 1 };
  }
}

/** Of blobs to open: where they lie, and what is expected of them. */
export class OpenTable extends Table {
  put(row: number, { offset, length, expected, plainOffset }: OpenSpan): void {
    const { id, plainLength } = expected;
    this.setWord(row, OFFSET, offset);
    this.setWord(row, LENGTH, length);
    this.setWord(row, ROOM, plainOffset);
    this.setWord(row, STATE, UNTOUCHED);
    this.setWord(row, IS_COMPRESSED, plainLength === null ? 0 : 1);
    this.setWord(row, RESULT_LENGTH, plainLength ?? 0);
    this.setId(row, id);
  }

  span(row: number): OpenSpan {
    const plainLength = this.word(row, IS_COMPRESSED) === 0 ? null : this.word(row, RESULT_LENGTH);
    return {
      offset: this.word(row, OFFSET),
      length: this.word(row, LENGTH),
      plainOffset: this.word(row, ROOM),
      expected: { id: this.id(row), plainLength },
    };
  }

  /** False: another has taken it before. */
  take(row: number): boolean {
    return Atomics.compareExchange(this.words, row * ROW_WORDS + STATE, UNTOUCHED, TAKEN) === UNTOUCHED;
  }

  /** From now on its plain bytes may be read, which lie in their place. */
  setOpened(row: number): void {
    Atomics.store(this.words, row * ROW_WORDS + STATE, OPENED);
  }

  isOpened(row: number): boolean {
    return Atomics.load(this.words, row * ROW_WORDS + STATE) === OPENED;
  }
}
