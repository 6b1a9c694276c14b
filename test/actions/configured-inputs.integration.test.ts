import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { openDirectory } from '../../src/backends/directory.ts';
import { initRepository } from '../../src/repository/init.ts';
import { holdfast } from '../cli/terminal.ts';
import { quickFolder } from '../memory-disk.ts';
import { FAST_KEY } from '../repository/fast-key.ts';

const PASSWORD = 'correct-horse-battery';
const VARIABLES = JSON.stringify({ BACKUP_PASSWORD: PASSWORD });
let root = '';
let written = '';

beforeAll(async () => {
  root = await mkdtemp(join(quickFolder(), 'holdfast-configured-'));
  await (await initRepository(openDirectory(join(root, 'repository')), PASSWORD, { key: FAST_KEY })).close();
  for (const name of ['wiki', 'blog']) {
    await mkdir(join(root, name));
    await writeFile(join(root, name, 'page'), `a page of ${name}`);
  }
  await writeFile(
    join(root, 'backup.yml'),
    `version: 1
storage:
  main: { repository: ${root}/repository, password: env:BACKUP_PASSWORD }
  cold: { archives: ${root}/archives, unencrypted: true }
hosts:
  here: { address: local }
  away: { address: 'ssh://nobody@127.0.0.1:1', known-hosts: 'SHA256:uNiVztksCsDhcc0u9e8BrkGUdBWYz1c8x7nYq3dpD7o' }
retention:
  one: { keep-last: 1 }
targets:
  wiki: { host: here, storage: main, paths: ['${root}/wiki'], retention: one }
  blog: { host: away, storage: main, paths: ['${root}/blog'], retention: one }
  old: { host: here, storage: cold, paths: ['${root}/wiki'], retention: one }
  older: { host: here, storage: cold, paths: ['${root}/wiki'], retention: one }
`,
  );
  const env = { RESTIC_REPOSITORY: join(root, 'repository'), RESTIC_PASSWORD: PASSWORD };
  const save = (of: string, ...more: string[]) =>
    holdfast(['backup', join(root, of === 'blog' ? 'blog' : 'wiki'), '--of', of, '--host', 'here', ...more], {
      env,
    });
  for (const of of ['wiki', 'blog', 'wiki']) expect((await save(of)).status).toBe(0);
  const to = ['--archive-to', join(root, 'archives'), '--unencrypted'];
  await mkdir(join(root, 'archives'));
  const archived = await holdfast(['backup', join(root, 'wiki'), '--of', 'old', '--host', 'here', ...to]);
  expect(archived.status).toBe(0);
});
afterAll(() => rm(root, { recursive: true }));

beforeEach(async () => {
  for (const name of ['SUMMARY', 'OUTPUT', 'STATE']) await writeFile(join(root, name), '');
  vi.stubEnv('GITHUB_WORKSPACE', root);
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(root, 'SUMMARY'));
  vi.stubEnv('GITHUB_OUTPUT', join(root, 'OUTPUT'));
  vi.stubEnv('GITHUB_STATE', join(root, 'STATE'));
  vi.stubEnv('BACKUP_PASSWORD', '');
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('INPUT_')) delete process.env[name];
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

/** Runs an action as the runner gives it its inputs. */
async function run(
  action: 'restore' | 'restore-verify' | 'retention',
  inputs: Readonly<Record<string, string>>,
) {
  const { inputs: known } = parse(readFileSync(`actions/${action}/action.yml`, 'utf8')) as {
    inputs: Record<string, { default?: string }>;
  };
  const given = { config: 'backup.yml', variables: VARIABLES, 'no-cache': 'true', ...inputs };
  for (const [name, { default: value = '' }] of Object.entries(known))
    process.env[`INPUT_${name.toUpperCase()}`] = value;
  for (const [name, value] of Object.entries(given)) process.env[`INPUT_${name.toUpperCase()}`] = value;
  const { main } = await import(`../../src/actions/${action}.ts`);
  await main();
  const failed = process.exitCode === 1;
  return { failed, summary: await readFile(join(root, 'SUMMARY'), 'utf8') };
}

test('a restore takes repository, host and way from the file, and the newest of its own target', async () => {
  const target = join(root, 'restored');
  const { failed } = await run('restore', { of: 'wiki', target });
  expect([written.match(/^::error.*/gm), failed]).toEqual([null, false]);
  expect(await readFile(join(target, root, 'wiki/page'), 'utf8')).toBe('a page of wiki');
  expect(await readFile(join(root, 'STATE'), 'utf8')).not.toContain(PASSWORD);
  expect(written.replaceAll(`::add-mask::${PASSWORD}`, '')).not.toContain(PASSWORD);
});

test('on another host of the file its way is taken; what the step says itself counts more', async () => {
  const target = join(root, 'elsewhere');
  expect((await run('restore', { of: 'wiki', target, on: 'away' })).failed).toBe(true);
  expect(written).toContain('ssh://nobody@127.0.0.1:1');
  written = '';
  process.exitCode = undefined;
  expect((await run('restore', { of: 'blog', target, on: 'local', host: 'here' })).failed).toBe(false);
  expect(await readFile(join(target, root, 'blog/page'), 'utf8')).toBe('a page of blog');
});

test('a host that the file doesn’t have is told with the nearest', async () => {
  expect((await run('restore', { of: 'wiki', target: '/x', on: 'awya' })).failed).toBe(true);
  expect(written).toContain('Cannot find the host "awya" in the configuration. Did you mean `away`?');
});

test('what a restore moved away is put back on the target’s host, with no snapshot chosen', async () => {
  const target = join(root, 'undone');
  await mkdir(join(target, root, 'wiki'), { recursive: true });
  await writeFile(join(target, root, 'wiki/page'), 'mine');
  await run('restore', { of: 'wiki', target });
  expect((await run('restore', { of: 'wiki', target, undo: 'true' })).failed).toBe(false);
  expect(await readFile(join(target, root, 'wiki/page'), 'utf8')).toBe('mine');
});

test('a list has what there is of the target, and restores nothing', async () => {
  const { failed, summary } = await run('restore', { of: 'wiki', list: 'true' });
  expect([failed, summary.match(/^\| `[0-9a-f]{8}` \|/gm)?.length]).toEqual([false, 2]);
  expect(summary).toContain('### 2 backups to restore');
});

test('archives are listed and restored by the file, too; another target’s is refused', async () => {
  const { summary } = await run('restore', { of: 'old', list: 'true' });
  const id = /^\| `(old-here\.[^`]+)` \|/m.exec(summary)?.[1] ?? '';
  expect(summary).toContain('### 1 backup to restore');
  const target = join(root, 'from-archive');
  expect((await run('restore', { of: 'old', snapshot: id, target })).failed).toBe(false);
  expect(existsSync(join(target, root, 'wiki/page'))).toBe(true);
  expect((await run('restore', { of: 'older', snapshot: id, target: '/x' })).failed).toBe(true);
  expect(written).toContain('for the target "older": it is of "old"');
});

test('a bucket is restored from no other target’s backup', async () => {
  const { summary } = await run('restore', { of: 'blog', host: 'here', list: 'true' });
  const snapshot = /^\| `([0-9a-f]{8})` \|/m.exec(summary)?.[1] ?? '';
  expect((await run('restore', { of: 'wiki', snapshot, bucket: 'files' })).failed).toBe(true);
  expect(written).toContain('for the target "wiki": it is of "blog"');
});

test('a drill that can’t begin says whose it was to be', async () => {
  await run('restore-verify', { of: 'wiki', variables: '' });
  expect(written).toContain('the variable `BACKUP_PASSWORD`');
  const outputs = await readFile(join(root, 'OUTPUT'), 'utf8');
  expect(outputs).toMatch(/^of<<(.*)\nwiki\n\1\n/m);
  expect(outputs).toMatch(/^host<<(.*)\nhere\n\1\n/m);
});

test('retention takes the policy of the target, and leaves the others alone', async () => {
  const { failed } = await run('retention', { of: 'wiki' });
  expect([written.match(/^::error.*/gm), failed]).toEqual([null, false]);
  const env = { RESTIC_REPOSITORY: join(root, 'repository'), RESTIC_PASSWORD: PASSWORD };
  vi.restoreAllMocks();
  const { json } = await holdfast(['snapshots', '--json'], { env });
  expect(
    JSON.stringify(json)
      .match(/"holdfast:target=\w+"/g)
      ?.sort(),
  ).toEqual(['"holdfast:target=blog"', '"holdfast:target=wiki"']);
});

test('without a target, or with one that isn’t there, nothing is begun', async () => {
  expect((await run('restore', { target: '/x' })).failed).toBe(true);
  expect(written).toContain('With `config`, say which of its targets is meant.');
  expect((await run('restore', { of: 'wikki', target: '/x' })).failed).toBe(true);
  expect(written).toContain('Did you mean `wiki`?');
});
