import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeRepository } from '../services/repository.ts';
import { restic } from '../services/restic.ts';
import { startSshd } from '../services/sshd.ts';
import { ActionRunner, type Inputs, type StepResult } from './runner.ts';

const run = promisify(execFile);
const PASSWORD = 'correct horse battery';

let folder = '';
/** A disk of 64 KiB: the runner's temporary folder. */
let small = '';
let repository = '';
let application = '';
let inputs: Inputs = {};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hf-full-'));
  small = join(folder, 'small');
  repository = join(folder, 'repository');
  application = join(folder, 'application');
  await mkdir(small);
  await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]);
  await mkdir(join(folder, 'source'));
  await writeFile(join(folder, 'source', 'a'), 'hello\n');
  await makeRepository(repository, PASSWORD);
  inputs = {
    on: 'local',
    host: 'here',
    paths: join(folder, 'source'),
    repository,
    password: PASSWORD,
    before: `echo held >> ${application}`,
    after: `echo released >> ${application}`,
  };
  return async () => {
    await run('umount', [small]);
    await rm(folder, { recursive: true, force: true });
  };
});
const FILL = () => `head -c 1M /dev/zero >${small}/fill 2>/dev/null || true`;

function snapshots(): Promise<string[]> {
  return readdir(join(repository, 'snapshots'));
}

function errors(step: StepResult): string[] {
  return step.commands.filter(({ name }) => name === 'error').map(({ message }) => message);
}

describe('a runner whose temporary folder is full', () => {
  test('from the start: nothing is begun that post could not end, and the message says why', async () => {
    await using runner = await ActionRunner.create('backup-host', { RUNNER_TEMP: small }, small);
    const running = runner.start(inputs, () => run('sh', ['-c', FILL()]));
    const step = await (await running).ended;
    expect(step.exitCode).toBe(1);
    expect(errors(step)).toEqual([
      expect.stringMatching(/^Cannot give the runner the state "main" .* the disk is full/),
    ]);
    expect(step.rawLog).not.toMatch(/fault of Holdfast|\n {4}at /);
    expect(await snapshots()).toEqual([]);
    expect(await readdir(folder)).not.toContain('application');
  });

  test('while it backs up: the snapshot is whole, the application goes on, and the step fails for its outputs', async () => {
    await using runner = await ActionRunner.create('backup-host', { RUNNER_TEMP: small }, small);
    const step = await runner.main({ ...inputs, before: `${inputs['before']}; ${FILL()}` });
    expect(step.exitCode).toBe(1);
    expect(errors(step)).toEqual([
      expect.stringMatching(/^Cannot give the runner the outputs .* the disk is full.* All else is done/),
    ]);
    expect(step.rawLog).toMatch(/warning: Cannot give the runner the summary/);
    expect(step.rawLog).toMatch(/^Snapshot [0-9a-f]{8}: 1 file/m);
    expect(step.outputs).toEqual({});
    expect(step.state).toEqual({ main: 'finished', application: 'released' });
    expect(await readFile(application, 'utf8')).toBe('held\nreleased\n');
    expect(await snapshots()).toHaveLength(1);
    expect(await readdir(join(repository, 'locks'))).toEqual([]);
    await restic({ repository, password: PASSWORD }, ['check', '--read-data']);
  });

  test('when a key must be put into a file: no part of it stays', async () => {
    const sshd = await startSshd();
    try {
      await run('sh', ['-c', FILL()]);
      await using runner = await ActionRunner.create('backup-host', { RUNNER_TEMP: small });
      const access = { on: sshd.address, identity: sshd.identityPem, 'known-hosts': sshd.hostKeyLine };
      const step = await runner.main({ ...inputs, ...access, 'ssh-client': 'openssh' });
      expect(step.exitCode).toBe(1);
      expect(errors(step)).toEqual([
        expect.stringMatching(/^Cannot write the files for the system's ssh .* the disk is full/),
      ]);
      expect(await readdir(small)).toEqual(['fill']);
    } finally {
      await sshd.stop();
    }
  });

  test('when an archive is written to it: nothing that looks like one is left', async () => {
    const source = join(folder, 'source', 'large');
    await writeFile(source, Buffer.alloc(200_000, 'x'));
    await using runner = await ActionRunner.create('backup-host');
    expect((await runner.main(inputs)).exitCode).toBe(0);
    await using restorer = await ActionRunner.create('restore');
    const step = await restorer.main({ repository, password: PASSWORD, tar: join(small, 'all.tar') });
    expect(step.exitCode).toBe(1);
    expect(errors(step)).toEqual([
      expect.stringMatching(/^Cannot write the file ".*all\.tar": its disk is full/),
    ]);
    expect(await readdir(small)).toEqual([]);
  });
});
