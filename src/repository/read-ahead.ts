import { setImmediate as nextTurn } from 'node:timers/promises';
import { cancellation } from '../backends/cancel.ts';
import type { BlobPlace } from './blob-index.ts';
import type { BlobReader } from './blob-reader.ts';
import { isDamage } from './damage.ts';
import type { BlobId } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';
import { LentBlob } from './lent-blob.ts';
import { coalesce, type PlacedItem, type ReadRange } from './read-ranges.ts';

/** Bytes, stored and plain, of the blobs that are read before they are asked for. */
export const READ_AHEAD_BYTES = 32 * 1024 * 1024;

/** And their number: small ones cost objects, not bytes. */
const READ_AHEAD_BLOBS = 4096;

/** A full window is filled again once this part of it is free, so that neighbours are planned together. */
const REFILL_AT = 0.25;

/** What became of one blob that was asked for. */
export type BlobOutcome<T = Buffer> =
  | { readonly id: BlobId; readonly blob: T }
  | { readonly id: BlobId; readonly blob: null; readonly error: unknown };

type LentOutcome = BlobOutcome<LentBlob>;

/**
 * The blobs of `ids` in that order. Those that lie close together are loaded in one range, several ranges at once,
 * and opened by the workers while earlier ones are used. A damaged blob is tried at its other places, and is then an
 * outcome of its own: the rest goes on. Each blob is to be given back before many more are asked for: what is read ahead takes
 * its memory.
 *
 * @throws what `ids` throws; HoldfastError cancelled.
 */
export async function* readAhead(
  reader: BlobReader,
  type: BlobType,
  ids: AsyncIterable<BlobId> | Iterable<BlobId>,
  signal?: AbortSignal,
): AsyncGenerator<LentOutcome> {
  const abandoned = new AbortController();
  const window = new ReadWindow(
    reader,
    type,
    signal === undefined ? abandoned.signal : AbortSignal.any([signal, abandoned.signal]),
  );
  void window.fill(ids);
  try {
    for (;;) {
      const outcome = await window.next();
      if (outcome === null) return;
      yield outcome;
    }
  } finally {
    abandoned.abort();
    window.giveBack();
  }
}

/** A blob that is to be read. */
interface Slot extends PlacedItem {
  readonly id: BlobId;
  readonly place: BlobPlace;
  readonly outcome: PromiseWithResolvers<LentOutcome>;
  planned: boolean;
  /** How often it was asked for. */
  readers: number;
  /** Once it is there. */
  lent: LentBlob | null;
}

/** A blob that was asked for; `slot` is null if it needn't be read for this one. */
interface Wanted {
  readonly outcome: Promise<LentOutcome>;
  readonly sizeBytes: number;
  readonly slot: Slot | null;
}

class ReadWindow {
  readonly #reader: BlobReader;
  readonly #type: BlobType;
  readonly #signal: AbortSignal;
  readonly #wanted: Wanted[] = [];
  /** The slots in #wanted: a blob that is asked for twice is read once. */
  readonly #slots = new Map<BlobId, Slot>();
  readonly #ranges: ReadRange<Slot>[] = [];
  #unplanned: Slot[] = [];
  #sizeBytes = 0;
  #loads = 0;
  #sourceEnd: { error: unknown } | null = null;
  #changed = Promise.withResolvers<void>();

  constructor(reader: BlobReader, type: BlobType, signal: AbortSignal) {
    this.#reader = reader;
    this.#type = type;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#abort(), { once: true });
    if (signal.aborted) this.#abort();
  }

  /** Takes IDs as long as there is room. Never rejects: `next` throws what the source threw. */
  async fill(ids: AsyncIterable<BlobId> | Iterable<BlobId>): Promise<void> {
    let error: unknown = null;
    try {
      for await (const id of ids) {
        if (this.#isFilledTo(1)) await this.#partlyEmpty();
        if (this.#signal.aborted) break;
        this.#want(id);
        this.#wake();
      }
    } catch (thrown) {
      error = thrown;
    }
    this.#sourceEnd = { error };
    this.#plan();
    this.#wake();
  }

  /** The next outcome, or null after the last. */
  async next(): Promise<LentOutcome | null> {
    const first = await this.#first();
    if (first === null) return null;
    if (first.slot !== null && !first.slot.planned) {
      await nextTurn(); // What the source has ready already is planned together with it.
      this.#plan();
    }
    const outcome = await first.outcome;
    if (this.#signal.aborted) throw cancellation(this.#signal);
    this.#wanted.shift();
    this.#sizeBytes -= first.sizeBytes;
    if (first.slot !== null) this.#slots.delete(first.slot.id);
    this.#wake();
    return outcome;
  }

  async #first(): Promise<Wanted | null> {
    for (;;) {
      if (this.#signal.aborted) throw cancellation(this.#signal);
      const [first] = this.#wanted;
      if (first !== undefined) return first;
      if (this.#sourceEnd?.error) throw this.#sourceEnd.error;
      if (this.#sourceEnd !== null) return null;
      await this.#changed.promise;
    }
  }

  async #partlyEmpty(): Promise<void> {
    this.#plan();
    while (this.#isFilledTo(1 - REFILL_AT) && !this.#signal.aborted) await this.#changed.promise;
  }

  /** What was read and is wanted no more. */
  giveBack(): void {
    for (const { outcome } of this.#wanted.splice(0)) void outcome.then(({ blob }) => blob?.giveBack());
  }

  #isFilledTo(part: number): boolean {
    return (
      this.#sizeBytes >= READ_AHEAD_BYTES * part ||
      (this.#wanted.length >= READ_AHEAD_BLOBS * part && this.#wanted.length > 0)
    );
  }

  #want(id: BlobId): void {
    const wanted = this.#asCached(id) ?? this.#asSlot(id) ?? this.#asUnplaced(id);
    this.#wanted.push(wanted);
    this.#sizeBytes += wanted.sizeBytes;
  }

  #asCached(id: BlobId): Wanted | null {
    const known = this.#slots.get(id);
    if (known !== undefined) {
      known.readers++;
      known.lent?.share(1);
      return { outcome: known.outcome.promise, sizeBytes: 0, slot: null };
    }
    const cached = this.#reader.cached(this.#type, id);
    if (cached === null) return null;
    const blob = LentBlob.ofOwn(cached);
    return { outcome: Promise.resolve({ id, blob }), sizeBytes: cached.length, slot: null };
  }

  #asSlot(id: BlobId): Wanted | null {
    const place = this.#reader.place(this.#type, id);
    if (place === null) return null;
    const slot: Slot = {
      id,
      place,
      outcome: Promise.withResolvers(),
      planned: false,
      readers: 1,
      lent: null,
    };
    this.#slots.set(id, slot);
    this.#unplanned.push(slot);
    const sizeBytes = place.length + (place.plainLength ?? place.length);
    return { outcome: slot.outcome.promise, sizeBytes, slot };
  }

  /** One that no index names: it is still in this run's memory, or an error. */
  #asUnplaced(id: BlobId): Wanted {
    return { outcome: this.#loadAlone(id), sizeBytes: 0, slot: null };
  }

  /** Puts the ranges of what was asked for so far in line. */
  #plan(): void {
    const slots = this.#unplanned;
    this.#unplanned = [];
    for (const slot of slots) slot.planned = true;
    this.#ranges.push(...coalesce(slots));
    while (this.#loads < this.#reader.connections && this.#startNext());
  }

  #startNext(): boolean {
    const range = this.#signal.aborted ? undefined : this.#ranges.shift();
    if (range === undefined) return false;
    this.#loads++;
    const load = this.#reader.takeRange(range.pack, range, this.#signal, (bytes) => {
      // Each copies its own part at once.
      for (const slot of range.items) void this.#open(slot, bytes, range.offset);
    });
    load
      .catch((error: unknown) => {
        for (const slot of range.items) this.#failed(slot, error);
      })
      .finally(() => {
        this.#loads--;
        this.#startNext();
      });
    return true;
  }

  async #open(slot: Slot, bytes: Buffer, rangeOffset: number): Promise<void> {
    const { id, place } = slot;
    const start = place.offset - rangeOffset;
    try {
      const blob = await this.#reader.lend(id, place, bytes.subarray(start, start + place.length));
      if (this.#signal.aborted) return blob.giveBack();
      blob.share(slot.readers - 1);
      slot.lent = blob;
      slot.outcome.resolve({ id, blob });
    } catch (error) {
      this.#failed(slot, error);
    }
  }

  #failed(slot: Slot, error: unknown): void {
    const { id } = slot;
    slot.outcome.resolve(isDamage(error) ? this.#loadAlone(id) : { id, blob: null, error });
  }

  async #loadAlone(id: BlobId): Promise<LentOutcome> {
    try {
      return { id, blob: LentBlob.ofOwn(await this.#reader.load(this.#type, id, this.#signal)) };
    } catch (error) {
      return { id, blob: null, error };
    }
  }

  /** Tells both ends to look again. */
  #wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  #abort(): void {
    const error = cancellation(this.#signal);
    for (const { id, outcome } of this.#slots.values()) outcome.resolve({ id, blob: null, error });
    this.#wake();
  }
}
