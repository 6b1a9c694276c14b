import { throwIfCancelled } from './cancel.ts';

/** The reason when a storage neither took nor gave a byte for too long. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';

  constructor(limitMs: number) {
    super(`nothing came from it for ${Math.round(limitMs / 1000)} s`);
  }
}

/**
 * Ends one request when its other side is silent, or when it is cancelled. A total time limit would end a slow upload,
 * and a socket's own timeout doesn't see an answer that stops halfway.
 */
export class SilenceWatch {
  /** Aborted on silence, on cancelling and by `end`: for the request itself. */
  readonly signal: AbortSignal;
  readonly #limitMs: number;
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  /** @throws HoldfastError cancelled, if `cancelling` is aborted already. */
  constructor(limitMs: number, cancelling: AbortSignal | undefined) {
    throwIfCancelled(cancelling);
    this.#limitMs = limitMs;
    this.signal = cancelling
      ? AbortSignal.any([this.#controller.signal, cancelling])
      : this.#controller.signal;
    this.heard();
  }

  /** A byte went over. */
  heard(): void {
    if (this.#timer !== undefined) this.#timer.refresh();
    else this.#timer = setTimeout(() => this.#abort(new SilenceError(this.#limitMs)), this.#limitMs);
  }

  /** The silence that ended the request, or null if something else did. */
  get silence(): SilenceError | null {
    const { reason } = this.#controller.signal;
    return reason instanceof SilenceError ? reason : null;
  }

  /** What of the request is still under way is cut off: its memory is the caller's again. */
  end(): void {
    clearTimeout(this.#timer);
    this.#abort(null);
  }

  #abort(reason: SilenceError | null): void {
    if (!this.#controller.signal.aborted) this.#controller.abort(reason);
  }
}
