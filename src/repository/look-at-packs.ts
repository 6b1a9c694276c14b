import type { Backend, StoredFile } from '../backends/backend.ts';
import type { BlobIndex } from './blob-index.ts';
import type { PackId } from './format/ids.ts';
import { listAll } from './sealed-files.ts';

/** How the packs that are stored and those that the index names differ. */
export interface LookedAtPacks {
  /** Stored, and named by no index that was loaded: a run was cut off. */
  readonly strays: readonly StoredFile[];
  /** Named, and not stored, or cut off before the end of a blob: what only they held is lost. */
  readonly lost: readonly PackId[];
}

/** Lists all packs. The index must be loaded. */
export async function lookAtPacks(
  { backend, index }: { readonly backend: Backend; readonly index: BlobIndex },
  signal?: AbortSignal,
): Promise<LookedAtPacks> {
  const stored = await listAll(backend, 'pack', signal);
  const needed = neededBytes(index);
  const sizes = new Map(stored.map(({ name, sizeBytes }) => [name, sizeBytes]));
  return {
    strays: stored.filter(({ name }) => !needed.has(name as PackId)),
    lost: [...needed].filter(([id, bytes]) => (sizes.get(id) ?? -1) < bytes).map(([id]) => id),
  };
}

/** Where the last blob of each indexed pack ends. */
function neededBytes(index: BlobIndex): Map<PackId, number> {
  const needed = new Map<PackId, number>();
  for (const { id, firstRow, rowCount } of index.packs) {
    let end = needed.get(id) ?? 0;
    for (let row = firstRow; row < firstRow + rowCount; row++) {
      end = Math.max(end, index.offsetAt(row) + index.lengthAt(row));
    }
    needed.set(id, end);
  }
  return needed;
}
