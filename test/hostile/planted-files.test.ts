import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDirectory } from '../../src/backends/directory.ts';
import type { HoldfastError } from '../../src/errors.ts';
import { openRepository } from '../../src/repository/open.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { Forgery } from './forged-trees.ts';

// Who can write to the storage can put anything there under any name, and needs no password for it.

const NAME = '0'.repeat(64); // the first in every listing
const TWO_GIB = 2 * 1024 ** 3;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-planted-'));
  const forgery = await Forgery.make(openDirectory(folder));
  await forgery.repository.close();
  return () => rm(folder, { recursive: true, force: true });
});

/** Opens the repository and reads what lies beside its packs. */
async function read(): Promise<{ failure: HoldfastError | null; warnings: string[] }> {
  const warnings: string[] = [];
  try {
    const onWarning = (message: string) => void warnings.push(message);
    const repository = await openRepository(openDirectory(folder), PASSWORD, { threads: 0, onWarning });
    await repository.loadIndex();
    await Array.fromAsync(repository.snapshots());
    await repository.close();
    return { failure: null, warnings };
  } catch (error) {
    return { failure: error as HoldfastError, warnings };
  }
}

const HUGE = async (path: string) => {
  await writeFile(path, '', { flag: 'a' });
  await truncate(path, TWO_GIB);
};
const PIPE = async (path: string) => {
  await rm(path, { force: true });
  execFileSync('mkfifo', [path]);
};

describe.each([
  ['more bytes than any has (no memory is taken for them)', HUGE],
  ['a named pipe (nobody waits for its writer)', PIPE],
])('a file with %s', (_, plant) => {
  test('as config is an error', async () => {
    await plant(join(folder, 'config'));
    const { failure } = await read();
    expect(failure).toMatchObject({ code: 'repository-damaged', message: expect.stringContaining('config') });
  });

  test.each(['snapshots', 'index'])('in %s is an error, or no file at all', async (kind) => {
    await plant(join(folder, kind, NAME));
    const { failure } = await read();
    // A pipe in an index's place is passed over: what only that knows is missed. What only a snapshot needs nobody would miss.
    if (plant === HUGE || kind === 'snapshots') expect(failure).toMatchObject({ code: 'repository-damaged' });
    else expect(failure).toBeNull();
  });

  test('in keys locks nobody out', async () => {
    await plant(join(folder, 'keys', NAME));
    const { failure, warnings } = await read();
    expect(failure).toBeNull();
    expect(warnings).toHaveLength(plant === HUGE ? 1 : 0);
  });

  test('where an index says that a pack is', async () => {
    const repository = await openRepository(openDirectory(folder), PASSWORD, { threads: 0 });
    const id = 'e'.repeat(64);
    const blob = `{"id":"${id}","type":"data","offset":0,"length":100}`;
    await repository.files.save('index', Buffer.from(`{"packs":[{"id":"${NAME}","blobs":[${blob}]}]}`));
    await mkdir(join(folder, 'data', '00'), { recursive: true });
    await plant(join(folder, 'data', '00', NAME));
    await repository.loadIndex();
    await expect(repository.loadBlob('data', id as never)).rejects.toMatchObject({
      code: 'repository-damaged',
    });
    await repository.close();
  });
});

test('hundreds of planted key files lock nobody out', async () => {
  for (let i = 0; i < 200; i++) {
    await writeFile(join(folder, 'keys', i.toString(16).padStart(64, '0')), '{"kdf":"scrypt"}');
  }
  expect((await read()).failure).toBeNull();
});

test('a key file that asks for gigabytes or hours is passed over', async () => {
  const { createHash } = await import('node:crypto');
  for (const [N, r, p] of [
    [2 ** 30, 8, 1],
    [2 ** 20, 1024, 1],
    [2 ** 15, 8, 2 ** 30],
    [2 ** 15, 1, 2 ** 31],
  ]) {
    const salt = Buffer.alloc(64).toString('base64');
    const key = `{"created":null,"username":"u","hostname":"h","kdf":"scrypt","N":${N},"r":${r},"p":${p},"salt":"${salt}","data":"${salt}"}`;
    await writeFile(join(folder, 'keys', createHash('sha256').update(key).digest('hex')), key);
  }
  const { failure, warnings } = await read();
  expect(failure).toBeNull();
  expect(warnings.every((warning) => warning.includes('passed over'))).toBe(true);
});
