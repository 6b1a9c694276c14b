import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBackend } from '../../src/backends/location.ts';
import { initRepository } from '../../src/repository/init.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';
import { Bucket } from '../services/bucket.ts';
import { type S3Server, startS3Server } from '../services/s3-server.ts';
import { holdfast } from './terminal.ts';

const run = promisify(execFile);
const LOCKED = ['--object-lock', 'compliance', '--object-lock-days', '1'];

let server: S3Server;
let name: string;
let bucket: Bucket;
let folder: string;
let source: string;
let env: Record<string, string>;
/** When all was well. */
let before: string;
let storageClass: string | undefined;

beforeAll(async () => {
  server = await startS3Server('minio');
  name = await server.makeBucket({ locks: true });
  bucket = new Bucket(server, name);
  for (const [variable, value] of Object.entries(server.env)) vi.stubEnv(variable, value);
  folder = await mkdtemp(join(tmpdir(), 'holdfast-as-of-'));
  source = join(folder, 'source');
  await mkdir(join(source, 'below'), { recursive: true });
  for (let i = 0; i < 10; i++) await writeFile(join(source, 'below', `small ${i}`), `${i}\n`.repeat(i));
  await writeFile(join(source, 'large'), randomBytes(2 * 1024 * 1024));
  const url = `s3:http://127.0.0.1:${server.port}/${name}/web`;
  env = { ...server.env, RESTIC_REPOSITORY: url, RESTIC_PASSWORD: PASSWORD };
  await (await initRepository(await openBackend(url), PASSWORD, { key: FAST_KEY })).close();
  await ours(...LOCKED, '-o', 's3.storage-class=REDUCED_REDUNDANCY', 'backup', '--host', 'h', source);
  const [pack = ''] = await bucket.keys('web/data/');
  storageClass = (await bucket.head(pack)).StorageClass;
  await overwrite('data', 1); // long before anybody notices
  await sleep(5);
  before = new Date().toISOString();
  await sleep(5);
  await overwrite('data', 0);
  await overwrite('index', 0);
  for (const key of await bucket.keys('')) await bucket.remove(key);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  bucket[Symbol.dispose]();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ours(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await holdfast(args, { env });
  expect([status, stderr]).toEqual([0, expect.anything()]);
  return stdout;
}

async function overwrite(kind: 'data' | 'index', nth: number): Promise<void> {
  const key = (await bucket.keys(`web/${kind}/`))[nth] ?? '';
  await bucket.put(key, randomBytes(5000).toString('hex'));
}

test('everything delete-marked, packs overwritten: restored whole, and nothing written', async () => {
  const versions = await bucket.versions('');
  expect(await bucket.keys('')).toEqual([]);
  expect((await holdfast(['snapshots'], { env })).status).toBe(10);

  await ours('restore', 'latest', '--as-of', before, '--target', join(folder, 'restored'));
  await run('diff', ['-r', source, join(folder, 'restored', source)]);
  expect(await ours('check', '--read-data', '--as-of', before)).toContain('No errors were found');
  expect(await ours('ls', 'latest', '--as-of', before)).toContain(`${source}/below/small 7`);
  expect(JSON.parse(await ours('snapshots', '--json', '--as-of', before))).toHaveLength(1);
  expect(await ours('dump', 'latest', `${source}/below/small 2`, '--as-of', before)).toBe('2\n2\n');
  expect(await ours('find', 'small 3', '--as-of', before)).toContain('small 3');
  expect(await ours('diff', 'latest', 'latest', '--as-of', before)).toContain('comparing snapshot');

  const keysOf = (all: typeof versions) => all.map(({ key, versionId }) => `${key} ${versionId}`).sort();
  expect(keysOf(await bucket.versions(''))).toEqual(keysOf(versions));
});

test('what was saved has the storage class that -o asked for', () => {
  expect(storageClass).toBe('REDUCED_REDUNDANCY');
});

test('of a time before there was anything, and of one when all was removed, there is nothing', async () => {
  for (const time of ['2020-01-01', new Date().toISOString()]) {
    const { status, stderr } = await holdfast(['snapshots', '--as-of', time], { env });
    expect([status, stderr]).toEqual([10, expect.stringContaining('there is no config in it')]);
  }
});

test('a bucket that keeps no versions is not taken for what it was', async () => {
  const plain = await server.makeBucket();
  const url = `s3:http://127.0.0.1:${server.port}/${plain}/web`;
  await (await initRepository(await openBackend(url), PASSWORD, { key: FAST_KEY })).close();
  const { status, stderr } = await holdfast(['-r', url, 'snapshots', '--as-of', before], { env });
  expect([status, stderr]).toEqual([1, expect.stringContaining('the bucket keeps no versions')]);
});
