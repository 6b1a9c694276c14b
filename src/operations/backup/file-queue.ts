import type { ListedEntry } from '../../files/listing.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Folder } from './folder.ts';

/** A file whose content must be read, and where its node will go. */
export interface WantedFile {
  readonly entry: ListedEntry;
  /** As it will stand in the tree, but for what reading gives. */
  readonly node: Node;
  readonly folder: Folder;
  readonly isNew: boolean;
}

/** An entry of which only the extended attributes must be read, and where they will go. */
export interface WantedAttributes {
  readonly entry: ListedEntry;
  /** As it will stand in the tree, but for the attributes; null: they are those of `folder` itself. */
  readonly node: Node | null;
  readonly folder: Folder;
}

export type Wanted = WantedFile | WantedAttributes;

/** Entries asked from the host's tar in one command: enough to hide the round trip, few enough to hold in memory. */
const BATCH_FILES = 4096;
/** Bytes after which a batch is closed early: what was read is settled (and can be kept) that often. */
const BATCH_BYTES = 1024n * 1024n * 1024n;
/** While nothing is read, fewer are enough: the host has nothing better to do, however long the listing goes on. */
const IDLE_BATCH_FILES = 128;
const IDLE_BATCH_BYTES = 16n * 1024n * 1024n;

/** A batch whose contents have come. */
export interface ReadingBatch {
  /** Resolves when everything that was wanted of it has come to its end. */
  readonly settled: Promise<void>;
}

/**
 * Gathers wanted entries into batches. While the listing fills one, another is read, and the host accounts for a third,
 * whose last contents are on their way into the repository. So at most three are in memory: `add` waits.
 */
export class FileQueue {
  readonly #read: (batch: readonly Wanted[]) => Promise<ReadingBatch>;
  #batch: Wanted[] = [];
  #batchBytes = 0n;
  #reading: Promise<ReadingBatch> = Promise.resolve({ settled: Promise.resolve() });
  #isReading = false;

  /** @param read Reads and saves a batch; the first failure ends the queue. */
  constructor(read: (batch: readonly Wanted[]) => Promise<ReadingBatch>) {
    this.#read = read;
  }

  async add(wanted: Wanted): Promise<void> {
    this.#batch.push(wanted);
    this.#batchBytes += wanted.entry.sizeBytes;
    const [files, bytes] = this.#isReading
      ? [BATCH_FILES, BATCH_BYTES]
      : [IDLE_BATCH_FILES, IDLE_BATCH_BYTES];
    if (this.#batch.length >= files || this.#batchBytes >= bytes) await this.#send();
  }

  /** Resolves when all that was added has been read and saved. */
  async finish(): Promise<void> {
    await this.#send();
    await (await this.#reading).settled;
  }

  async #send(): Promise<void> {
    const { settled } = await this.#reading;
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    this.#batchBytes = 0n;
    this.#reading = this.#readBehind(settled, batch);
    this.#reading.catch(() => {}); // met by the next `add` or by `finish`
  }

  /** Resolves when the contents of `batch` have come, and the batch before it is settled. */
  async #readBehind(before: Promise<void>, batch: readonly Wanted[]): Promise<ReadingBatch> {
    this.#isReading = true;
    const reading = this.#read(batch).finally(() => {
      this.#isReading = false;
    });
    reading.catch(() => {});
    await before;
    const { settled } = await reading;
    settled.catch(() => {}); // met by whoever comes next
    return { settled };
  }
}
