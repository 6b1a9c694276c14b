import { copyBytes } from '../copy-bytes.ts';
import { HoldfastError } from '../errors.ts';
import type { BlobPlace } from './blob-index.ts';
import type { BlobReader } from './blob-reader.ts';
import { plainLengthOf } from './blob-sealing.ts';
import { MAX_BATCH_BLOBS, OpenTable, TABLE_BYTES } from './blob-tables.ts';
import type { BlobWorkers } from './blob-workers.ts';
import { isDamage } from './damage.ts';
import type { BlobId } from './format/ids.ts';
import { coalesce, type PlacedItem, type ReadRange } from './read-ranges.ts';
import { type Slab, SlabPool } from './slab-pool.ts';
import type { StretchOfBlobs } from './write-batch.ts';
import type { PartInMemory, PartOfFile, Refusal, WriteTarget } from './write-files.ts';

/** So many blobs a stretch may have. */
export const MAX_STRETCH_BLOBS = MAX_BATCH_BLOBS;

/** A file, or a part of one, by the blobs that it is made of. */
export interface PartOfBlobs extends PartOfFile {
  readonly blobs: readonly { readonly id: BlobId; readonly sizeBytes: number }[];
}

export interface StretchOptions {
  /** See StretchOfBlobs. */
  readonly isReadAgain: boolean;
  readonly signal?: AbortSignal | undefined;
}

export type ReadStretch = (files: readonly PartOfBlobs[], options: StretchOptions) => Promise<Stretch>;

/** Files whose sealed blobs are in memory. */
export interface Stretch {
  /**
   * A thread opens the blobs and writes the files below a folder of this machine.
   * @returns What the system refused, null: nothing.
   * @throws HoldfastError repository-damaged: then nothing of the stretch was written.
   */
  writeIn(target: WriteTarget, signal?: AbortSignal): Promise<Refusal | null>;

  /** Its memory serves for others then. To be called once, and not while it is written. */
  giveBack(): void;
}

/** A blob of a stretch, and where its plain bytes go in the slab. */
interface Row extends PlacedItem {
  readonly id: BlobId;
  readonly place: BlobPlace;
  readonly sizeBytes: number;
  readonly plainOffset: number;
}

/** What stretches of one repository share. */
export class Stretches {
  readonly #reader: BlobReader;
  readonly #workers: () => BlobWorkers;
  readonly #slabs = new SlabPool();

  constructor(reader: BlobReader, workers: () => BlobWorkers) {
    this.#reader = reader;
    this.#workers = workers;
  }

  /**
   * Loads what `files` are made of: at most MAX_STRETCH_BLOBS.
   * @throws what the backend throws; HoldfastError cancelled. Damage is told when it is written.
   */
  async read(files: readonly PartOfBlobs[], { isReadAgain, signal }: StretchOptions): Promise<Stretch> {
    const { placed, unplaced, laidOut, end } = this.#layOut(files);
    const ranges = coalesce(placed);
    const sealedBytes = ranges.reduce((sum, { length }) => sum + length, 0);
    const slab = this.#slabs.take(end + sealedBytes);
    const stretch = new LoadedStretch(this.#reader, this.#workers, {
      slab,
      files: laidOut,
      isReadAgain,
      giveBack: () => this.#slabs.give(slab),
    });
    for (const row of unplaced) stretch.leaveToMain(row);
    const loads: Promise<void>[] = [];
    let offset = end;
    for (const range of ranges) {
      loads.push(stretch.load(range, offset, signal));
      offset += range.length;
    }
    const outcomes = await Promise.allSettled(loads);
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') continue;
      stretch.giveBack();
      throw outcome.reason;
    }
    return stretch;
  }

  /** The plain bytes of a file one behind the other. */
  #layOut(files: readonly PartOfBlobs[]) {
    const laidOut: PartInMemory[] = [];
    const placed: Row[] = [];
    const unplaced: PlainRow[] = [];
    let end = TABLE_BYTES;
    for (const { path, fileOffset, end: fileEnd, blobs } of files) {
      const start = end;
      for (const { id, sizeBytes } of blobs) {
        const place = this.#reader.place('data', id);
        // The thread fills as much as the index says: no more than there is room for.
        if (place === null || plainLengthOf(place.length, place) !== sizeBytes)
          unplaced.push({ id, sizeBytes, plainOffset: end });
        else placed.push({ id, place, sizeBytes, plainOffset: end });
        end += sizeBytes;
      }
      laidOut.push({ path, fileOffset, end: fileEnd, span: { offset: start, length: end - start } });
    }
    return { placed, unplaced, laidOut, end };
  }
}

type PlainRow = Pick<Row, 'id' | 'sizeBytes' | 'plainOffset'>;

class LoadedStretch implements Stretch, StretchOfBlobs {
  readonly slab: Slab;
  readonly files: StretchOfBlobs['files'];
  readonly isReadAgain: boolean;
  readonly giveBack: () => void;
  readonly #reader: BlobReader;
  readonly #workers: () => BlobWorkers;
  readonly #table: OpenTable;
  #rows: PlainRow[] = [];
  /** What no thread can open: it is loaded from wherever else it lies. */
  #alone: PlainRow[] = [];

  constructor(
    reader: BlobReader,
    workers: () => BlobWorkers,
    {
      slab,
      files,
      isReadAgain,
      giveBack,
    }: Pick<LoadedStretch, 'slab' | 'files' | 'isReadAgain' | 'giveBack'>,
  ) {
    this.#reader = reader;
    this.#workers = workers;
    this.slab = slab;
    this.files = files;
    this.isReadAgain = isReadAgain;
    this.giveBack = giveBack;
    this.#table = new OpenTable(slab);
  }

  get count(): number {
    return this.#rows.length;
  }

  leaveToMain(row: PlainRow): void {
    this.#alone.push(row);
  }

  async load(range: ReadRange<Row>, offset: number, signal: AbortSignal | undefined): Promise<void> {
    const into = this.slab.subarray(offset, offset + range.length);
    try {
      await this.#reader.loadInto(range.pack, range, into, signal);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#alone.push(...range.items);
      return;
    }
    for (const row of range.items) {
      const { id, place, plainOffset } = row;
      this.#table.put(this.#rows.length, {
        offset: offset + place.offset - range.offset,
        length: place.length,
        expected: { id, plainLength: place.plainLength },
        plainOffset,
      });
      this.#rows.push(row);
    }
  }

  async writeIn(target: WriteTarget, signal?: AbortSignal): Promise<Refusal | null> {
    await this.#loadAlone(signal);
    const { failedRows, refusal } = await this.#workers().write(this, target);
    if (failedRows.length === 0) return refusal;
    // The others are open, each in its place.
    this.#alone = failedRows.map((row) => this.#rows[row] as PlainRow);
    this.#rows = [];
    return this.writeIn(target, signal);
  }

  /** @throws HoldfastError repository-damaged if it is whole in none of its places. */
  async #loadAlone(signal: AbortSignal | undefined): Promise<void> {
    for (const { id, sizeBytes, plainOffset } of this.#alone.splice(0)) {
      const plain = await this.#reader.load('data', id, signal);
      if (plain.length !== sizeBytes) {
        throw new HoldfastError(
          'repository-damaged',
          `Cannot read data blob ${id}: it has ${plain.length} bytes, expected ${sizeBytes}. Run "holdfast check --read-data".`,
        );
      }
      copyBytes(plain, this.slab, plainOffset);
    }
  }
}
