import { expect, test } from 'vitest';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { newRepositoryKey, seal } from '../../src/crypto/seal.ts';
import { BlobIndex } from '../../src/repository/blob-index.ts';
import { createBlobWorkers } from '../../src/repository/blob-pool.ts';
import { BlobReader } from '../../src/repository/blob-reader.ts';
import { type BlobId, idOf, type PackId } from '../../src/repository/format/ids.ts';
import { PendingBlobs } from '../../src/repository/pending-blobs.ts';

test('a blob whose pack is stored, and its memory used for others, while it is waited for is read from the pack', async () => {
  const key = newRepositoryKey();
  const plain = Buffer.from('what is saved');
  const sealed = seal(key, plain);
  const id = idOf<BlobId>(plain);
  const pack = idOf<PackId>(sealed);
  const backend = createMemoryBackend();
  await backend.save({ kind: 'pack', name: pack }, [sealed]);
  const index = new BlobIndex();
  const pending = new PendingBlobs();
  const workers = createBlobWorkers(key, { threads: 0, compression: 'off' });
  const reader = new BlobReader({ backend, index, pending, workers: () => workers });

  pending.add('data', id, plain.length);
  const loading = reader.load('data', id);
  const page = Uint8Array.from(sealed);
  pending.setSealed('data', id, { bytes: page, plainLength: plain.length, compressed: false });
  index.add(pack, { type: 'data', id, offset: 0, length: sealed.length, plainLength: null }, null);
  pending.remove('data', id);
  page.fill(0);
  expect((await loading).equals(plain)).toBe(true);
});

test('trees that are begun on are loaded once, and together', async () => {
  const key = newRepositoryKey();
  const trees = ['one', 'two', 'three'].map((text) => Buffer.from(text));
  const index = new BlobIndex();
  const pack = 'a'.repeat(64) as PackId;
  const sealed = trees.map((tree) => seal(key, tree));
  let offset = 0;
  for (const [i, tree] of trees.entries()) {
    const length = sealed[i]?.length ?? 0;
    index.add(pack, { type: 'tree', id: idOf<BlobId>(tree), offset, length, plainLength: null }, null);
    offset += length;
  }
  const backend = createMemoryBackend();
  await backend.save({ kind: 'pack', name: pack }, sealed);
  const workers = createBlobWorkers(key, { threads: 0, compression: 'off' });
  let opened = 0;
  const counting = {
    ...workers,
    lend: (...args: Parameters<typeof workers.lend>) => {
      opened++;
      return workers.lend(...args);
    },
  };
  const reader = new BlobReader({ backend, index, pending: new PendingBlobs(), workers: () => counting });

  const ids = trees.map((tree) => idOf<BlobId>(tree));
  reader.prefetchTrees([...ids, 'f'.repeat(64) as BlobId, ...ids]);
  const loaded = await Promise.all(ids.map((id) => reader.load('tree', id)));
  expect(loaded.map(String)).toEqual(['one', 'two', 'three']);
  await reader.load('tree', ids[0] as BlobId);
  expect(opened).toBe(3);
});
