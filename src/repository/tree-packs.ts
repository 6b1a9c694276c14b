import type { Backend, FileHandle } from '../backends/backend.ts';
import type { BlobPlace } from './blob-index.ts';
import type { PackId } from './format/ids.ts';

/** Blobs of one pack that are read one by one before the pack is taken whole: who reads so many reads on. */
const SINGLE_READS = 2;

/** A pack larger than this (restic makes them up to 128 MiB on request) is never taken whole. */
const MAX_WHOLE_PACK_BYTES = 20 * 1024 * 1024;

/**
 * Bytes of packs kept, the latest used. The trees of one snapshot lie in as many packs as backups wrote some of them, and a
 * walk goes from one to the other and back.
 */
const HELD_BYTES = 2 * MAX_WHOLE_PACK_BYTES;

/** Packs kept, those among them that are too large to be held. */
const MAX_WHOLE_PACKS = 1000;

/**
 * Blobs of a pack that was held before that are read one by one before it is taken whole again: where there is no room for all,
 * packs must not be read over and over for a few trees each.
 */
const SINGLE_READS_AGAIN = 16;

/** Packs of which only the count of reads is known; the oldest is forgotten. */
const MAX_COUNTED_PACKS = 10_000;

/** A pack that is taken whole. */
interface WholePack {
  /** 0 until it is known, and for one that is too large: its trees are read one by one. */
  heldBytes: number;
  /** Null: it is too large, or isn't there. */
  bytes: Promise<Buffer | null>;
}

type PackSource = Pick<Backend, 'load' | 'stat'>;

/**
 * Reads trees from packs. A walk through a snapshot asks for thousands of trees of a few hundred bytes that lie side
 * by side: one read of the pack serves them all.
 */
export class TreePacks {
  readonly #backend: PackSource;
  readonly #heldLimitBytes: number;
  readonly #reads = new Map<PackId, number>();
  readonly #whole = new Map<PackId, WholePack>();

  /** @param heldLimitBytes What packs may take in memory together, but for the latest. */
  constructor(backend: PackSource, heldLimitBytes = HELD_BYTES) {
    this.#backend = backend;
    this.#heldLimitBytes = heldLimitBytes;
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
      return known.bytes;
    }
    if (this.#countRead(pack) <= SINGLE_READS) return Promise.resolve(null);
    const whole: WholePack = { heldBytes: 0, bytes: Promise.resolve(null) };
    this.#whole.set(pack, whole);
    whole.bytes = this.#loadWhole(pack, whole, signal);
    whole.bytes.catch(() => {
      if (this.#whole.get(pack) === whole) this.#whole.delete(pack);
    });
    return whole.bytes;
  }

  async #loadWhole(pack: PackId, whole: WholePack, signal: AbortSignal | undefined): Promise<Buffer | null> {
    const file = treePack(pack);
    const size = await this.#backend.stat(file, signal);
    whole.heldBytes = size === null || size.sizeBytes > MAX_WHOLE_PACK_BYTES ? 0 : size.sizeBytes;
    this.#makeRoom();
    return whole.heldBytes === 0 ? null : this.#backend.load(file, undefined, signal);
  }

  /** Lets go of what was used least lately, but for one. */
  #makeRoom(): void {
    let heldBytes = this.#whole.values().reduce((sum, whole) => sum + whole.heldBytes, 0);
    for (const [oldest, whole] of this.#whole) {
      const isWithin = heldBytes <= this.#heldLimitBytes && this.#whole.size <= MAX_WHOLE_PACKS;
      if (isWithin || this.#whole.size === 1) return;
      heldBytes -= whole.heldBytes;
      this.#whole.delete(oldest);
      this.#reads.set(oldest, SINGLE_READS - SINGLE_READS_AGAIN);
    }
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
