import type { Backend } from '../backends/backend.ts';
import { throwIfCancelled, untilCancelled } from '../backends/cancel.ts';
import { copyBytes } from '../copy-bytes.ts';
import { HoldfastError } from '../errors.ts';
import { BlobCache } from './blob-cache.ts';
import type { BlobIndex, BlobPlace } from './blob-index.ts';
import { refuseGiant } from './blob-sealing.ts';
import type { BlobWorkers } from './blob-workers.ts';
import { isDamage } from './damage.ts';
import type { BlobId, PackId } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';
import type { LentBlob } from './lent-blob.ts';
import { OpenedPack } from './opened-pack.ts';
import type { PendingBlobs } from './pending-blobs.ts';
import { readAgainIfAltered } from './second-read.ts';
import { SlabPool } from './slab-pool.ts';
import { TreePacks } from './tree-packs.ts';
import { TreesAhead } from './trees-ahead.ts';

/** Plain blobs kept because they may be asked for again, or will be for the first time. */
const CACHE_BYTES = 16 * 1024 * 1024;

export interface BlobReaderOptions {
  readonly backend: Backend;
  readonly index: BlobIndex;
  readonly pending: PendingBlobs;
  readonly workers: () => BlobWorkers;
}

/** Loads, opens and verifies single blobs. read-ahead.ts reads many. */
export class BlobReader {
  readonly #options: BlobReaderOptions;
  readonly #cache = new BlobCache(CACHE_BYTES);
  readonly #trees: TreePacks;
  readonly #ahead: TreesAhead;
  readonly #rooms = new SlabPool();
  #opensAhead = false;

  constructor(options: BlobReaderOptions) {
    this.#options = options;
    this.#trees = new TreePacks(options.backend, {
      ahead: {
        prepare: (place, size) => (this.#opensAhead ? OpenedPack.of(options.index, place, size) : null),
        begin: (pack) => options.workers().openAhead(pack),
      },
    });
    this.#ahead = new TreesAhead({
      load: (id) => this.#load('tree', id),
      sizeOf: (id) => this.#sizeOfTreeToLoad(id),
    });
  }

  /** Loads of packs that are worth running at once. */
  get connections(): number {
    return this.#options.backend.connections;
  }

  /** The blob, if it was read lately. */
  cached(type: BlobType, id: BlobId): Buffer | null {
    return this.#cache.get(type, id);
  }

  /** Where the blob is read from, or null if no index names it. */
  place(type: BlobType, id: BlobId): BlobPlace | null {
    const row = this.#options.index.find(type, id);
    return row < 0 ? null : this.#options.index.placeAt(row);
  }

  /**
   * Loads a part of a pack for `take`, which must have copied what it needs when it returns: the memory serves for other
   * parts then.
   */
  async takeRange(
    pack: PackId,
    { offset, length }: { offset: number; length: number },
    signal: AbortSignal | undefined,
    take: (bytes: Buffer) => void,
  ): Promise<void> {
    refuseGiant(`a part of pack ${pack}`, { length, plainLength: null });
    const slab = this.#rooms.take(length);
    try {
      const range = { offset, length, into: slab.subarray(0, length) };
      take(await this.#options.backend.load({ kind: 'pack', name: pack }, range, signal));
    } finally {
      this.#rooms.give(slab);
    }
  }

  /** Loads a part of a pack, for which `into` has just the room. */
  async loadInto(
    pack: PackId,
    { offset, length }: { offset: number; length: number },
    into: Uint8Array,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    refuseGiant(`a part of pack ${pack}`, { length, plainLength: null });
    const bytes = await this.#options.backend.load(
      { kind: 'pack', name: pack },
      { offset, length, into },
      signal,
    );
    if (bytes.buffer !== into.buffer) copyBytes(bytes, into);
  }

  /** Opens and verifies the blob that was loaded from `place`. */
  lend(id: BlobId, place: BlobPlace, sealed: Uint8Array): Promise<LentBlob> {
    return this.#options.workers().lend(sealed, { id, plainLength: place.plainLength });
  }

  /** Keeps a blob for those who ask for it soon. */
  remember(type: BlobType, id: BlobId, plain: Buffer): void {
    this.#cache.put(type, id, plain);
  }

  /**
   * Begins to load trees that will soon be asked for one by one, and those below them, so that they are opened together: as
   * many of them as memory for that is left. Failures are told to who asks.
   */
  prefetchTrees(ids: Iterable<BlobId>): void {
    this.#ahead.begin(ids);
  }

  /** From now on the trees of packs that many are wanted of are opened ahead by a thread. */
  openTreesAhead(): void {
    this.#opensAhead = true;
    this.#options.workers().startOpening();
  }

  #opened(id: BlobId): Buffer | null {
    if (!this.#opensAhead) return null;
    const place = this.place('tree', id);
    return (place && this.#trees.opened(place.pack)?.take(place.row, id)) ?? null;
  }

  #sizeOfTreeToLoad(id: BlobId): number | null {
    const place = this.place('tree', id);
    if (place === null || this.#trees.opened(place.pack)?.covers(place.row) === true) return null;
    if (this.#cache.get('tree', id) !== null) return null;
    return place.plainLength ?? place.length;
  }

  /**
   * The blob, from whichever of its places gives it whole.
   * @throws HoldfastError repository-damaged if it is missing or damaged in all of them; what the backend throws.
   */
  async load(type: BlobType, id: BlobId, signal?: AbortSignal): Promise<Buffer> {
    throwIfCancelled(signal);
    if (type !== 'tree') return this.#load(type, id, signal);
    const opened = this.#opened(id);
    if (opened !== null) return opened;
    const coming = this.#ahead.take(id);
    if (coming !== undefined) return untilCancelled(coming, signal);
    return this.#load(type, id, signal);
  }

  async #load(type: BlobType, id: BlobId, signal?: AbortSignal): Promise<Buffer> {
    const cached = this.#cache.get(type, id) ?? (await this.#loadPending(type, id));
    if (cached !== null) return cached;
    const problems: unknown[] = [];
    for (const place of this.#options.index.places(type, id)) {
      try {
        const { plainLength } = place;
        const lent = await readAgainIfAltered(async (again) => {
          const sealed = await this.#loadSealed(type, place, signal, again);
          return this.#options.workers().lend(sealed, { id, plainLength }, { alone: true });
        });
        const plain = lent.keep();
        this.remember(type, id, plain);
        return plain;
      } catch (error) {
        if (!isDamage(error)) throw error;
        problems.push(error);
      }
    }
    throw damagedBlob(type, id, problems);
  }

  async #loadSealed(
    type: BlobType,
    place: BlobPlace,
    signal: AbortSignal | undefined,
    again: boolean,
  ): Promise<Uint8Array> {
    refuseGiant(`a blob of pack ${place.pack}`, place);
    return type === 'tree' && !again
      ? this.#trees.load(place, signal)
      : this.#options.backend.load({ kind: 'pack', name: place.pack }, rangeOf(place), signal);
  }

  /** Null if it isn't pending, or its pack was stored meanwhile: then an index names it. */
  async #loadPending(type: BlobType, id: BlobId): Promise<Buffer | null> {
    const { pending, workers } = this.#options;
    await pending.whenSealed(type, id);
    const sealed = pending.sealed(type, id);
    if (sealed === null) return null;
    const plainLength = sealed.compressed ? sealed.plainLength : null;
    return await workers().open(sealed.bytes, { id, plainLength });
  }
}

function rangeOf({ offset, length }: BlobPlace): { offset: number; length: number } {
  return { offset, length };
}

function damagedBlob(type: BlobType, id: BlobId, problems: readonly unknown[]): HoldfastError {
  const [first] = problems;
  const actual =
    first === undefined ? 'no index names it' : first instanceof Error ? first.message : String(first);
  return new HoldfastError(
    'repository-damaged',
    `Cannot read ${type} blob ${id}: ${actual.replace(/\.$/, '')}. "check --read-data" tells what else is damaged.`,
    { cause: first },
  );
}
