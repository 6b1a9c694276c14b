import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBackend } from '../../src/backends/location.ts';
import type { ObjectLock } from '../../src/backends/s3-settings.ts';
import type { HoldfastError } from '../../src/errors.ts';
import { extendLocks } from '../../src/operations/extend-locks.ts';
import { prune } from '../../src/operations/prune.ts';
import { initRepository } from '../../src/repository/init.ts';
import { changePassword } from '../../src/repository/keys.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { failureOf } from '../contract/backend.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';
import { snapshotOf } from '../repository/nodes.ts';
import { type Files, saveFiles } from '../repository/sample-files.ts';
import { Bucket } from '../services/bucket.ts';
import { restic } from '../services/restic.ts';
import { type S3Proxy, startS3Proxy } from '../services/s3-proxy.ts';
import { type S3Server, startS3Server } from '../services/s3-server.ts';

const DAY_MS = 86_400_000;
/** The server takes no time that is over when it comes to it. */
const SOON_MS = 2500;
const LOCK: ObjectLock = { mode: 'GOVERNANCE', days: 10 };
const QUIET = { onProgress() {}, onWarning() {}, onInfo() {} };
const PRUNE_ALL = {
  maxUnused: { kind: 'bytes', bytes: 0 },
  maxRepackBytes: null,
  repackSmallerThanBytes: null,
  repackCacheableOnly: false,
  repackUncompressed: false,
} as const;
const NEVER = new AbortController().signal;

let server: S3Server;
let name: string;
let bucket: Bucket;
let prefix: string;

beforeAll(async () => {
  server = await startS3Server('minio');
  name = await server.makeBucket({ locks: true });
  bucket = new Bucket(server, name);
  for (const [variable, value] of Object.entries(server.env)) vi.stubEnv(variable, value);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  bucket[Symbol.dispose]();
  await server.stop();
});

beforeEach(() => {
  prefix = randomBytes(4).toString('hex');
});

const urlIn = (place: string) => `s3:http://127.0.0.1:${server.port}/${place}/${prefix}`;
const at = (objectLock: ObjectLock | undefined, place = name) =>
  openBackend(urlIn(place), { s3: { objectLock } });

async function made(objectLock: ObjectLock | undefined): Promise<OpenRepository> {
  return await initRepository(await at(objectLock), PASSWORD, { key: FAST_KEY, threads: 1 });
}

async function opened(objectLock: ObjectLock | undefined): Promise<OpenRepository> {
  const repository = await openRepository(await at(objectLock), PASSWORD, { threads: 1 });
  await repository.loadIndex();
  return repository;
}

/** A snapshot of `files`, written as a backup writes it. */
async function save(repository: OpenRepository, files: Files) {
  await repository.loadIndex();
  const lock = await acquireLock(repository, { timings: { settleMs: 0 } });
  try {
    return await repository.saveSnapshot(snapshotOf(await saveFiles(repository, files)));
  } finally {
    await lock.release();
  }
}

const filesOf = (text: string): Files => new Map([['a', Buffer.from(text)]]);

/** Days for which each object is locked, by the folder it is in. */
async function locks(): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for (const { key, versionId, isMarker } of await bucket.versions(`${prefix}/`)) {
    if (isMarker) continue;
    const [, folder = ''] = key.split('/');
    found.set(folder, [...(found.get(folder) ?? []), Math.round(await bucket.lockedDays(key, versionId))]);
  }
  return found;
}

test('all that is saved is locked, but for locks, which come and go', async () => {
  const repository = await made(LOCK);
  await save(repository, filesOf('one'));
  await repository.close();
  const days = await locks();
  expect([...days.keys()].sort()).toEqual(['config', 'data', 'index', 'keys', 'locks', 'snapshots']);
  for (const [folder, all] of days)
    expect([folder, ...all]).toEqual([folder, ...all.map(() => (folder === 'locks' ? 0 : 10))]);
  expect(await bucket.keys(`${prefix}/locks/`)).toEqual([]);
});

test('a prune leaves what is locked, in a repository that stock restic finds whole, and frees it when its time is over', async () => {
  const repository = await made(LOCK);
  const gone = await save(repository, new Map([['a', randomBytes(3000)]]));
  await save(repository, filesOf('kept'));
  await repository.close();
  await bucket.shorten(`${prefix}/snapshots/${gone}`, Date.now() + SOON_MS);
  await sleep(SOON_MS + 100);
  const prunes = async (work: (repository: OpenRepository) => Promise<void> = async () => {}) => {
    const pruning = await openRepository(await at(LOCK), PASSWORD, { threads: 0 });
    const lock = await acquireLock(pruning, { exclusive: true, timings: { settleMs: 0 } });
    try {
      await work(pruning);
      return await prune(pruning, { ...PRUNE_ALL, dryRun: false }, QUIET, lock.lost);
    } finally {
      await lock.release();
      await pruning.close();
    }
  };
  const first = await prunes(({ files }) => files.remove('snapshot', gone));
  expect(first.packs.remove + first.packs.repack).toBeGreaterThan(0);
  expect(first.retained).toMatchObject({ indexes: 2, packs: first.packs.remove + first.packs.repack });
  const judged = { repository: urlIn(name), password: PASSWORD, env: server.env };
  await restic(judged, ['check', '--read-data']);
  for (const folder of ['index', 'data']) {
    for (const key of await bucket.keys(`${prefix}/${folder}/`))
      await bucket.shorten(key, Date.now() + SOON_MS);
  }
  await sleep(SOON_MS + 100);
  expect((await prunes()).retained).toEqual({ indexes: 0, packs: 0, bytes: 0 });
  await restic(judged, ['check', '--read-data']);
  expect(await restic(judged, ['prune', '--dry-run'])).toMatch(/total prune: +0 blobs/);
});

test('what is locked is not removed, and stays in sight; once its time is over it goes', async () => {
  const repository = await made(LOCK);
  const id = await save(repository, filesOf('one'));
  const key = `${prefix}/snapshots/${id}`;
  // Also by one who asks for no locks.
  const other = await opened(undefined);
  const error = await failureOf(other.files.remove('snapshot', id));
  expect(error.code).toBe('retained');
  expect(error.message).toMatch(/\(GOVERNANCE\) forbids it until 20/);
  expect(await bucket.keys(key)).toEqual([key]);
  await bucket.shorten(key, Date.now() + SOON_MS);
  await sleep(SOON_MS + 100);
  await other.files.remove('snapshot', id);
  expect(await bucket.keys(key)).toEqual([]);
  await other.files.remove('snapshot', id);
  await Promise.all([repository.close(), other.close()]);
});

test('a password that is changed is told to open still, for as long as its key is locked', async () => {
  const repository = await made(LOCK);
  const error = await failureOf(changePassword(repository, 'another', FAST_KEY));
  expect(error.code).toBe('retained');
  expect(error.message).toMatch(/^The new password opens the repository, and the old one still does/);
  await (await openRepository(await at(LOCK), 'another')).close();
  await repository.close();
});

test('a bucket that isn’t there is told as that', async () => {
  const error = await failureOf(
    initRepository(await at(LOCK, 'no-such-bucket'), PASSWORD, { key: FAST_KEY }),
  );
  expect(error.message).toContain('there is no bucket "no-such-bucket"');
});

test('a bucket without Object Lock is told before anything is saved', async () => {
  const plain = await server.makeBucket();
  const backend = await at(LOCK, plain);
  const error = await failureOf(initRepository(backend, PASSWORD, { key: FAST_KEY }));
  expect(error.code).toBe('bad-input');
  expect(error.message).toContain(`the bucket "${plain}" has no Object Lock`);
  using owner = new Bucket(server, plain);
  expect(await owner.versions('')).toEqual([]);
});

test('what a new snapshot reuses is locked before it is written', async () => {
  const before = await made(undefined);
  await save(before, filesOf('one'));
  await before.close();
  expect(new Set([...(await locks()).values()].flat())).toEqual(new Set([0]));
  const after = await opened(LOCK);
  await save(after, filesOf('one'));
  await after.close();
  const days = await locks();
  for (const folder of ['config', 'data', 'keys', 'index'])
    expect([folder, new Set(days.get(folder))]).toEqual([folder, new Set([10])]);
});

test('a snapshot that reuses what was hidden is not written', async () => {
  const before = await made(undefined);
  await save(before, filesOf('one'));
  await before.close();
  const after = await opened(LOCK);
  const [pack = ''] = await bucket.keys(`${prefix}/data/`);
  await bucket.remove(pack);
  const error = await failureOf(save(after, filesOf('one')));
  expect(error.code).toBe('repository-damaged');
  expect(error.message).toContain("isn't there");
  await after.close();
  expect(await bucket.keys(`${prefix}/snapshots/`)).toHaveLength(1);
});

describe('locks are extended', () => {
  /** A snapshot to be kept and one to be forgotten, whose locks, and those of the keys, have some days left. */
  async function ageing() {
    const repository = await made(LOCK);
    const id = await save(repository, filesOf('kept'));
    const keptPacks = await bucket.keys(`${prefix}/data/`);
    await save(repository, filesOf('forgotten'));
    await repository.close();
    const again = await opened(LOCK);
    const snapshot = await again.loadSnapshot(id);
    const treePack = again.index.placeAt(again.index.find('tree', snapshot.tree)).pack;
    const forgotten = (await bucket.keys(`${prefix}/data/`)).filter((key) => !keptPacks.includes(key));
    for (const key of [...keptPacks, ...forgotten, `${prefix}/snapshots/${id}`])
      await bucket.shorten(key, Date.now() + 4 * DAY_MS);
    for (const key of await bucket.keys(`${prefix}/keys/`))
      await bucket.shorten(key, Date.now() + 6 * DAY_MS);
    const isOfTrees = (key: string) => key.endsWith(treePack);
    const treeKey = keptPacks.find(isOfTrees) ?? '';
    const dataKey = keptPacks.find((key) => !isOfTrees(key)) ?? '';
    return { repository: again, stored: { id, snapshot }, treeKey, dataKey, forgotten };
  }

  const days = async (key: string, versionId?: string) => Math.round(await bucket.lockedDays(key, versionId));

  test('when less than half is left, of every version, and only of what is kept', async () => {
    const { repository, stored, treeKey, dataKey, forgotten } = await ageing();
    await bucket.put(dataKey, 'not what it was');
    const counts = await extendLocks(repository, [stored], QUIET, NEVER);
    await repository.close();
    const versions = await bucket.versions(dataKey);
    expect(versions).toHaveLength(2);
    for (const { key, versionId } of versions) expect(await days(key, versionId)).toBe(10);
    for (const key of [treeKey, `${prefix}/snapshots/${stored.id}`])
      expect([key, await days(key)]).toEqual([key, 10]);
    for (const key of forgotten) expect([key, await days(key)]).toEqual([key, 4]);
    for (const key of await bucket.keys(`${prefix}/keys/`)) expect(await days(key)).toBe(6);
    expect(counts.extended).toBe(4);
  });

  test('of all packs where trees that somebody overwrote can’t tell which, and that is an error', async () => {
    const { repository, stored, treeKey, dataKey, forgotten } = await ageing();
    const [original] = await bucket.versions(treeKey);
    await bucket.put(treeKey, 'not what it was');
    const error = await failureOf(extendLocks(repository, [stored], QUIET, NEVER));
    await repository.close();
    expect(error.code).toBe('repository-damaged');
    expect(await days(treeKey, original?.versionId)).toBe(10);
    for (const key of [dataKey, ...forgotten]) expect([key, await days(key)]).toEqual([key, 10]);
  });
});

test('locks are extended by nobody who has not said for how long', async () => {
  const repository = await made(undefined);
  const error = await failureOf(extendLocks(repository, [], QUIET, NEVER));
  expect(error.code).toBe('bad-input');
  await repository.close();
});

describe('whether a lock forbids a removal', () => {
  const file = { kind: 'pack', name: 'b'.repeat(64) } as const;
  let proxy: S3Proxy;

  beforeEach(async () => {
    proxy = await startS3Proxy(server.port);
  });

  afterEach(() => proxy.stop());

  /** Saves the file, then removes it from a storage that answers so to whoever asks for its lock. */
  async function removal(place: string, status: number, code: string) {
    const url = `s3:http://127.0.0.1:${proxy.port}/${place}/${prefix}`;
    const backend = await openBackend(url);
    await backend.save(file, [Buffer.from('of no use')]);
    proxy.fault = ({ query }) => (query.includes('retention') ? { kind: 'answer', status, code } : null);
    const outcome = await backend.remove(file).then(
      () => null,
      (error: HoldfastError) => error,
    );
    const isThere = (await backend.stat(file)) !== null;
    await backend.close();
    return { code: outcome?.code, message: outcome?.message, isThere };
  }

  test.each([
    [400, 'InvalidArgument'],
    [404, 'NoSuchObjectLockConfiguration'],
    [405, 'MethodNotAllowed'],
    [501, 'NotImplemented'],
    [403, 'AccessDenied'],
  ])('is not the question where nothing can be locked: HTTP %i %s', async (status, code) => {
    expect(await removal(await server.makeBucket(), status, code)).toEqual({ isThere: false });
  });

  test('is not taken for no where it may not be seen', async () => {
    const { code, message, isThere } = await removal(name, 403, 'AccessDenied');
    expect([code, isThere]).toEqual(['no-permission', true]);
    expect(message).toContain('It takes s3:GetObjectRetention.');
  });
});
