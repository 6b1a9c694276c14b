import { paddingOf } from '../../files/tar/block.ts';
import { encodeHeader } from '../../files/tar/encode.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import { MAX_STRETCH_BLOBS, type Piece } from '../../repository/stretch.ts';
import { partsOf } from './file-data.ts';
import { hardLinkKey } from './hard-links.ts';
import { type FileBlob, ZERO_BLOB } from './holes.ts';
import { fitted, type SendOptions } from './send.ts';
import type { SendItem } from './send-order.ts';
import { headerOf } from './tar-header.ts';

/** A stretch ends once it has so many bytes. */
const STRETCH_BYTES = 4 * 1024 * 1024;
/** A file of larger blobs than any chunker of restic's makes goes where memory is bounded otherwise. */
const MAX_BLOB_BYTES = 8 * 1024 * 1024;

/** A file that a lane can take, and the blobs that it is made of. */
export interface LaneFile {
  readonly item: SendItem;
  readonly parts: readonly FileBlob[];
}

/** Null for what is sent the other way: what is no file, has other names or holes, or isn't as its node says. */
export function asLaneFile(item: SendItem, repository: BlobSource): LaneFile | null {
  if (item.is !== 'file' || hardLinkKey(item.node) !== null) return null;
  const parts = partsOf(item.node.content ?? [], repository);
  let sizeBytes = 0;
  for (const part of parts) {
    if (part.id === ZERO_BLOB || part.sizeBytes === 0 || part.sizeBytes > MAX_BLOB_BYTES) return null;
    sizeBytes += part.sizeBytes;
  }
  return BigInt(sizeBytes) === item.node.sizeBytes ? { item, parts } : null;
}

/** A part of an archive, and what is new in it. */
export interface ArchiveStretch {
  readonly pieces: readonly Piece[];
  readonly files: number;
  readonly contentBytes: number;
  readonly last: SendItem;
}

/** The members of `files` as stretches of an archive, which may end within a file. */
export function* stretchesOf(files: readonly LaneFile[], options: SendOptions): Generator<ArchiveStretch> {
  let growing = new GrowingStretch();
  for (const { item, parts } of files) {
    growing.add(headerBytes(item, options));
    growing.files++;
    growing.last = item;
    let contentBytes = 0;
    for (const part of parts) {
      if (growing.isFull) {
        yield growing.take();
        growing = new GrowingStretch();
        growing.last = item;
      }
      growing.addBlob(part);
      contentBytes += part.sizeBytes;
    }
    growing.add(PADDING.subarray(0, paddingOf(contentBytes)));
  }
  yield growing.take();
}

const PADDING = Buffer.alloc(512);

function headerBytes(item: SendItem, { nodes, owners, unpacker }: SendOptions): Buffer {
  const node = nodes.of(item.node);
  const header = headerOf(node, item.path, owners.forTar(node));
  return encodeHeader(fitted(header, unpacker), unpacker.dialect).bytes;
}

class GrowingStretch {
  readonly #pieces: Piece[] = [];
  #bytes = 0;
  #blobs = 0;
  #contentBytes = 0;
  files = 0;
  last: SendItem | null = null;

  get isFull(): boolean {
    return this.#bytes >= STRETCH_BYTES || this.#blobs === MAX_STRETCH_BLOBS;
  }

  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#pieces.push(bytes);
    this.#bytes += bytes.length;
  }

  addBlob(blob: FileBlob): void {
    this.#pieces.push(blob);
    this.#bytes += blob.sizeBytes;
    this.#contentBytes += blob.sizeBytes;
    this.#blobs++;
  }

  take(): ArchiveStretch {
    const pieces = this.#pieces;
    return {
      pieces,
      files: this.files,
      contentBytes: this.#contentBytes,
      last: this.last as SendItem,
    };
  }
}
