import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { restic } from '../../services/restic.ts';
import { type S3Proxy, startS3Proxy } from '../../services/s3-proxy.ts';
import { type S3Server, startS3Server } from '../../services/s3-server.ts';

const password = 'correct horse battery staple';
const MIB = 1024 * 1024;

let server: S3Server;
let proxy: S3Proxy;
let folder: string;
let temporary: string;
let bucket: string;

beforeAll(async () => {
  server = await startS3Server('minio');
  proxy = await startS3Proxy(server.port);
  bucket = await server.makeBucket();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-spool-'));
  temporary = join(folder, 'tmp');
  await mkdir(temporary);
  const main = new URL('../../../src/main.ts', import.meta.url).pathname;
  await writeFile(
    join(folder, 'holdfast.mjs'),
    `import { runCli } from ${JSON.stringify(main)}; await runCli();`,
  );
  await mkdir(join(folder, 'source'));
  // More than is on its way in memory when nothing is taken.
  for (let i = 0; i < 5; i++) await writeFile(join(folder, 'source', `${i}`), randomBytes(16 * MIB));
});

afterAll(async () => {
  await proxy.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  proxy.fault = () => null;
  for (const file of ['held', 'resumed']) await rm(join(folder, file), { force: true });
});

function start(
  prefix: string,
  ...args: string[]
): { child: ChildProcess; ended: Promise<number | null>; said: () => string } {
  const child = spawn(process.execPath, [join(folder, 'holdfast.mjs'), ...args], {
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      TMPDIR: temporary,
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      ...server.env,
      RESTIC_REPOSITORY: `s3:http://127.0.0.1:${proxy.port}/${bucket}/${prefix}`,
      RESTIC_PASSWORD: password,
    },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (text += part));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended, said: () => text };
}

const startBackup = (prefix: string, source = 'source') =>
  start(
    prefix,
    'backup',
    '--before',
    `touch '${folder}/held'`,
    '--after',
    `touch '${folder}/resumed'`,
    '--pack-size',
    '4',
    '-v',
    join(folder, source),
  );

const isPack = ({ method, path }: { method: string; path: string }) =>
  method === 'PUT' && path.includes('/data/');
const hasResumed = () => existsSync(join(folder, 'resumed'));

test('an application goes on before the storage takes the first of its packs', async () => {
  expect(await start('slow', 'init', '--no-recovery-key').ended).toBe(0);
  let early = 0;
  proxy.fault = (request) => {
    if (!isPack(request)) return null;
    if (hasResumed()) return null;
    early++;
    return { kind: 'wait', until: vi.waitFor(() => expect(hasResumed()).toBe(true), { timeout: 60_000 }) };
  };
  const run = startBackup('slow');
  expect([await run.ended, run.said()]).toEqual([0, expect.stringContaining('wait to be uploaded')]);
  expect(early).toBeGreaterThan(0);
  proxy.fault = () => null;
  const repository = `s3:http://127.0.0.1:${server.port}/${bucket}/slow`;
  await restic({ repository, password, env: server.env }, ['check', '--read-data']);
  expect(await readdir(temporary)).toEqual([]);
});

test('an application that is stopped goes on before the storage takes the first pack of what changed since the first pass', async () => {
  expect(await start('stopped', 'init', '--no-recovery-key').ended).toBe(0);
  let beforeStop = 0;
  let early = 0;
  proxy.fault = (request) => {
    if (!isPack(request)) return null;
    if (!existsSync(join(folder, 'held'))) beforeStop++;
    if (!existsSync(join(folder, 'held')) || hasResumed()) return null;
    early++;
    return { kind: 'wait', until: vi.waitFor(() => expect(hasResumed()).toBe(true), { timeout: 60_000 }) };
  };
  const stop = `touch '${folder}/held'; head -c 16000000 /dev/urandom > '${folder}/source/at-the-end'`;
  const words = ['--stop', stop, '--start', `touch '${folder}/resumed'`, '--of', `spool-${process.pid}`];
  const run = start('stopped', 'backup', ...words, '--pack-size', '4', '--json', join(folder, 'source'));
  expect([await run.ended, run.said()]).toEqual([0, expect.stringContaining('"quiesced_duration":')]);
  expect(beforeStop).toBeGreaterThan(5);
  expect(early).toBeGreaterThan(0);
  proxy.fault = () => null;
  const repository = `s3:http://127.0.0.1:${server.port}/${bucket}/stopped`;
  await restic({ repository, password, env: server.env }, ['check', '--read-data']);
  const args = ['ls', '--json', 'latest', join(folder, 'source', 'at-the-end')];
  expect(await restic({ repository, password, env: server.env }, args)).toContain('"size":16000000');
});

test('a run that is killed with packs in its spool leaves no snapshot, and nothing on the disk', async () => {
  expect(await start('killed', 'init', '--no-recovery-key').ended).toBe(0);
  const stop = Promise.withResolvers<void>();
  proxy.fault = (request) => (isPack(request) ? { kind: 'wait', until: stop.promise } : null);
  const run = startBackup('killed', 'source/0');
  await vi.waitFor(() => expect(hasResumed()).toBe(true), { timeout: 60_000 });
  run.child.kill('SIGKILL');
  await run.ended;
  proxy.fault = () => null;
  stop.resolve();
  const repository = `s3:http://127.0.0.1:${server.port}/${bucket}/killed`;
  const list = (what: string) =>
    restic({ repository, password, env: server.env }, ['list', '--no-lock', what]);
  expect([await list('snapshots'), await list('index')]).toEqual(['', '']);
  expect(await readdir(temporary)).toEqual([]);
});
