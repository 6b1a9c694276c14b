import { createHash, randomBytes } from 'node:crypto';
import {
  copyFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Backend, FileHandle } from '../../src/backends/backend.ts';
import { isMissing } from '../../src/backends/backend.ts';
import { withCache } from '../../src/backends/cache.ts';
import { bundleCache, unbundleCache } from '../../src/backends/cache-bundle.ts';
import { CacheFolder } from '../../src/backends/cache-folder.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { defaultCacheBase, openCacheFolder, removeOldCaches } from '../../src/backends/open-cache.ts';
import { backendContract, failureOf, fileOf, listed } from '../contract/backend.ts';
import { watched } from '../repository/backend-doubles.ts';

const MAX_BYTES = 1_000_000;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (maxBytes = MAX_BYTES) => CacheFolder.open(join(folder, 'cache'), maxBytes);

backendContract('cached', async () => ({
  backend: withCache(createMemoryBackend(), await open()),
  cleanUp: async () => {},
}));

/** A storage, what was asked of it since, and a cache in front of it as a process opens it. */
async function cached(storage = createMemoryBackend()) {
  const asked: string[] = [];
  const seen = watched(storage, ({ verb, file }) => void asked.push(`${verb} ${file.kind}`));
  return { storage, asked, backend: withCache(seen, await open()) };
}

/** `count` files of a kind, saved through a cache. */
async function saved(
  backend: Backend,
  kind: 'index' | 'snapshot' | 'pack',
  count = 1,
): Promise<FileHandle[]> {
  const files: FileHandle[] = [];
  for (let i = 0; i < count; i++) {
    const bytes = randomBytes(1000 + i);
    const file = { ...fileOf(kind, bytes), ...(kind === 'pack' ? { holdsTrees: true } : {}) };
    await backend.save(file, [bytes.subarray(0, 300), bytes.subarray(300)]);
    files.push(file);
  }
  return files;
}

const FOLDERS = { index: 'index', snapshot: 'snapshots', pack: 'data' } as const;
const KINDS = ['index', 'snapshot', 'pack'] as const;

function pathOf({ kind, name }: FileHandle): string {
  return join(folder, 'cache', FOLDERS[kind as keyof typeof FOLDERS], name);
}

describe.each(KINDS)('a cached %s', (kind) => {
  test('is given to a later run without asking the storage for it', async () => {
    const { storage, backend } = await cached();
    const [file] = (await saved(backend, kind)) as [FileHandle];
    const later = await cached(storage);
    await listed(later.backend, kind);
    expect(await later.backend.load(file)).toEqual(await storage.load(file as FileHandle));
    expect(await later.backend.load(file, { offset: 7, length: 20 })).toHaveLength(20);
    expect(later.asked).toEqual([`list ${kind}`]);
  });

  test.each([
    [
      'altered',
      async (path: string) =>
        writeFile(
          path,
          (await readFile(path)).map((byte, i) => (i === 500 ? byte ^ 1 : byte)),
        ),
    ],
    ['cut off', (path: string) => truncate(path, 500)],
    ['emptied', (path: string) => truncate(path, 0)],
    ['gone', (path: string) => rm(path)],
    ['endless', (path: string) => truncate(path, 200 * 1024 * 1024)],
  ])('that is %s is read from the storage, and then whole in the cache', async (_how, damage) => {
    const { storage, backend } = await cached();
    const [file] = (await saved(backend, kind)) as [FileHandle];
    await damage(pathOf(file));
    const later = await cached(storage);
    await listed(later.backend, kind);
    expect(await later.backend.load(file)).toEqual(await storage.load(file as FileHandle));
    expect(later.asked).toContain(`load ${kind}`);
    expect(await readFile(pathOf(file))).toEqual(await storage.load(file as FileHandle));
  });

  test('that stands under the name of another is not taken for it', async () => {
    const { storage, backend } = await cached();
    const [one, other] = (await saved(backend, kind, 2)) as [FileHandle, FileHandle];
    await copyFile(pathOf(one), pathOf(other));
    const later = await cached(storage);
    await listed(later.backend, kind);
    expect(await later.backend.load(other)).toEqual(await storage.load(other));
  });

  test('goes when the storage does not list it any more', async () => {
    const { storage, backend } = await cached();
    const [stays, goes] = (await saved(backend, kind, 2)) as [FileHandle, FileHandle];
    await storage.remove(goes);
    const later = await cached(storage);
    await listed(later.backend, kind);
    expect(await readdir(join(folder, 'cache', FOLDERS[kind]))).toEqual([stays.name]);
    expect(isMissing(await failureOf(later.backend.load(goes)))).toBe(true);
  });

  test('goes when it is removed', async () => {
    const { backend } = await cached();
    const [file] = (await saved(backend, kind)) as [FileHandle];
    await backend.remove(file);
    expect(await readdir(join(folder, 'cache', FOLDERS[kind]))).toEqual([]);
  });
});

test('an index that the storage never listed is not given, though its name is right: somebody may have put it there', async () => {
  const { storage, backend } = await cached();
  const [file] = (await saved(backend, 'index')) as [FileHandle];
  await storage.remove(file);
  const later = await cached(storage);
  expect(isMissing(await failureOf(later.backend.load(file)))).toBe(true);
});

test('a list that breaks off removes nothing from the cache', async () => {
  const { storage, backend } = await cached();
  await saved(backend, 'snapshot', 3);
  const later = await cached(storage);
  for await (const _ of later.backend.list('snapshot')) break;
  expect(await readdir(join(folder, 'cache', 'snapshots'))).toHaveLength(3);
});

test('what a damaged storage gives is not kept', async () => {
  const storage = createMemoryBackend();
  const file = fileOf('index', Buffer.from('as it was named'));
  await storage.save(file, [Buffer.from('altered')]);
  const { backend } = await cached(storage);
  await listed(backend, 'index');
  expect((await backend.load(file)).toString()).toBe('altered');
  expect(await readdir(join(folder, 'cache', 'index'))).toEqual([]);
});

test('packs of data, keys, locks and the config are never kept', async () => {
  const { backend } = await cached();
  for (const kind of ['pack', 'key', 'lock'] as const) {
    const bytes = randomBytes(100);
    await backend.save(fileOf(kind, bytes), [bytes]);
    await backend.load(fileOf(kind, bytes));
  }
  await backend.save({ kind: 'config', name: '' }, [Buffer.from('c')]);
  await backend.load({ kind: 'config', name: '' });
  const files = await readdir(join(folder, 'cache'), { recursive: true });
  expect(files.sort()).toEqual(['data', 'index', 'marks', 'snapshots']);
});

test('a pack of trees is kept once it is read whole, and not for a part of it', async () => {
  const storage = createMemoryBackend();
  const bytes = randomBytes(5000);
  const file = { ...fileOf('pack', bytes), holdsTrees: true };
  await storage.save(file, [bytes]);
  const { backend, asked } = await cached(storage);
  await backend.load(file, { offset: 0, length: 10 });
  expect(await readdir(join(folder, 'cache', 'data'))).toEqual([]);
  await backend.load(file);
  await backend.load(file, { offset: 4000, length: 1000 });
  expect(await backend.stat(file)).toEqual({ sizeBytes: 5000 });
  expect(asked).toEqual(['load pack', 'load pack']);
});

test('the folder stays below its limit: what was used longest ago goes', async () => {
  const storage = createMemoryBackend();
  const first = withCache(storage, await open(10_000));
  const files = await saved(first, 'pack', 8);
  for (const [i, file] of files.entries()) await utimes(pathOf(file), i, i);
  const backend = withCache(storage, await open(10_000));
  await backend.load(files[0] as FileHandle);
  await saved(backend, 'index', 3);
  const left = await readdir(join(folder, 'cache', 'data'));
  expect(left).toContain(files[0]?.name);
  expect(left).not.toContain(files[1]?.name);
  const sizes = await Promise.all(left.map((name) => stat(pathOf({ kind: 'pack', name }))));
  expect(sizes.reduce((sum, { size }) => sum + size, 3003)).toBeLessThanOrEqual(10_000);
});

test('two processes that use one folder at once lose nothing', async () => {
  const storage = createMemoryBackend();
  const both = [withCache(storage, await open()), withCache(storage, await open())] as const;
  const saves = both.map((backend) => saved(backend, 'index', 20));
  const files = (await Promise.all(saves)).flat();
  await Promise.all(both.map((backend) => listed(backend, 'index')));
  await rm(pathOf(files[3] as FileHandle));
  for (const backend of both)
    for (const file of files)
      expect(await backend.load(file)).toEqual(await storage.load(file as FileHandle));
  expect((await readdir(join(folder, 'cache', 'index'))).filter((name) => name.includes('tmp'))).toEqual([]);
});

test('what a killed process left half-written goes after an hour, and is never read', async () => {
  await open();
  const [old, fresh] = ['old', 'fresh'].map((name) => join(folder, 'cache', 'index', `${name}-tmp-1`)) as [
    string,
    string,
  ];
  for (const path of [old, fresh]) await writeFile(path, 'x');
  await utimes(old, 1, 1);
  await open();
  expect(await readdir(join(folder, 'cache', 'index'))).toEqual(['fresh-tmp-1']);
});

describe('a cache as one file', () => {
  async function bundled(maxBytes = MAX_BYTES) {
    const storage = createMemoryBackend();
    const from = await open();
    const backend = withCache(storage, from);
    const packs = await saved(backend, 'pack', 3);
    const files = [...packs, ...(await saved(backend, 'index', 3)), ...(await saved(backend, 'snapshot', 3))];
    const path = join(folder, 'bundle');
    await bundleCache(from, path, maxBytes);
    return { storage, files, path };
  }
  const openOther = () => CacheFolder.open(join(folder, 'other'), MAX_BYTES);
  const namesIn = (cache: CacheFolder) =>
    cache
      .files()
      .map(({ file }) => file.name)
      .sort();

  test('comes out as it went in', async () => {
    const { files, path, storage } = await bundled();
    const other = await openOther();
    expect(await unbundleCache(path, other)).toBe(9);
    expect(namesIn(other)).toEqual(files.map(({ name }) => name).sort());
    for (const { file } of other.files())
      expect(await other.read(file)).toEqual(await storage.load(file as FileHandle));
  });

  const MARKS = { kind: 'marks', name: 'e'.repeat(64) } as const;

  test('has the marks of snapshots, which no name tells', async () => {
    const from = await open();
    await from.write(MARKS, [Buffer.from('sea'), Buffer.from('led')]);
    const path = join(folder, 'bundle');
    await bundleCache(from, path, MAX_BYTES);
    const other = await openOther();
    expect(await unbundleCache(path, other)).toBe(1);
    expect((await other.read(MARKS))?.toString()).toBe('sealed');
  });

  test('has no marks of snapshots that are gone', async () => {
    const from = await open();
    const storage = withCache(createMemoryBackend(), from);
    const [snapshot] = await saved(storage, 'snapshot');
    const ofSnapshot = { kind: 'marks', name: snapshot?.name ?? '' } as const;
    for (const file of [MARKS, ofSnapshot]) await from.write(file, [Buffer.from('sealed')]);
    await listed(storage, 'index');
    expect(await from.read(MARKS)).not.toBeNull();
    await listed(storage, 'snapshot');
    expect([await from.read(MARKS), (await from.read(ofSnapshot))?.toString()]).toEqual([null, 'sealed']);
  });

  test('has indexes and snapshots first where not all has room', async () => {
    const { path } = await bundled(7000);
    const other = await openOther();
    await unbundleCache(path, other);
    expect(other.files().filter(({ file }) => file.kind !== 'pack')).toHaveLength(6);
    expect((await stat(path)).size).toBeLessThanOrEqual(7000);
  });

  test.each([
    ['altered', (bytes: Buffer) => bytes.map((byte, i) => (i === 500 ? byte ^ 1 : byte)), 8],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 2500), 2],
    ['of another kind', (bytes: Buffer) => Buffer.concat([Buffer.from('x'), bytes]), 0],
    ['empty', () => Buffer.alloc(0), 0],
    [
      'of giants',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 50), Buffer.alloc(4, 0xff), bytes.subarray(54)]),
      0,
    ],
    ['of unknown kinds', (bytes: Buffer) => bytes.map((byte, i) => (i === 17 ? 9 : byte)), 0],
  ])('that is %s gives nothing that its names do not say', async (_how, damage, expected) => {
    const { storage, path } = await bundled();
    await writeFile(path, damage(await readFile(path)));
    const other = await openOther();
    await unbundleCache(path, other);
    expect(other.files()).toHaveLength(expected);
    for (const { file } of other.files())
      expect(await other.read(file)).toEqual(await storage.load(file as FileHandle));
  });
});

describe('a place for caches', () => {
  const id = createHash('sha256').update('repository').digest('hex');

  test('is made for its user alone, marked as a cache', async () => {
    const problems: string[] = [];
    await openCacheFolder({
      base: folder,
      repositoryId: id,
      onProblem: (text) => problems.push(text),
    });
    expect((await stat(join(folder, 'holdfast', id))).mode & 0o777).toBe(0o700);
    expect(await readFile(join(folder, 'holdfast', 'CACHEDIR.TAG'), 'utf8')).toMatch(
      /^Signature: 8a477f597d28d172789f06886806bc55\n/,
    );
    expect(problems).toEqual([]);
  });

  test('that cannot be made is told', async () => {
    const problems: string[] = [];
    const file = join(folder, 'file');
    await writeFile(file, '');
    const place = { base: file, repositoryId: id, onProblem: (text: string) => problems.push(text) };
    expect(await openCacheFolder(place)).toBeNull();
    expect(problems).toEqual([expect.stringContaining('not a directory')]);
  });

  test('loses what no one used for 30 days, and nothing that is not a cache of ours', async () => {
    const other = createHash('sha256').update('other').digest('hex');
    for (const repositoryId of [id, other])
      await openCacheFolder({ base: folder, repositoryId, onProblem: () => {} });
    await writeFile(join(folder, 'holdfast', 'mine'), '');
    const now = Date.now();
    await utimes(join(folder, 'holdfast', other), 1, 1);
    await utimes(join(folder, 'holdfast', 'mine'), 1, 1);
    expect(await removeOldCaches(folder, now)).toBe(1);
    expect((await readdir(join(folder, 'holdfast'))).sort()).toEqual(['CACHEDIR.TAG', id, 'mine'].sort());
  });

  test('is where the XDG specification has it', () => {
    expect(defaultCacheBase({ XDG_CACHE_HOME: '/c', HOME: '/h' })).toBe('/c');
    expect(defaultCacheBase({ XDG_CACHE_HOME: 'relative', HOME: '/h' })).toBe('/h/.cache');
    expect(defaultCacheBase({})).toBeNull();
  });
});
