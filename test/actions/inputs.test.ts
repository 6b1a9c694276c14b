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

test('an interval of checkpoints reaches the backup, and a bad one is refused by its name', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  expect((await readBackupInputs()).options.checkpointEveryMs).toBeUndefined();
  give('checkpoint-interval', '30m');
  expect((await readBackupInputs()).options.checkpointEveryMs).toBe(1_800_000);
  give('checkpoint-interval', '0');
  expect((await readBackupInputs()).options.checkpointEveryMs).toBeNull();
  give('checkpoint-interval', '5s');
  await expect(readBackupInputs()).rejects.toThrow('Cannot use the input `checkpoint-interval`: it is "5s"');
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
