import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBackend } from '../../src/backends/location.ts';
import { initRepository } from '../../src/repository/init.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';
import { makeRepository } from '../services/repository.ts';
import { type S3Proxy, startS3Proxy } from '../services/s3-proxy.ts';
import { type S3Server, startS3Server } from '../services/s3-server.ts';
import { holdfast } from './terminal.ts';

let server: S3Server;
let proxy: S3Proxy;
let folder: string;
let env: Record<string, string>;
/** What was read from the storage since: `snapshots`, `index`, `data`, ... */
let read: string[] = [];

beforeAll(async () => {
  server = await startS3Server('minio');
  proxy = await startS3Proxy(server.port);
  for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
  folder = await mkdtemp(join(tmpdir(), 'holdfast-cli-cache-'));
  for (let i = 0; i < 40; i++) {
    await mkdir(join(folder, 'source', `${i}`), { recursive: true });
    await writeFile(join(folder, 'source', `${i}`, 'file'), `${i}`);
  }
  const repository = `s3:http://127.0.0.1:${proxy.port}/${await server.makeBucket()}/r`;
  env = {
    ...server.env,
    RESTIC_REPOSITORY: repository,
    RESTIC_PASSWORD: PASSWORD,
    XDG_CACHE_HOME: join(folder, 'cache'),
  };
  proxy.fault = ({ method, path }) => {
    const kind = path.split('/')[3] ?? '';
    // Not a list, which has no object in its path.
    if (method === 'GET' && kind !== '') read.push(kind);
    return null;
  };
  await (await initRepository(await openBackend(repository), PASSWORD, { key: FAST_KEY })).close();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await proxy.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<string> {
  read = [];
  const { status, stdout, stderr } = await holdfast(args, { env });
  expect([status, stderr]).toEqual([0, expect.anything()]);
  return stdout;
}

const backup = (...flags: string[]) => run('backup', '--host', 'h', ...flags, join(folder, 'source'));
const ofCache = () => read.filter((kind) => ['index', 'snapshots', 'data'].includes(kind));

test('a second backup reads from the storage nothing that it had before', async () => {
  await backup();
  await backup();
  await backup();
  expect(ofCache()).toEqual(['data']); // its parent's manifest, which is a file like others
  await backup('--no-cache');
  expect(ofCache().length).toBeGreaterThan(4);
});

test('what lies poisoned in the cache is read from the storage', async () => {
  for (const entry of await readdir(join(folder, 'cache'), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.length === 64)
      await writeFile(join(entry.parentPath, entry.name), 'poison');
  }
  const stdout = await run('snapshots', '--json');
  expect(JSON.parse(stdout)).toHaveLength(4);
  expect(ofCache()).toHaveLength(4);
  await run('ls', 'latest');
  await run('check', '--read-data');
});

test('a check believes the storage, unless it is told to believe the cache', async () => {
  await run('ls', 'latest');
  await run('check');
  expect(ofCache()).toContain('index');
  expect(ofCache()).toContain('snapshots');
  await run('check', '--with-cache');
  expect(ofCache()).not.toContain('index');
});

test('--cache-dir says where it lies, and nothing plain is in it', async () => {
  const other = join(folder, 'elsewhere');
  await run('snapshots', '--cache-dir', other);
  const files = (await readdir(other, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const { parentPath, name } of files)
    expect(await readFile(join(parentPath, name), 'latin1')).not.toContain('source');
});

test('a backup of many folders to a folder leaves marks there for the next, and nothing else', async () => {
  const many = join(folder, 'many');
  for (let i = 0; i < 500; i++) await mkdir(join(many, `${i}`), { recursive: true });
  const repository = join(folder, 'repository');
  await makeRepository(repository, PASSWORD);
  const local = {
    RESTIC_REPOSITORY: repository,
    RESTIC_PASSWORD: PASSWORD,
    XDG_CACHE_HOME: join(folder, 'local'),
  };
  const cached = async () =>
    (await readdir(local.XDG_CACHE_HOME, { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile() && entry.name.length === 64)
      .map(({ parentPath, name }) => `${basename(parentPath)} ${name.slice(0, 8)}`);
  const saved = async (...flags: string[]) => {
    const { status, stdout } = await holdfast(['backup', '--json', ...flags, many], { env: local });
    expect(status).toBe(0);
    return /"snapshot_id":"([0-9a-f]{8})/.exec(stdout)?.[1];
  };
  await saved();
  await saved('--no-cache');
  expect(await cached()).toEqual([]);
  const last = await saved();
  expect(await cached()).toEqual([`marks ${last}`]);
  const next = await saved();
  expect(await cached()).toEqual([`marks ${next}`]);
});
