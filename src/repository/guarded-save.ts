import { throwIfCancelled } from '../backends/cancel.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import type { IndexId, SnapshotId } from './format/ids.ts';
import type { SealedFiles } from './sealed-files.ts';

interface IdOfKind {
  readonly index: IndexId;
  readonly snapshot: SnapshotId;
}

export interface WantedFile<K> {
  readonly kind: K;
  readonly json: Buffer;
  /** When it is aborted before the file is being written, there is none. Later it changes nothing. */
  readonly signal?: AbortSignal | undefined;
  /** Aborted when the lock is known to be lost. */
  readonly lost?: AbortSignal | undefined;
}

/**
 * Saves a file that names others, of which a prune takes those that nobody names: only while our lock keeps it out. A
 * lock that is there before and after was there all the time, for each is a file of its own name: then no prune had begun
 * that doesn't see what we wrote. One that went meanwhile may have let a prune in, so what we wrote goes, too.
 *
 * @param confirmHeld Looks at the lock.
 * @throws HoldfastError lock-lost; what saving throws.
 */
export async function saveWhileHeld<K extends keyof IdOfKind>(
  files: SealedFiles,
  confirmHeld: () => Promise<void>,
  file: WantedFile<K>,
): Promise<IdOfKind[K]> {
  await confirmHeld();
  throwIfCancelled(file.signal);
  const id = await files.save(file.kind, file.json, file.lost);
  try {
    await confirmHeld();
  } catch (error) {
    // Storage that doesn't answer says nothing of the lock: it was there a moment ago.
    if (asHoldfastError(error)?.code !== 'lock-lost') return id;
    throw await takenBack(files, file.kind, id, error as Error);
  }
  return id;
}

/** `lost`, once the file is gone; or with the word that it stays: a credential, or a lock of the storage's, may forbid it. */
async function takenBack(
  files: SealedFiles,
  kind: keyof IdOfKind,
  id: IndexId | SnapshotId,
  lost: Error,
): Promise<Error> {
  try {
    await files.backend.remove({ kind, name: id });
    return lost;
  } catch (error) {
    return new HoldfastError(
      'lock-lost',
      `${lost.message} But ${kind} ${id} stands already and can't be removed (${asHoldfastError(error)?.message ?? error}): ` +
        'run `check`; if it names what is missing, forget it.',
      { cause: lost },
    );
  }
}
