import type { Backend, FileHandle } from '../backends/backend.ts';
import type { BlobPlace } from './blob-index.ts';
import type { PackId } from './format/ids.ts';

/** Blobs of one pack that are read one by one before the pack is taken whole: who reads so many reads on. */
const SINGLE_READS = 2;

/** A pack larger than this (restic makes them up to 128 MiB on request) is never taken whole. */
const MAX_WHOLE_PACK_BYTES = 20 * 1024 * 1024;

/** Packs kept, the latest used: trees of folders that stand together were mostly saved together. */
const MAX_WHOLE_PACKS = 2;

/** Packs of which only the count of reads is known; the oldest is forgotten. */
const MAX_COUNTED_PACKS = 10_000;

type PackSource = Pick<Backend, 'load' | 'stat'>;

/**
 * Reads trees from packs. A walk through a snapshot asks for thousands of trees of a few hundred bytes that lie side
 * by side: one read of the pack serves them all.
 */
export class TreePacks {
  readonly #backend: PackSource;
  readonly #reads = new Map<PackId, number>();
  /** The whole pack, or null when it is too large for that. */
  readonly #whole = new Map<PackId, Promise<Buffer | null>>();

  constructor(backend: PackSource) {
    this.#backend = backend;
  }

  /** The sealed bytes at `place`: the caller's own. */
  async load(place: BlobPlace, signal?: AbortSignal): Promise<Uint8Array> {
    const whole = await this.#wholeOf(place.pack, signal);
    const end = place.offset + place.length;
    // A pack that is too short is told by the backend, in the words for all packs.
    if (whole !== null && whole.length >= end)
      return Uint8Array.prototype.slice.call(whole, place.offset, end);
    return this.#backend.load(treePack(place.pack), place, signal);
  }

  #wholeOf(pack: PackId, signal: AbortSignal | undefined): Promise<Buffer | null> {
    const known = this.#whole.get(pack);
    if (known !== undefined) {
      this.#whole.delete(pack);
      this.#whole.set(pack, known);
      return known;
    }
    if (this.#countRead(pack) <= SINGLE_READS) return Promise.resolve(null);
    const whole = this.#loadWhole(pack, signal);
    this.#whole.set(pack, whole);
    whole.catch(() => this.#whole.delete(pack));
    for (const oldest of this.#whole.keys()) {
      if (this.#whole.size <= MAX_WHOLE_PACKS) break;
      this.#whole.delete(oldest);
    }
    return whole;
  }

  async #loadWhole(pack: PackId, signal: AbortSignal | undefined): Promise<Buffer | null> {
    const file = treePack(pack);
    const size = await this.#backend.stat(file, signal);
    if (size === null || size.sizeBytes > MAX_WHOLE_PACK_BYTES) return null;
    return this.#backend.load(file, undefined, signal);
  }

  #countRead(pack: PackId): number {
    const count = (this.#reads.get(pack) ?? 0) + 1;
    this.#reads.delete(pack);
    this.#reads.set(pack, count);
    const [oldest] = this.#reads.keys();
    if (this.#reads.size > MAX_COUNTED_PACKS && oldest !== undefined) this.#reads.delete(oldest);
    return count;
  }
}

function treePack(name: PackId): FileHandle {
  return { kind: 'pack', name, holdsTrees: true };
}
