import { createHash } from 'node:crypto';
import { open, type RepositoryKey, seal } from '../crypto/seal.ts';
import { HoldfastError } from '../errors.ts';
import type { BlobId, PackId } from './format/ids.ts';
import {
  decodeHeaderLength,
  decodePackHeader,
  encodeHeaderLength,
  encodePackHeader,
} from './format/pack-header.ts';
import type { BlobType, PackedBlob } from './format/packed-blob.ts';
import type { SealedBlob } from './pending-blobs.ts';

/** A pack as it will be stored. */
export interface BuiltPack {
  readonly id: PackId;
  readonly blobs: readonly PackedBlob[];
  /** The file's bytes, in parts. */
  readonly parts: readonly Uint8Array[];
  readonly sizeBytes: number;
}

/** A pack that is being filled, with blobs of one type. */
export class PackBuilder {
  readonly #type: BlobType;
  readonly #blobs: PackedBlob[] = [];
  readonly #parts: Uint8Array[] = [];
  readonly #hash = createHash('sha256');
  #bodyBytes = 0;

  constructor(type: BlobType) {
    this.#type = type;
  }

  get bodyBytes(): number {
    return this.#bodyBytes;
  }

  get blobCount(): number {
    return this.#blobs.length;
  }

  add(id: BlobId, blob: SealedBlob): void {
    this.#blobs.push({
      type: this.#type,
      id,
      offset: this.#bodyBytes,
      length: blob.bytes.length,
      plainLength: blob.compressed ? blob.plainLength : null,
    });
    this.#append(blob.bytes);
    this.#bodyBytes += blob.bytes.length;
  }

  /** Closes the pack. Its header is read back first, as a reader would. */
  finish(key: RepositoryKey): BuiltPack {
    const header = seal(key, encodePackHeader(this.#blobs));
    const headerLength = encodeHeaderLength(header.length);
    const sizeBytes = this.#bodyBytes + header.length + headerLength.length;
    this.#assertReadable(key, Buffer.concat([header, headerLength]), sizeBytes);
    this.#append(header);
    this.#append(headerLength);
    const id = this.#hash.digest('hex') as PackId;
    return { id, blobs: this.#blobs, parts: this.#parts, sizeBytes };
  }

  #append(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#hash.update(bytes);
  }

  #assertReadable(key: RepositoryKey, end: Buffer, sizeBytes: number): void {
    const headerBytes = decodeHeaderLength(end, sizeBytes);
    const read = decodePackHeader(open(key, end.subarray(0, headerBytes), 'a new pack'), 'a new pack');
    const same = read.length === this.#blobs.length && read.every((blob, i) => isSame(blob, this.#blobs[i]));
    if (!same)
      throw new HoldfastError('internal', 'Cannot write a pack: its header reads back as another one.');
  }
}

function isSame(a: PackedBlob, b: PackedBlob | undefined): boolean {
  return (
    b !== undefined &&
    a.type === b.type &&
    a.id === b.id &&
    a.offset === b.offset &&
    a.length === b.length &&
    a.plainLength === b.plainLength
  );
}
