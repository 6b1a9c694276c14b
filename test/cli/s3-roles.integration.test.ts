import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBackend } from '../../src/backends/location.ts';
import { initRepository } from '../../src/repository/init.ts';
import { failureOf } from '../contract/backend.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';
import { Bucket } from '../services/bucket.ts';
import { makeUser, type UserEnv } from '../services/minio-users.ts';
import { type S3Server, startS3Server } from '../services/s3-server.ts';
import { holdfast } from './terminal.ts';

const run = promisify(execFile);
const LOCKED = ['--object-lock', 'compliance', '--object-lock-days', '2'];
const DENIED = { name: 'AccessDenied' };
/** As MinIO says it of what a lock holds. */
const PROTECTED = { name: 'InvalidRequest', message: expect.stringContaining('WORM protected') };

type Role = 'append-only' | 'read' | 'delete';

let server: S3Server;
let name: string;
let url: string;
let folder: string;
let source: string;
let users: Readonly<Record<Role, UserEnv>>;
let owner: Bucket;

/** The very policies of the page. */
async function policyOf(role: Role): Promise<object> {
  const page = await readFile('docs/how-to/s3-roles.md', 'utf8');
  const [, json = ''] = new RegExp(`^\`\`\`json ${role}\\n(.*?)^\`\`\``, 'ms').exec(page) ?? [];
  return JSON.parse(json.replaceAll('BUCKET', name).replaceAll('PREFIX', 'web'));
}

beforeAll(async () => {
  server = await startS3Server('minio');
  name = await server.makeBucket({ locks: true });
  url = `s3:http://127.0.0.1:${server.port}/${name}/web`;
  folder = await mkdtemp(join(tmpdir(), 'holdfast-roles-'));
  source = join(folder, 'source');
  await mkdir(source);
  await writeFile(join(source, 'a'), 'hello\n');
  users = {
    'append-only': await makeUser(server, await policyOf('append-only')),
    read: await makeUser(server, await policyOf('read')),
    delete: await makeUser(server, await policyOf('delete')),
  };
  owner = new Bucket(server, name);
  become('append-only');
  // Also the making is for it.
  await (await initRepository(await openBackend(url), PASSWORD, { key: FAST_KEY })).close();
  await ours(...LOCKED, 'backup', '--host', 'h', source);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(async () => {
  owner[Symbol.dispose]();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

function become(role: Role): void {
  for (const [variable, value] of Object.entries(users[role])) vi.stubEnv(variable, value);
}

async function ours(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await holdfast(args, {
    env: { RESTIC_REPOSITORY: url, RESTIC_PASSWORD: PASSWORD },
  });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('warning')]);
  return stdout;
}

/** One object of each kind that must stay. */
async function lasting(): Promise<string[]> {
  const kinds = ['config', 'keys/', 'snapshots/', 'index/', 'data/'];
  const found = await Promise.all(kinds.map(async (kind) => (await owner.keys(`web/${kind}`))[0] ?? ''));
  expect(found).not.toContain('');
  return found;
}

describe('the append-only credential', () => {
  test('backs up again and again, extends locks, and leaves no lock of the repository', async () => {
    become('append-only');
    await writeFile(join(source, 'b'), 'more\n');
    await ours(...LOCKED, 'backup', '--host', 'h', source);
    expect(await owner.keys('web/locks/')).toEqual([]);
    for (const key of await lasting())
      expect([key, Math.round(await owner.lockedDays(key))]).toEqual([key, 2]);
  });

  test('removes nothing, shortens no lock, and what it overwrites --as-of brings back', async () => {
    using thief = new Bucket(server, name, users['append-only']);
    for (const key of await lasting()) {
      const [version] = await owner.versions(key);
      await expect(thief.remove(key)).rejects.toMatchObject(DENIED);
      await expect(thief.remove(key, version?.versionId)).rejects.toMatchObject(DENIED);
      await expect(thief.shorten(key, Date.now() + 60_000)).rejects.toMatchObject(PROTECTED);
    }
    become('append-only');
    const backend = await openBackend(url);
    const [snapshot = ''] = await owner.keys('web/snapshots/');
    const error = await failureOf(backend.remove({ kind: 'snapshot', name: snapshot.slice(-64) }));
    expect(error.code).toBe('retained');
    await backend.close();

    await sleep(5);
    const before = new Date().toISOString();
    await sleep(5);
    for (const key of await lasting()) await thief.put(key, 'mine');
    become('read');
    await ours('restore', 'latest', '--as-of', before, '--target', join(folder, 'restored'));
    await run('diff', ['-r', source, join(folder, 'restored', source)]);
    // As it was, for those who come after.
    for (const key of await lasting()) {
      const [newest] = await owner.versions(key);
      await owner.remove(key, newest?.versionId);
    }
  });
});

test('the reading credential restores, and can’t write or remove but locks', async () => {
  become('read');
  const to = ['restore', 'latest', '--target', join(folder, 'by-reader')];
  await ours(...to, '--no-evidence');
  const told = await holdfast(to, { env: { RESTIC_REPOSITORY: url, RESTIC_PASSWORD: PASSWORD } });
  expect(told).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('No record of this restore is kept'),
  });
  await run('diff', ['-r', source, join(folder, 'by-reader', source)]);
  expect(await owner.keys('web/locks/')).toEqual([]);
  using thief = new Bucket(server, name, users.read);
  for (const key of await lasting()) {
    await expect(thief.remove(key)).rejects.toMatchObject(DENIED);
    await expect(thief.put(key, 'mine')).rejects.toMatchObject(DENIED);
  }
});

test('with the right to create evidence alone a drill and a restore leave theirs, and can’t read or remove it', async () => {
  const read = (await policyOf('read')) as { Statement: object[] };
  const place = `arn:aws:s3:::${name}/web-holdfast-evidence/*`;
  const create = { Effect: 'Allow', Action: ['s3:PutObject'], Resource: place };
  const drills = await makeUser(server, { ...read, Statement: [...read.Statement, create] });
  for (const [variable, value] of Object.entries(drills)) vi.stubEnv(variable, value);
  await ours('restore', 'latest', '--target', join(folder, 'by-drills'));
  const drilled = await holdfast(['drill', '--restic', 'never'], {
    env: { RESTIC_REPOSITORY: url, RESTIC_PASSWORD: PASSWORD },
  });
  expect(drilled).toMatchObject({ status: 0, stdout: expect.stringContaining('Evidence: evidence-') });
  const places = await owner.keys('web-holdfast-evidence/');
  expect(places).toHaveLength(2);
  using thief = new Bucket(server, name, drills);
  for (const key of places) await expect(thief.remove(key)).rejects.toMatchObject(DENIED);
  await expect(
    holdfast(['evidence', 'list'], { env: { RESTIC_REPOSITORY: url, RESTIC_PASSWORD: PASSWORD } }),
  ).resolves.toMatchObject({ status: 1 });
  vi.unstubAllEnvs();
  for (const [variable, value] of Object.entries(server.env)) vi.stubEnv(variable, value);
  const [list] = JSON.parse(`[${await ours('evidence', 'list', '--json')}]`);
  expect(list.map(({ kind }: { kind: string }) => kind)).toEqual(['restore', 'drill']);
  // Retention reads it there: what the drill proved stays, though a newer one is there.
  const proved = list[1].snapshot_id as string;
  await writeFile(join(source, 'a'), 'changed\n');
  await ours('backup', '--host', 'h', source);
  const kept = async () => {
    const told = await ours('forget', '--keep-last', '1', '--group-by', 'target', '--dry-run', '--json');
    return /"keep":\[(.*?)\],"remove"/.exec(told)?.[1] ?? '';
  };
  const entry = `"id":"${proved}"`; // not as another’s parent
  expect(await kept()).toContain(entry);
  for (const key of await owner.keys('web-holdfast-evidence/')) await owner.remove(key);
  expect(await kept()).not.toContain(entry);
});

test('the deleting credential forgets with locks, which it extends for all that stays', async () => {
  become('append-only');
  await ours('backup', '--host', 'other', source);
  const unlocked = async () => {
    const snapshots = await owner.keys('web/snapshots/');
    const days = await Promise.all(snapshots.map((key) => owner.lockedDays(key)));
    return days.filter((left) => left < 1).length;
  };
  expect(await unlocked()).toBeGreaterThan(0);
  become('delete');
  await ours(...LOCKED, 'forget', '--keep-last', '50');
  expect(await unlocked()).toBe(0);
});

test('the deleting credential removes what is not locked, and destroys nothing', async () => {
  become('delete');
  const backend = await openBackend(url);
  // The first backup's, which was made with a lock; those of later tests have none.
  const snapshots = await owner.keys('web/snapshots/');
  const days = await Promise.all(snapshots.map((key) => owner.lockedDays(key)));
  const snapshot = snapshots[days.findIndex((left) => left > 1)] ?? '';
  const locked = { kind: 'snapshot', name: snapshot.slice(-64) } as const;
  expect((await failureOf(backend.remove(locked))).code).toBe('retained');
  expect(await owner.keys(snapshot)).toEqual([snapshot]);
  const free = { kind: 'pack', name: 'a'.repeat(64) } as const;
  await backend.save(free, [Buffer.from('of no use')]);
  await backend.remove(free);
  expect(await backend.stat(free)).toBeNull();
  await backend.close();
  using thief = new Bucket(server, name, users.delete);
  for (const { key, versionId } of await owner.versions('web/')) {
    await expect(thief.remove(key, versionId)).rejects.toMatchObject(DENIED);
  }
});
