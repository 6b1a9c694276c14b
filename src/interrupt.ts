import { asHoldfastError, HoldfastError } from './errors.ts';

/** What a person (Ctrl-C), the runner or a service manager sends to end us. */
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface Interrupt {
  /** Aborted by the first ending signal, with a HoldfastError `cancelled` as its reason. Further ones change nothing. */
  readonly signal: AbortSignal;
  /** Gives the signals back. */
  close(): void;
}

/**
 * Turns SIGINT and SIGTERM into an AbortSignal, so that the work can stop its children, let the application go on and
 * unlock. SIGHUP is swallowed: restic's `unlock` sends it to every process that a lock names, to see whether it lives,
 * and Node would die of it.
 */
export function listenForInterrupt(): Interrupt {
  const controller = new AbortController();
  const end = (name: NodeJS.Signals) => {
    controller.abort(new HoldfastError('cancelled', `Cancelled by ${name}.`));
  };
  const ignore = () => {};
  for (const name of ENDING_SIGNALS) process.on(name, end);
  process.on('SIGHUP', ignore);
  return {
    signal: controller.signal,
    close() {
      for (const name of ENDING_SIGNALS) process.off(name, end);
      process.off('SIGHUP', ignore);
    },
  };
}

/** `error`, or if it only says that the run was cancelled: by what. */
export function withReason(error: unknown, signal: AbortSignal): unknown {
  if (!signal.aborted || asHoldfastError(error)?.code !== 'cancelled') return error;
  const reason = signal.reason instanceof HoldfastError ? signal.reason.message : 'Cancelled.';
  return new HoldfastError('cancelled', reason, { cause: error });
}
