import { execFileSync } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesInTheWay, writeFiles } from '../../src/cli/setup/files.ts';

const FILES = new Map([
  ['backup.yml', 'new'],
  ['.github/workflows/a.yml', 'a'],
]);
let root = '';
let outside = '';
beforeEach(async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'holdfast-setup-files-')));
  [root, outside] = [join(folder, 'checkout'), join(folder, 'outside')];
  for (const one of [root, outside]) await mkdir(one);
});
afterEach(() => rm(join(root, '..'), { recursive: true }));

test('a link is in the way, wherever it leads, and what it leads to is never written', async () => {
  await writeFile(join(outside, 'mine'), 'new'); // the same text
  for (const to of [join(outside, 'mine'), join(outside, 'nothing')]) {
    await symlink(to, join(root, 'backup.yml'));
    expect(await filesInTheWay(root, FILES)).toEqual(['backup.yml']);
    await expect(writeFiles(root, FILES, [])).rejects.toThrow(
      'Cannot write "backup.yml": file already exists',
    );
    expect(await readlink(join(root, 'backup.yml'))).toBe(to);
    await rm(join(root, 'backup.yml'));
  }
  await symlink(join(outside, 'mine'), join(root, 'backup.yml'));
  await writeFiles(root, FILES, ['backup.yml']);
  expect(await readFile(join(root, 'backup.yml'), 'utf8')).toBe('new');
  expect(await readdir(outside)).toEqual(['mine']);
});

test('no folder on the way may lead out of the checkout', async () => {
  await symlink(outside, join(root, '.github'));
  await expect(filesInTheWay(root, FILES)).rejects.toThrow(
    'Cannot write ".github/workflows/a.yml": the way there is a link that leads out of the checkout',
  );
  await rm(join(root, '.github'));
  await mkdir(join(root, 'own'));
  await symlink('own', join(root, '.github'));
  expect(await filesInTheWay(root, FILES)).toEqual([]);
});

test('what is no file is in the way, or can’t be replaced; it is never waited for', async () => {
  execFileSync('mkfifo', [join(root, 'backup.yml')]);
  expect(await filesInTheWay(root, FILES)).toEqual(['backup.yml']);
  await rm(join(root, 'backup.yml'));
  await mkdir(join(root, 'backup.yml'));
  await expect(filesInTheWay(root, FILES)).rejects.toThrow('Cannot write "backup.yml": it is a folder');
});

test('what is cut off in the middle, or no text, is in the way like any other', async () => {
  await writeFile(join(root, 'backup.yml'), 'ne');
  expect(await filesInTheWay(root, FILES)).toEqual(['backup.yml']);
  await writeFile(join(root, 'backup.yml'), Buffer.from([0xff, 0xfe, 0x6e]));
  expect(await filesInTheWay(root, FILES)).toEqual(['backup.yml']);
  await writeFile(join(root, 'backup.yml'), 'new');
  expect(await filesInTheWay(root, FILES)).toEqual([]);
});
