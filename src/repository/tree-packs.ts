import type { Backend, FileHandle } from '../backends/backend.ts';
import { copyBytes } from '../copy-bytes.ts';
import type { BlobPlace } from './blob-index.ts';
import type { PackId } from './format/ids.ts';
import type { OpenedPack } from './opened-pack.ts';

/** Blobs of one pack that are read one by one before the pack is taken whole: who reads so many reads on. */
const SINGLE_READS = 2;

/** A pack larger than this (restic makes them up to 128 MiB on request) is never taken whole. */
const MAX_WHOLE_PACK_BYTES = 20 * 1024 * 1024;

/**
 * Bytes of packs kept, the latest used. The trees of one snapshot lie in as many packs as backups wrote some of them, and a
 * walk goes from one to the other and back.
 */
const HELD_BYTES = 2 * MAX_WHOLE_PACK_BYTES;

/**
 * Bytes of packs whose trees are opened ahead, with these: of some 5,000 folders. In all, for V8 doesn't see how much shared memory
 * waits to be collected.
 */
const MAX_OPENED_BYTES = 48 * 1024 * 1024;

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
  /** Once its trees are being opened. */
  opened: OpenedPack | null;
  /** 0 until it is known, and for one that is too large: its trees are read one by one. */
  heldBytes: number;
  /** Null: it is too large, or isn't there. */
  bytes: Promise<Uint8Array | null>;
}

/** What has the trees of a pack opened before they are wanted. */
export interface OpensAhead {
  /** The pack that the tree at `place` is in; null: each of its trees is to be opened when it is wanted. */
  prepare(place: BlobPlace, size: { sealedBytes: number; roomBytes: number }): OpenedPack | null;
  /** To be called once the pack's bytes are there. */
  begin(pack: OpenedPack): void;
}

const OPENS_NONE: OpensAhead = { prepare: () => null, begin() {} };

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
  readonly #ahead: OpensAhead;
  #openedBytes = 0;

  /** @param heldLimitBytes What packs may take in memory together, but for the latest, and for what is opened ahead. */
  constructor(
    backend: PackSource,
    { heldLimitBytes = HELD_BYTES, ahead = OPENS_NONE }: { heldLimitBytes?: number; ahead?: OpensAhead } = {},
  ) {
    this.#backend = backend;
    this.#heldLimitBytes = heldLimitBytes;
    this.#ahead = ahead;
  }

  /** The pack, if its trees are being opened. */
  opened(pack: PackId): OpenedPack | null {
    return this.#whole.get(pack)?.opened ?? null;
  }

  /** The sealed bytes at `place`: the caller's own. */
  async load(place: BlobPlace, signal?: AbortSignal): Promise<Uint8Array> {
    const whole = await this.#wholeOf(place, signal);
    const end = place.offset + place.length;
    // A pack that is too short is told by the backend, in the words for all packs.
    if (whole !== null && whole.length >= end)
      return Uint8Array.prototype.slice.call(whole, place.offset, end);
    return this.#backend.load(treePack(place.pack), place, signal);
  }

  #wholeOf(place: BlobPlace, signal: AbortSignal | undefined): Promise<Uint8Array | null> {
    const { pack } = place;
    const known = this.#whole.get(pack);
    if (known !== undefined) {
      this.#whole.delete(pack);
      this.#whole.set(pack, known);
      return known.bytes;
    }
    if (this.#countRead(pack) <= SINGLE_READS) return Promise.resolve(null);
    const whole: WholePack = { opened: null, heldBytes: 0, bytes: Promise.resolve(null) };
    this.#whole.set(pack, whole);
    whole.bytes = this.#loadWhole(place, whole, signal);
    whole.bytes.catch(() => {
      if (this.#whole.get(pack) === whole) this.#whole.delete(pack);
    });
    return whole.bytes;
  }

  async #loadWhole(
    place: BlobPlace,
    whole: WholePack,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array | null> {
    const file = treePack(place.pack);
    const size = await this.#backend.stat(file, signal);
    whole.heldBytes = size === null || size.sizeBytes > MAX_WHOLE_PACK_BYTES ? 0 : size.sizeBytes;
    this.#makeRoom();
    if (whole.heldBytes === 0) return null;
    const roomBytes = MAX_OPENED_BYTES - this.#openedBytes;
    const opened = this.#ahead.prepare(place, { sealedBytes: whole.heldBytes, roomBytes });
    if (opened === null) return this.#backend.load(file, undefined, signal);
    this.#openedBytes += opened.sizeBytes;
    const { sealed } = opened;
    const bytes = await this.#backend.load(file, { offset: 0, length: sealed.length, into: sealed }, signal);
    if (bytes.buffer !== sealed.buffer) copyBytes(bytes, sealed);
    this.#ahead.begin(opened);
    whole.opened = opened;
    return sealed;
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
