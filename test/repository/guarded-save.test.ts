import { beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { HoldfastError } from '../../src/errors.ts';
import type { Snapshot } from '../../src/repository/format/snapshot.ts';
import { initRepository } from '../../src/repository/init.ts';
import { acquireLock, removeAllLocks } from '../../src/repository/lock.ts';
import { openRepository } from '../../src/repository/open.ts';
import { failureOf, listed } from '../contract/backend.ts';
import { type Operation, watched } from './backend-doubles.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';
import { snapshotOf } from './nodes.ts';

describe('a run whose lock somebody removes', () => {
  let backend: Backend;
  let onOperation: (operation: Operation) => void | Promise<void>;

  beforeEach(async () => {
    backend = createMemoryBackend();
    await (await initRepository(backend, PASSWORD, { key: FAST_KEY })).close();
    onOperation = () => {};
  });

  /** Saves a tree, and a snapshot that names it, as a run with a lock. */
  async function save(): Promise<void> {
    const over = watched(backend, (operation) => onOperation(operation));
    const repository = await openRepository(over, PASSWORD, { threads: 0 });
    const lock = await acquireLock(repository, { timings: { settleMs: 1 } });
    try {
      await repository.loadIndex();
      const { id } = await repository.saveTree({ nodes: [] });
      const snapshot: Snapshot = snapshotOf(id);
      await repository.saveSnapshot(snapshot);
    } finally {
      await lock.release();
      await repository.close();
    }
  }

  test.each(['index', 'snapshot'] as const)(
    'after it looked at the lock, and before its %s is there: takes that back, for a prune may not have seen it',
    async (kind) => {
      onOperation = async ({ verb, file }) => {
        if (verb === 'save' && file.kind === kind) await removeAllLocks({ files: { backend } } as never);
      };
      expect((await failureOf(save())).code).toBe('lock-lost');
      expect([...(await listed(backend, kind)).keys()]).toEqual([]);
      expect([...(await listed(backend, 'snapshot')).keys()]).toEqual([]);
    },
  );

  test('and whose storage lets it take nothing back: says what stays', async () => {
    onOperation = async ({ verb, file }) => {
      if (verb === 'save' && file.kind === 'snapshot') await removeAllLocks({ files: { backend } } as never);
      if (verb === 'remove' && file.kind === 'snapshot')
        throw new HoldfastError('retained', 'Its Object Lock forbids it.');
    };
    const error = await failureOf(save());
    expect(error.code).toBe('lock-lost');
    expect(error.message).toMatch(/But snapshot [0-9a-f]{64} stands already .*Object Lock forbids it/);
  });

  test.each(['index', 'snapshot'] as const)('before its %s: writes none', async (kind) => {
    let looks = 0;
    const before = kind === 'index' ? 1 : 3;
    onOperation = async ({ verb, file }) => {
      if (verb === 'stat' && file.kind === 'lock' && ++looks === before)
        await removeAllLocks({ files: { backend } } as never);
    };
    expect((await failureOf(save())).code).toBe('lock-lost');
    expect([...(await listed(backend, kind)).keys()]).toEqual([]);
  });

  test('storage that doesn’t answer the second look says nothing of the lock: what is stored stays', async () => {
    let saved = false;
    onOperation = ({ verb, file }) => {
      if (verb === 'save' && file.kind === 'snapshot') saved = true;
      if (saved && verb === 'stat') {
        saved = false;
        throw new HoldfastError('backend-failed', 'The storage hiccuped.');
      }
    };
    await save();
    expect((await listed(backend, 'snapshot')).size).toBe(1);
  });
});
