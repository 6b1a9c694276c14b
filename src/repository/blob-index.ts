import { randomInt } from 'node:crypto';
import { type BlobId, HEX_VALUES, ID_BYTES, type IndexId, type PackId } from './format/ids.ts';
import type { BlobType, PackedBlob } from './format/packed-blob.ts';

/** A pack as one entry of an index file names it. Its blobs are the rows from `firstRow` on. */
export interface PackRows {
  readonly id: PackId;
  readonly firstRow: number;
  rowCount: number;
  /** The index file; null when this run wrote the pack. */
  readonly index: IndexId | null;
}

/** One row of the index: where a blob lies. */
export interface BlobPlace {
  readonly row: number;
  readonly packOrdinal: number;
  readonly pack: PackId;
  readonly offset: number;
  /** As stored, sealed. */
  readonly length: number;
  /** Null: not compressed. */
  readonly plainLength: number | null;
}

const ID_WORDS = ID_BYTES / 4;

// A row: the ID, then these.
const PACK_WORD = ID_WORDS; // pack ordinal × 2, + 1 for a tree
const OFFSET_WORD = ID_WORDS + 1;
const LENGTH_WORD = ID_WORDS + 2;
const PLAIN_LENGTH_WORD = ID_WORDS + 3; // 0: not compressed
const ROW_WORDS = ID_WORDS + 4;

/** Rows come in segments, so that growing copies nothing. 16,384 rows are 768 KiB. */
const SEGMENT_SHIFT = 14;
const SEGMENT_ROWS = 1 << SEGMENT_SHIFT;

const FIRST_SLOTS = 1 << 12;

/** Slots double when more than this part of them is taken. */
const MAX_LOAD = 0.7;

/**
 * Steps from a blob's first slot to one that is free. Different blobs keep it to some 300 at that load, in an index of
 * any size; a forged index that names one blob a million times doesn't, and each of its rows would take as many steps as
 * there are before.
 */
const MAX_STEPS = 1024;

/**
 * Where every blob lies, for tens of millions of blobs: 48 bytes for each in typed arrays, and 6 to 12 of hash slots.
 * A blob that lies in several packs has a row for each; the first one added is found first.
 */
export class BlobIndex {
  readonly #segments: Uint32Array[] = [];
  readonly #packs: PackRows[] = [];
  readonly #wanted = new Uint32Array(ID_WORDS);
  // Random, so that nobody can choose file contents, or IDs in a forged index, whose blobs all fall on one slot.
  readonly #multipliers = Uint32Array.from({ length: ID_WORDS }, () => randomInt(2 ** 31) * 2 + 1);
  #rowCount = 0;
  #slots = new Uint32Array(FIRST_SLOTS);
  #slotShift = 32 - Math.log2(FIRST_SLOTS);

  get rowCount(): number {
    return this.#rowCount;
  }

  /** By ordinal. A pack that several index entries name is here several times. */
  get packs(): readonly Readonly<PackRows>[] {
    return this.#packs;
  }

  clear(): void {
    this.#segments.length = 0;
    this.#packs.length = 0;
    this.#rowCount = 0;
    this.#slots = new Uint32Array(FIRST_SLOTS);
    this.#slotShift = 32 - Math.log2(FIRST_SLOTS);
  }

  /** Adds a blob of `pack`. All blobs of one index entry are added in a row; `index` is null for our own packs. */
  add(pack: PackId, blob: PackedBlob, index: IndexId | null): void {
    let rows = this.#packs.at(-1);
    if (rows === undefined || rows.id !== pack || rows.index !== index) {
      rows = { id: pack, firstRow: this.#rowCount, rowCount: 0, index };
      this.#packs.push(rows);
    }
    rows.rowCount++;
    this.#addRow(this.#packs.length - 1, blob);
  }

  /** The first row of the blob, or −1. */
  find(type: BlobType, id: BlobId): number {
    readWords(id, this.#wanted);
    return this.#probe(type === 'tree' ? 1 : 0, this.#firstSlot());
  }

  /** The first row of the blob that `row` is of: −1 only for what a forged index has hidden. */
  firstRowOf(row: number): number {
    for (let word = 0; word < ID_WORDS; word++) this.#wanted[word] = this.#word(row, word);
    return this.#probe(this.#word(row, PACK_WORD) & 1, this.#firstSlot());
  }

  /** All places of the blob. */
  places(type: BlobType, id: BlobId): BlobPlace[] {
    const found: BlobPlace[] = [];
    const typeBit = type === 'tree' ? 1 : 0;
    readWords(id, this.#wanted);
    const mask = this.#slots.length - 1;
    for (let slot = this.#firstSlot(); ; slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] as number) - 1;
      if (row < 0) return found;
      if (this.#isWanted(row, typeBit)) found.push(this.placeAt(row));
    }
  }

  placeAt(row: number): BlobPlace {
    const packOrdinal = this.#word(row, PACK_WORD) >>> 1;
    return {
      row,
      packOrdinal,
      pack: (this.#packs[packOrdinal] as PackRows).id,
      offset: this.#word(row, OFFSET_WORD),
      length: this.lengthAt(row),
      plainLength: this.plainLengthAt(row),
    };
  }

  /** Of `placeAt`. */
  lengthAt(row: number): number {
    return this.#word(row, LENGTH_WORD);
  }

  /** Of `placeAt`. */
  plainLengthAt(row: number): number | null {
    return this.#word(row, PLAIN_LENGTH_WORD) || null;
  }

  typeAt(row: number): BlobType {
    return (this.#word(row, PACK_WORD) & 1) === 1 ? 'tree' : 'data';
  }

  idAt(row: number): BlobId {
    for (let word = 0; word < ID_WORDS; word++) idBytes.writeUInt32BE(this.#word(row, word), word * 4);
    return idBytes.toString('hex') as BlobId;
  }

  #addRow(packOrdinal: number, blob: PackedBlob): void {
    const row = this.#rowCount++;
    if (row >>> SEGMENT_SHIFT === this.#segments.length) {
      this.#segments.push(new Uint32Array(SEGMENT_ROWS * ROW_WORDS));
    }
    const segment = this.#segments[row >>> SEGMENT_SHIFT] as Uint32Array;
    const start = (row & (SEGMENT_ROWS - 1)) * ROW_WORDS;
    readWords(blob.id, this.#wanted);
    segment.set(this.#wanted, start);
    segment[start + PACK_WORD] = packOrdinal * 2 + (blob.type === 'tree' ? 1 : 0);
    segment[start + OFFSET_WORD] = blob.offset;
    segment[start + LENGTH_WORD] = blob.length;
    segment[start + PLAIN_LENGTH_WORD] = blob.plainLength ?? 0;
    if (this.#rowCount > this.#slots.length * MAX_LOAD) this.#doubleSlots();
    else this.#takeSlot(row);
  }

  #word(row: number, word: number): number {
    const segment = this.#segments[row >>> SEGMENT_SHIFT] as Uint32Array;
    return segment[(row & (SEGMENT_ROWS - 1)) * ROW_WORDS + word] as number;
  }

  /** The slot where the search for the ID in #wanted begins. */
  #firstSlot(): number {
    let hash = 0;
    for (let word = 0; word < this.#multipliers.length; word++) {
      hash = (hash + Math.imul(this.#wanted[word] as number, this.#multipliers[word] as number)) | 0;
    }
    return hash >>> this.#slotShift;
  }

  #probe(typeBit: number, firstSlot: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = firstSlot; ; slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] as number) - 1;
      if (row < 0 || this.#isWanted(row, typeBit)) return row;
    }
  }

  #isWanted(row: number, typeBit: number): boolean {
    const segment = this.#segments[row >>> SEGMENT_SHIFT] as Uint32Array;
    const start = (row & (SEGMENT_ROWS - 1)) * ROW_WORDS;
    for (let word = 0; word < ID_WORDS; word++) {
      if (segment[start + word] !== this.#wanted[word]) return false;
    }
    return ((segment[start + PACK_WORD] as number) & 1) === typeBit;
  }

  /** Enters `row`, whose ID stands in #wanted, behind the rows of the same blob, unless there are thousands of them. */
  #takeSlot(row: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#firstSlot();
    for (let steps = 0; this.#slots[slot] !== 0; steps++) {
      if (steps === MAX_STEPS) return;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = row + 1;
  }

  #doubleSlots(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    this.#slotShift--;
    for (let row = 0; row < this.#rowCount; row++) {
      for (let word = 0; word < ID_WORDS; word++) this.#wanted[word] = this.#word(row, word);
      this.#takeSlot(row);
    }
  }
}

/** Of the ID that is written just now. */
const idBytes = Buffer.alloc(ID_BYTES);

function readWords(id: string, words: Uint32Array): void {
  for (let word = 0; word < ID_WORDS; word++) {
    let value = 0;
    for (let digit = word * 8; digit < word * 8 + 8; digit++) {
      value = (value << 4) | (HEX_VALUES[id.charCodeAt(digit)] as number);
    }
    words[word] = value;
  }
}
