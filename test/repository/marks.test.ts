import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { CacheFolder } from '../../src/backends/cache-folder.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { seal } from '../../src/crypto/seal.ts';
import type { SnapshotId } from '../../src/repository/format/ids.ts';
import { initRepository } from '../../src/repository/init.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';

const [FIRST, SECOND] = ['a', 'b'].map((digit) => digit.repeat(64)) as [SnapshotId, SnapshotId];
const MARKS = Buffer.from('what a backup leaves');

let folder: string;
let storage: Backend;
let repository: OpenRepository;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-marks-'));
  storage = createMemoryBackend();
  await (await initRepository(storage, PASSWORD, { key: FAST_KEY })).close();
  repository = await opened();
});
afterEach(async () => {
  await repository.close();
  await rm(folder, { recursive: true, force: true });
});

/** The repository, as a process opens it that keeps marks in the folder. */
async function opened(): Promise<OpenRepository> {
  const openMarks = () => CacheFolder.open(folder, 1_000_000);
  const one = await openRepository(storage, PASSWORD, { openMarks });
  await one.loadIndex();
  return one;
}

const pathOf = (snapshot: SnapshotId) => join(folder, 'marks', snapshot);

/** Stores a blob, and the index that names it, as a backup does. */
async function store(content: string): Promise<void> {
  const lock = await acquireLock(repository, { exclusive: false, timings: { settleMs: 0 } });
  await repository.saveBlob('data', Buffer.from(content));
  await repository.flush();
  await lock.release();
}

test('marks come back with their snapshot, and those before are gone', async () => {
  expect(await repository.marks.has(FIRST)).toBe(false);
  await repository.marks.save(FIRST, MARKS, { instead: SECOND });
  expect(await repository.marks.has(FIRST)).toBe(true);
  const later = await opened();
  expect(await later.marks.load(FIRST)).toEqual(MARKS);
  expect(await later.marks.load(SECOND)).toBeNull();
  await later.marks.save(SECOND, MARKS, { instead: FIRST });
  expect(await readdir(join(folder, 'marks'))).toEqual([SECOND]);
  expect(await readFile(pathOf(SECOND), 'latin1')).not.toContain('backup');
  await later.close();
});

test('marks of the same snapshot are replaced', async () => {
  await repository.marks.save(FIRST, MARKS, { instead: FIRST });
  await repository.marks.save(FIRST, Buffer.from('more'), { instead: FIRST });
  expect(await repository.marks.load(FIRST)).toEqual(Buffer.from('more'));
});

test('nothing is left where there is no folder, or none that can be written', async () => {
  const plain = await openRepository(storage, PASSWORD);
  await plain.loadIndex();
  await plain.marks.save(FIRST, MARKS, { instead: FIRST });
  expect([await plain.marks.has(FIRST), await plain.marks.load(FIRST)]).toEqual([false, null]);
  await repository.marks.save(FIRST, MARKS, { instead: FIRST });
  await rm(join(folder, 'marks'), { recursive: true });
  await repository.marks.save(SECOND, MARKS, { instead: FIRST });
  expect(await repository.marks.load(SECOND)).toBeNull();
});

test('marks that somebody else made are none', async () => {
  await repository.marks.save(FIRST, MARKS, { instead: FIRST });
  const own = await readFile(pathOf(FIRST));
  const plain = Buffer.concat([Buffer.alloc(4), MARKS]);
  const other = await initRepository(createMemoryBackend(), PASSWORD, { key: FAST_KEY });
  const otherFolder = join(folder, 'other');
  const theirs = await openRepository(other.backend, PASSWORD, {
    openMarks: () => CacheFolder.open(otherFolder, 1_000_000),
  });
  await theirs.loadIndex();
  await theirs.marks.save(FIRST, MARKS, { instead: FIRST });
  const forged = {
    'with a byte changed': own.map((byte, i) => (i === 20 ? byte ^ 1 : byte)),
    'cut off': own.subarray(0, own.length - 1),
    'with no bytes': Buffer.alloc(0),
    'with no seal': plain,
    // As the blob of a file is that anybody may have written, where blobs aren't compressed.
    'sealed as all else of the repository': seal(repository.masterKey, plain),
    'of another repository': await readFile(join(otherFolder, 'marks', FIRST)),
  };
  await other.close();
  for (const [how, bytes] of Object.entries(forged)) {
    await writeFile(pathOf(FIRST), bytes);
    const later = await opened();
    expect([how, await later.marks.load(FIRST)]).toEqual([how, null]);
    await later.close();
  }
  await writeFile(pathOf(SECOND), own); // of another snapshot
  const later = await opened();
  expect(await later.marks.load(SECOND)).toBeNull();
  await writeFile(pathOf(FIRST), own);
  expect(await (await opened()).marks.load(FIRST)).toEqual(MARKS);
  await later.close();
});

test('marks hold as long as each index file that was known is there', async () => {
  await store('known');
  await repository.close();
  repository = await opened();
  await store('written');
  await repository.marks.save(FIRST, MARKS, { instead: FIRST });
  await store('written later');
  const names: string[] = [];
  for await (const { name } of storage.list('index')) names.push(name);
  expect(names).toHaveLength(3);
  const holds: boolean[] = [];
  for (const name of names) {
    const bytes = await storage.load({ kind: 'index', name });
    await storage.remove({ kind: 'index', name });
    const later = await opened();
    holds.push((await later.marks.load(FIRST)) !== null);
    await later.close();
    await storage.save({ kind: 'index', name }, [bytes]);
  }
  // Only what came later isn't needed.
  expect(holds.filter(Boolean)).toHaveLength(1);
  expect(await (await opened()).marks.load(FIRST)).toEqual(MARKS);
});
