import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';
import { initRepository } from '../../src/repository/init.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { READ_AHEAD_BYTES } from '../../src/repository/read-ahead.ts';
import { failureOf, listed } from '../contract/backend.ts';
import { watched } from './backend-doubles.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';
import { fileNode, folderNode, snapshotOf } from './nodes.ts';

const idOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as BlobId;

const NO_SETTLING = { timings: { settleMs: 0 } };

describe('repository', () => {
  let backend: Backend;
  let repository: OpenRepository;

  beforeEach(async () => {
    backend = createMemoryBackend();
    repository = await initRepository(backend, PASSWORD, { key: FAST_KEY, packSizeBytes: 100_000 });
    await repository.loadIndex();
  });

  afterEach(() => repository.close());

  async function reopened(): Promise<OpenRepository> {
    await repository.close();
    repository = await openRepository(backend, PASSWORD);
    await repository.loadIndex();
    return repository;
  }

  it('gives back what was saved, after it was opened again', async () => {
    const blobs = [Buffer.alloc(0), Buffer.from('a'), randomBytes(70_000), Buffer.alloc(300_000)];
    const saved = await Promise.all(blobs.map((blob) => repository.saveBlob('data', Buffer.from(blob))));
    await repository.flush();
    expect(saved).toEqual(blobs.map((blob) => ({ id: idOf(blob), added: true })));
    const again = await reopened();
    for (const blob of blobs) {
      expect(await again.loadBlob('data', idOf(blob))).toEqual(blob);
      expect(again.blobSize('data', idOf(blob))).toBe(blob.length);
    }
    expect(again.hasBlob('tree', idOf(blobs[1] as Buffer))).toBe(false);
  });

  it('stores equal blobs once: saved at once, one after the other, and by another run', async () => {
    const blob = randomBytes(5000);
    const atOnce = await Promise.all([1, 2, 3].map(() => repository.saveBlob('data', Buffer.from(blob))));
    expect(atOnce.filter(({ added }) => added).length).toBe(1);
    expect((await repository.saveBlob('data', Buffer.from(blob))).added).toBe(false);
    await repository.flush();
    expect((await repository.saveBlob('data', Buffer.from(blob))).added).toBe(false);
    const again = await reopened();
    expect((await again.saveBlob('data', Buffer.from(blob))).added).toBe(false);
    await again.flush();
    expect((await listed(backend, 'pack')).size).toBe(1);
  });

  it('stores equal bytes as data and as a tree apart', async () => {
    const { id } = await repository.saveTree({ nodes: [] });
    const json = await repository.loadBlob('tree', id);
    expect((await repository.saveBlob('data', Buffer.from(json))).added).toBe(true);
    await repository.flush();
    expect((await listed(backend, 'pack')).size).toBe(2);
  });

  it('can read a blob before it is stored', async () => {
    const blob = randomBytes(1000);
    const { id } = await repository.saveBlob('data', Buffer.from(blob));
    expect((await listed(backend, 'pack')).size).toBe(0);
    expect(repository.hasBlob('data', id)).toBe(true);
    expect(repository.blobSize('data', id)).toBe(1000);
    expect(await repository.loadBlob('data', id)).toEqual(blob);
    expect(await Array.fromAsync(repository.loadBlobs('data', [id, id]))).toEqual([blob, blob]);
    expect((await listed(backend, 'pack')).size).toBe(0);
  });

  it('gives back a tree node by node', async () => {
    const { id: empty } = await repository.saveTree({ nodes: [] });
    const tree = { nodes: [fileNode('a', [], 0), folderNode('b', empty)] };
    const { id } = await repository.saveTree(tree);
    await repository.flush();
    expect(await (await reopened()).loadTree(id)).toEqual(tree);
  });

  it('counts what it wrote', async () => {
    await repository.saveBlob('data', Buffer.alloc(10_000));
    await repository.saveBlob('data', Buffer.alloc(10_000));
    await repository.saveTree({ nodes: [] });
    await repository.flush();
    const { written } = repository;
    expect(written).toMatchObject({ dataBlobs: 1, treeBlobs: 1, addedBytes: 10_000 + 13, packs: 2 });
    expect(written.storedBytes).toBeLessThan(1000);
  });

  it('closes packs at their size, with trees and data in packs of their own', async () => {
    for (let i = 0; i < 40; i++) await repository.saveBlob('data', randomBytes(10_000));
    await repository.saveTree({ nodes: [] });
    await repository.flush();
    const sizes = [...(await listed(backend, 'pack')).values()].sort((a, b) => a - b);
    expect(sizes.length).toBe(5); // One of trees, then ten blobs each.
    expect(sizes[4]).toBeLessThan(110_000 + 1000);
  });

  it('gives many blobs in the order asked for, repeated ones too', async () => {
    const blobs = Array.from({ length: 300 }, (_, i) => randomBytes(1 + (i % 50) * 100));
    for (const blob of blobs) await repository.saveBlob('data', Buffer.from(blob));
    await repository.flush();
    const again = await reopened();
    const wanted = Array.from({ length: 1000 }, (_, i) => blobs[(i * 7919) % blobs.length] as Buffer);
    let next = 0;
    for await (const blob of again.loadBlobs('data', wanted.map(idOf))) {
      expect(blob.equals(wanted[next++] as Buffer)).toBe(true);
    }
    expect(next).toBe(1000);
  });

  it('loads neighbours in one range, and a blob that is repeated once', async () => {
    const blobs = Array.from({ length: 100 }, () => randomBytes(500));
    for (const blob of blobs) await repository.saveBlob('data', Buffer.from(blob));
    await repository.flush();
    let loads = 0;
    const counting = watched(backend, ({ verb, file }) => {
      if (verb === 'load' && file.kind === 'pack') loads++;
    });
    const again = await openRepository(counting, PASSWORD);
    await again.loadIndex();
    const ids = blobs.map(idOf);
    expect((await Array.fromAsync(again.loadBlobs('data', [...ids, ...ids]))).length).toBe(200);
    expect(loads).toBe(1);
    await again.close();
  });

  it('gives the first blobs of a source that waits for them', async () => {
    const blobs = [randomBytes(10), randomBytes(10)];
    for (const blob of blobs) await repository.saveBlob('data', Buffer.from(blob));
    await repository.flush();
    const second = Promise.withResolvers<void>();
    async function* ids() {
      yield idOf(blobs[0] as Buffer);
      await second.promise;
      yield idOf(blobs[1] as Buffer);
    }
    let count = 0;
    for await (const blob of repository.loadBlobs('data', ids())) {
      expect(blob).toEqual(blobs[count++]);
      second.resolve();
    }
    expect(count).toBe(2);
  });

  it('ends a read when it is abandoned, and when its source fails', async () => {
    const { id } = await repository.saveBlob('data', randomBytes(10));
    await repository.flush();
    for await (const _ of repository.loadBlobs('data', Array(10_000).fill(id))) break;
    async function* failing() {
      yield id;
      throw new Error('no more');
    }
    await expect(Array.fromAsync(repository.loadBlobs('data', failing()))).rejects.toThrow('no more');
  });

  it('ends a read when it is cancelled, although the storage hangs', async () => {
    const { id } = await repository.saveBlob('data', randomBytes(10));
    await repository.flush();
    const controller = new AbortController();
    const hanging = watched(backend, ({ verb, file }) => {
      if (verb !== 'load' || file.kind !== 'pack') return undefined;
      controller.abort();
      return new Promise<void>(() => {});
    });
    const again = await openRepository(hanging, PASSWORD);
    await again.loadIndex();
    const error = await failureOf(Array.fromAsync(again.loadBlobs('data', [id], controller.signal)));
    expect(error.code).toBe('cancelled');
    await again.close();
  });

  it('reads ahead so many plain bytes and no more, however small they are stored', async () => {
    const sizeBytes = 4 * 1024 * 1024;
    const blobs = Array.from({ length: 40 }, (_, i) => Buffer.alloc(sizeBytes, i));
    for (const blob of blobs) await repository.saveBlob('data', Buffer.from(blob));
    await repository.flush();
    let loadedBytes = 0;
    const counting: Backend = {
      ...watched(backend, () => {}),
      load(file, range, signal) {
        if (file.kind === 'pack') loadedBytes += range?.length ?? 0;
        return backend.load(file, range, signal);
      },
    };
    const again = await openRepository(counting, PASSWORD);
    await again.loadIndex();
    const ids = blobs.map(idOf);
    const storedBytes = again.index.placeAt(again.index.find('data', ids[0] as BlobId)).length;
    const reading = again.loadBlobs('data', ids)[Symbol.asyncIterator]();
    await reading.next();
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(loadedBytes).toBeLessThanOrEqual((READ_AHEAD_BYTES / sizeBytes) * storedBytes * 1.1);
    let count = 1;
    while (!(await reading.next()).done) count++;
    expect(count).toBe(40);
    await again.close();
  });

  it('names a blob that is missing instead of leaving it out', async () => {
    const missing = idOf(Buffer.from('never saved'));
    const error = await failureOf(repository.loadBlob('data', missing));
    expect(error.code).toBe('repository-damaged');
    expect(error.message).toContain(missing);
    expect((await failureOf(Array.fromAsync(repository.loadBlobs('data', [missing])))).code).toBe(
      'repository-damaged',
    );
  });

  it('holds back callers while blobs wait to be stored, and lets them all through in the end', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = watched(backend, async ({ verb, file }) => {
      if (verb === 'save' && file.kind === 'pack') await gate.promise;
    });
    await repository.close();
    repository = await openRepository(slow, PASSWORD, { packSizeBytes: 100_000 });
    await repository.loadIndex();
    let admitted = 0;
    const all = Promise.all(
      Array.from({ length: 400 }, async () => {
        if (!repository.takeRoom()) await repository.room();
        admitted++;
        await repository.saveBlob('data', randomBytes(100_000));
      }),
    );
    for (let turn = 0; turn < 500; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(admitted).toBeLessThan(300);
    gate.resolve();
    await all;
    await repository.flush();
    expect(repository.written.dataBlobs).toBe(400);
  });

  describe('told to wait for a lock', () => {
    const stored = () => Array.fromAsync(backend.list('pack'));
    const turns = async () => {
      for (let turn = 0; turn < 500; turn++) await new Promise((resolve) => setImmediate(resolve));
    };

    beforeEach(async () => {
      await repository.close();
      repository = await openRepository(backend, PASSWORD, { packSizeBytes: 100_000 });
      await repository.loadIndex();
    });

    /** Saves so many blobs of 30,000 bytes. `savedCount` grows as they are saved. */
    function saveMany(count: number): { savedCount: number; readonly all: Promise<unknown> } {
      const saving = { savedCount: 0, all: Promise.resolve<unknown>(null) };
      saving.all = Promise.all(
        Array.from({ length: count }, async () => {
          if (!repository.takeRoom()) await repository.room();
          await repository.saveBlob('data', randomBytes(30_000));
          saving.savedCount++;
        }),
      );
      saving.all.catch(() => {});
      return saving;
    }

    it('stores nothing before it is got, however much is saved, and then all of it', async () => {
      const lock = Promise.withResolvers<void>();
      repository.storeAfter(lock.promise, Promise.resolve());
      const saving = saveMany(1000);
      await turns();
      expect(saving.savedCount).toBeGreaterThan(3);
      expect(saving.savedCount).toBeLessThan(900);
      let isFlushed = false;
      const flushing = repository.flush().then(() => {
        isFlushed = true;
      });
      await turns();
      expect(isFlushed).toBe(false);
      expect(await stored()).toEqual([]);
      lock.resolve();
      await saving.all;
      await flushing;
      await repository.flush();
      const again = await reopened();
      expect(again.index.rowCount).toBe(1000);
      await again.close();
    });

    it.each(['begin', 'lock'] as const)('lets nobody save before it may begin: %s', async (first) => {
      const [lock, begin] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      repository.storeAfter(lock.promise, begin.promise);
      const saving = saveMany(5);
      await turns();
      expect(saving.savedCount).toBe(0);
      ({ lock, begin })[first].resolve();
      await saving.all;
      expect(saving.savedCount).toBe(5);
    });

    it('lets nobody save when it is not got, until there is another, and stores what was saved under that', async () => {
      const lock = Promise.withResolvers<void>();
      repository.storeAfter(lock.promise, Promise.resolve());
      const saving = saveMany(1000);
      await turns();
      lock.reject(new Error('not got'));
      await expect(saving.all).rejects.toThrow('not got');
      expect(repository.takeRoom()).toBe(false);
      await expect(repository.room()).rejects.toThrow('not got');
      await turns();
      expect(await stored()).toEqual([]);
      const before = saving.savedCount;
      repository.storeAfter(Promise.resolve(), Promise.resolve());
      await saveMany(5).all;
      await repository.flush();
      const again = await reopened();
      expect(again.index.rowCount).toBe(before + 5);
      await again.close();
    });
  });

  it('knows whether an index that it was loaded from is gone', async () => {
    await repository.saveBlob('data', Buffer.from('a'));
    await repository.flush();
    const again = await reopened();
    await again.saveBlob('data', Buffer.from('b'));
    await again.flush();
    expect(await again.hasLoadedIndex()).toBe(true);
    for (const name of again.indexFiles) await backend.remove({ kind: 'index', name });
    expect(await again.hasLoadedIndex()).toBe(false);
  });

  it('knows of an index that was gone when its turn to be loaded came, and in whose place it has loaded nothing', async () => {
    await repository.saveBlob('data', Buffer.from('a'));
    await repository.flush();
    const removing = watched(backend, async ({ verb, file }) => {
      if (verb === 'load' && file.kind === 'index') await backend.remove(file);
    });
    const again = await openRepository(removing, PASSWORD);
    await again.loadIndex();
    expect([again.index.rowCount, await again.hasLoadedIndex()]).toEqual([0, false]);
    await again.close();
  });

  it('saves snapshots only under a lock', async () => {
    const { id } = await repository.saveTree({ nodes: [] });
    expect((await failureOf(repository.saveSnapshot(snapshotOf(id)))).code).toBe('internal');
    const lock = await acquireLock(repository, NO_SETTLING);
    const snapshotId = await repository.saveSnapshot(snapshotOf(id));
    await lock.release();
    expect(await repository.loadSnapshot(snapshotId)).toEqual(snapshotOf(id));
    expect(await Array.fromAsync(repository.snapshots())).toEqual([
      { id: snapshotId, snapshot: snapshotOf(id) },
    ]);
  });

  it('saves no snapshot whose tree was never saved', async () => {
    const lock = await acquireLock(repository, NO_SETTLING);
    const tree = idOf(Buffer.from('no tree'));
    expect((await failureOf(repository.saveSnapshot(snapshotOf(tree)))).code).toBe('internal');
    await lock.release();
    expect((await listed(backend, 'snapshot')).size).toBe(0);
  });

  it('saves no snapshot once its lock was removed: somebody may be pruning', async () => {
    const { id } = await repository.saveTree({ nodes: [] });
    await repository.flush();
    const lock = await acquireLock(repository, NO_SETTLING);
    for (const name of (await listed(backend, 'lock')).keys()) await backend.remove({ kind: 'lock', name });
    expect((await failureOf(repository.saveSnapshot(snapshotOf(id)))).code).toBe('lock-lost');
    expect(lock.lost.aborted).toBe(true);
    expect((await listed(backend, 'snapshot')).size).toBe(0);
    await lock.release();
  });

  it('indexes nothing once its lock was removed: a prune may have removed what it stored', async () => {
    const lock = await acquireLock(repository, NO_SETTLING);
    await repository.saveBlob('data', randomBytes(10));
    for (const name of (await listed(backend, 'lock')).keys()) await backend.remove({ kind: 'lock', name });
    expect((await failureOf(repository.flush())).code).toBe('lock-lost');
    expect((await failureOf(repository.saveBlob('data', randomBytes(10)))).code).toBe('lock-lost');
    expect((await listed(backend, 'index')).size).toBe(0);
    await lock.release();
  });

  it('reads and writes version 1, where nothing is compressed', async () => {
    const old = createMemoryBackend();
    const first = await initRepository(old, PASSWORD, { key: FAST_KEY, version: 1 });
    await first.loadIndex();
    const { id } = await first.saveBlob('data', Buffer.alloc(50_000));
    const { id: tree } = await first.saveTree({ nodes: [fileNode('zeros', [id], 50_000)] });
    await first.flush();
    await first.close();
    expect(Math.max(...(await listed(old, 'pack')).values())).toBeGreaterThan(50_000);
    const again = await openRepository(old, PASSWORD);
    await again.loadIndex();
    expect(again.version).toBe(1);
    expect(await again.loadBlob('data', id)).toEqual(Buffer.alloc(50_000));
    expect((await again.loadTree(tree)).nodes.length).toBe(1);
    await again.close();
  });

  it('makes no repository over another one', async () => {
    const error = await failureOf(initRepository(backend, PASSWORD, { key: FAST_KEY }));
    expect(error.code).toBe('repository-exists');
  });

  it('makes no repository where keys or packs lie without a config: a new key would bury them', async () => {
    await backend.remove({ kind: 'config', name: '' });
    const error = await failureOf(initRepository(backend, PASSWORD, { key: FAST_KEY }));
    expect(error.code).toBe('repository-exists');
    expect(error.message).toContain('key files');
  });

  it('says that there is no repository', async () => {
    const error = await failureOf(openRepository(createMemoryBackend(), PASSWORD));
    expect(error.code).toBe('repository-missing');
  });
});
