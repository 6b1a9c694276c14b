import { throwIfCancelled } from '../../backends/cancel.ts';
import { asHoldfastError } from '../../errors.ts';
import { failureText } from '../../failure-text.ts';
import type { LockGuard } from '../../repository/repository.ts';
import { IDLE, type Phase, type Reporter } from '../progress.ts';

export interface Removal<Id extends string> {
  readonly removed: readonly Id[];
  /** Those that the storage doesn't let anybody remove yet, and what it said. */
  readonly retained: readonly Unremoved<Id>[];
  /** The one that could not be removed for another reason, after which no other was tried. Null: none. */
  readonly failed: Unremoved<Id> | null;
  readonly untried: readonly Id[];
}

export const NOTHING_REMOVED: Removal<never> = { removed: [], retained: [], failed: null, untried: [] };

export interface Unremoved<Id extends string> {
  readonly id: Id;
  /** One line, escaped. */
  readonly message: string;
}

export interface RemovalTools<Id extends string> {
  readonly phase: Phase;
  /** The exclusive lock; null: none is needed. */
  readonly lock: LockGuard | null;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly onRemoved?: ((id: Id) => void) | undefined;
}

/**
 * Removes one after the other, in the order given: after each the repository or store is whole, so that it does no
 * harm to stop. What fails for one (no right to, a storage that is gone) would fail for the next.
 * @throws HoldfastError cancelled, lock-lost.
 */
export async function removeEach<Id extends string>(
  ids: readonly Id[],
  remove: (id: Id, signal: AbortSignal) => Promise<void>,
  { phase, lock, reporter, signal, onRemoved }: RemovalTools<Id>,
): Promise<Removal<Id>> {
  if (ids.length > 0) await lock?.confirmHeld();
  const removed: Id[] = [];
  const retained: Unremoved<Id>[] = [];
  for (const [done, id] of ids.entries()) {
    reporter.onProgress({ ...IDLE, phase, filesDone: done, filesTotal: ids.length });
    throwIfCancelled(signal);
    lock?.assertHeld(); // a machine that slept may have lost it, and heard nothing yet
    try {
      await remove(id, signal);
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
