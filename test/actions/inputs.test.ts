import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readRepositoryAccess } from '../../src/actions/access.ts';
import { readBackupInputs } from '../../src/actions/backup-inputs.ts';

const give = (name: string, value: string) => vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
beforeEach(() => {
  give('repository', '/srv/backup');
  give('on', 'ssh://root@wiki.example');
  give('paths', '/srv');
});
afterEach(() => vi.unstubAllEnvs());

test('force and parent contradict each other', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  give('force', 'true');
  give('parent', '4bd21c8a');
  await expect(readBackupInputs()).rejects.toThrow('`force: true` and `parent`');
  give('force', 'false');
  expect((await readBackupInputs()).options.parent).toEqual({ spec: '4bd21c8a' });
});

test('a password file that is not UTF-8, or empty, is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-inputs-'));
  try {
    const file = join(folder, 'password');
    vi.stubEnv('RESTIC_PASSWORD', undefined);
    vi.stubEnv('RESTIC_PASSWORD_FILE', file);
    await writeFile(file, Buffer.from([0x67, 0xfc, 0x6e]));
    await expect(readRepositoryAccess()).rejects.toThrow('not valid UTF-8');
    await writeFile(file, '');
    await expect(readRepositoryAccess()).rejects.toThrow('it is empty');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what a person knows from the command line is read from inputs of the same names', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  vi.stubEnv('SSH_AUTH_SOCK', '/run/agent');
  expect((await readBackupInputs()).host.options).toMatchObject({ agent: '/run/agent' });
  give('skip-if-unchanged', 'true');
  give('ignore-ctime', 'true');
  give('compression', 'max');
  give('pack-size', '64');
  give('ssh-password', 'correct horse');
  const { options, repository, host } = await readBackupInputs();
  expect(options).toMatchObject({ skipIfUnchanged: true, ignore: 'ctime' });
  expect(repository.storage).toEqual({ compression: 'max', packSizeBytes: 64 << 20 });
  expect(host.options).toMatchObject({ password: 'correct horse', agent: undefined });
  give('ignore-inode', 'true');
  expect((await readBackupInputs()).options.ignore).toBe('inode');
  give('pack-size', '1');
  await expect(readBackupInputs()).rejects.toThrow('the input `pack-size`');
});

test('a password of the environment that is not UTF-8 is refused', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'gr\ufffdn');
  await expect(readRepositoryAccess()).rejects.toThrow('RESTIC_PASSWORD');
});
