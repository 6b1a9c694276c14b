import type { BlobId } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';

/**
 * Plain blobs that were read lately, up to `limitBytes`: a sparse file's zero chunk is read once, not thousands of
 * times. What was used least lately goes first.
 */
export class BlobCache {
  readonly #limitBytes: number;
  readonly #blobs = new Map<string, Buffer>();
  #sizeBytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  get(type: BlobType, id: BlobId): Buffer | null {
    const key = keyOf(type, id);
    const blob = this.#blobs.get(key);
    if (blob === undefined) return null;
    this.#blobs.delete(key);
    this.#blobs.set(key, blob);
    return blob;
  }

  put(type: BlobType, id: BlobId, blob: Buffer): void {
    const key = keyOf(type, id);
    if (this.#blobs.has(key) || blob.length > this.#limitBytes) return;
    this.#blobs.set(key, blob);
    this.#sizeBytes += blob.length;
    for (const [oldKey, old] of this.#blobs) {
      if (this.#sizeBytes <= this.#limitBytes) return;
      this.#blobs.delete(oldKey);
      this.#sizeBytes -= old.length;
    }
  }
}

function keyOf(type: BlobType, id: BlobId): string {
  return type === 'tree' ? `t${id}` : id;
}
