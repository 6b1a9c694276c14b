import { createHash } from 'node:crypto';
import { copyBytes } from '../copy-bytes.ts';
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
import type { Slab, SlabPool } from './slab-pool.ts';

/** A pack as it will be stored. */
export interface BuiltPack {
  readonly id: PackId;
  readonly blobs: readonly PackedBlob[];
  /** The file's bytes, in parts. */
  readonly parts: readonly Uint8Array[];
  readonly sizeBytes: number;
  /** Gives the memory of `parts` up. To be called once, when the pack is stored and none of its blobs is pending. */
  release(): void;
}

/** By how much a pack is expected to grow above its size, with its last blob and its header. */
const EXPECTED_EXCESS_BYTES = 2 * 1024 * 1024;

/** What is more than was expected gathers in slabs of this size, or of a blob's that is larger. */
const PAGE_BYTES = 1024 * 1024;

/** A slab, and how much of it is filled. */
interface Page {
  readonly slab: Slab;
  filled: number;
}

/** A pack that is being filled, with blobs of one type. */
export class PackBuilder {
  readonly #type: BlobType;
  readonly #sizeBytes: number;
  readonly #slabs: SlabPool;
  readonly #blobs: PackedBlob[] = [];
  readonly #pages: Page[] = [];
  readonly #hash = createHash('sha256');
  #bodyBytes = 0;

  /** @param sizeBytes At which the pack will be closed. */
  constructor(type: BlobType, sizeBytes: number, slabs: SlabPool) {
    this.#type = type;
    this.#sizeBytes = sizeBytes;
    this.#slabs = slabs;
  }

  get bodyBytes(): number {
    return this.#bodyBytes;
  }

  get blobCount(): number {
    return this.#blobs.length;
  }

  /** Copies the blob into the pack. @returns It as it lies there, until the pack is released. */
  add(id: BlobId, blob: SealedBlob): SealedBlob {
    const { length } = blob.bytes;
    const plainLength = blob.compressed ? blob.plainLength : null;
    this.#blobs.push({ type: this.#type, id, offset: this.#bodyBytes, length, plainLength });
    const bytes = this.#append(blob.bytes);
    this.#bodyBytes += length;
    return { ...blob, bytes };
  }

  /** Closes the pack. Its header is read back first, as a reader would. */
  finish(key: RepositoryKey): BuiltPack {
    const header = seal(key, encodePackHeader(this.#blobs));
    const headerLength = encodeHeaderLength(header.length);
    const sizeBytes = this.#bodyBytes + header.length + headerLength.length;
    this.#assertReadable(key, Buffer.concat([header, headerLength]), sizeBytes);
    this.#append(header);
    this.#append(headerLength);
    return {
      id: this.#hash.digest('hex') as PackId,
      blobs: this.#blobs,
      parts: this.#pages.map(({ slab, filled }) => slab.subarray(0, filled)),
      sizeBytes,
      release: () => {
        for (const { slab } of this.#pages) this.#slabs.give(slab);
      },
    };
  }

  /** Copies `bytes` behind what is there, all of them into one page. @returns Them, as they lie there. */
  #append(bytes: Uint8Array): Uint8Array {
    const page = this.#pageFor(bytes.length);
    copyBytes(bytes, page.slab, page.filled);
    const copy = page.slab.subarray(page.filled, page.filled + bytes.length);
    page.filled += bytes.length;
    this.#hash.update(copy);
    return copy;
  }

  #pageFor(bytes: number): Page {
    const last = this.#pages.at(-1);
    if (last !== undefined && last.filled + bytes <= last.slab.length) return last;
    const expected = last === undefined ? this.#sizeBytes + EXPECTED_EXCESS_BYTES : PAGE_BYTES;
    const page = { slab: this.#slabs.take(Math.max(bytes, expected)), filled: 0 };
    this.#pages.push(page);
    return page;
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
