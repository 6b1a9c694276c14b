import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { HoldfastError } from '../../src/errors.ts';
import { adoptPacks } from '../../src/repository/adopt-packs.ts';
import { checkRepository, type Finding } from '../../src/repository/check.ts';
import type { BlobId, IndexId } from '../../src/repository/format/ids.ts';
import { decodeIndex } from '../../src/repository/format/index-file.ts';
import { INDEX_AGE_MS } from '../../src/repository/index-writer.ts';
import { initRepository } from '../../src/repository/init.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { type OpenRepository, openRepository, type RepositoryOptions } from '../../src/repository/open.ts';
import { listed } from '../contract/backend.ts';
import { failingAfter, watched } from './backend-doubles.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';
import { fileNode, folderNode, snapshotOf } from './nodes.ts';

const PACK_BYTES = 50_000;

/** The same files for every run: 30 of 5,000 bytes in two folders. */
const CONTENTS = Array.from({ length: 30 }, () => randomBytes(5000));

/** A backup, as the operation does it. */
async function backUp(repository: OpenRepository): Promise<void> {
  await repository.loadIndex();
  const lock = await acquireLock(repository, { timings: { settleMs: 0 } });
  try {
    await adoptPacks(repository);
    const folders: BlobId[] = [];
    for (const part of [CONTENTS.slice(0, 15), CONTENTS.slice(15)]) {
      const ids: BlobId[] = [];
      for (const content of part) {
        await repository.room();
        ids.push((await repository.saveBlob('data', Buffer.from(content))).id);
      }
      const nodes = ids.map((id, i) => fileNode(`file-${String(i).padStart(2, '0')}`, [id], 5000));
      folders.push((await repository.saveTree({ nodes })).id);
    }
    const nodes = folders.map((id, i) => folderNode(`folder-${i}`, id));
    const { id: root } = await repository.saveTree({ nodes });
    await repository.saveSnapshot(snapshotOf(root));
  } finally {
    await lock.release();
  }
}

async function emptyBackend(): Promise<Backend> {
  const backend = createMemoryBackend();
  await (await initRepository(backend, PASSWORD, { key: FAST_KEY })).close();
  return backend;
}

async function run(backend: Backend, options: RepositoryOptions = {}): Promise<OpenRepository> {
  const repository = await openRepository(backend, PASSWORD, { packSizeBytes: PACK_BYTES, ...options });
  try {
    await backUp(repository);
  } finally {
    await repository.close();
  }
  return repository;
}

async function findingsOf(backend: Backend): Promise<Finding[]> {
  const repository = await openRepository(backend, PASSWORD);
  const findings = await Array.fromAsync(checkRepository(repository, { readData: { kind: 'all' } }));
  await repository.close();
  return findings;
}

async function faultsOf(backend: Backend): Promise<Finding[]> {
  return (await findingsOf(backend)).filter(({ severity }) => severity !== 'hint');
}

describe('write order', () => {
  it('names a pack in an index only once it is stored, and in a snapshot only once its index is', async () => {
    const backend = await emptyBackend();
    const reader = await openRepository(backend, PASSWORD);
    const stored = new Set<string>();
    const indexed = new Set<string>();
    const events: string[] = [];
    const recording = watched(
      backend,
      ({ verb, file }) => {
        if (verb === 'save') events.push(file.kind);
        if (verb === 'save' && file.kind === 'snapshot') expect(indexed).toEqual(stored);
      },
      ({ verb, file }) => {
        if (verb === 'save' && file.kind === 'pack') stored.add(file.name);
      },
    );
    const saving: Backend = {
      ...recording,
      async save(file, data, signal) {
        await recording.save(file, data, signal);
        if (file.kind !== 'index') return;
        decodeIndex(await reader.files.load('index', file.name as IndexId), (pack) => {
          expect(stored).toContain(pack);
          indexed.add(pack);
        });
      },
    };
    await run(saving);
    expect(stored.size).toBeGreaterThan(3);
    expect(events).toEqual(['lock', ...Array(stored.size).fill('pack'), 'index', 'snapshot']);
    await reader.close();
  });

  it('names no pack that is still on its way in an index that is written in the midst of a run', async () => {
    const backend = await emptyBackend();
    const reader = await openRepository(backend, PASSWORD);
    const stored = new Set<string>();
    let indexes = 0;
    const slow: Backend = {
      ...backend,
      location: backend.location,
      connections: 4,
      create: () => backend.create(),
      load: (file, range, signal) => backend.load(file, range, signal),
      stat: (file) => backend.stat(file),
      list: (kind, signal) => backend.list(kind, signal),
      remove: (file) => backend.remove(file),
      close: async () => {},
      async save(file, data, signal) {
        if (file.kind === 'pack') {
          for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
        }
        await backend.save(file, data, signal);
        if (file.kind === 'pack') stored.add(file.name);
        if (file.kind !== 'index') return;
        indexes++;
        const json = await reader.files.load('index', file.name as IndexId);
        decodeIndex(json, (pack) => expect(stored).toContain(pack));
      },
    };
    let nowMs = 0;
    await run(slow, { nowMs: () => (nowMs += INDEX_AGE_MS) });
    expect(indexes).toBeGreaterThan(1);
    await reader.close();
  });

  it('waits for slow packs before it writes the index, and removes its lock last', async () => {
    const backend = await emptyBackend();
    const done: string[] = [];
    const slow = watched(
      backend,
      async ({ verb, file }) => {
        if (verb === 'save' && file.kind === 'pack') {
          for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
        }
      },
      ({ verb, file }) => {
        if (verb === 'save' || verb === 'remove') done.push(`${verb} ${file.kind}`);
      },
    );
    await run(slow);
    expect(done.slice(-4)).toEqual(['save pack', 'save index', 'save snapshot', 'remove lock']);
  });

  it('leaves a repository that checks, wherever it is cut off, and stores nothing twice afterwards', async () => {
    let cuts = 0;
    for (let operations = 0; ; operations++) {
      const backend = await emptyBackend();
      const whole = await outcome(run(failingAfter(backend, operations)));
      expect(await faultsOf(backend)).toEqual([]);
      if (whole) break;
      cuts++;
      expect((await listed(backend, 'snapshot')).size).toBeLessThanOrEqual(1);
      for (const name of (await listed(backend, 'lock')).keys()) await backend.remove({ kind: 'lock', name });
      await run(backend);
      expect((await findingsOf(backend)).map(({ code }) => code)).toEqual(['key-single']);
    }
    expect(cuts).toBeGreaterThan(10);
  });

  it('makes no snapshot of a run in which any single operation failed but one that removes', async () => {
    let failures = 0;
    for (let failing = 0; ; failing++) {
      const backend = await emptyBackend();
      let operations = 0;
      let failed = '';
      const once = watched(backend, ({ verb, file }) => {
        if (operations++ !== failing) return;
        failed = `${verb} ${file.kind}`;
        throw new HoldfastError('backend-failed', 'The storage hiccuped.');
      });
      const whole = await outcome(run(once));
      expect(await faultsOf(backend)).toEqual([]);
      if (operations <= failing) break;
      failures++;
      const snapshots = (await listed(backend, 'snapshot')).size;
      // What is stored stays where only the look at the lock after it failed.
      if (whole) expect([failed, snapshots]).toEqual(['stat lock', 1]);
      // With a snapshot, all that failed is the removal of the lock.
      else expect(snapshots === 0 || failed === 'remove lock', failed).toBe(true);
    }
    expect(failures).toBeGreaterThan(10);
  });

  it('says the first failure again at every later call: nothing is built on a lost pack', async () => {
    const backend = await emptyBackend();
    const broken = watched(backend, ({ verb, file }) => {
      if (verb === 'save' && file.kind === 'pack') throw new Error('disk on fire');
    });
    const repository = await openRepository(broken, PASSWORD, { packSizeBytes: PACK_BYTES });
    await repository.loadIndex();
    await repository.saveBlob('data', randomBytes(PACK_BYTES));
    await expect(repository.flush()).rejects.toThrow('disk on fire');
    await expect(repository.flush()).rejects.toThrow('disk on fire');
    expect(repository.takeRoom()).toBe(false);
    await expect(repository.room()).rejects.toThrow('disk on fire');
    await expect(repository.saveBlob('data', randomBytes(10))).rejects.toThrow('disk on fire');
    await expect(repository.saveTree({ nodes: [] })).rejects.toThrow('disk on fire');
    await repository.close();
  });

  it('writes an index every ten minutes, so that a run cut off after hours has lost little', async () => {
    const backend = await emptyBackend();
    let nowMs = 0;
    const repository = await openRepository(backend, PASSWORD, { packSizeBytes: 1000, nowMs: () => nowMs });
    await repository.loadIndex();
    const savePack = async () => {
      const before = repository.written.packs;
      await repository.saveBlob('data', randomBytes(1000));
      while (repository.written.packs === before) await new Promise((resolve) => setImmediate(resolve));
    };
    await savePack();
    nowMs = INDEX_AGE_MS - 1;
    await savePack();
    expect((await listed(backend, 'index')).size).toBe(0);
    nowMs = INDEX_AGE_MS;
    await savePack();
    await new Promise((resolve) => setImmediate(resolve));
    expect((await listed(backend, 'index')).size).toBe(1);
    await repository.flush();
    expect((await listed(backend, 'index')).size).toBe(1);
    await repository.close();
  });
});

/** True if the run worked; false if it failed, for whatever reason. */
function outcome(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
