import { randomInt } from 'node:crypto';
import { type BlobId, HEX_VALUES, ID_BYTES, type IndexId, type PackId } from './format/ids.ts';
import { INDEX_ROW_WORDS, type IndexRows } from './format/index-rows.ts';
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

// A row: as one of IndexRows, but for the pack.
const PACK_WORD = ID_WORDS; // pack ordinal × 2, + 1 for a tree
const OFFSET_WORD = ID_WORDS + 1;
const LENGTH_WORD = ID_WORDS + 2;
const PLAIN_LENGTH_WORD = ID_WORDS + 3; // 0: not compressed
const ROW_WORDS = INDEX_ROW_WORDS;

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
  /** Packs whose blobs are not added, whatever index names them. `clear` leaves it. */
  readonly leftOut = new Set<PackId>();
  readonly #segments: Uint32Array[] = [];
  readonly #packs: PackRows[] = [];
  readonly #wanted = new Uint32Array(ID_WORDS);
  /** The one that is added just now. */
  readonly #row = new Uint32Array(ROW_WORDS);
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
    if (this.leftOut.has(pack)) return;
    const row = this.#row;
    readWords(blob.id, row);
    row[PACK_WORD] = blob.type === 'tree' ? 1 : 0;
    row[OFFSET_WORD] = blob.offset;
    row[LENGTH_WORD] = blob.length;
    row[PLAIN_LENGTH_WORD] = blob.plainLength ?? 0;
    this.#rowsOf(pack, index).rowCount++;
    this.#makeSlots(this.#rowCount + 1);
    this.#addRows(row);
  }

  /** As `add` of every blob that the index file `index` names. */
  addAll({ packs, words }: IndexRows, index: IndexId): void {
    this.#makeSlots(this.#rowCount + words.length / ROW_WORDS);
    let at = 0;
    for (const { id, rowCount } of packs) {
      const end = at + rowCount * ROW_WORDS;
      if (this.leftOut.has(id)) at = end;
      if (at === end) continue;
      this.#rowsOf(id, index).rowCount += rowCount;
      while (at < end) at += this.#addRows(words.subarray(at, end));
    }
  }

  /** Adds the rows in `words` for the last pack, or as many of them as fit the last segment. Returns how many words they are. */
  #addRows(words: Uint32Array): number {
    const { segment, start } = this.#nextPlace();
    const fitting =
      words.length <= segment.length - start ? words : words.subarray(0, segment.length - start);
    // In one piece: word by word it would take longer than all the rest.
    segment.set(fitting, start);
    const packWord = (this.#packs.length - 1) * 2;
    for (let at = start; at < start + fitting.length; at += ROW_WORDS) {
      segment[at + PACK_WORD] = packWord + (segment[at + PACK_WORD] as number);
      this.#takeSlot(this.#rowCount++, this.#firstSlot(segment, at));
    }
    return fitting.length;
  }

  /** Where the next row goes. */
  #nextPlace(): { segment: Uint32Array; start: number } {
    const row = this.#rowCount;
    if (row >>> SEGMENT_SHIFT === this.#segments.length) {
      this.#segments.push(new Uint32Array(SEGMENT_ROWS * ROW_WORDS));
    }
    const segment = this.#segments[row >>> SEGMENT_SHIFT] as Uint32Array;
    return { segment, start: (row & (SEGMENT_ROWS - 1)) * ROW_WORDS };
  }

  /** The first row of the blob, or −1. */
  find(type: BlobType, id: BlobId): number {
    readWords(id, this.#wanted);
    return this.#probe(type === 'tree' ? 1 : 0, this.#firstSlot(this.#wanted, 0));
  }

  /** The first row of the blob that `row` is of: −1 only for what a forged index has hidden. */
  firstRowOf(row: number): number {
    for (let word = 0; word < ID_WORDS; word++) this.#wanted[word] = this.#word(row, word);
    return this.#probe(this.#word(row, PACK_WORD) & 1, this.#firstSlot(this.#wanted, 0));
  }

  /** All places of the blob. */
  places(type: BlobType, id: BlobId): BlobPlace[] {
    const found: BlobPlace[] = [];
    const typeBit = type === 'tree' ? 1 : 0;
    readWords(id, this.#wanted);
    const mask = this.#slots.length - 1;
    for (let slot = this.#firstSlot(this.#wanted, 0); ; slot = (slot + 1) & mask) {
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
      offset: this.offsetAt(row),
      length: this.lengthAt(row),
      plainLength: this.plainLengthAt(row),
    };
  }

  /** Of `placeAt`. */
  offsetAt(row: number): number {
    return this.#word(row, OFFSET_WORD);
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

  /** What the pack's next blob counts for. */
  #rowsOf(pack: PackId, index: IndexId | null): PackRows {
    const last = this.#packs.at(-1);
    if (last !== undefined && last.id === pack && last.index === index) return last;
    const rows = { id: pack, firstRow: this.#rowCount, rowCount: 0, index };
    this.#packs.push(rows);
    return rows;
  }

  #word(row: number, word: number): number {
    const segment = this.#segments[row >>> SEGMENT_SHIFT] as Uint32Array;
    return segment[(row & (SEGMENT_ROWS - 1)) * ROW_WORDS + word] as number;
  }

  /** The slot where the search begins for the ID in `words` from `at` on. */
  #firstSlot(words: Uint32Array, at: number): number {
    let hash = 0;
    for (let word = 0; word < ID_WORDS; word++) {
      hash = (hash + Math.imul(words[at + word] as number, this.#multipliers[word] as number)) | 0;
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

  /** Enters `row` behind the rows of the same blob, unless there are thousands of them. @param firstSlot That of its ID. */
  #takeSlot(row: number, firstSlot: number): void {
    const mask = this.#slots.length - 1;
    let slot = firstSlot;
    for (let steps = 0; this.#slots[slot] !== 0; steps++) {
      if (steps === MAX_STEPS) return;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = row + 1;
  }

  /** Doubles the slots until so many rows have room, and enters all rows anew. */
  #makeSlots(rowCount: number): void {
    let slotCount = this.#slots.length;
    while (rowCount > slotCount * MAX_LOAD) slotCount *= 2;
    if (slotCount === this.#slots.length) return;
    this.#slots = new Uint32Array(slotCount);
    this.#slotShift = 32 - Math.log2(slotCount);
    for (let row = 0; row < this.#rowCount; row++) {
      const segment = this.#segments[row >>> SEGMENT_SHIFT] as Uint32Array;
      this.#takeSlot(row, this.#firstSlot(segment, (row & (SEGMENT_ROWS - 1)) * ROW_WORDS));
    }
  }
}

/** Of the ID that is written just now. */
const idBytes = Buffer.alloc(ID_BYTES);

/** Reads an ID to the first words. */
function readWords(id: string, words: Uint32Array): void {
  for (let word = 0; word < ID_WORDS; word++) {
    let value = 0;
    for (let digit = word * 8; digit < word * 8 + 8; digit++) {
      value = (value << 4) | (HEX_VALUES[id.charCodeAt(digit)] as number);
    }
    words[word] = value;
  }
}
