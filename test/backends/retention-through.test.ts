import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Backend, RetentionLocks } from '../../src/backends/backend.ts';
import { withCache } from '../../src/backends/cache.ts';
import { CacheFolder } from '../../src/backends/cache-folder.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { withRetry } from '../../src/backends/retry.ts';
import { SpoolingBackend } from '../../src/backends/spool.ts';

const locks: RetentionLocks = {
  days: 30,
  versions: async function* () {},
  hold: async () => true,
};

test.each([
  ['retrying', async (backend: Backend) => withRetry(backend)],
  [
    'a cache',
    async (backend: Backend, folder: string) => withCache(backend, await CacheFolder.open(folder, 1000)),
  ],
  [
    'a spool',
    async (backend: Backend, folder: string) =>
      new SpoolingBackend(backend, { folder, maxBytes: 1000, signal: new AbortController().signal }),
  ],
])('%s hides no locks of the storage: a snapshot would be written without them', async (_, wrap) => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-wrapped-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const storage: Backend = Object.assign(createMemoryBackend(), { retention: locks });
  expect((await wrap(storage, folder)).retention?.days).toBe(30);
});
