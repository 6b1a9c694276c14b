import type { BlobIndex, PackRows } from '../blob-index.ts';
import { groupPacks } from '../check-packs.ts';
import type { PackId } from '../format/ids.ts';
import { packSizeBytes } from '../format/pack-header.ts';
import type { PackedBlob } from '../format/packed-blob.ts';
import type { OpenRepository } from '../open-repository.ts';
import { RowSet } from '../row-set.ts';

/** A pack that the index names. */
export interface IndexedPack {
  readonly id: PackId;
  /** Several where several index files name it. */
  readonly entries: readonly Readonly<PackRows>[];
  /** By the index: header and blobs. */
  readonly expectedBytes: number;
  /** Null: it isn't there. */
  readonly sizeBytes: number | null;
}

export interface StrayPack {
  readonly id: PackId;
  readonly sizeBytes: number;
}

/** What packs there are, and what the index says of them. */
export class StoredPacks {
  readonly indexed: readonly IndexedPack[];
  /** Those that no index names. */
  readonly strays: readonly StrayPack[];
  readonly index: BlobIndex;
  /** Rows that say again what another row says. */
  readonly #repeated: RowSet;

  private constructor(
    index: BlobIndex,
    repeated: RowSet,
    indexed: readonly IndexedPack[],
    strays: readonly StrayPack[],
  ) {
    this.index = index;
    this.#repeated = repeated;
    this.indexed = indexed;
    this.strays = strays;
  }

  static async list({ index, backend }: OpenRepository, signal?: AbortSignal): Promise<StoredPacks> {
    const entriesOf = groupPacks(index);
    const strays: StrayPack[] = [];
    const sizes = new Map<PackId, number>();
    for await (const { name, sizeBytes } of backend.list('pack', signal)) {
      const id = name as PackId;
      if (entriesOf.has(id)) sizes.set(id, sizeBytes);
      else strays.push({ id, sizeBytes });
    }
    const repeated = new RowSet(index.rowCount);
    const indexed: IndexedPack[] = [];
    for (const [id, entries] of entriesOf) {
      if (entries.length > 1) markRepeated(index, entries, repeated);
      const expectedBytes = packSizeBytes(blobsIn(index, entries, repeated));
      indexed.push({ id, entries, expectedBytes, sizeBytes: sizes.get(id) ?? null });
    }
    return new StoredPacks(index, repeated, indexed, strays);
  }

  /** The rows of a pack's blobs, each blob once, by rising offset in each entry that restic or we wrote. */
  *rowsOf({ entries }: Pick<IndexedPack, 'entries'>): Generator<number> {
    for (const { firstRow, rowCount } of entries) {
      for (let row = firstRow; row < firstRow + rowCount; row++) if (!this.#repeated.has(row)) yield row;
    }
  }
}

/** Whether the pack is there with the size that the index says: only then its blobs count as stored. */
export function isSound({ sizeBytes, expectedBytes }: IndexedPack): boolean {
  return sizeBytes === expectedBytes;
}

function markRepeated(index: BlobIndex, entries: readonly Readonly<PackRows>[], repeated: RowSet): void {
  const seen = new Set<string>();
  for (const { firstRow, rowCount } of entries) {
    for (let row = firstRow; row < firstRow + rowCount; row++) {
      const { offset, length } = index.placeAt(row);
      const key = `${index.typeAt(row)} ${index.idAt(row)} ${offset} ${length}`;
      if (seen.has(key)) repeated.add(row);
      else seen.add(key);
    }
  }
}

function* blobsIn(
  index: BlobIndex,
  entries: readonly Readonly<PackRows>[],
  repeated: RowSet,
): Generator<Pick<PackedBlob, 'length' | 'plainLength'>> {
  for (const { firstRow, rowCount } of entries) {
    for (let row = firstRow; row < firstRow + rowCount; row++) {
      if (!repeated.has(row)) yield index.placeAt(row);
    }
  }
}
