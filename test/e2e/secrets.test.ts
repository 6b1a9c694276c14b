import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Canaries } from '../leaks/canaries.ts';
import { leaksOfRepository } from '../leaks/repository.ts';
import { leaksOfStep, unmasked } from '../leaks/step.ts';
import { Watch } from '../leaks/watch.ts';
import { makeRepository } from '../services/repository.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { createTestUser, type TestUser } from '../services/user.ts';
import { processesAt } from './processes-at.ts';
import { ActionRunner, type Inputs, type StepResult } from './runner.ts';

// Each secret is planted where a user gives it, and looked for everywhere else, while the built program runs and
// afterwards. That the hunt finds what is there is proved in test/leaks.

/** One that ended meanwhile needs no killing. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const run = promisify(execFile);
const HOLDFAST = fileURLToPath(new URL('../../dist/holdfast.js', import.meta.url));

const canaries = new Canaries();
const password = canaries.plant('password');
const passphrase = canaries.plant('passphrase');
/** Long enough for every process of a run to be looked into. */
const HOLD_STILL = 'sleep 0.7';

let folder = '';
/** The runner's temporary folder, and the system's. */
let temporary = '';
let source = '';
let repository = '';
let user: TestUser;
let sshd: Sshd;
let encryptedKey = '';
let plainKey = '';
let otherKey = '';
let inputs: Inputs = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hf-secrets-'));
  [temporary, source, repository] = ['t', 'source', 'repository'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(temporary);
  await mkdir(source);
  await run('chmod', ['755', folder]);
  await writeFile(join(source, 'a'), 'hello\n');
  user = await createTestUser({ sudo: 'ALL=(ALL) NOPASSWD: ALL' });
  sshd = await startSshd({ user: user.name, identityPassphrase: passphrase });
  encryptedKey = canaries.add('key', sshd.identityPem);
  const file = join(folder, 'plain-key');
  await copyFile(sshd.identityFile, file);
  await run('chmod', ['600', file]);
  await run('ssh-keygen', ['-q', '-p', '-P', passphrase, '-N', '', '-f', file]);
  // A key ends with its comment, which those of other tests have, too.
  const comment = () => ['-C', randomBytes(16).toString('hex')];
  await run('ssh-keygen', ['-q', '-c', '-P', '', ...comment(), '-f', file]);
  plainKey = canaries.add('key without passphrase', await readFile(file, 'utf8'));
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', ...comment(), '-f', `${file}-2`]);
  otherKey = canaries.add('another key', await readFile(`${file}-2`, 'utf8'));
  for (const made of [file, `${file}-2`]) await rm(made);
  await makeRepository(repository, password);
  inputs = {
    on: sshd.address,
    identity: encryptedKey,
    'identity-passphrase': passphrase,
    'known-hosts': sshd.hostKeyLine,
    become: 'sudo',
    repository,
    password,
    before: HOLD_STILL,
  };
});
afterAll(async () => {
  await sshd.stop();
  await user.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Runs an action and its post with everything watched; gives main's result, and the watch's. */
async function hunt(action: string, more: Inputs, env: NodeJS.ProcessEnv = { RUNNER_DEBUG: '1' }) {
  await using runner = await ActionRunner.create(action, {
    RUNNER_TEMP: temporary,
    TMPDIR: temporary,
    ...env,
  });
  const watch = new Watch({ canaries, temporaryFolder: temporary });
  const all = { ...inputs, ...more };
  const step = await runner.start(all);
  watch.allowEnvironmentOf(step.pid);
  const main = await step.ended;
  const postStep = await runner.startPost(all, main);
  watch.allowEnvironmentOf(postStep.pid);
  const post = await postStep.ended;
  const seen = await watch.end();
  for (const result of [main, post]) expect(leaksOfStep(canaries, result)).toEqual([]);
  expect(seen.leaks).toEqual([]);
  expect(await readdir(temporary)).toEqual([]);
  return { main, seen };
}

function expectSuccess(main: StepResult): void {
  expect(main.rawLog).not.toContain('::error');
  expect(main.exitCode).toBe(0);
}

describe('no secret of an action is anywhere but where it was put', () => {
  test('backup-host over SSH, with debug logs', async () => {
    const more = { paths: source, 'ssh-password': canaries.plant('SSH password') };
    const { main, seen } = await hunt('backup-host', more);
    expectSuccess(main);
    expect([...seen.programs]).toEqual(expect.arrayContaining(['sh', 'sleep', 'sudo']));
    expect(unmasked(canaries, main, ['password', 'key', 'passphrase'])).toEqual([]);
  });

  test('backup-host by the system’s ssh, which needs the key in a file', async () => {
    const more = { paths: source, 'ssh-client': 'openssh', identity: plainKey, 'identity-passphrase': '' };
    const { main, seen } = await hunt('backup-host', more);
    expectSuccess(main);
    expect([...seen.programs]).toEqual(expect.arrayContaining(['ssh', 'sh', 'sudo']));
    expect([...seen.secretFiles].map(([path, mode]) => [path.split('/').at(-1), mode])).toEqual([
      ['identity', '600'],
    ]);
    expect(unmasked(canaries, main, ['password', 'key without passphrase'])).toEqual([]);
  });

  test('backup-host on the runner itself, with the password in a file', async () => {
    const file = join(folder, 'password');
    await writeFile(file, `${password}\n`, { mode: 0o600 });
    const more = {
      on: 'local',
      host: 'here',
      paths: source,
      become: '',
      password: '',
      identity: '',
      'identity-passphrase': '',
    };
    const { main, seen } = await hunt('backup-host', more, {
      RESTIC_PASSWORD_FILE: file,
      ACTIONS_STEP_DEBUG: 'true',
    });
    expectSuccess(main);
    expect([...seen.programs]).toEqual(expect.arrayContaining(['sleep']));
    expect(unmasked(canaries, main, ['password'])).toEqual([]);
  });

  test('restore, with the password in the environment', async () => {
    const target = join(folder, 'restored');
    const env = { RESTIC_PASSWORD: password, RUNNER_DEBUG: '1' };
    const { main } = await hunt('restore', { target, host: '', password: '', snapshot: 'latest' }, env);
    expectSuccess(main);
    expect(unmasked(canaries, main, ['password', 'key', 'passphrase'])).toEqual([]);
  });

  test.each<[string, Inputs, RegExp]>([
    ['a wrong password', { password: canaries.plant('wrong password') }, /opens none of/],
    [
      'a wrong passphrase',
      { 'identity-passphrase': canaries.plant('wrong passphrase') },
      /private key given as text/,
    ],
    ['no passphrase', { 'identity-passphrase': '' }, /private key given as text/],
    ['a passphrase for the system’s ssh', { 'ssh-client': 'openssh' }, /Cannot give a passphrase/],
    ['a key that is refused', { identity: 'OTHER' }, /Cannot log in to/],
    [
      'a host key that isn’t pinned',
      { 'known-hosts': `SHA256:${'A'.repeat(43)}` },
      /Cannot trust the host key/,
    ],
    [
      'a password in the address',
      { on: `ssh://root:${canaries.plant('address password')}@127.0.0.1` },
      /Cannot reach the host/,
    ],
    [
      'a password in the location',
      { repository: `rest:https://u:${canaries.plant('location password')}@h/` },
      /not supported yet/,
    ],
    ['a key in base64', { identity: 'BASE64' }, /Cannot (read|use) the private key/],
    ['a key without its first line', { identity: 'BODY' }, /Cannot (read|use) the private key/],
    ['a passphrase in the place of the key', { identity: 'PASSPHRASE' }, /Cannot (read|use) the private key/],
    ['a key in the place of known hosts', { 'known-hosts': 'KEY' }, /Cannot find a host key/],
    ['a command that fails', { before: 'exit 7' }, /exit status 7/],
  ])('a failure: %s', async (_what, wrong, message) => {
    const special: Record<string, string> = {
      OTHER: otherKey,
      BASE64: Buffer.from(encryptedKey).toString('base64'),
      BODY: encryptedKey.split('\n').slice(1).join('\n'),
      PASSPHRASE: passphrase,
      KEY: encryptedKey,
    };
    const more = Object.fromEntries(
      Object.entries(wrong).map(([name, value]) => [name, special[value] ?? value]),
    );
    const { main } = await hunt('backup-host', { paths: source, ...more });
    expect(main.exitCode).toBe(1);
    expect(main.rawLog).toContain('::debug::');
    expect(main.commands.find(({ name }) => name === 'error')?.message).toMatch(message);
  });

  const bySsh = () => ({
    ...inputs,
    paths: source,
    'ssh-client': 'openssh',
    identity: plainKey,
    'identity-passphrase': '',
    before: 'sleep 60',
  });

  async function started(runner: ActionRunner) {
    const step = await runner.start(bySsh());
    await step.logged(/before: sleep 60/);
    expect(await readdir(temporary)).toEqual([expect.stringMatching(/^holdfast-ssh-/)]);
    return step;
  }

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'no key is left in a file after %s',
    async (signal) => {
      await using runner = await ActionRunner.create('backup-host', { RUNNER_TEMP: temporary });
      const step = await started(runner);
      step.kill(signal);
      await step.ended;
      await expect.poll(() => readdir(temporary)).toEqual([]);
    },
  );

  test('post removes the key that was left in a file when everything was killed', async () => {
    await using runner = await ActionRunner.create('backup-host', { RUNNER_TEMP: temporary });
    const step = await started(runner);
    for (const line of await processesAt(temporary)) killIfThere(Number.parseInt(line, 10));
    step.kill('SIGKILL');
    const main = await step.ended;
    expect(await readdir(temporary)).toHaveLength(1);
    expect((await runner.post({ ...bySsh(), after: 'true' }, main)).exitCode).toBe(0);
    expect(await readdir(temporary)).toEqual([]);
  });

  test('and not in the repository', async () => {
    expect(await leaksOfRepository(canaries, repository, password)).toEqual([]);
  });
});

describe('no secret of the command line is anywhere but where it was put', () => {
  const newPassword = canaries.plant('new password');
  const lastPassword = canaries.plant('last password');
  let own = '';

  beforeAll(async () => {
    own = join(folder, 'own');
    await mkdir(own);
    const secrets = { password, new: newPassword, last: lastPassword };
    for (const [name, secret] of Object.entries(secrets)) {
      await writeFile(join(own, name), secret, { mode: 0o600 });
    }
  });

  async function holdfast(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const watch = new Watch({ canaries, temporaryFolder: temporary });
    const common = {
      PATH: process.env['PATH'],
      HOME: folder,
      TMPDIR: temporary,
      RESTIC_REPOSITORY: repository,
    };
    const child = spawn(process.execPath, [HOLDFAST, ...args], {
      env: { ...common, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    watch.allowEnvironmentOf(child.pid ?? 0);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    const [status] = (await once(child, 'close')) as [number | null];
    const seen = await watch.end();
    expect(seen.leaks).toEqual([]);
    expect(canaries.find(said, 'output')).toEqual([]);
    return { status, said };
  }

  function by(name: string): string[] {
    return ['--password-file', join(own, name)];
  }

  test('failures', async () => {
    await writeFile(join(own, 'wrong'), canaries.plant('wrong password of a file'));
    const bad = canaries.plant('output of a command that fails');
    await writeFile(join(own, 'bad'), bad);
    const refused = [
      '--on',
      sshd.address,
      '--identity',
      sshd.identityFile,
      '--known-hosts',
      sshd.hostKeyFingerprint,
    ];
    const steps: [string[], number, NodeJS.ProcessEnv?][] = [
      [['snapshots', ...by('wrong'), '-vv'], 12],
      [
        ['snapshots', '-vv', '--json'],
        12,
        { RESTIC_PASSWORD: canaries.plant('wrong password of the environment') },
      ],
      [['snapshots', '-vv', '--password-command', `sh -c 'cat ${join(own, 'bad')}; exit 3'`], 1],
      [['backup', ...by('password'), '-vv', ...refused, source], 1], // the key wants a passphrase
    ];
    for (const [args, expected, env] of steps) {
      const { status, said } = await holdfast(args, env);
      expect({ args, status, said }).toMatchObject({ status: expected });
    }
  });

  test('passwords from files, commands and the environment; new ones; the recovery code', async () => {
    const made = await holdfast(['key', 'add', '--recovery', '--json', ...by('password'), '-vv']);
    const { recovery_code } = JSON.parse(made.said.trim().split('\n').at(-1) ?? '');
    canaries.add('recovery code', recovery_code); // shown the once
    await writeFile(join(own, 'code'), `${recovery_code}\n`);

    const command = `sh -c 'sleep 0.3; cat ${join(own, 'password')}'`;
    const steps: [string[], NodeJS.ProcessEnv?][] = [
      [['backup', ...by('password'), '-vv', '--before', HOLD_STILL, source]],
      [['key', 'add', ...by('password'), '--new-password-file', join(own, 'new'), '-vv']],
      [['key', 'passwd', ...by('new'), '--new-password-file', join(own, 'last'), '--json']],
      [['snapshots', '-vv'], { RESTIC_PASSWORD_COMMAND: command }],
      [['check', '--read-data', '-vv'], { RESTIC_PASSWORD_FILE: join(own, 'code') }],
      [
        ['restore', 'latest', '--target', join(folder, 'cli-restored'), '--json'],
        { RESTIC_PASSWORD: password },
      ],
    ];
    for (const [args, env] of steps) {
      const { status, said } = await holdfast(args, env);
      expect({ args, status, said }).toMatchObject({ status: 0 });
    }
    expect(await leaksOfRepository(canaries, repository, password)).toEqual([]);
  });
});
