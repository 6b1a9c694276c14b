import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quickFolder } from '../memory-disk.ts';
import { holdfast } from './terminal.ts';

const run = promisify(execFile);

let folder = '';
let recipient = '';
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-archives-'));
  await mkdir(path('source/sub'), { recursive: true });
  await mkdir(path('store'));
  await writeFile(path('source/a'), 'hello\n');
  await writeFile(path('source/sub/b'), Buffer.alloc(1_000_000, 'b'));
  await run('age-keygen', ['-o', path('key')]);
  recipient = (await run('age-keygen', ['-y', path('key')])).stdout.trim();
  await writeFile(path('recipients'), `# mine\n${recipient}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

test('an archive is made, listed, restored in part and as a tar, by its ID or the newest', async () => {
  const to = ['--archive-to', path('store'), '--age-recipients-file', path('recipients')];
  const made = await holdfast(['backup', '--json', ...to, '--of', 'wiki', '--host', 'h', path('source')]);
  expect(made.status).toBe(0);
  const [summary] = made.json.slice(-1) as { archive_id: string; archive_file: string; complete: boolean }[];
  expect(summary).toMatchObject({ complete: true, files: 2, folders: 2, location: path('store') });
  const id = summary?.archive_id ?? '';
  expect((await readdir(path('store'))).length).toBe(2);

  const listed = await holdfast(['archives', path('store'), '--json', '--of', 'wiki', '--host', 'h']);
  expect(listed.json).toEqual([
    [
      expect.objectContaining({
        id,
        complete: true,
        fault: null,
        hostname: 'h',
        target: 'wiki',
        paths: [path('source')],
      }),
    ],
  ]);
  const none = await holdfast(['archives', path('store'), '--of', 'other']);
  expect(none.stdout).toContain('0 archives');

  const from = ['--archive-from', path('store'), '--age-identity', path('key')];
  const part = ['restore', `${id.slice(0, 20)}:${path('source/sub')}`, ...from, '--target', path('part')];
  const restored = await holdfast(part);
  expect(restored.status).toBe(0);
  expect(restored.stdout).toMatch(/^Archive [0-9a-f]{8}: 1 file/m);
  expect(await readdir(path('part'))).toEqual(['b']);
  expect((await holdfast(['restore', 'latest', ...from, '--tar', path('whole.tar')])).status).toBe(0);
  const { stdout } = await run('tar', ['-xOf', path('whole.tar'), path('source/a').slice(1)]);
  expect(stdout).toBe('hello\n');

  const other = await holdfast(['restore', 'latest', ...from, '--of', 'other', '--target', path('x')]);
  expect(other).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no complete archive is there that fits'),
  });
  const locked = await holdfast(['restore', id, '--archive-from', path('store'), '--target', path('x')]);
  expect(locked).toMatchObject({ status: 12, stderr: expect.stringContaining('no identity was given') });
});
