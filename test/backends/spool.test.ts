import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Backend, FileHandle } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { SpoolingBackend } from '../../src/backends/spool.ts';
import { HoldfastError } from '../../src/errors.ts';
import { backendContract, failureOf, fileOf, listed } from '../contract/backend.ts';
import { watched } from '../repository/backend-doubles.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-spool-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const never = new AbortController().signal;

describe.each([['held'], ['going on']])('while the application is %s', (state) => {
  backendContract('spooled', async () => {
    const backend = new SpoolingBackend(createMemoryBackend(), {
      folder,
      maxBytes: 1_000_000,
      signal: never,
    });
    if (state === 'held') backend.hold();
    return { backend, cleanUp: async () => {} };
  });
});

/** A storage that takes packs only once it is opened, and tells what it took in which order. */
function gated() {
  const gate = Promise.withResolvers<void>();
  gate.promise.catch(() => {});
  const took: string[] = [];
  const storage = createMemoryBackend();
  const backend = watched(
    storage,
    ({ verb, file }) => (verb === 'save' && file.kind === 'pack' ? gate.promise : undefined),
    ({ verb, file }) => {
      if (verb === 'save') took.push(file.kind);
    },
  );
  return { storage, backend, took, open: () => gate.resolve(), refuse: (error: Error) => gate.reject(error) };
}

function spoolOf(backend: Backend, options: Partial<ConstructorParameters<typeof SpoolingBackend>[1]> = {}) {
  const full: number[] = [];
  const spool = new SpoolingBackend(backend, {
    folder,
    maxBytes: 1_000_000,
    signal: never,
    onFull: (spooledBytes) => full.push(spooledBytes),
    ...options,
  });
  return { spool, full };
}

async function save(backend: Backend, kind: 'pack' | 'index' | 'snapshot', sizeBytes = 1000) {
  const bytes = randomBytes(sizeBytes);
  const file = fileOf(kind, bytes);
  await backend.save(file, [bytes.subarray(0, 10), bytes.subarray(10)]);
  return { file, bytes };
}

test('packs are saved while the storage takes nothing, and read back from the spool', async () => {
  const { backend, took, open } = gated();
  const { spool } = spoolOf(backend);
  spool.hold();
  for (let i = 0; i < 20; i++) {
    const { file, bytes } = await save(spool, 'pack');
    expect(await spool.load(file, { offset: 5, length: 100 })).toEqual(bytes.subarray(5, 105));
  }
  expect(took).toEqual([]);
  expect(spool.release()).toBe(20_000);
  expect(await readdir(folder)).toEqual([]); // what a kill leaves
  open();
  await spool.close();
});

test.each(['index', 'snapshot'] as const)(
  'an %s comes to the storage only after all packs before it',
  async (kind) => {
    const { storage, backend, took, open } = gated();
    const { spool } = spoolOf(backend);
    spool.hold();
    const packs = await Promise.all(Array.from({ length: 9 }, () => save(spool, 'pack')));
    spool.release();
    const named = save(spool, kind);
    await new Promise(setImmediate);
    expect(await listed(storage, kind)).toEqual(new Map());
    open();
    await named;
    expect(took).toEqual([...packs.map(() => 'pack'), kind]);
    for (const { file, bytes } of packs) expect(await storage.load(file)).toEqual(bytes);
    await spool.close();
  },
);

test('memory is the caller’s again when a pack is saved', async () => {
  const { storage, backend, open } = gated();
  const { spool } = spoolOf(backend);
  spool.hold();
  const page = randomBytes(1000);
  const file: FileHandle = { kind: 'pack', name: createHash('sha256').update(page).digest('hex') };
  const bytes = Buffer.from(page);
  await spool.save(file, [page]);
  page.fill(0);
  open();
  await save(spool, 'index');
  expect(await storage.load(file)).toEqual(bytes);
  await spool.close();
});

test('a full spool makes callers wait, says so once, and goes on as there is room', async () => {
  const { backend, took, open } = gated();
  const { spool, full } = spoolOf(backend, { maxBytes: 3500 });
  spool.hold();
  for (let i = 0; i < 3; i++) await save(spool, 'pack');
  const more = [save(spool, 'pack'), save(spool, 'pack')];
  await new Promise(setImmediate);
  expect(full).toEqual([3000]);
  expect(took).toEqual([]);
  open();
  await Promise.all(more);
  await save(spool, 'index');
  expect(took).toHaveLength(6);
  expect(full).toEqual([3000]);
  await spool.close();
});

test('a pack that waits for room goes to the storage itself once the application goes on', async () => {
  const { storage, backend, open } = gated();
  const { spool } = spoolOf(backend, { maxBytes: 1500 });
  spool.hold();
  await save(spool, 'pack');
  const waiting = save(spool, 'pack');
  await new Promise(setImmediate);
  spool.release();
  open();
  await waiting;
  await save(spool, 'snapshot');
  expect((await listed(storage, 'pack')).size).toBe(2);
  await spool.close();
});

test('without a folder to write to it is as without a spool', async () => {
  const { storage, backend, open } = gated();
  open();
  const { spool, full } = spoolOf(backend, { folder: join(folder, 'missing') });
  spool.hold();
  const { file, bytes } = await save(spool, 'pack');
  expect(await storage.load(file)).toEqual(bytes);
  expect(full).toHaveLength(1);
  await spool.close();
});

test('an upload that fails ends all: nothing is named that isn’t there', async () => {
  const { storage, backend, refuse } = gated();
  const { spool } = spoolOf(backend);
  spool.hold();
  await save(spool, 'pack');
  spool.release();
  const named = failureOf(save(spool, 'index'));
  refuse(new HoldfastError('no-permission', 'No.'));
  expect((await named).message).toBe('No.');
  expect((await failureOf(save(spool, 'snapshot'))).message).toBe('No.');
  expect((await failureOf(save(spool, 'pack'))).message).toBe('No.');
  expect(await listed(storage, 'index')).toEqual(new Map());
  await spool.close();
});

test('a cancelled run does not wait for its uploads', async () => {
  const { backend, open } = gated();
  const controller = new AbortController();
  const { spool } = spoolOf(backend, { signal: controller.signal });
  spool.hold();
  await save(spool, 'pack');
  const named = failureOf(save(spool, 'index'));
  controller.abort();
  expect((await named).code).toBe('cancelled');
  open();
  await spool.close();
});
