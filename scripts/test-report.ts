import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const MAX_REASON_CHARACTERS = 300;

export interface TestCount {
  readonly passed: number;
  /** One line each: file, name and why. */
  readonly failures: readonly string[];
}

/** The part of Vitest's JSON report that is read. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/**
 * Counts Vitest's JSON report at `path`. Whatever isn't `passed` is failed (skipped, todo, pending), and so is a file
 * that could not be loaded. A run that ended badly (`exitStatus`) without a failure to show for it, or that left no
 * report, counts as one failure.
 */
export function countTests(path: string, exitStatus: number | null): TestCount {
  const report = readReport(path);
  if (typeof report === 'string') return { passed: 0, failures: [report] };
  let passed = 0;
  const failures: string[] = [];
  for (const { name, message, assertionResults } of report.testResults) {
    const file = relative(process.cwd(), name);
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status === 'passed') passed++;
      else failures.push(`${file} > ${firstLine(fullName)}: ${firstLine(failureMessages?.[0] ?? status)}`);
    }
    if (assertionResults.length === 0) failures.push(`${file}: ${firstLine(message || 'no test in it')}`);
  }
  if (exitStatus !== 0 && failures.length === 0) failures.push(`Vitest ended with exit status ${exitStatus}`);
  return { passed, failures };
}

function firstLine(text: string): string {
  const line = stripVTControlCharacters(text).trim().split('\n', 1)[0] ?? '';
  return line.slice(0, MAX_REASON_CHARACTERS);
}

/** Or what is wrong with it. */
function readReport(path: string): Report | string {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch (error) {
    return `Cannot read Vitest's report: ${String(error)}`;
  }
}
