/**
 * Memory that all threads see. Blobs go from one to another in it, and packs gather in it, instead of in buffers that are
 * allocated and collected each time: V8 starts a collection of its whole heap whenever its buffers have grown by some
 * 8 MiB, which open packs do all the time, and doesn't count shared memory.
 */
export type Slab = Uint8Array<SharedArrayBuffer>;

/** Slabs begin at a multiple of this in memory, so that they can be written past the page cache. It is WebAssembly's page. */
const GRAIN_BYTES = 64 * 1024;

/** Slabs have so many bytes at least, and a multiple of GRAIN_BYTES. */
const SMALLEST_SLAB_BYTES = 512 * 1024;

/** Slabs are cut from arenas of this size. The system gives an arena's memory only where it is written to. */
const ARENA_BYTES = 64 * 1024 * 1024;

/**
 * Slabs of one thread that are used again and again. Nothing is left to the collector, which doesn't know of their memory
 * and would let it pile up.
 */
export class SlabPool {
  readonly #arenas: Arena[] = [];

  /** A slab of `sizeBytes` at least. What an earlier user left may still stand in it. */
  take(sizeBytes: number): Slab {
    const slabBytes = Math.ceil(Math.max(sizeBytes, SMALLEST_SLAB_BYTES) / GRAIN_BYTES) * GRAIN_BYTES;
    for (const arena of this.#arenas) {
      const slab = arena.take(slabBytes);
      if (slab !== null) return slab;
    }
    const arena = new Arena(Math.max(slabBytes, ARENA_BYTES));
    this.#arenas.push(arena);
    return arena.take(slabBytes) as Slab;
  }

  /** Gives a slab back that nobody looks into any more, now or later. */
  give(slab: Slab): void {
    this.#arenas.find(({ buffer }) => buffer === slab.buffer)?.give(slab);
  }
}

/** A part of an arena that nobody uses. */
interface Gap {
  readonly start: number;
  readonly end: number;
}

/** Takes the first gap that is large enough, so that what is used stays together at the beginning. */
class Arena {
  readonly buffer: SharedArrayBuffer;
  /** By their starts; no two touch. */
  readonly #gaps: Gap[];

  constructor(sizeBytes: number) {
    this.buffer = sharedPages(sizeBytes);
    this.#gaps = [{ start: 0, end: sizeBytes }];
  }

  take(slabBytes: number): Slab | null {
    const at = this.#gaps.findIndex(({ start, end }) => end - start >= slabBytes);
    const gap = this.#gaps[at];
    if (gap === undefined) return null;
    const rest = { start: gap.start + slabBytes, end: gap.end };
    this.#gaps.splice(at, 1, ...(rest.start < rest.end ? [rest] : []));
    return new Uint8Array(this.buffer, gap.start, slabBytes);
  }

  give({ byteOffset, length }: Slab): void {
    let { start, end } = { start: byteOffset, end: byteOffset + length };
    let at = this.#gaps.findIndex((gap) => gap.start > start);
    if (at < 0) at = this.#gaps.length;
    const [before, behind] = [this.#gaps[at - 1], this.#gaps[at]];
    let taken = 0;
    if (behind?.start === end) {
      end = behind.end;
      taken++;
    }
    if (before?.end === start) {
      start = before.start;
      at--;
      taken++;
    }
    this.#gaps.splice(at, taken, { start, end });
  }
}

/** Of the memories that JavaScript can have, WebAssembly's alone is known to begin at a page of the system's. */
function sharedPages(sizeBytes: number): SharedArrayBuffer {
  const pages = sizeBytes / GRAIN_BYTES;
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }).buffer;
}
