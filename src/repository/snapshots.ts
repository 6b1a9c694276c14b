import { isMissing } from '../backends/backend.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import { isUnreadable } from './damage.ts';
import type { SnapshotId } from './format/ids.ts';
import type { Snapshot } from './format/snapshot.ts';
import { decodeSnapshot } from './format/snapshot-file.ts';
import type { SealedFiles } from './sealed-files.ts';

/** Snapshots loaded at once: they are small, so that the time is all in asking for them. */
const LOADED_AT_ONCE = 16;

export interface StoredSnapshot {
  readonly id: SnapshotId;
  readonly snapshot: Snapshot;
}

/** Told of a snapshot that is damaged, with a message ready to show; the others go on. */
export type OnUnreadable = (message: string, id: SnapshotId) => void;

export interface LoadSnapshotsOptions {
  readonly signal?: AbortSignal | undefined;
  /** Without it, the first one that can't be read is thrown: nobody passes one over silently. */
  readonly onUnreadable?: OnUnreadable | undefined;
}

/**
 * All snapshots, in no order. One that was removed since it was listed is left out.
 * @throws HoldfastError repository-damaged at one that can't be read, unless it can be told.
 */
export async function* loadSnapshots(
  files: SealedFiles,
  options: LoadSnapshotsOptions = {},
): AsyncGenerator<StoredSnapshot> {
  const ids = await snapshotIds(files, options.signal);
  for (let start = 0; start < ids.length; start += LOADED_AT_ONCE) {
    const batch = ids.slice(start, start + LOADED_AT_ONCE);
    for (const stored of await Promise.all(batch.map((id) => loadOrTell(files, id, options)))) {
      if (stored !== null) yield stored;
    }
  }
}

/** The IDs of all snapshots, by name: none is read. */
export async function snapshotIds(files: SealedFiles, signal?: AbortSignal): Promise<SnapshotId[]> {
  return (await files.list('snapshot', signal)).map(({ id }) => id);
}

/** @throws HoldfastError repository-damaged if it can't be read; `isMissing(error)` if it isn't there. */
export async function loadSnapshot(
  files: SealedFiles,
  id: SnapshotId,
  signal?: AbortSignal,
): Promise<StoredSnapshot> {
  try {
    const json = await files.load('snapshot', id, signal);
    return { id, snapshot: decodeSnapshot(json, `snapshot ${id}`) };
  } catch (error) {
    throw isUnreadable(error) && !isMissing(error) ? withStep(error, id) : error;
  }
}

async function loadOrTell(
  files: SealedFiles,
  id: SnapshotId,
  { signal, onUnreadable }: LoadSnapshotsOptions,
): Promise<StoredSnapshot | null> {
  try {
    return await loadSnapshot(files, id, signal);
  } catch (error) {
    if (isMissing(error)) return null;
    if (onUnreadable === undefined || !isUnreadable(error)) throw error;
    onUnreadable((error as Error).message, id);
    return null;
  }
}

/** A damaged snapshot can't be repaired: restic too only goes on once its file is gone. */
function withStep(error: unknown, id: SnapshotId): HoldfastError {
  const { message } = error as Error;
  const isForeign = asHoldfastError(error)?.code === 'repository-unsupported';
  return new HoldfastError(
    isForeign ? 'repository-unsupported' : 'repository-damaged',
    `${message} The other snapshots can be used by their IDs. Put snapshots/${id} back from a copy of the ` +
      'repository, or move it out of it: that one snapshot is lost then.',
    { cause: error },
  );
}
