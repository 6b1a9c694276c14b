import { setTimeout as sleep } from 'node:timers/promises';
import { HoldfastError } from '../errors.ts';
import { connectingCancelled, PassingFault } from './ssh-errors.ts';

/** What took so long to fail, an address that swallows everything, is no fault that soon passes. */
const LAST_ATTEMPT_AFTER_MS = 15_000;

/** Tries `connect` again after each of `delaysMs`, while it fails by a fault that may pass. */
export async function retryConnect<T>(
  { name, delaysMs, signal }: { name: string; delaysMs: readonly number[]; signal: AbortSignal | undefined },
  connect: () => Promise<T>,
): Promise<T> {
  const startedMs = performance.now();
  for (let attempt = 0; ; attempt++) {
    try {
      return await connect();
    } catch (error) {
      const delayMs = delaysMs[attempt];
      const isLate = performance.now() - startedMs > LAST_ATTEMPT_AFTER_MS;
      if (delayMs === undefined || isLate || !mayPass(error)) throw error;
      await sleep(spread(delayMs), undefined, { signal }).catch(() => {
        throw connectingCancelled(name);
      });
    }
  }
}

/** Jobs that failed together must not come back together. */
function spread(delayMs: number): number {
  return delayMs * (0.75 + Math.random() / 2);
}

function mayPass(error: unknown): boolean {
  return error instanceof HoldfastError && error.cause instanceof PassingFault;
}
