import type { ListedEntry } from '../../files/listing.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Folder } from './folder.ts';

/** A file whose content must be read, and where its node will go. */
export interface WantedFile {
  readonly entry: ListedEntry;
  readonly folder: Folder;
  readonly isNew: boolean;
  /** Its inode may be another file's as well: it stands in the tree as one of its own. */
  readonly isApart: boolean;
}

/** An entry of which only the extended attributes must be read, and where they will go. */
export interface WantedAttributes {
  readonly entry: ListedEntry;
  /** As it will stand in the tree, but for the attributes; null: they are those of `folder` itself. */
  readonly node: Node | null;
  readonly folder: Folder;
}

export type Wanted = WantedFile | WantedAttributes;

/**
 * Entries asked from the host's tar in one command: enough to hide the round trip, and that a process as large as ours is copied
 * for each of its commands; few enough to hold in memory.
 */
const BATCH_FILES = 8192;
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
 * Reads and saves a batch: begins at once, so that the host has something to send, but takes contents only when `turn`
 * resolves. If that rejects, the batch is given up.
 */
export type ReadBatch = (batch: readonly Wanted[], turn: Promise<void>) => Promise<ReadingBatch>;

/**
 * Gathers wanted entries into batches. While the listing fills one, the host is asked for another, a third is read, and the
 * host accounts for a fourth, whose last contents are on their way into the repository. So at most four are in memory: `add`
 * waits.
 */
export class FileQueue {
  readonly #read: ReadBatch;
  #batch: Wanted[] = [];
  #batchBytes = 0n;
  /** The batch that was begun last: it has come, and the one before it is settled. */
  #reading: Promise<ReadingBatch> = Promise.resolve({ settled: Promise.resolve() });
  /** The same of the batch before: none waits for its turn then. */
  #before: Promise<unknown> = this.#reading;
  #underWay = 0;

  /** @param read The first failure ends the queue. */
  constructor(read: ReadBatch) {
    this.#read = read;
  }

  /** Null: there is nothing to wait for. */
  add(wanted: Wanted): Promise<void> | null {
    this.#batch.push(wanted);
    this.#batchBytes += wanted.entry.sizeBytes;
    const [files, bytes] =
      this.#underWay > 0 ? [BATCH_FILES, BATCH_BYTES] : [IDLE_BATCH_FILES, IDLE_BATCH_BYTES];
    return this.#batch.length >= files || this.#batchBytes >= bytes ? this.#send() : null;
  }

  /** Resolves when all that was added has been read and saved. */
  async finish(): Promise<void> {
    await this.#send();
    await (await this.#reading).settled;
  }

  async #send(): Promise<void> {
    await this.#before;
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    this.#batchBytes = 0n;
    const before = this.#reading;
    this.#before = before;
    this.#reading = this.#readBehind(before, batch);
    this.#reading.catch(() => {}); // met by the next `add` or by `finish`
  }

  /** Resolves when the contents of `batch` have come, and the batch before it is settled. */
  async #readBehind(before: Promise<ReadingBatch>, batch: readonly Wanted[]): Promise<ReadingBatch> {
    this.#underWay++;
    const turn = before.then(() => {});
    const reading = this.#read(batch, turn).finally(() => this.#underWay--);
    reading.catch(() => {});
    await (await before).settled;
    const { settled } = await reading;
    settled.catch(() => {}); // met by whoever comes next
    return { settled };
  }
}
