import type { Backend, StoredFile } from '../backends/backend.ts';
import type { BlobIndex, PackRows } from './blob-index.ts';
import type { PackId } from './format/ids.ts';
import { packSizeBytes } from './format/pack-header.ts';
import { listAll } from './sealed-files.ts';

/** How the packs that are stored and those that the index names differ. */
export interface LookedAtPacks {
  /** Stored, and named by no index that was loaded: a run was cut off. */
  readonly strays: readonly StoredFile[];
  /**
   * Named, and not stored, cut off before the end of a blob, or larger than what is named: something else was put in the place of it. What only
   * they held is lost.
   */
  readonly lost: readonly PackId[];
}

/** Lists all packs. The index must be loaded. */
export async function lookAtPacks(
  { backend, index }: { readonly backend: Backend; readonly index: BlobIndex },
  signal?: AbortSignal,
): Promise<LookedAtPacks> {
  const stored = await listAll(backend, 'pack', signal);
  const expected = expectedSizes(index);
  const sizes = new Map(stored.map(({ name, sizeBytes }) => [name, sizeBytes]));
  return {
    strays: stored.filter(({ name }) => !expected.has(name as PackId)),
    lost: [...expected].filter(([id, of]) => !isWhole(of, sizes.get(id) ?? -1)).map(([id]) => id),
  };
}

/** Of an indexed pack, in bytes. */
interface ExpectedSize {
  /** Where its last blob ends. */
  readonly least: number;
  /** With its header. */
  readonly most: number;
}

function isWhole({ least, most }: ExpectedSize, sizeBytes: number): boolean {
  return sizeBytes >= least && sizeBytes <= most;
}

/** Of a pack that several indexes name, the widest. */
function expectedSizes(index: BlobIndex): Map<PackId, ExpectedSize> {
  const all = new Map<PackId, ExpectedSize>();
  for (const pack of index.packs) {
    const before = all.get(pack.id) ?? { least: 0, most: 0 };
    let least = before.least;
    for (let row = pack.firstRow; row < pack.firstRow + pack.rowCount; row++) {
      least = Math.max(least, index.offsetAt(row) + index.lengthAt(row));
    }
    all.set(pack.id, { least, most: Math.max(before.most, packSizeBytes(lengthsOf(index, pack))) });
  }
  return all;
}

/** One object for all: there are millions. */
function* lengthsOf(index: BlobIndex, { firstRow, rowCount }: Readonly<PackRows>) {
  const lengths = { length: 0, plainLength: null as number | null };
  for (let row = firstRow; row < firstRow + rowCount; row++) {
    lengths.length = index.lengthAt(row);
    lengths.plainLength = index.plainLengthAt(row);
    yield lengths;
  }
}
