import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ACTIONLINT, ZIZMOR } from '../services/workflow-tools.ts';

const ROOT = join(import.meta.dirname, '../..');
const EXAMPLES = readdirSync(join(ROOT, 'examples')).map((name) => join('examples', name));

/** What a program says of all, and how it ended. */
async function lint(program: string, args: readonly string[]): Promise<{ status: number; said: string }> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  return promisify(execFile)(program, args, { cwd: ROOT, env }).then(
    ({ stdout, stderr }) => ({ status: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ status: Number(code), said: String(stdout) + String(stderr) }),
  );
}

test('actionlint finds nothing in any workflow', async () => {
  const all = ['.github/workflows', ...EXAMPLES.map((path) => join(path, '.github/workflows'))];
  const files = all.flatMap((path) => readdirSync(join(ROOT, path)).map((name) => join(path, name)));
  expect(await lint(ACTIONLINT, files)).toEqual({ status: 0, said: '' });
});

test('zizmor finds nothing in any workflow, action or update', async () => {
  const args = [
    '--offline',
    '--quiet',
    '--strict-collection',
    '--no-progress',
    '.github',
    'actions',
    ...EXAMPLES,
  ];
  const { status, said } = await lint(ZIZMOR, ['--color=never', ...args, 'action.yml']);
  expect(said).toMatch(/^No findings to report/m);
  expect(status).toBe(0);
});
