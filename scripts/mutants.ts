import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MUTANTS, mutate } from './mutants/all.ts';
import type { Mutant } from './mutants/mutant.ts';

// npm run mutants [-- [--unproved] NAME...]: puts one fault after the other into a copy of the sources and runs the tests
// that must find it. Fails if one of them doesn't. With --unproved the tests aren't run without a fault first.

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** A test that hangs found the fault, too; but a person waits. */
const LIMIT_MS = 6 * 60_000;
const UNPROVED = '--unproved';

const run = promisify(execFile);

type Verdict = 'passed' | 'failed' | 'hung' | 'broken';

async function main(args: readonly string[]): Promise<void> {
  const names = args.filter((arg) => arg !== UNPROVED);
  const chosen = names.length === 0 ? MUTANTS : names.map(byName);
  const copy = await copySources();
  try {
    if (!args.includes(UNPROVED)) await proveTestsPass(copy, chosen);
    const survivors: string[] = [];
    for (const mutant of chosen) {
      const verdict = await judge(copy, mutant);
      if (verdict !== 'killed') survivors.push(mutant.name);
    }
    console.log(`${chosen.length - survivors.length} of ${chosen.length} mutants were killed.`);
    if (survivors.length > 0) process.exitCode = 1;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function byName(name: string): Mutant {
  const found = MUTANTS.find((mutant) => mutant.name === name);
  if (found === undefined) throw new Error(`There is no mutant "${name}".`);
  return found;
}

/** What git knows or would add, as it stands now. */
async function copySources(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'holdfast-mutants-'));
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await run('git', list, { cwd: ROOT, maxBuffer: 1 << 26 });
  const files = stdout.split('\0').filter((file) => file !== '');
  for (const file of files) await cp(join(ROOT, file), join(copy, file), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** A test that fails without a fault proves nothing. */
async function proveTestsPass(copy: string, mutants: readonly Mutant[]): Promise<void> {
  const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))];
  console.log(`without a fault: ${tests.length} test files …`);
  const verdict = await runTests(copy, tests, tests.length * LIMIT_MS);
  if (verdict !== 'passed') throw new Error(`The tests don't pass as it is (${verdict}).`);
}

async function judge(copy: string, mutant: Mutant): Promise<'killed' | 'survived'> {
  const path = join(copy, mutant.file);
  const source = await readFile(path, 'utf8');
  const startedMs = performance.now();
  await writeFile(path, mutate(source, mutant));
  if (mutant.rebuild === 'wasm') await buildWasm(copy);
  const verdict = await runTests(copy, mutant.tests, LIMIT_MS);
  await writeFile(path, source);
  if (mutant.rebuild === 'wasm') await buildWasm(copy);
  const isKilled = verdict === 'failed' || verdict === 'hung';
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  console.log(`${isKilled ? 'killed  ' : 'SURVIVED'} ${mutant.name} (${verdict}, ${seconds} s)`);
  if (!isKilled) console.log(`         ${mutant.fault} ${mutant.file}; ${mutant.tests.join(', ')}`);
  return isKilled ? 'killed' : 'survived';
}

async function buildWasm(copy: string): Promise<void> {
  await run(process.execPath, ['scripts/build-wasm.ts'], { cwd: copy });
}

/** `broken`: no test failed, but a file could not be loaded, which no test can take the credit for. */
async function runTests(copy: string, tests: readonly string[], limitMs: number): Promise<Verdict> {
  const report = join(copy, 'mutants-report.json');
  await rm(report, { force: true });
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--bail', '1', ...tests];
  const reporter = ['--reporter', 'json', '--outputFile', report];
  const child = spawn(process.execPath, [...vitest, ...reporter], {
    cwd: copy,
    stdio: 'ignore',
    detached: true,
  });
  let isHung = false;
  const timer = setTimeout(() => {
    isHung = true;
    process.kill(-(child.pid as number), 'SIGKILL');
  }, limitMs);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  if (isHung) return 'hung';
  if (code === 0) return 'passed';
  const { numFailedTests } = JSON.parse(await readFile(report, 'utf8')) as { numFailedTests: number };
  return numFailedTests > 0 ? 'failed' : 'broken';
}

await main(process.argv.slice(2));
