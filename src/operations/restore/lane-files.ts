import { MAX_STRETCH_BLOBS, type PartOfBlobs } from '../../repository/stretch.ts';
import { partsOf } from './file-data.ts';
import { isWholeSecond, type TimeToSet } from './file-times.ts';
import { hardLinkKey } from './hard-links.ts';
import { type FileBlob, ZERO_BLOB } from './holes.ts';
import { endOf, type LaneEndOptions, takesAllOf } from './lane-entries.ts';
import type { SendOptions } from './send.ts';
import type { SendItem } from './send-order.ts';

/** A stretch ends once it has so many bytes. */
const STRETCH_BYTES = 3 * 1024 * 1024;
/** Empty files have no blobs. */
const STRETCH_FILES = 2 * MAX_STRETCH_BLOBS;
/** A file of larger blobs than any chunker of restic's makes goes where memory is bounded otherwise. */
const MAX_BLOB_BYTES = 8 * 1024 * 1024;

/** A file that a lane can take, and the blobs that it is made of. */
export interface LaneFile {
  readonly item: SendItem;
  readonly parts: readonly FileBlob[];
}

export interface LaneFileOptions extends Pick<SendOptions, 'repository' | 'nodes'> {
  /** Whether somebody sets times with fractions of seconds. */
  readonly setsAllTimes: boolean;
}

/**
 * Null for what goes to tar: what is no file, isn't as its node says, or has what Node can't give: other names, holes, attributes,
 * such a time.
 */
export function asLaneFile(item: SendItem, options: LaneFileOptions): LaneFile | null {
  const { node } = item;
  if (item.is !== 'file' || hardLinkKey(node) !== null) return null;
  if (!takesAllOf(node, options)) return null;
  const parts = partsOf(node.content ?? [], options.repository);
  let sizeBytes = 0;
  for (const part of parts) {
    if (part.id === ZERO_BLOB || part.sizeBytes === 0 || part.sizeBytes > MAX_BLOB_BYTES) return null;
    sizeBytes += part.sizeBytes;
  }
  return BigInt(sizeBytes) === node.sizeBytes ? { item, parts } : null;
}

/** What is read and written at once. */
export interface FileStretch {
  readonly files: readonly PartOfBlobs[];
  /** Of files that it completes: what is to be set afterwards. */
  readonly times: readonly TimeToSet[];
  readonly completed: number;
  readonly contentBytes: number;
  readonly last: SendItem;
}

/** `files` in stretches, which may end within a file. */
export function* stretchesOf(files: readonly LaneFile[], options: LaneEndOptions): Generator<FileStretch> {
  let growing = new GrowingStretch();
  for (const { item, parts } of files) {
    let fileOffset = 0;
    let blobs: FileBlob[] = [];
    let bytes = 0;
    for (const part of parts) {
      if (growing.isFull) {
        if (blobs.length > 0) growing.add({ path: item.path, fileOffset, blobs, end: null }, item);
        if (growing.last !== null) yield growing.take(growing.last);
        growing = new GrowingStretch();
        fileOffset += bytes;
        blobs = [];
        bytes = 0;
      }
      growing.count(part);
      blobs.push(part);
      bytes += part.sizeBytes;
    }
    growing.add({ path: item.path, fileOffset, blobs, end: endOf(item.node, options) }, item);
    if (!isWholeSecond(item.node.mtimeNs))
      growing.times.push({ path: item.path, mtimeNs: item.node.mtimeNs });
    growing.completed++;
    if (!growing.isFull) continue;
    yield growing.take(item);
    growing = new GrowingStretch();
  }
  if (growing.last !== null) yield growing.take(growing.last);
}

class GrowingStretch {
  readonly #files: PartOfBlobs[] = [];
  readonly times: TimeToSet[] = [];
  #bytes = 0;
  #blobs = 0;
  completed = 0;
  last: SendItem | null = null;

  get isFull(): boolean {
    return (
      this.#bytes >= STRETCH_BYTES || this.#blobs === MAX_STRETCH_BLOBS || this.#files.length >= STRETCH_FILES
    );
  }

  /** A blob of the file that will be added next. */
  count({ sizeBytes }: FileBlob): void {
    this.#bytes += sizeBytes;
    this.#blobs++;
  }

  add(part: PartOfBlobs, item: SendItem): void {
    this.#files.push(part);
    this.last = item;
  }

  take(last: SendItem): FileStretch {
    const { completed, times } = this;
    return { files: this.#files, times, completed, contentBytes: this.#bytes, last };
  }
}
