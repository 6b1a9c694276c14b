/** A signal that aborts `graceMs` after `signal` did, for what must still be done once the run is cancelled. */
export function graceAfter(signal: AbortSignal, graceMs: number): AbortSignal {
  const grace = new AbortController();
  const arm = () => setTimeout(() => grace.abort(signal.reason), graceMs).unref();
  if (signal.aborted) arm();
  else signal.addEventListener('abort', arm, { once: true });
  return grace.signal;
}
