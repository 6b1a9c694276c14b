import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { quickFolder } from '../memory-disk.ts';
import { makeRepository } from '../services/repository.ts';
import { holdfast } from './terminal.ts';

let folder: string;
let env: Record<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-dry-run-'));
  env = { RESTIC_REPOSITORY: join(folder, 'repository'), RESTIC_PASSWORD: 'secret' };
  await makeRepository(join(folder, 'repository'), 'secret');
  await mkdir(join(folder, 'source'));
  await writeFile(join(folder, 'source/file'), 'text');
});

afterEach(() => rm(folder, { recursive: true }));

test('a dry run doesn’t stop what commands of one’s own would stop', async () => {
  const commands = ['--before', `touch ${folder}/before`, '--after', `touch ${folder}/after`];
  const run = async (...args: string[]) => (await holdfast([...args, ...commands], { env })).status;
  expect(await run('backup', join(folder, 'source'), '--dry-run')).toBe(0);
  expect(await readdir(folder)).toEqual(['repository', 'source']);
  expect(await run('backup', join(folder, 'source'))).toBe(0);
  expect(await readdir(folder)).toContain('after');
  await rm(join(folder, 'before'));
  await rm(join(folder, 'after'));
  const restore = ['restore', 'latest', '--target', join(folder, 'target')];
  expect(await run(...restore, '--dry-run')).toBe(0);
  expect(await readdir(folder)).not.toContain('before');
  expect(await readdir(folder)).not.toContain('after');
  expect(await run(...restore)).toBe(0);
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['before', 'after', 'target']));
});
