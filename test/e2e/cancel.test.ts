import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDirectory } from '../../src/backends/directory.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { openRepository } from '../../src/repository/open.ts';
import { makeRepository } from '../services/repository.ts';
import { restic } from '../services/restic.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { processesAt } from './processes-at.ts';
import { ActionRunner, type Inputs } from './runner.ts';

const PASSWORD = 'correct horse battery';
/** So much that no backup is done with it before a signal reaches it. */
const LARGE_BYTES = 600 * 1024 * 1024;

let sshd: Sshd;
let folder = '';
let source = '';
let repository = '';
let application = '';
let inputs: Inputs = {};

beforeAll(async () => {
  sshd = await startSshd();
});
afterAll(() => sshd.stop());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-cancel-'));
  source = join(folder, 'source');
  repository = join(folder, 'repository');
  application = join(folder, 'application');
  await mkdir(source);
  await promisify(execFile)('sh', ['-c', `head -c ${LARGE_BYTES} /dev/urandom > ${join(source, 'large')}`]);
  await makeRepository(repository, PASSWORD);
  inputs = {
    on: sshd.address,
    identity: sshd.identityPem,
    'known-hosts': sshd.hostKeyLine,
    paths: source,
    repository,
    password: PASSWORD,
    before: `echo held >> ${application}`,
    after: `echo released >> ${application}`,
  };
  return () => rm(folder, { recursive: true, force: true });
});

async function expectOrder(): Promise<void> {
  expect(await readFile(application, 'utf8')).toBe('held\nreleased\n');
  expect(await readdir(join(repository, 'locks'))).toEqual([]);
  await expect.poll(() => processesAt(source)).toEqual([]);
  await restic({ repository, password: PASSWORD }, ['check', '--read-data']);
  expect(await readdir(join(repository, 'snapshots'))).toEqual([]);
}

describe('a backup that is cancelled', () => {
  test('while it reads ends its commands, lets the application go on and unlocks, before the runner asks twice', async () => {
    await using runner = await ActionRunner.create('backup-host');
    const step = await runner.start(inputs);
    await step.logged(/backing up/);
    step.cancel();
    const main = await step.ended;
    expect(main).toMatchObject({ exitCode: 1, killedBy: null, signalsSent: ['SIGINT'] });
    expect(main.summary).toContain('Cancelled by SIGINT');
    await expectOrder();
    // In order: post has nothing to do.
    expect(await runner.post(inputs, main)).toMatchObject({ exitCode: 0, rawLog: '' });
    expect(await readFile(application, 'utf8')).toBe('held\nreleased\n');
  });

  test('while a before command runs ends that command, and still runs the after commands', async () => {
    await using runner = await ActionRunner.create('backup-host');
    const before = `echo held >> ${application}\ncd ${source} && sleep 3600`;
    const step = await runner.start({ ...inputs, before });
    await step.logged(/before: cd .*sleep 3600/);
    step.cancel();
    expect(await step.ended).toMatchObject({ exitCode: 1, killedBy: null, signalsSent: ['SIGINT'] });
    await expectOrder();
  });

  test('while an application is stopped under a lease starts that, once, before the runner asks twice', async () => {
    await using runner = await ActionRunner.create('backup-host');
    const stopped = join(folder, 'stopped');
    const { before: _, after: __, ...plain } = inputs;
    const step = await runner.start({
      ...plain,
      of: 'wiki',
      'no-first-pass': 'true',
      stop: `touch ${stopped}`,
      start: `rm ${stopped} && echo started >> ${application}`,
      status: `test ! -e ${stopped} || exit 3`,
    });
    await expect.poll(() => existsSync(stopped)).toBe(true);
    step.cancel();
    expect(await step.ended).toMatchObject({ exitCode: 1, killedBy: null });
    expect([await readFile(application, 'utf8'), existsSync(stopped)]).toEqual(['started\n', false]);
    expect(await readdir(join(repository, 'locks'))).toEqual([]);
    expect(await readdir(join(repository, 'snapshots'))).toEqual([]);
  });

  test('while it waits for another’s lock ends its waiting, and leaves that lock', async () => {
    const other = await openRepository(openDirectory(repository), PASSWORD);
    const lock = await acquireLock(other, { exclusive: true });
    await using runner = await ActionRunner.create('backup-host');
    const step = await runner.start({ ...inputs, 'retry-lock': '10m' });
    await step.logged(/is locked by PID .*: waiting/);
    step.cancel();
    expect(await step.ended).toMatchObject({ exitCode: 1, killedBy: null, signalsSent: ['SIGINT'] });
    expect(await readdir(join(repository, 'locks'))).toHaveLength(1);
    await lock.release();
    await other.close();
  });
});

describe('a main that was killed', () => {
  test('leaves to post the after commands and the lock', async () => {
    await using runner = await ActionRunner.create('backup-host');
    const step = await runner.start(inputs);
    await step.logged(/backing up/);
    step.kill('SIGKILL');
    const main = await step.ended;
    expect(main.killedBy).toBe('SIGKILL');
    expect(main.state).toEqual({ main: 'started', application: 'held' });
    expect(await readFile(application, 'utf8')).toBe('held\n');
    expect(await readdir(join(repository, 'locks'))).toHaveLength(1);

    const post = await runner.post(inputs, main);
    expect(post.exitCode).toBe(0);
    expect(post.commands).toContainEqual(expect.objectContaining({ name: 'notice' }));
    await expectOrder();
  });

  test('and whose application post can’t bring back fails loudly', async () => {
    await using runner = await ActionRunner.create('backup-host');
    const broken = { ...inputs, after: 'exit 7' };
    const step = await runner.start(broken);
    await step.logged(/backing up/);
    step.kill('SIGKILL');
    const post = await runner.post(broken, await step.ended);
    expect(post.exitCode).toBe(1);
    expect(post.commands.find(({ name }) => name === 'error')).toMatchObject({
      properties: { title: 'The application may still be held' },
    });
    expect(await readdir(join(repository, 'locks'))).toEqual([]);
  });
});
