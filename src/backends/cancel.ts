import { HoldfastError } from '../errors.ts';

/**
 * Throws if `signal` is aborted: the HoldfastError that it was aborted with (a lost lock, a lost host), else one with
 * code cancelled.
 */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancellation(signal);
}

/** The error that stands for an aborted `signal`. */
export function cancellation(signal: AbortSignal): HoldfastError {
  const { reason } = signal;
  return reason instanceof HoldfastError
    ? reason
    : new HoldfastError('cancelled', 'Cancelled.', { cause: reason });
}
