import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeRepository } from '../services/repository.ts';
import { startSshd } from '../services/sshd.ts';
import { holdfast } from './terminal.ts';

let folder = '';
let env: Record<string, string> = {};

/** A folder that holds what is backed up, and the repository in a folder below it. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-over-source-'));
  await mkdir(at('host/disk'), { recursive: true });
  await writeFile(at('host/a'), 'first');
  env = { RESTIC_REPOSITORY: at('host/disk/repository'), RESTIC_PASSWORD: 'secret' };
  await makeRepository(at('host/disk/repository'), 'secret');
});
afterEach(() => rm(folder, { recursive: true }));

const at = (path: string) => join(folder, path);
const run = (...args: string[]) => holdfast(args, { env });
const textOf = (path: string) => readFile(at(path), 'utf8');
const restore = (...args: string[]) => run('restore', 'latest', '--target', '/', ...args);

const backUp = (...args: string[]) => run('backup', at('host'), ...args);

async function expectWhole(): Promise<void> {
  expect((await run('check', '--read-data')).status).toBe(0);
}

test('a repository in a folder that is restored stays where it is, also behind a symlink', async () => {
  await run('backup', at('host'), '--exclude', at('host/disk'));
  await writeFile(at('host/a'), 'second');
  await symlink(at('host/disk'), at('link'));
  env = { ...env, RESTIC_REPOSITORY: at('link/repository') };
  expect(await restore()).toMatchObject({ status: 0 });
  expect(await textOf('host/a')).toBe('first');
  await expectWhole();
});

test('nor is it moved by a restore that comes back to this machine over SSH', async () => {
  await run('backup', at('host'), '--exclude', at('host/disk'));
  await writeFile(at('host/a'), 'second');
  const sshd = await startSshd();
  try {
    await writeFile(at('known_hosts'), `${sshd.hostKeyLine}\n`);
    const login = ['--on', sshd.address, '--identity', sshd.identityFile, '--known-hosts', at('known_hosts')];
    expect(await restore(...login)).toMatchObject({ status: 0 });
  } finally {
    await sshd.stop();
  }
  expect(await textOf('host/a')).toBe('first');
  await expectWhole();
});

test('a backup of it is told, and one that leaves it out says nothing', async () => {
  const told = `The repository "${at('host/disk/repository')}" lies in what is saved`;
  for (let run = 1; run <= 2; run++) expect((await backUp()).stderr).toContain(told);
  expect((await backUp('--exclude', at('host/disk/repository'))).stderr).not.toContain(told);
  const toArchive = await backUp('--archive-to', at('host/disk'), '--unencrypted');
  expect(toArchive.stderr).toContain(`The folder of archives "${at('host/disk')}" lies in what is saved`);
});

test('an earlier state of it is never put over it; what is beside it comes back without', async () => {
  await backUp();
  await writeFile(at('host/a'), 'second');
  for (const how of [[], ['--overwrite', 'if-changed'], ['--dry-run']]) {
    const { status, stderr } = await restore(...how);
    expect(stderr).toContain(
      `Cannot restore over "${at('host/disk/repository')}", from which it is restored: the snapshot holds an earlier state of it`,
    );
    expect(status).toBe(1);
  }
  expect(await textOf('host/a')).toBe('second');
  const below = await restore('--include', at('host/disk/repository/config'));
  expect(below.stderr).toContain('from which it is restored');
  expect(await restore('--exclude', at('host/disk/repository'))).toMatchObject({ status: 0 });
  expect(await textOf('host/a')).toBe('first');
  await expectWhole();
});

test('nor goes it with what isn’t in the snapshot', async () => {
  await run('backup', at('host'), '--exclude', at('host/disk'));
  const { status, stderr } = await restore('--overwrite', 'if-changed', '--delete');
  expect(stderr).toContain('it isn’t in the snapshot, and would be moved away');
  expect(status).toBe(1);
  expect(await restore('--delete')).toMatchObject({ status: 0 });
  await expectWhole();
});

test('archives that are restored from stay, too', async () => {
  await mkdir(at('host/archives'));
  const to = ['--archive-to', at('host/archives'), '--unencrypted', '--exclude', at('host/archives')];
  await run('backup', at('host'), ...to, '--exclude', at('host/disk'));
  await writeFile(at('host/a'), 'second');
  expect(await restore('--archive-from', at('host/archives'))).toMatchObject({ status: 0 });
  expect(await textOf('host/a')).toBe('first');
  expect((await run('archives', at('host/archives'))).stdout).toContain('1 archive\n');
});
