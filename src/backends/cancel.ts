import { HoldfastError } from '../errors.ts';

/**
 * Throws if `signal` is aborted: the HoldfastError that it was aborted with (a lost lock, a lost host), else one with
 * code cancelled.
 */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancellation(signal);
}

/**
 * What `work` comes to; or, as soon as `signal` is aborted, the error that `throwIfCancelled` would throw. The work itself
 * then goes on, and nobody hears of it.
 */
export async function untilCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  work.catch(() => {});
  throwIfCancelled(signal);
  const cancelled = Promise.withResolvers<never>();
  const onAbort = () => cancelled.reject(cancellation(signal));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, cancelled.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** The error that stands for an aborted `signal`. */
export function cancellation(signal: AbortSignal): HoldfastError {
  const { reason } = signal;
  return reason instanceof HoldfastError
    ? reason
    : new HoldfastError('cancelled', 'Cancelled.', { cause: reason });
}
