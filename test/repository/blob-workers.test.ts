import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { newRepositoryKey, open, seal } from '../../src/crypto/seal.ts';
import { compress, decompress } from '../../src/crypto/zstd.ts';
import { createBlobWorkers, HEAVY_USE_BYTES } from '../../src/repository/blob-pool.ts';
import type { BlobWorkers, BlobWorkersOptions } from '../../src/repository/blob-workers.ts';
import { type BlobId, idOf } from '../../src/repository/format/ids.ts';
import type { BlobType } from '../../src/repository/format/packed-blob.ts';
import type { SealedBlob } from '../../src/repository/pending-blobs.ts';

const key = newRepositoryKey();
const MIB = 1024 * 1024;

const started: BlobWorkers[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((workers) => workers.close()));
});

function start(options: Partial<BlobWorkersOptions> = {}): BlobWorkers {
  const workers = createBlobWorkers(key, { compression: 'auto', ...options });
  started.push(workers);
  return workers;
}

/** Workers whose threads run already. */
async function startThreads(options: Partial<BlobWorkersOptions> = {}): Promise<BlobWorkers> {
  const workers = start({ threads: 2, ...options });
  await save(workers, Buffer.alloc(HEAVY_USE_BYTES + 1));
  return workers;
}

/** Saves a blob and keeps what was sealed: null if it wasn't new. */
async function save(
  workers: BlobWorkers,
  plain: Uint8Array,
  { type = 'data', isNew = () => true }: { type?: BlobType; isNew?: (id: BlobId) => boolean } = {},
): Promise<{ id: BlobId; sealed: SealedBlob | null }> {
  let sealed: SealedBlob | null = null;
  const id = await workers.save(type, plain, {
    isNew,
    onSealed: (_, blob) => {
      sealed = { ...blob, bytes: Uint8Array.from(blob.bytes) };
    },
  });
  return { id, sealed };
}

async function saveNew(workers: BlobWorkers, plain: Uint8Array, type?: BlobType): Promise<SealedBlob> {
  const { sealed } = await save(workers, plain, type === undefined ? {} : { type });
  if (sealed === null) throw new Error('not saved');
  return sealed;
}

function expectedOf(id: BlobId, { compressed, plainLength }: SealedBlob) {
  return { id, plainLength: compressed ? plainLength : null };
}

/** Blobs of all sizes, where batches begin and end: compressible and not. */
function manyBlobs(): Buffer[] {
  const sizes = [0, 1, 31, 4096, 65_536, 16_383, 16_384, 262_144, 262_145, 700_000, 3 * MIB];
  const small = Array.from({ length: 700 }, (_, i) => Buffer.from(`small blob ${i} `.repeat(i % 50)));
  return [
    ...small,
    ...sizes.map((size) => randomBytes(size)),
    ...sizes.map((size) => Buffer.alloc(size, 'text')),
  ];
}

describe.each([0, 1, 2])('with %i threads', (threads) => {
  test('blobs of any size come back as they were, each under its own ID', async () => {
    const workers = start({ threads });
    const blobs = manyBlobs();
    const copies = blobs.map((blob) => Buffer.from(blob));
    const saved = await Promise.all(
      blobs.map((blob, i) => save(workers, blob, { type: i % 2 ? 'data' : 'tree' })),
    );
    const opened = await Promise.all(
      saved.map(({ id, sealed }) => {
        if (sealed === null) throw new Error('not saved');
        return workers.open(Uint8Array.from(sealed.bytes), expectedOf(id, sealed));
      }),
    );
    for (const [i, copy] of copies.entries()) {
      expect(saved[i]?.id).toBe(idOf(copy));
      expect(saved[i]?.sealed?.plainLength).toBe(copy.length);
      expect(opened[i]?.equals(copy)).toBe(true);
    }
  });

  test('what is not new is neither compressed nor sealed, and isNew is asked once for each', async () => {
    const workers = start({ threads });
    const asked: BlobId[] = [];
    const seen = new Set<BlobId>();
    const blobs = Array.from({ length: 1000 }, (_, i) => Buffer.alloc(5000, i % 10));
    const ids = blobs.map((blob) => idOf<BlobId>(blob));
    const saved = await Promise.all(
      blobs.map((blob) =>
        save(workers, blob, {
          isNew: (id) => {
            asked.push(id);
            return !seen.has(id) && seen.add(id) !== undefined;
          },
        }),
      ),
    );
    expect(asked.toSorted()).toEqual(ids.toSorted());
    expect(saved.filter(({ sealed }) => sealed !== null)).toHaveLength(10);
    expect(saved.map(({ id }) => id)).toEqual(ids);
  });

  test('an error of isNew fails its blob alone', async () => {
    const workers = start({ threads });
    const blobs = Array.from({ length: 400 }, (_, i) => Buffer.alloc(8192, `${i}`));
    const results = await Promise.allSettled(
      blobs.map((blob, i) =>
        save(workers, blob, {
          isNew: () => {
            if (i === 7) throw new Error('of isNew');
            return true;
          },
        }),
      ),
    );
    expect(results.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))).toEqual([7]);
  });

  test('each damaged blob fails with its own typed error, and no other', async () => {
    const workers = start({ threads });
    const plain = Buffer.alloc(3000, 'tree');
    const id = idOf<BlobId>(plain);
    const good = () => seal(key, compress(plain));
    const flipped = good();
    flipped[40] = (flipped[40] as number) ^ 1;
    const cases: [sealed: Buffer, plainLength: number | null, id: BlobId, message: RegExp | null][] = [
      [good(), 3000, id, null],
      [flipped, 3000, id, /authentication code/],
      [good().subarray(0, 20), 3000, id, /20 bytes/],
      [good(), 2999, id, /3000 bytes of content/],
      [good(), 3001, id, /3000 plain bytes, expected 3001/],
      [good(), null, id, /SHA-256/],
      [seal(key, plain), 3000, id, /Zstandard/],
      [seal(key, plain), null, id, null],
      [good(), 3000, idOf<BlobId>(Buffer.from('another')), /SHA-256/],
      [Buffer.alloc(0), null, id, /0 bytes/],
    ];
    for (let run = 0; run < 60; run++) {
      const opened = await Promise.allSettled(
        cases.map(([sealed, plainLength, expectedId]) =>
          workers.open(Buffer.from(sealed), { id: expectedId, plainLength }),
        ),
      );
      for (const [i, [, , expectedId, message]] of cases.entries()) {
        const outcome = opened[i];
        if (message === null) {
          expect(outcome).toMatchObject({ status: 'fulfilled' });
        } else {
          const reason = { code: 'repository-damaged', message: expect.stringMatching(message) };
          expect(outcome).toMatchObject({ status: 'rejected', reason });
          expect(outcome).toHaveProperty('reason.message', expect.stringContaining(expectedId));
        }
      }
    }
  });

  test('close is idempotent, and nothing works after it', async () => {
    const workers = start({ threads });
    await save(workers, Buffer.alloc(HEAVY_USE_BYTES + 1));
    await Promise.all([workers.close(), workers.close()]);
    await workers.close();
    await expect(save(workers, Buffer.alloc(1))).rejects.toMatchObject({ code: 'cancelled' });
    await expect(
      workers.open(Buffer.alloc(1), { id: '' as BlobId, plainLength: null }),
    ).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('compression', () => {
  const plain = () => Buffer.alloc(10_000, 'compressible ');

  test.each([
    ['auto', 'data', true],
    ['auto', 'tree', true],
    ['trees', 'data', false],
    ['trees', 'tree', true],
    ['off', 'data', false],
    ['off', 'tree', false],
    ['max', 'data', true],
  ] as const)('%s: a blob of type %s is compressed: %s', async (compression, type, compressed) => {
    const sealed = await saveNew(start({ threads: 0, compression }), plain(), type);
    expect(sealed.compressed).toBe(compressed);
    const stored = open(key, sealed.bytes, 'it');
    expect(compressed ? decompress(stored, plain().length, 'it') : stored).toEqual(plain());
  });

  test('more effort gives fewer bytes', async () => {
    const lock = await readFile(new URL('../../package-lock.json', import.meta.url));
    const sizes = [];
    for (const compression of ['fastest', 'auto', 'better', 'max'] as const) {
      sizes.push((await saveNew(start({ threads: 0, compression }), Buffer.from(lock))).bytes.length);
    }
    expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => b - a));
  });

  test('also of what grows by it, as restic does; but an empty blob never is', async () => {
    const workers = start({ threads: 0 });
    const random = randomBytes(1000);
    const grown = await saveNew(workers, random);
    expect(grown.compressed).toBe(true);
    expect(grown.bytes.length).toBeGreaterThan(1000 + 32);
    expect(await saveNew(workers, Buffer.alloc(0))).toMatchObject({ compressed: false, plainLength: 0 });
  });
});

describe('memory', () => {
  test('a view into a buffer that others use leaves that buffer alone', async () => {
    const workers = await startThreads();
    const shared = new ArrayBuffer(MIB);
    const neighbour = Buffer.from(shared, 0, 10).fill(1);
    await saveNew(workers, Buffer.from(shared, 1000, 500_000));
    const sealed = seal(key, Buffer.alloc(1000));
    const range = Buffer.concat([sealed, Buffer.alloc(100_000, 2)]);
    await workers.open(range.subarray(0, sealed.length), { id: idOf(Buffer.alloc(1000)), plainLength: null });
    expect(neighbour).toEqual(Buffer.alloc(10, 1));
    expect(range.subarray(sealed.length).equals(Buffer.alloc(100_000, 2))).toBe(true);
  });

  test('a blob that its owner overwrites after the call is saved as it was', async () => {
    const workers = await startThreads();
    const chunk = new Uint8Array(MIB).fill(7);
    const saved = save(workers, chunk);
    chunk.fill(8);
    expect((await saved).id).toBe(idOf(new Uint8Array(MIB).fill(7)));
  });

  test('a sealed blob and an opened one keep their bytes while others go through the same memory', async () => {
    const workers = await startThreads();
    const plains = Array.from({ length: 12 }, () => randomBytes(300_000));
    for (const plain of plains) {
      const { sealed } = await save(workers, plain);
      if (sealed === null) throw new Error('not saved');
      const opened = await workers.open(sealed.bytes, expectedOf(idOf(plain), sealed));
      await Promise.all(Array.from({ length: 8 }, () => save(workers, Buffer.alloc(300_000, 9))));
      expect(opened.equals(plain)).toBe(true);
      expect(open(key, sealed.bytes, 'it').length).toBeGreaterThan(300_000);
    }
  });

  test('a small blob that was opened does not hold on to the memory of its batch', async () => {
    const workers = await startThreads();
    const plains = Array.from({ length: 100 }, (_, i) => Buffer.alloc(8000, `${i}`));
    const opened = await Promise.all(
      plains.map((plain) => workers.open(seal(key, plain), { id: idOf(plain), plainLength: null })),
    );
    for (const plain of opened) expect(plain.buffer.byteLength).toBeLessThan(100_000);
  });
});

describe('a thread that fails', () => {
  const entry = (name: string) => fileURLToPath(new URL(`failing-workers/${name}.ts`, import.meta.url));

  test.each([
    ['exits', /exit code 3/],
    ['throws', /a bug in the worker/],
    ['cannot-start', /no-such-module/],
    ['is-missing', /is-missing/],
  ])('%s: everything that waits fails, now and later, and nothing hangs', async (name, message) => {
    const workers = start({ threads: 2, workerEntry: entry(name) });
    const results = await Promise.allSettled(
      [HEAVY_USE_BYTES, ...Array<number>(40).fill(MIB)].map((bytes) => save(workers, Buffer.alloc(bytes))),
    );
    for (const result of results) {
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { code: 'internal', message: expect.stringMatching(message) },
      });
    }
    await expect(save(workers, Buffer.alloc(1))).rejects.toMatchObject({ code: 'internal' });
    await workers.close();
  });

  test.each([
    [true, 9],
    [false, 2],
  ])(
    'isn’t started before enough was opened; asked for one by one (%s), that is after %i blobs',
    async (alone, count) => {
      const plain = Buffer.from('a tree');
      const sealed = seal(key, plain);
      const workers = start({ threads: 1, bytesBeforeThreads: 10_000, workerEntry: entry('cannot-start') });
      const lend = () => workers.lend(sealed, { id: idOf(plain), plainLength: null }, { alone });
      for (let i = 0; i < count; i++) expect((await lend()).keep()).toEqual(plain);
      await expect(lend()).rejects.toMatchObject({ code: 'internal' });
    },
  );

  test('is started before anything was done, for as much as is said to come', async () => {
    const workers = start({ threads: 1, bytesBeforeThreads: 10_000, workerEntry: entry('cannot-start') });
    workers.expectToSave(5000);
    expect((await save(workers, Buffer.from('here'))).sealed).not.toBe(null);
    workers.expectToSave(5000);
    await expect(save(workers, Buffer.from('there'))).rejects.toMatchObject({ code: 'internal' });
  });

  test('close while work is under way cancels it', async () => {
    const workers = await startThreads();
    const under = Promise.allSettled([
      ...Array.from({ length: 20 }, () => save(workers, randomBytes(MIB))),
      workers.open(Buffer.alloc(100_000), { id: '' as BlobId, plainLength: null }),
    ]);
    await workers.close();
    for (const result of await under) expect(result).toMatchObject({ reason: { code: 'cancelled' } });
  });
});

test('threads that have nothing to do keep no process alive, and busy ones do', async () => {
  // A thread of its own stands for the process: it ends when nothing keeps it alive.
  const program = new Worker(fileURLToPath(new URL('failing-workers/never-closes.ts', import.meta.url)));
  const [[saved], [code]] = await Promise.all([once(program, 'message'), once(program, 'exit')]);
  expect({ saved, code }).toEqual({ saved: 20, code: 0 });
});
