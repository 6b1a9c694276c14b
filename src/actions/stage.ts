import { failureText } from '../failure-text.ts';
import { fail, warn } from '../github/annotations.ts';
import { log } from '../github/log.ts';
import { listenForInterrupt, withReason } from '../interrupt.ts';
import type { Reporter } from '../operations/progress.ts';
import { LogReporter } from '../progress/log-reporter.ts';
import { useVariables } from './variables.ts';

/** What a stage of an action works with. */
export interface StageTools {
  readonly reporter: Reporter;
  /** Aborted when the run is cancelled: the runner kills us 10 s later. */
  readonly signal: AbortSignal;
}

/** What becomes of a thrown error. Nothing in it may throw. */
export interface FailurePolicy {
  readonly title: string;
  /** `warn`: an annotation, and the step's outcome stays as it is. */
  readonly severity: 'fail' | 'warn';
  /** Says more about it, such as a job summary. */
  readonly onFailure?: (error: unknown) => void;
}

/** Runs a stage of an action: the only place where a thrown error becomes a failed step. */
export async function runStage(
  policy: FailurePolicy,
  work: (tools: StageTools) => Promise<void>,
): Promise<void> {
  const reporter = new LogReporter(log);
  const interrupt = listenForInterrupt();
  try {
    useVariables();
    await work({ reporter, signal: interrupt.signal });
  } catch (thrown) {
    const error = withReason(thrown, interrupt.signal);
    const annotate = policy.severity === 'fail' ? fail : warn;
    annotate(policy.title, failureText(error));
    if (thrown instanceof Error && thrown.stack !== undefined) log.debug(thrown.stack);
    policy.onFailure?.(error);
  } finally {
    reporter.close();
    interrupt.close();
  }
}
