import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRepository } from '../services/repository.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { createTestUser, type TestUser } from '../services/user.ts';
import { type CliResult, type FakeTerminalOptions, holdfast } from './terminal.ts';

const PASSWORD = 'correct horse';
const PASSPHRASE = 'open sesame';

let folder = '';
let user: TestUser;
let sshd: Sshd;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-login-'));
  user = await createTestUser({ password: PASSWORD });
  const config = ['UsePAM yes', 'PasswordAuthentication yes'];
  sshd = await startSshd({ user: user.name, config, identityPassphrase: PASSPHRASE });
  await writeFile(join(folder, 'password'), `${PASSWORD}\n`);
  await writeFile(join(folder, 'passphrase'), `${PASSPHRASE}\n`);
  await makeRepository(join(folder, 'repository'), 'secret');
});
afterAll(async () => {
  await sshd.stop();
  await user.remove();
  await rm(folder, { recursive: true });
});

const env = () => ({ RESTIC_REPOSITORY: join(folder, 'repository'), RESTIC_PASSWORD: 'secret' });

/** Logs in to list one file. */
function logIn(more: readonly string[], options: FakeTerminalOptions = {}): Promise<CliResult> {
  const on = ['--on', sshd.address, '--known-hosts', sshd.hostKeyFingerprint];
  return holdfast(['backup', '--dry-run', ...on, ...more, '/etc/passwd'], {
    ...options,
    env: { ...env(), ...options.env },
  });
}

describe('a person logs in with', () => {
  test('a password in a file, or in the environment', async () => {
    expect((await logIn(['--ssh-password-file', join(folder, 'password')])).status).toBe(0);
    expect((await logIn([], { env: { HOLDFAST_SSH_PASSWORD: PASSWORD } })).status).toBe(0);
    expect((await logIn([], { env: { HOLDFAST_SSH_PASSWORD: 'wrong' } })).status).toBe(1);
  });

  test('an encrypted key, its passphrase in a file or typed', async () => {
    const identity = ['--identity', sshd.identityFile];
    const file = ['--identity-passphrase-file', join(folder, 'passphrase')];
    expect((await logIn([...identity, ...file])).status).toBe(0);
    const asked = await logIn(identity, { typed: [`${PASSPHRASE}\r`] });
    expect(asked).toMatchObject({ status: 0, stderr: expect.stringContaining('enter passphrase') });
    expect(asked.stderr).not.toContain(PASSPHRASE);
    expect((await logIn(identity)).stderr).toContain('it is encrypted, and no passphrase was given');
  });
});
