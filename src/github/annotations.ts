import * as core from '@actions/core';
import { withoutCommands } from './log.ts';

/** The runner cuts a longer message. */
const MAX_CHARACTERS = 4096;
/** The runner shows 10 of each level for a step, and drops the others without a word. */
const MAX_WARNINGS = 9;
const CUT = ' …';

let warnings = 0;

/** One warning at the top of the run's page. From the tenth on a pointer to the log stands for all the others. */
export function warn(title: string, message: string): void {
  warnings++;
  if (warnings <= MAX_WARNINGS) core.warning(fit(message), { title });
  else if (warnings === MAX_WARNINGS + 1)
    core.warning('There are more warnings: they stand in the log.', { title });
  else core.info(`warning: ${fit(message)}`);
}

export function notice(title: string, message: string): void {
  core.notice(fit(message), { title });
}

/** What an annotation points at. Counted from 1. */
export interface Spot {
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
}

const spotted = { error: 0, warning: 0, notice: 0 };
/** One error is left for the step's own. */
const MAX_SPOTTED = 9;

/**
 * One annotation on a line of a file; `file` is from the checkout's root. It doesn't fail the step. Of each severity those
 * that the runner would drop are left out: whoever gives them writes them elsewhere, too.
 */
export function annotate(severity: keyof typeof spotted, title: string, message: string, spot: Spot): void {
  spotted[severity]++;
  if (spotted[severity] > MAX_SPOTTED) return;
  const put = { error: core.error, warning: core.warning, notice: core.notice }[severity];
  put(fit(message), { title: withoutCommands(title), ...spot, file: withoutCommands(spot.file) });
}

/** An error at the top of the run's page, and the step's end as failed. */
export function fail(title: string, message: string): void {
  process.exitCode = 1;
  failures.push(message);
  core.error(fit(message), { title });
}

const failures: string[] = [];

/** What `fail` was told so far. */
export function toldFailures(): readonly string[] {
  return failures;
}

function fit(message: string): string {
  const line = withoutCommands(message);
  return line.length <= MAX_CHARACTERS ? line : line.slice(0, MAX_CHARACTERS - CUT.length) + CUT;
}
