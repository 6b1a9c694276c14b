import { throwIfCancelled } from '../../backends/cancel.ts';
import { HoldfastError } from '../../errors.ts';
import type { BlobPlace } from '../blob-index.ts';
import { type ExpectedBlob, plainLengthOf, refuseGiant } from '../blob-sealing.ts';
import { isDamage } from '../damage.ts';
import type { BlobId } from '../format/ids.ts';
import type { BlobType } from '../format/packed-blob.ts';
import type { OpenRepository } from '../open-repository.ts';
import { mapInOrder } from '../parallel.ts';
import { coalesce, type PlacedItem, type ReadRange } from '../read-ranges.ts';
import type { PrunePlan } from './plan.ts';

/** Ranges of packs that are loaded or verified at once, each up to MAX_RANGE_BYTES and twice in memory. */
const RANGES_AT_ONCE = 4;

export interface RepackOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told of the stored bytes of blobs that are done. */
  readonly onBytes?: (bytes: number) => void;
  readonly onWarning?: (message: string) => void;
}

/** A blob that is read. */
interface Item extends PlacedItem {
  readonly place: BlobPlace;
  readonly type: BlobType;
  readonly id: BlobId;
  /** `look`: it stays where it is; `compress`: it isn't so far. */
  readonly task: 'move' | 'compress' | 'look';
}

/** Of an item: its plain bytes if they are wanted, null if it is only verified, or what is wrong with it. */
type Outcome = { readonly plain: Buffer | null } | { readonly error: unknown };

interface LoadedRange {
  readonly range: ReadRange<Item>;
  readonly bytes: Buffer | null;
  readonly outcomes: readonly Outcome[];
}

/**
 * Reads, verifies and writes anew what the plan says: a blob that is compressed goes into its new pack as it is sealed.
 * One that is damaged is taken from another place, if there is one. Afterwards all of it is durable, and indexed.
 * @throws HoldfastError repository-damaged, naming it, for a blob that no place gives whole.
 */
export async function repack(
  repository: OpenRepository,
  plan: PrunePlan,
  options: RepackOptions = {},
): Promise<void> {
  const work = (range: ReadRange<Item>) => loadRange(repository, range, options.signal);
  for await (const loaded of mapInOrder(rangesOf(repository, plan), RANGES_AT_ONCE, work)) {
    throwIfCancelled(options.signal);
    await store(repository, loaded, options);
    options.onBytes?.(loaded.range.items.reduce((sum, { place }) => sum + place.length, 0));
  }
  await repository.flush();
}

/** Stored bytes of all blobs that `repack` reads. */
export function bytesToRead({ packs: { index }, moves, looks }: PrunePlan): number {
  let bytes = 0;
  for (const rows of [moves, looks]) for (const row of rows) bytes += index.placeAt(row).length;
  return bytes;
}

function* rangesOf({ index, version }: OpenRepository, plan: PrunePlan): Generator<ReadRange<Item>> {
  for (const pack of plan.packs.indexed) {
    const items: Item[] = [];
    for (const row of plan.packs.rowsOf(pack)) {
      const isMoved = plan.moves.has(row);
      if (!isMoved && !plan.looks.has(row)) continue;
      const place = index.placeAt(row);
      const task = !isMoved ? 'look' : version === 2 && place.plainLength === null ? 'compress' : 'move';
      items.push({ place, type: index.typeAt(row), id: index.idAt(row), task });
    }
    yield* coalesce(items);
  }
}

/** Never rejects for damage: that is an outcome of each item. */
async function loadRange(
  repository: OpenRepository,
  range: ReadRange<Item>,
  signal: AbortSignal | undefined,
): Promise<LoadedRange> {
  try {
    refuseGiant(`a part of pack ${range.pack}`, { length: range.length, plainLength: null });
    const bytes = await repository.backend.load({ kind: 'pack', name: range.pack }, range, signal);
    return { range, bytes, outcomes: await verify(repository, range, bytes) };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { range, bytes: null, outcomes: range.items.map(() => ({ error })) };
  }
}

async function verify(
  repository: OpenRepository,
  { items, offset: start }: ReadRange<Item>,
  bytes: Buffer,
): Promise<Outcome[]> {
  const workers = repository.workers();
  const toVerify = items.filter(({ task }) => task !== 'compress');
  const faults = workers.verify(
    toVerify.map((item) => ({
      offset: item.place.offset - start,
      length: item.place.length,
      expected: expectedOf(item),
    })),
    bytes,
  );
  const opened = items.map(async (item): Promise<Outcome | null> => {
    if (item.task !== 'compress') return null;
    try {
      return { plain: await workers.open(sealedBytes(item, bytes, start), expectedOf(item)) };
    } catch (error) {
      return { error };
    }
  });
  const verified = (await faults).map((error): Outcome => (error === null ? { plain: null } : { error }));
  return (await Promise.all(opened)).map((outcome) => outcome ?? (verified.shift() as Outcome));
}

function expectedOf({ id, place }: Item): ExpectedBlob {
  return { id, plainLength: place.plainLength };
}

function sealedBytes({ place }: Item, bytes: Buffer, start: number): Buffer {
  return bytes.subarray(place.offset - start, place.offset - start + place.length);
}

async function store(
  repository: OpenRepository,
  { range, bytes, outcomes }: LoadedRange,
  options: RepackOptions,
): Promise<void> {
  const saving: Promise<void>[] = [];
  const save = (item: Item, plain: Buffer) => {
    const saved = saveAgain(repository, item, plain);
    saved.catch(() => {}); // Thrown at the end, or whatever fails before.
    saving.push(saved);
  };
  for (const [i, item] of range.items.entries()) {
    const outcome = outcomes[i] as Outcome;
    await repository.room();
    if ('error' in outcome) {
      save(item, await fromElsewhere(repository, item, outcome.error, options));
    } else if (outcome.plain !== null) {
      save(item, outcome.plain);
    } else if (item.task === 'move' && bytes !== null) {
      const sealed = sealedBytes(item, bytes, range.offset);
      const { plainLength } = item.place;
      repository.addSealedBlob(item.type, item.id, {
        bytes: sealed,
        plainLength: plainLengthOf(sealed.length, { plainLength }),
        compressed: plainLength !== null,
      });
    }
  }
  await Promise.all(saving);
}

async function saveAgain(repository: OpenRepository, { type, id }: Item, plain: Buffer): Promise<void> {
  const saved = await repository.saveBlobAgain(type, plain);
  if (saved.id === id) return;
  throw new HoldfastError('internal', `Cannot move ${type} blob ${id}: it became ${saved.id}.`);
}

/** The plain blob from another of its places, to be stored anew whatever its task was. */
async function fromElsewhere(
  repository: OpenRepository,
  { type, id, place }: Item,
  error: unknown,
  { signal, onWarning }: RepackOptions,
): Promise<Buffer> {
  if (!isDamage(error)) throw error;
  try {
    const plain = await repository.loadBlob(type, id, signal);
    onWarning?.(`Pack ${place.pack} is damaged: ${type} blob ${id} was saved anew from another pack.`);
    return plain;
  } catch (cause) {
    if (!isDamage(cause)) throw cause;
    throw new HoldfastError(
      'repository-damaged',
      `Cannot read ${type} blob ${id} in pack ${place.pack}, which is needed: ${messageOf(error)}`,
      { cause },
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
