import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRepository } from '../services/repository.ts';
import { restic } from '../services/restic.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { ActionRunner, type Inputs } from './runner.ts';

const run = promisify(execFile);
const PASSWORD = 'correct horse battery';

let sshd: Sshd;
let folder = '';
let source = '';
let repository = '';
let inputs: Inputs = {};

beforeAll(async () => {
  sshd = await startSshd();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-'));
  source = join(folder, 'source');
  repository = join(folder, 'repository');
  await mkdir(join(source, 'sub'), { recursive: true });
  await writeFile(join(source, 'a'), 'hello\n', { mode: 0o640 });
  await writeFile(join(source, 'sub', 'large'), Buffer.alloc(3_000_000, 'x'));
  await run('ln', ['-s', 'a', join(source, 'link')]);
  await run('chown', ['12:34', join(source, 'a')]);
  // A snapshot of stock restic's: what it writes we restore.
  await makeRepository(repository, PASSWORD);
  await restic({ repository, password: PASSWORD }, ['backup', '--host', 'wiki-1', source]);
  inputs = {
    on: sshd.address,
    identity: sshd.identityPem,
    'known-hosts': sshd.hostKeyFingerprint,
    repository,
    password: PASSWORD,
  };
});
afterAll(async () => {
  await sshd.stop();
  await rm(folder, { recursive: true, force: true });
});

/** All that matters of what is in a folder, as find shows it; what restores keep beside their work is left out. */
async function listing(root: string): Promise<string> {
  const format = '%P %y %m %U %G %s %T@ %l\n';
  const args = ['.', '-mindepth', '1', '-name', '.holdfast-*', '-prune', '-o', '-printf', format];
  const { stdout } = await run('find', args, { cwd: root });
  return stdout.split('\n').sort().join('\n');
}

describe('restore over SSH', () => {
  test('puts a snapshot of stock restic below a folder, as it was', async () => {
    const target = join(folder, 'below');
    await using runner = await ActionRunner.create('restore');
    const main = await runner.main({ ...inputs, host: 'wiki-1', target });
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toMatchObject({ 'files-total': '2', 'files-sent': '2', 'bytes-total': '3000006' });
    expect(main.summary).toMatch(/^### ✅ Restored /);
    expect(await listing(join(target, source))).toBe(await listing(source));
    expect(await runner.post({ ...inputs, target }, main)).toMatchObject({ exitCode: 0, rawLog: '' });
  });

  test('puts a part of it back to its place, keeps what was in the way, and takes that back again', async () => {
    const before = await listing(source);
    await writeFile(join(source, 'a'), 'written by mistake\n');
    const damaged = await listing(source);
    await using runner = await ActionRunner.create('restore');
    const options = { ...inputs, target: '/', include: join(source, 'a') };
    const restored = await runner.main(options);
    expect(restored.exitCode).toBe(0);
    expect(await readFile(join(source, 'a'), 'utf8')).toBe('hello\n');
    const undoFolder = restored.outputs['undo-folders'] ?? '';
    expect(restored.summary).toContain(undoFolder);

    const undone = await runner.main({ ...inputs, target: undoFolder, undo: 'true' });
    const { 'snapshot-id': id } = restored.outputs;
    expect(undone).toMatchObject({
      exitCode: 0,
      outputs: { 'snapshot-id': id, 'duration-seconds': expect.anything() },
    });
    expect(await readFile(join(source, 'a'), 'utf8')).toBe('written by mistake\n');
    expect(await listing(source)).toBe(damaged);

    expect((await runner.main(options)).exitCode).toBe(0);
    expect(await listing(source)).toBe(before);
  });

  test('in place sends only what differs', async () => {
    await writeFile(join(source, 'a'), 'other\n');
    await using runner = await ActionRunner.create('restore');
    const main = await runner.main({ ...inputs, target: '/', overwrite: 'if-changed' });
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toMatchObject({ 'files-sent': '1', 'bytes-sent': '6', 'files-unchanged': '1' });
  });

  test('only says what would happen in a dry run', async () => {
    const target = join(folder, 'dry');
    await using runner = await ActionRunner.create('restore');
    const main = await runner.main({ ...inputs, target, 'dry-run': 'true' });
    expect(main.exitCode).toBe(0);
    expect(main.summary).toMatch(/^### Dry run/);
    expect(await readdir(folder)).not.toContain('dry');
  });

  test('holds the application meanwhile', async () => {
    const log = join(folder, 'application');
    await using runner = await ActionRunner.create('restore');
    const hold = { before: `echo held >> ${log}`, after: `echo released >> ${log}` };
    const main = await runner.main({ ...inputs, ...hold, target: join(folder, 'held') });
    expect(main.exitCode).toBe(0);
    expect(await readFile(log, 'utf8')).toBe('held\nreleased\n');
  });

  test('whose after command fails gives its outputs all the same, and names the way back', async () => {
    const target = join(folder, 'left-held');
    await mkdir(join(target, source), { recursive: true });
    await using runner = await ActionRunner.create('restore');
    const main = await runner.main({ ...inputs, target, after: 'false' });
    expect(main.exitCode).toBe(1);
    const undoFolder = main.outputs['undo-folders'] as string;
    expect(undoFolder).toContain('.holdfast-undo-');
    expect(main.outputs).toMatchObject({ 'snapshot-id': expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(main.summary).toMatch(/^### ❌ Restored `[0-9a-f]{8}` to `ssh:.*`, but an after command failed/);
    expect(main.summary).toContain(`--target ${undoFolder}\n`);
  });

  test('fails with what to do when nothing matches', async () => {
    await using runner = await ActionRunner.create('restore');
    const main = await runner.main({ ...inputs, target: join(folder, 'x'), host: 'another' });
    expect(main.exitCode).toBe(1);
    expect(main.summary).toMatch(/^### ❌ Restore of `latest` to /);
    expect(main.commands.find(({ name }) => name === 'error')?.message).toContain(
      'no snapshot is of host "another", there are some of "wiki-1"',
    );
  });
});

test('restore writes a tar archive on the runner that GNU tar unpacks to the same tree', async () => {
  const tar = join(folder, 'wiki.tar');
  await using runner = await ActionRunner.create('restore');
  const main = await runner.main({ repository, password: PASSWORD, snapshot: `latest:${source}`, tar });
  expect(main).toMatchObject({
    exitCode: 0,
    outputs: { 'duration-seconds': expect.stringMatching(/^\d+$/) },
  });
  const unpacked = join(folder, 'unpacked');
  await mkdir(unpacked);
  await run('tar', ['-x', '-p', '--numeric-owner', '-f', tar, '-C', unpacked]);
  expect(await listing(unpacked)).toBe(await listing(source));
});
