import { readFileSync } from 'node:fs';

export interface TestCount {
  passed: number;
  failed: number;
}

/** The part of Vitest's JSON report that is counted. */
interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts Vitest's JSON report at `path`. Whatever isn't `passed` is failed (skipped, todo, pending), and so is a file
 * that could not be loaded. A run that ended badly (`exitStatus`) without a failure to show for it, or that left no
 * report, counts as one failure.
 */
export function countTests(path: string, exitStatus: number | null): TestCount {
  const report = readReport(path);
  if (report === null) return { passed: 0, failed: 1 };
  const count = { passed: 0, failed: 0 };
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') count.passed++;
      else count.failed++;
    }
    if (file.assertionResults.length === 0) count.failed++;
  }
  if (exitStatus !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

function readReport(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch (error) {
    console.error(`Cannot read Vitest's report: ${String(error)}`);
    return null;
  }
}
