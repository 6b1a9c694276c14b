import type { Check, CheckKind } from '../../drills/check.ts';
import { asHoldfastError, type ErrorCode, HoldfastError } from '../../errors.ts';
import { failureText } from '../../failure-text.ts';
import type { OpenRepository } from '../../repository/open.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';
import type { Reporter } from '../progress.ts';
import type { DrillOptions } from './options.ts';

/** What a check's work has found. */
export interface Outcome {
  readonly passed: boolean;
  /** Ready to show. */
  readonly found: string;
  /** Default: no. */
  readonly provesData?: boolean;
}

export interface CheckTitle {
  readonly kind: CheckKind;
  readonly name: string;
  readonly expected: string;
  /** See Check. */
  readonly controls?: string;
}

/** Errors that say that something isn't as it must be; others only say that nobody could look. */
const FAILURES: readonly ErrorCode[] = [
  'restore-mismatch',
  'repository-damaged',
  'command-failed',
  'dump-failed',
];

/** One drill as it goes: what its steps share, and what they have found. */
export class DrillRun {
  readonly repository: OpenRepository;
  readonly options: DrillOptions;
  readonly snapshot: StoredSnapshot;
  readonly reporter: Reporter;
  /** Also ends when the drill's time is over. */
  readonly signal: AbortSignal;
  readonly checks: Check[] = [];
  readonly stepsMs: Record<string, number> = {};
  readonly startedAtMs = Date.now();
  /** Of the restore, by performance.now(); null before. */
  restoreStartedMs: number | null = null;
  /** When the last check that proves data has passed. */
  lastProofMs: number | null = null;
  /** Whether that was in the application's own container. */
  provedInApplication = false;
  readonly startedMs = performance.now();
  readonly #cancelled: AbortSignal;
  readonly #limit: AbortSignal;

  constructor(parts: {
    repository: OpenRepository;
    options: DrillOptions;
    snapshot: StoredSnapshot;
    reporter: Reporter;
    signal: AbortSignal;
  }) {
    this.repository = parts.repository;
    this.options = parts.options;
    this.snapshot = parts.snapshot;
    this.reporter = parts.reporter;
    this.#cancelled = parts.signal;
    this.#limit = AbortSignal.timeout(parts.options.limits.timeMs);
    this.signal = AbortSignal.any([parts.signal, this.#limit]);
  }

  /** Runs a part of the drill and notes how long it took. */
  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const startedMs = performance.now();
    this.reporter.onInfo(`Drill: ${name}`);
    try {
      return await work();
    } finally {
      this.stepsMs[name] = Math.round(performance.now() - startedMs);
    }
  }

  /**
   * Runs a check and notes what it found. What `look` throws is noted too, except that the drill was cancelled.
   * @returns whether it has passed.
   */
  async check(title: CheckTitle, look: () => Promise<Outcome>): Promise<boolean> {
    const startedMs = performance.now();
    try {
      const outcome = await look();
      this.note(title, outcome, startedMs);
      return outcome.passed;
    } catch (error) {
      if (this.#cancelled.aborted) throw error;
      const known = asHoldfastError(error);
      const isFailure = known !== null && FAILURES.includes(known.code);
      this.#note(
        title,
        { result: isFailure ? 'failed' : 'could-not-run', found: this.#why(error) },
        startedMs,
      );
      return false;
    }
  }

  /** Notes what ended the drill before its end. @throws `error` if it was cancelled. */
  breakOff(error: unknown): void {
    if (this.#cancelled.aborted) throw error;
    this.couldNotRun(
      { kind: 'environment', name: 'drill', expected: 'it comes to its end' },
      this.#why(error),
    );
  }

  /** Notes a check that there is nothing to run on. */
  couldNotRun(title: CheckTitle, why: string): void {
    this.#note(title, { result: 'could-not-run', found: why }, performance.now());
  }

  /** Notes what was found out otherwise. */
  note(
    title: CheckTitle,
    { passed, found, provesData = false }: Outcome,
    startedMs = performance.now(),
  ): void {
    this.#note(title, { result: passed ? 'passed' : 'failed', found, provesData }, startedMs);
  }

  #why(error: unknown): string {
    if (this.#limit.aborted) return `the drill’s time is over: ${this.options.limits.timeMs / 1000} s`;
    return error instanceof HoldfastError ? error.message : failureText(error);
  }

  #note(
    { kind, name, expected, controls }: CheckTitle,
    end: { result: Check['result']; found: string; provesData?: boolean },
    startedMs: number,
  ): void {
    const nowMs = performance.now();
    const { result, found, provesData = false } = end;
    // Nobody knows whether a check of the user's looks at any data: it takes its time, and proves none.
    if (result === 'passed' && (provesData || kind === 'user' || kind === 'application'))
      this.lastProofMs = nowMs;
    const check: Check = {
      kind,
      name,
      expected,
      found,
      result,
      proves_data: provesData,
      controls: controls ?? null,
      duration_ms: Math.round(nowMs - startedMs),
    };
    this.checks.push(check);
    const words = { passed: 'passed', failed: 'FAILED', 'could-not-run': 'COULD NOT RUN' }[result];
    this.reporter.onInfo(`  ${words}: ${name}: ${found}`);
  }
}
