import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { HoldfastError } from '../../src/errors.ts';
import { INDEX_AGE_MS } from '../../src/repository/index-writer.ts';
import { initRepository } from '../../src/repository/init.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { PackBuilder } from '../../src/repository/pack-builder.ts';
import { PackUploader } from '../../src/repository/pack-uploader.ts';
import { failureOf, listed } from '../contract/backend.ts';
import { watched } from './backend-doubles.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';
import { snapshotOf } from './nodes.ts';

const PACK_BYTES = 1000;

describe('writing beside other writing', () => {
  let backend: Backend;
  let repository: OpenRepository;
  /** Packs beyond so many are stuck until `letGo`. */
  let packsThatPass: number;
  let stuck: PromiseWithResolvers<void>;
  let nowMs: number;

  beforeEach(async () => {
    backend = createMemoryBackend();
    await (await initRepository(backend, PASSWORD, { key: FAST_KEY })).close();
    packsThatPass = Number.POSITIVE_INFINITY;
    stuck = Promise.withResolvers();
    stuck.promise.catch(() => {});
    nowMs = 0;
    const slow = watched(backend, async ({ verb, file }) => {
      if (verb === 'save' && file.kind === 'pack' && packsThatPass-- <= 0) await stuck.promise;
    });
    const options = { packSizeBytes: PACK_BYTES, nowMs: () => nowMs };
    repository = await openRepository(slow, PASSWORD, options);
    await repository.loadIndex();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    stuck.resolve();
    await repository.close();
  });

  const savePack = () => repository.saveBlob('data', randomBytes(PACK_BYTES));

  async function turns(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  it('a flush waits for what was saved before it, not for packs that follow', async () => {
    packsThatPass = 1;
    const { id } = await savePack();
    const flushed = repository.flush();
    await turns();
    await savePack(); // is stuck
    await flushed;
    expect((await listed(backend, 'index')).size).toBe(1);
    const reader = await openRepository(backend, PASSWORD);
    await reader.loadIndex();
    expect(reader.hasBlob('data', id)).toBe(true);
    await reader.close();
  });

  it('a flush fails, and does not hang, when one of several packs that wait can’t be stored', async () => {
    packsThatPass = 0;
    for (let pack = 0; pack < backend.connections + 3; pack++) await savePack();
    const failure = failureOf(repository.flush());
    stuck.reject(new HoldfastError('backend-failed', 'The storage is gone.'));
    expect((await failure).code).toBe('backend-failed');
    expect((await listed(backend, 'index')).size).toBe(0);
  });

  it('writes no index after it was stopped: a prune may have come once the lock was gone', async () => {
    packsThatPass = 0;
    await savePack();
    const flushed = repository.flush().catch((error: unknown) => error);
    await turns();
    await repository.stopWriting();
    stuck.resolve();
    expect(await flushed).toBeInstanceOf(HoldfastError);
    await turns();
    expect((await listed(backend, 'pack')).size).toBe(1);
    expect((await listed(backend, 'index')).size).toBe(0);
    expect((await failureOf(savePack())).code).toBe('internal');
  });

  it('writes no index after it was stopped, though one is due by its age', async () => {
    packsThatPass = 1;
    await savePack();
    await turns();
    await savePack(); // is stuck
    await turns();
    nowMs = INDEX_AGE_MS;
    await repository.stopWriting();
    stuck.resolve();
    await turns();
    expect((await listed(backend, 'pack')).size).toBe(2);
    expect((await listed(backend, 'index')).size).toBe(0);
  });

  it('gives up a snapshot whose packs are stuck, as soon as it is told to', async () => {
    const lock = await acquireLock(repository, { timings: { settleMs: 0 } });
    packsThatPass = 0;
    const { id } = await repository.saveTree({ nodes: [] });
    const cancel = new AbortController();
    const failure = failureOf(repository.saveSnapshot(snapshotOf(id), cancel.signal));
    await turns();
    cancel.abort(new HoldfastError('cancelled', 'Cancelled.'));
    expect((await failure).code).toBe('cancelled');
    stuck.resolve();
    await turns();
    expect((await listed(backend, 'snapshot')).size).toBe(0);
    await repository.stopWriting();
    await lock.release();
  });

  it('takes over packs only while the lock is held', async () => {
    await savePack();
    await turns();
    const next = await openRepository(backend, PASSWORD);
    await next.loadIndex();
    const lock = await acquireLock(next, { timings: { settleMs: 0 } });
    for (const name of (await listed(backend, 'lock')).keys()) await backend.remove({ kind: 'lock', name });
    expect((await failureOf(next.adoptPacks())).code).toBe('lock-lost');
    expect((await listed(backend, 'index')).size).toBe(0);
    await lock.release();
    await next.close();
  });

  it('saves no snapshot after a pack could not be closed, and takes none of its blobs for stored', async () => {
    const { id: tree } = await repository.saveTree({ nodes: [] });
    const blob = randomBytes(10);
    await repository.saveBlob('data', blob);
    vi.spyOn(PackBuilder.prototype, 'finish').mockImplementationOnce(() => {
      throw new RangeError('Array buffer allocation failed');
    });
    await expect(repository.flush()).rejects.toThrow('allocation failed');
    await expect(repository.saveBlob('data', blob)).rejects.toThrow('allocation failed');
    await expect(repository.flush()).rejects.toThrow('allocation failed');
    const lock = await acquireLock(repository);
    await expect(repository.saveSnapshot(snapshotOf(tree))).rejects.toThrow('allocation failed');
    await lock.release();
    expect((await listed(backend, 'snapshot')).size).toBe(0);
  });

  it('is not done while a blob that was saved is in no stored pack', async () => {
    await repository.saveBlob('data', randomBytes(10));
    vi.spyOn(PackUploader.prototype, 'put').mockImplementationOnce(() => {});
    await expect(repository.flush()).rejects.toThrow('is in no stored pack');
    await expect(repository.flush()).rejects.toThrow('is in no stored pack');
  });

  it('keeps the bytes of packs that wait for a slow storage apart from those that come later', async () => {
    packsThatPass = 0;
    const blobs = Array.from({ length: 20 }, () => randomBytes(900));
    const saved = [];
    for (const blob of blobs) saved.push(await repository.saveBlob('data', blob));
    stuck.resolve();
    await repository.flush();
    const reopened = await openRepository(backend, PASSWORD);
    await reopened.loadIndex();
    for (const [i, { id }] of saved.entries())
      expect((await reopened.loadBlob('data', id)).equals(blobs[i] as Buffer)).toBe(true);
  });
});
