import { join } from 'node:path';
import type { Timed } from './measure.ts';

const GOAL_SECONDS = 5;

/** Judges the targets and makes their page, in a process of its own, whose start doesn't count. */
export function reportPageRun(file: string): Timed {
  return {
    argv: [process.execPath, join(import.meta.dirname, 'make-report-page.ts'), file],
    secondsIn: (stdout) => Number(stdout),
  };
}

/** Nobody else makes such a page: what it is measured against is what we want. */
export function reportGoal(): Timed {
  return { argv: ['true'], secondsIn: () => GOAL_SECONDS };
}
