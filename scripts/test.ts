/**
 * Every check in order: tools, lint, types, dist, tests. Each of the first four counts as one test.
 * What failed is named at the end, where also a log of which only the end was kept shows it. The last line on stdout is
 * `N passed, N failed`, alone. A skipped test counts as failed: skipped is not passed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests, type TestCount } from './test-report.ts';

const PROJECTS = ['unit', 'integration', 'e2e'];

const asked = process.argv.slice(2);
const unknown = asked.filter((project) => !PROJECTS.includes(project));
if (unknown.length > 0) {
  console.error(`Cannot test ${unknown.join(', ')}: expected some of ${PROJECTS.join(', ')}.`);
  process.exit(2);
}
const projects = asked.length > 0 ? asked : PROJECTS;
const needsTools = projects.some((project) => project !== 'unit');

const failures: string[] = [];
let passed = 0;

const haveTools = !needsTools || step('tools', 'sh', ['scripts/setup-test-tools.sh']);
step('lint', 'biome', ['check', '--error-on-warnings', '.']);
step('types', 'tsc', ['--noEmit', '-p', 'tsconfig.test.json']);
step('dist', 'sh', ['scripts/check-dist.sh']);
// Without the tools the rest would fail in a hundred places for the one reason that was told above.
runTests(haveTools ? projects : projects.filter((project) => project === 'unit'));

for (const failure of failures) console.log(`FAILED: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

function step(name: string, command: string, args: string[]): boolean {
  console.log(`\n== ${name}`);
  const isPassed = spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  count(isPassed ? { passed: 1, failures: [] } : { passed: 0, failures: [name] });
  return isPassed;
}

function runTests(names: string[]): void {
  if (names.length === 0) return;
  console.log(`\n== tests: ${names.join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-test-'));
  try {
    const report = join(folder, 'report.json');
    const { status } = spawnSync(
      'vitest',
      [
        'run',
        // `unit` is two projects: vitest.config.ts.
        ...names.flatMap((name) => ['--project', `${name}*`]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { stdio: 'inherit' },
    );
    count(countTests(report, status));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(some: TestCount): void {
  passed += some.passed;
  failures.push(...some.failures);
}
