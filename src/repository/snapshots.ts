import type { SnapshotId } from './format/ids.ts';
import { decodeSnapshot } from './format/snapshot-file.ts';
import type { StoredSnapshot } from './repository.ts';
import type { SealedFiles } from './sealed-files.ts';

/** Snapshots loaded at once: they are small, so that the time is all in asking for them. */
const LOADED_AT_ONCE = 16;

/**
 * All snapshots, in no order. One that was removed since it was listed is left out.
 * @throws HoldfastError repository-damaged at the first that can't be read: a snapshot is never passed over silently.
 */
export async function* loadSnapshots(
  files: SealedFiles,
  signal?: AbortSignal,
): AsyncGenerator<StoredSnapshot> {
  const ids = (await files.list('snapshot', signal)).map(({ id }) => id);
  for (let start = 0; start < ids.length; start += LOADED_AT_ONCE) {
    const batch = ids.slice(start, start + LOADED_AT_ONCE);
    for (const stored of await Promise.all(batch.map((id) => loadOne(files, id, signal)))) {
      if (stored !== null) yield stored;
    }
  }
}

async function loadOne(
  files: SealedFiles,
  id: SnapshotId,
  signal?: AbortSignal,
): Promise<StoredSnapshot | null> {
  const json = await files.loadIfThere('snapshot', id, signal);
  return json && { id, snapshot: decodeSnapshot(json, `snapshot ${id}`) };
}
