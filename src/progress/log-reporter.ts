import { formatDuration } from '../amounts.ts';
import type { Progress, Reporter } from '../operations/progress.ts';
import { describePhase, describeProgress } from './describe.ts';
import { Estimate } from './estimate.ts';

/** A log gets one line of progress this often. */
const LINE_EVERY_MS = 10_000;

export interface Log {
  info(line: string): void;
  warning(line: string): void;
}

/**
 * Speaks to a log: a line when a phase begins, and every 10 s one that says how far it is and how long it will take.
 * The timer keeps speaking while the operation is silent, so that a reader sees the difference between slow and dead.
 * `close` ends it; idempotent.
 */
export class LogReporter implements Reporter {
  readonly #log: Log;
  readonly #now: () => number;
  readonly #startMs: number;
  readonly #estimate = new Estimate();
  readonly #timer: NodeJS.Timeout;
  #latest: Progress | null = null;

  /** @param now A steady clock in milliseconds; tests bring their own. */
  constructor(log: Log, now: () => number = () => performance.now()) {
    this.#log = log;
    this.#now = now;
    this.#startMs = now();
    this.#timer = setInterval(() => this.#speak(), LINE_EVERY_MS);
    this.#timer.unref();
  }

  onProgress(progress: Progress): void {
    if (progress.phase !== this.#latest?.phase) this.#log.info(this.#stamped(describePhase(progress.phase)));
    this.#latest = progress;
    this.#estimate.observe(progress, this.#now());
  }

  onWarning(message: string): void {
    this.#log.warning(message);
  }

  onInfo(message: string): void {
    this.#log.info(message);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #speak(): void {
    if (this.#latest === null) return;
    this.#estimate.observe(this.#latest, this.#now());
    this.#log.info(this.#stamped(describeProgress(this.#latest, this.#estimate.remainingMs(this.#latest))));
  }

  #stamped(text: string): string {
    return `[${formatDuration(this.#now() - this.#startMs)}] ${text}`;
  }
}
