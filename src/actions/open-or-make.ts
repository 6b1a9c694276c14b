import { setTimeout as sleep } from 'node:timers/promises';
import { asHoldfastError, type ErrorCode } from '../errors.ts';

/** Who makes a repository needs a second or two, most of it for the key. Each wait is a random part of its length. */
const WAITS_MS = [1000, 2000, 4000, 8000, 16_000];

/**
 * What `open` gives or, where nothing is there, `make`. Jobs of one matrix may all find nothing, and of those that make
 * it at once one does at most: the others open that, or try again after a while.
 * @throws HoldfastError what `make` threw at last, and whatever `open` throws but repository-missing; cancelled.
 */
export async function openOrMake<T>(
  open: () => Promise<T>,
  make: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  for (const waitMs of WAITS_MS) {
    try {
      return await openElse(open, make);
    } catch (error) {
      if (!hasCode(error, 'repository-exists')) throw error;
    }
    await sleep(Math.random() * waitMs, undefined, { signal }).catch(() => {}); // what comes next is told of the signal, too
  }
  return openElse(open, make);
}

async function openElse<T>(open: () => Promise<T>, make: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (!hasCode(error, 'repository-missing')) throw error;
  }
  return make();
}

function hasCode(error: unknown, code: ErrorCode): boolean {
  return asHoldfastError(error)?.code === code;
}
