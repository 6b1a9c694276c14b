import type { FileKind } from '../../backends/backend.ts';
import { throwIfCancelled } from '../../backends/cancel.ts';
import { asHoldfastError } from '../../errors.ts';
import type { OpenRepository } from '../open-repository.ts';
import { inParallel } from '../parallel.ts';

export interface RemoveOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told of each file: whether it is gone. */
  readonly onFile?: (isGone: boolean) => void;
}

/**
 * Removes files, some at once, and looks at the lock before each few of them.
 * @returns Those that Object Lock keeps: they are still there.
 * @throws HoldfastError lock-lost, cancelled; the first failure of the backend.
 */
export async function removeFiles<N extends string>(
  repository: OpenRepository,
  kind: FileKind,
  names: Iterable<N>,
  { signal, onFile }: RemoveOptions = {},
): Promise<ReadonlySet<N>> {
  const { backend } = repository;
  const retained = new Set<N>();
  const all = [...names];
  for (let start = 0; start < all.length; start += backend.connections) {
    throwIfCancelled(signal);
    await repository.confirmExclusive();
    const some = all.slice(start, start + backend.connections);
    await inParallel(some, backend.connections, async (name) => {
      const isGone = await removed(() => backend.remove({ kind, name }, signal));
      if (!isGone) retained.add(name);
      onFile?.(isGone);
    });
  }
  return retained;
}

async function removed(remove: () => Promise<void>): Promise<boolean> {
  try {
    await remove();
    return true;
  } catch (error) {
    if (asHoldfastError(error)?.code !== 'retained') throw error;
    return false;
  }
}
