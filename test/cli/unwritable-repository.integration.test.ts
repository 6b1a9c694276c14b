import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { makeRepository } from '../services/repository.ts';
import { smallDisk } from '../services/small-disk.ts';
import { holdfast } from './terminal.ts';

const run = promisify(execFile);

test.each([
  ['full', (disk: string) => run('sh', ['-c', `cat /dev/zero >${disk}/fill 2>/dev/null || true`])],
  ['mounted read-only', (disk: string) => run('mount', ['-o', 'remount,ro', disk])],
])('a repository on a disk that is %s can be read without a lock, which is said', async (_, spoil) => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-unwritable-'));
  const disk = join(folder, 'disk');
  try {
    await using _mounted = await smallDisk(disk, 'size=1m');
    const env = { RESTIC_REPOSITORY: join(disk, 'repository'), RESTIC_PASSWORD: 'secret' };
    await makeRepository(env.RESTIC_REPOSITORY, 'secret');
    await mkdir(join(folder, 'source'));
    await writeFile(join(folder, 'source', 'a'), 'hello\n');
    const backup = ['backup', join(folder, 'source')];
    expect((await holdfast(backup, { env })).status).toBe(0);
    await spoil(disk);

    const restore = ['restore', `latest:${folder}/source`, '--target', join(folder, 'restored')];
    const said = 'What only reads can do without a lock (--no-lock), while nobody prunes.\n';
    for (const words of [['snapshots'], restore])
      expect(await holdfast(words, { env })).toMatchObject({
        status: 1,
        stderr: expect.stringContaining(said),
      });
    expect((await holdfast(backup, { env })).stderr).not.toContain('--no-lock');
    expect((await holdfast(['--no-lock', ...restore], { env })).status).toBe(0);
    expect(await readFile(join(folder, 'restored', 'a'), 'utf8')).toBe('hello\n');
  } finally {
    await rm(folder, { recursive: true });
  }
});
