import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const run = promisify(execFile);
const SCRIPTS = join(import.meta.dirname, '../../scripts');
const OLD = `${'0'.repeat(40)} # v0.0.1`;

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'holdfast-release-'));
  await put({
    'package.json': '{\n  "version": "1.2.3",\n  "type": "module"\n}\n',
    'action.yml': 'name: x\n',
    'dist/a.js': 'a\n',
    'actions/one/action.yml': 'name: one\n',
    'actions/two/action.yml': `steps:\n  - uses: holdfast/holdfast/actions/one@${OLD}\n`,
    '.github/workflows/b.yml': `steps:\n  - uses: holdfast/holdfast/actions/two@${OLD}\n`,
    'examples/c/d.yml': `uses: holdfast/holdfast/.github/workflows/b.yml@${OLD}\n`,
    'docs/how-to/e.md': 'text\n',
    'scripts/docs/two.ts': `const OWN = '${OLD}';\n`,
  });
  for (const name of ['check-release.sh', 'pin-workflows.ts'])
    await cp(join(SCRIPTS, name), join(root, 'scripts', name));
  await run('git', ['init', '-q', '-b', 'main'], { cwd: root });
});
afterEach(() => rm(root, { recursive: true }));

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
}

async function commit(): Promise<string> {
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], { cwd: root });
  await git('add', '-A');
  await git('commit', '-q', '-m', 'x');
  return (await git('rev-parse', 'HEAD')).stdout.trim();
}

const pin = (what: string, id: string) =>
  run(process.execPath, [join(root, 'scripts/pin-workflows.ts'), what, id, 'v1.2.3']);

/** What is said against a release; empty: it may be one. */
async function against(tag = 'v1.2.3'): Promise<string> {
  return run('sh', [join(root, 'scripts/check-release.sh'), tag]).then(
    () => '',
    (error: { stderr: string }) => error.stderr,
  );
}

test('a release whose pins are commits that run the same may be made, and no other', async () => {
  const built = await commit();
  expect(await against()).toContain('v0.0.1, expected one commit # v1.2.3');
  await pin('actions', built);
  expect(await readFile(join(root, 'scripts/docs/two.ts'), 'utf8')).toBe(
    `const OWN = '${built} # v1.2.3';\n`,
  );
  const actions = await commit();
  await pin('workflows', actions);
  await commit();
  expect(await against()).toBe('');
  expect(await against('v1.2.4')).toContain('package.json has the version 1.2.3');
  await put({ 'dist/a.js': 'b\n' });
  await commit();
  expect(await against()).toContain('runs something else');
});

test('a commit that is on no main is no release', async () => {
  const built = await commit();
  await pin('actions', built);
  await pin('workflows', await commit());
  await run('git', ['checkout', '-q', '-b', 'side'], { cwd: root });
  await commit();
  expect(await against()).toContain("isn't on main");
});

test('workflows that pin what came before the composite actions were pinned are no release', async () => {
  const built = await commit();
  await pin('actions', built);
  await commit();
  await pin('workflows', built);
  await commit();
  expect(await against()).toContain('has other actions than this one');
});
