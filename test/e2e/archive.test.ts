import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { ActionRunner, type Inputs } from './runner.ts';

const run = promisify(execFile);

let sshd: Sshd;
let folder: string;
let identity: string;
let host: Inputs;

beforeAll(async () => {
  sshd = await startSshd();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-'));
  identity = await generateX25519Identity();
  await mkdir(join(folder, 'source', 'sub'), { recursive: true });
  await mkdir(join(folder, 'archives'));
  await writeFile(join(folder, 'key.txt'), identity);
  await writeFile(join(folder, 'source', 'a'), 'hello\n');
  await writeFile(join(folder, 'source', 'sub', 'large'), Buffer.alloc(3_000_000, 'x'));
  host = { on: sshd.address, identity: sshd.identityPem, 'known-hosts': sshd.hostKeyLine };
});
afterAll(async () => {
  await sshd.stop();
  await rm(folder, { recursive: true, force: true });
});

test('an archive is made over SSH, comes back by hand, and by the action; nothing tells the key', async () => {
  await using backup = await ActionRunner.create('backup-host');
  const inputs = {
    ...host,
    paths: join(folder, 'source'),
    of: 'wiki',
    before: 'true',
    after: 'true',
    format: 'archive',
    'archive-to': join(folder, 'archives'),
    'archive-recipients': `# mine\n${await identityToRecipient(identity)}`,
  };
  const made = await backup.main(inputs);
  expect(made.exitCode).toBe(0);
  expect(made.outputs).toMatchObject({ complete: 'true', 'files-total': '2', 'bytes-total': '3000006' });
  expect(made.summary).toMatch(/^### ✅ Made an archive of `wiki` on `/);
  expect(made.summary).toContain(made.outputs['archive-sha256']);
  expect(await backup.post(inputs, made)).toMatchObject({ exitCode: 0, rawLog: '' });
  const archive = made.outputs['archive-file'] ?? '';
  expect((await readdir(join(folder, 'archives'))).length).toBe(2);
  const { stdout } = await run(
    'sh',
    [
      '-ec',
      `sha256sum < archives/${archive}; mkdir hand; cd hand; age -d -i ../key.txt ../archives/${archive} | zstd -d | tar -x; diff -r .${folder}/source ../source`,
    ],
    { cwd: folder },
  );
  expect(stdout.split(' ')[0]).toBe(made.outputs['archive-sha256']);

  await using restore = await ActionRunner.create('restore');
  const back = {
    ...host,
    target: join(folder, 'back'),
    snapshot: made.outputs['archive-id'] ?? '',
    'archive-from': join(folder, 'archives'),
    'archive-identity': identity,
  };
  const restored = await restore.main(back);
  expect(restored.exitCode).toBe(0);
  expect(restored.outputs).toMatchObject({ 'files-sent': '2', created: '1' });
  expect(restored.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)).toContain(
    identity,
  );
  expect(restored.rawLog.replaceAll(/::add-mask::.*/g, '') + restored.summary).not.toContain(identity);
  expect(await readFile(join(folder, 'back', folder, 'source', 'a'), 'utf8')).toBe('hello\n');
  expect(await restore.post(back, restored)).toMatchObject({ exitCode: 0, rawLog: '' });
});

test('without a word of how it is encrypted there is none', async () => {
  await using backup = await ActionRunner.create('backup-host');
  const step = await backup.main({
    ...host,
    paths: join(folder, 'source'),
    format: 'archive',
    'archive-to': join(folder, 'archives'),
  });
  expect(step.exitCode).toBe(1);
  expect(step.rawLog).toContain('nothing says how it is encrypted');
  expect(step.summary).toMatch(/^### ❌ Archive of `files` on /);
});
