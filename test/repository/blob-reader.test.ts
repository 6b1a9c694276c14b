import { expect, test } from 'vitest';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { newRepositoryKey, seal } from '../../src/crypto/seal.ts';
import { BlobIndex } from '../../src/repository/blob-index.ts';
import { BlobReader } from '../../src/repository/blob-reader.ts';
import { createBlobWorkers } from '../../src/repository/blob-workers.ts';
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
