/**
 * Memory that all threads see. Blobs go from one to another in it, and packs gather in it, instead of in buffers that are
 * allocated and collected each time: V8 starts a collection of its whole heap whenever its buffers have grown by some
 * 8 MiB, which open packs do all the time, and doesn't count shared memory.
 */
export type Slab = Uint8Array<SharedArrayBuffer>;

/** Slabs are of this size or a power of two times it. */
const SMALLEST_SLAB_BYTES = 512 * 1024;

/** Larger ones go by eighths of a power of two: a pack, a little more than 16 MiB, must not take 32. */
const LARGE_SLAB_BYTES = 8 * 1024 * 1024;

/** Slabs that wait for their next use: as many as some packs under way take. More are left to the collector. */
const MAX_IDLE_BYTES = 48 * 1024 * 1024;

/** Slabs of one thread that are used again and again. */
export class SlabPool {
  readonly #idle = new Map<number, Slab[]>();
  #idleBytes = 0;

  /** A slab of `sizeBytes` at least. What an earlier user left may still stand in it. */
  take(sizeBytes: number): Slab {
    const slabBytes = slabSize(sizeBytes);
    const slab = this.#idle.get(slabBytes)?.pop();
    if (slab === undefined) return new Uint8Array(new SharedArrayBuffer(slabBytes));
    this.#idleBytes -= slabBytes;
    return slab;
  }

  /** Gives a slab back that nobody looks into any more, now or later. */
  give(slab: Slab): void {
    if (this.#idleBytes + slab.length > MAX_IDLE_BYTES) return;
    const idle = this.#idle.get(slab.length) ?? [];
    this.#idle.set(slab.length, idle);
    idle.push(slab);
    this.#idleBytes += slab.length;
  }
}

function slabSize(sizeBytes: number): number {
  let slabBytes = SMALLEST_SLAB_BYTES;
  while (slabBytes < sizeBytes) slabBytes *= 2;
  if (slabBytes <= LARGE_SLAB_BYTES) return slabBytes;
  const step = slabBytes / 8;
  return Math.ceil(sizeBytes / step) * step;
}
