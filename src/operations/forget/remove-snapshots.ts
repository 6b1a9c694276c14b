import { throwIfCancelled } from '../../backends/cancel.ts';
import { asHoldfastError } from '../../errors.ts';
import { failureText } from '../../failure-text.ts';
import type { SnapshotId } from '../../repository/format/ids.ts';
import type { OpenRepository } from '../../repository/open.ts';
import type { LockGuard } from '../../repository/repository.ts';
import { IDLE, type Reporter } from '../progress.ts';

export interface Removal {
  readonly removed: readonly SnapshotId[];
  /** Those that the storage doesn't let anybody remove yet, and what it said. */
  readonly retained: readonly Unremoved[];
  /** The one that could not be removed for another reason, after which no other was tried. Null: none. */
  readonly failed: Unremoved | null;
  readonly untried: readonly SnapshotId[];
}

export interface Unremoved {
  readonly id: SnapshotId;
  /** One line, escaped. */
  readonly message: string;
}

export interface RemovalTools {
  /** The exclusive lock; null: none is needed. */
  readonly lock: LockGuard | null;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly onRemoved?: ((id: SnapshotId) => void) | undefined;
}

/**
 * Removes snapshots one after the other, in the order given: after each the repository is whole, so that it does no
 * harm to stop. What fails for one (no right to, a storage that is gone) would fail for the next.
 * @throws HoldfastError cancelled, lock-lost.
 */
export async function removeSnapshots(
  repository: Pick<OpenRepository, 'files'>,
  ids: readonly SnapshotId[],
  { lock, reporter, signal, onRemoved }: RemovalTools,
): Promise<Removal> {
  if (ids.length > 0) await lock?.confirmHeld();
  const removed: SnapshotId[] = [];
  const retained: Unremoved[] = [];
  for (const [done, id] of ids.entries()) {
    reporter.onProgress({ ...IDLE, phase: 'removing-snapshots', filesDone: done, filesTotal: ids.length });
    throwIfCancelled(signal);
    lock?.assertHeld(); // a machine that slept may have lost it, and heard nothing yet
    try {
      await repository.files.remove('snapshot', id, signal);
      removed.push(id);
      onRemoved?.(id);
    } catch (error) {
      const code = asHoldfastError(error)?.code;
      if (code === 'cancelled' || code === 'lock-lost') throw error;
      const unremoved = { id, message: failureText(error) };
      if (code !== 'retained') return { removed, retained, failed: unremoved, untried: ids.slice(done + 1) };
      retained.push(unremoved);
    }
  }
  return { removed, retained, failed: null, untried: [] };
}
