import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRepository } from '../services/repository.ts';
import { holdfast } from './terminal.ts';

let folder = '';
let env: Record<string, string> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-application-'));
  env = { RESTIC_REPOSITORY: join(folder, 'repository'), RESTIC_PASSWORD: 'secret' };
  await makeRepository(join(folder, 'repository'), 'secret');
  await writeFile(join(folder, 'page'), 'one\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => holdfast(args, { env });

test('an application is saved and put back by its profile', async () => {
  const options = [`paths=${folder}/page`, `after=echo ran >>${folder}/hooks`, 'version=echo 1.2'];
  const all = options.flatMap((option) => ['--app-option', option]);
  const saved = await run('backup', '--of', 'wiki', '--app', 'generic', ...all);
  expect(saved.stderr).not.toContain('Fatal');
  expect(await readFile(join(folder, 'hooks'), 'utf8')).toBe('ran\n');
  await writeFile(join(folder, 'page'), 'two\n');
  const dry = await run('restore', 'latest', '--of', 'wiki', '--app', '--dry-run');
  expect(dry.stdout).toContain('1. put the files back\nDry run: nothing of generic 1.2 was changed.\n');
  expect(await readFile(join(folder, 'page'), 'utf8')).toBe('two\n');
  const back = await run('restore', 'latest', '--of', 'wiki', '--app', 'generic', '--json');
  expect(back.json.at(-1)).toMatchObject({
    message_type: 'summary',
    application: 'generic',
    version: '1.2',
    steps: ['put the files back'],
    total_files: 1,
  });
  expect(await readFile(join(folder, 'page'), 'utf8')).toBe('one\n');
  const other = await run('restore', 'latest', '--of', 'wiki', '--app', 'looker');
  expect(other.stderr).toContain('expected "generic", as which the snapshot was made');
});

test('where the database is that was there before is said', async () => {
  const database = join(folder, 'state.db');
  const sqlite = (sql: string) => promisify(execFile)('sqlite3', [database, sql]);
  await sqlite('CREATE TABLE t AS SELECT 1 AS i');
  await run('backup', '--of', 'state', '--app', 'generic', '--app-option', `databases=sqlite:${database}`);
  await sqlite('DELETE FROM t');
  const { stdout } = await run('restore', 'latest', '--of', 'state', '--app');
  const [, aside = ''] = /^The database that was there is called (.*) now\.$/m.exec(stdout) ?? [];
  expect((await promisify(execFile)('sqlite3', [aside, 'SELECT count(*) FROM t'])).stdout).toBe('0\n');
  expect((await sqlite('SELECT i FROM t')).stdout).toBe('1\n');
});

test('an application is saved to an archive, too, with its dumps and what its profile knows', async () => {
  await mkdir(join(folder, 'archives'));
  const options = [`paths=${folder}/page`, `databases=command:state=printf rows`, 'version=echo 1.2'];
  const all = options.flatMap((option) => ['--app-option', option]);
  const words = ['--archive-to', join(folder, 'archives'), '--unencrypted', '--of', 'wiki', '--json'];
  const saved = await holdfast(['backup', '--app', 'generic', ...all, ...words], { env: {} });
  expect(saved.json.at(-1)).toMatchObject({ complete: true, dumps: [{ name: 'state', size_bytes: 4 }] });
  const [file = ''] = (await readdir(join(folder, 'archives'))).filter((name) => name.endsWith('.zst'));
  const unpack = `zstd -dc '${join(folder, 'archives', file)}' | tar -xO .holdfast/wiki`;
  const sh = async (script: string) => (await promisify(execFile)('sh', ['-c', script])).stdout;
  expect(await sh(`${unpack}/dumps/state.000000`)).toBe('rows');
  expect(JSON.parse(await sh(`${unpack}/manifest.json`))).toMatchObject({
    application: { profile: 'generic', version: '1.2' },
    dumps: [{ name: 'state' }],
  });
});

test.each([
  [
    'another way to stop it',
    ['backup', '--app', 'generic', '--app-option', 'paths=/x', '--stop', 'x', '--start', 'y'],
    '--stop with --app',
  ],
  [
    'an archive that nobody vouches for',
    ['restore', 'latest', '--app', '--archive-from', '/x'],
    'without --trust-archive',
  ],
  ['a place', ['restore', 'latest', '--app', '--target', '/'], '--app and --target'],
  ['one of its dumps', ['restore', 'latest', '--database', '--app'], '--app and --database'],
  [
    'options of none',
    ['restore', 'latest', '--target', '/x', '--app-option', 'a=b'],
    '--app-option without --app',
  ],
])('%s is refused', async (_, args, expected) => {
  expect((await run(...args)).stderr).toContain(expected);
});
