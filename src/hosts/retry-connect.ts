import { setTimeout as sleep } from 'node:timers/promises';
import { HoldfastError } from '../errors.ts';
import { connectingCancelled, PassingFault } from './ssh-errors.ts';

/** Somebody waits for the outcome, who may have to stop an application or a clock: by then it is known. */
export const CONNECT_LIMIT_MS = 60_000;

/** What took so long to fail, an address that swallows everything, is no fault that soon passes. */
const LAST_ATTEMPT_AFTER_MS = 15_000;

export interface Retrying {
  readonly name: string;
  /** After each of them another attempt is made. */
  readonly delaysMs: readonly number[];
  /** No attempt takes longer: one that could go past the limit isn't begun. */
  readonly attemptMs: number;
  /** For tests. Default CONNECT_LIMIT_MS. */
  readonly limitMs?: number;
  readonly signal: AbortSignal | undefined;
}

/** Tries `connect` again while it fails by a fault that may pass. */
export async function retryConnect<T>(
  { name, delaysMs, attemptMs, limitMs = CONNECT_LIMIT_MS, signal }: Retrying,
  connect: () => Promise<T>,
): Promise<T> {
  const startedMs = performance.now();
  const lastBeginMs = Math.min(startedMs + limitMs - attemptMs, startedMs + LAST_ATTEMPT_AFTER_MS);
  for (let attempt = 0; ; attempt++) {
    try {
      return await connect();
    } catch (error) {
      const delayMs = delaysMs[attempt];
      if (delayMs === undefined || !mayPass(error)) throw error;
      const waitMs = spread(delayMs);
      if (performance.now() + waitMs > lastBeginMs) throw error;
      await sleep(waitMs, undefined, { signal }).catch(() => {
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
