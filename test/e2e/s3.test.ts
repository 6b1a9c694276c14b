import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bucket } from '../services/bucket.ts';
import { restic } from '../services/restic.ts';
import { startRoleService } from '../services/role-service.ts';
import { type S3Server, startS3Server } from '../services/s3-server.ts';
import { ActionRunner } from './runner.ts';

const run = promisify(execFile);
const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const password = 'correct horse battery';

let server: S3Server;
let folder: string;
let source: string;
let bucket: string;

beforeAll(async () => {
  server = await startS3Server('minio');
  bucket = await server.makeBucket();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-s3-'));
  source = join(folder, 'source');
  await mkdir(source);
  await writeFile(join(source, 'a'), 'hello\n');
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const urlOf = (prefix: string) => `s3:http://127.0.0.1:${server.port}/${bucket}/${prefix}`;

async function holdfast(repository: string, args: readonly string[], dist = DIST): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: folder, ...server.env };
  const { stdout } = await run(process.execPath, [join(dist, 'holdfast.js'), ...args], {
    env: { ...env, RESTIC_REPOSITORY: repository, RESTIC_PASSWORD: password },
  });
  return stdout;
}

test('the built command line backs up to S3 and restores from it', async () => {
  const repository = urlOf('cli');
  await holdfast(repository, ['init', '--no-recovery-key']);
  await holdfast(repository, ['backup', source]);
  await restic({ repository, password, env: server.env }, ['check', '--read-data']);
  await holdfast(repository, ['restore', 'latest', '--target', join(folder, 'restored')]);
  await run('diff', ['-r', source, join(folder, 'restored', source)]);
});

test('the built action makes a repository in S3, and shows no secret of its storage', async () => {
  const secrets = { ...server.env, AWS_SESSION_TOKEN: '' };
  await using runner = await ActionRunner.create('backup-host', { ...secrets, RUNNER_DEBUG: '1' });
  const inputs = {
    on: 'local',
    host: 'h',
    paths: source,
    repository: urlOf('action'),
    password,
    init: 'true',
  };
  const main = await runner.main(inputs);
  expect(main.exitCode).toBe(0);
  const secret = server.env['AWS_SECRET_ACCESS_KEY'] as string;
  const masked = main.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
  expect(masked).toContain(secret);
  const shown = main.rawLog.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  expect(
    [...shown, main.summary, JSON.stringify(main.outputs), JSON.stringify(main.state)].join(),
  ).not.toContain(secret);
  await restic({ repository: urlOf('action'), password, env: server.env }, ['check', '--read-data']);
});

test('the built actions assume a role, lock what they save, and restore it as it was before all was removed', async () => {
  const service = await startRoleService(server.env);
  const locked = await server.makeBucket({ locks: true });
  using owner = new Bucket(server, locked);
  const repository = `s3:http://127.0.0.1:${server.port}/${locked}/web`;
  const env = { ...service.env, AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };
  const storage = { repository, password, 'aws-role': 'arn:aws:iam::123456789012:role/backup' };
  try {
    await using backup = await ActionRunner.create('backup-host', env);
    const lock = { 'object-lock': 'governance', 'object-lock-days': '3' };
    const what = { on: 'local', host: 'h', paths: source, init: 'true' };
    const main = await backup.main({ ...storage, ...lock, ...what });
    expect([main.exitCode, main.rawLog]).toEqual([0, expect.anything()]);
    const keys = (await owner.keys('')).filter((key) => !key.includes('/locks/'));
    for (const key of keys) expect(Math.round(await owner.lockedDays(key))).toBe(3);
    const before = new Date().toISOString();
    for (const key of keys) await owner.remove(key);
    await using restore = await ActionRunner.create('restore', env);
    const where = { on: 'local', target: join(folder, 'as-of'), 'as-of': before };
    const restored = await restore.main({ ...storage, ...where });
    expect([restored.exitCode, restored.rawLog]).toEqual([0, expect.anything()]);
    await run('diff', ['-r', source, join(folder, 'as-of', source)]);
    const shown = [main, restored].flatMap(({ rawLog }) => rawLog.split('\n'));
    const secrets = [...service.tokens, server.env['AWS_SECRET_ACCESS_KEY'] as string];
    for (const line of shown.filter((one) => !one.startsWith('::add-mask::')))
      expect(secrets.filter((secret) => line.includes(secret))).toEqual([]);
  } finally {
    await service.stop();
  }
});

test('a wrong key fails the step with one clear error', async () => {
  await using runner = await ActionRunner.create('backup-host', {
    ...server.env,
    AWS_SECRET_ACCESS_KEY: 'hunter2hunter2',
  });
  const inputs = { on: 'local', host: 'h', paths: source, repository: urlOf('action'), password };
  const main = await runner.main(inputs);
  expect(main.exitCode).toBe(1);
  const errors = main.commands.filter(({ name }) => name === 'error').map(({ message }) => message);
  expect(errors).toEqual([expect.stringContaining('Check AWS_SECRET_ACCESS_KEY')]);
  expect(main.rawLog).not.toContain('trying again');
});

test('AWS’s client is loaded for nothing but S3', async () => {
  const dist = join(folder, 'dist');
  await cp(DIST, dist, { recursive: true });
  await rm(join(dist, 'bundle', 's3-sdk.js'));
  expect(await holdfast(join(folder, 'repository'), ['--help'], dist)).toContain('backup');
  await holdfast(join(folder, 'repository'), ['init', '--no-recovery-key'], dist);
  await expect(holdfast(urlOf('x'), ['snapshots'], dist)).rejects.toThrow('s3-sdk.js');
});
