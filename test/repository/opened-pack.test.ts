import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { newRepositoryKey } from '../../src/crypto/seal.ts';
import { BlobIndex, type BlobPlace } from '../../src/repository/blob-index.ts';
import { createBlobWorkers } from '../../src/repository/blob-pool.ts';
import { BlobReader } from '../../src/repository/blob-reader.ts';
import { sealBlob } from '../../src/repository/blob-sealing.ts';
import type { BlobWorkers } from '../../src/repository/blob-workers.ts';
import { type BlobId, idOf, type PackId } from '../../src/repository/format/ids.ts';
import { OpenedPack } from '../../src/repository/opened-pack.ts';
import { PendingBlobs } from '../../src/repository/pending-blobs.ts';

const key = newRepositoryKey();
const MIB = 1024 * 1024;
const PACK = 'a'.repeat(64) as PackId;
const OTHER_PACK = 'b'.repeat(64) as PackId;

const started: BlobWorkers[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((workers) => workers.close()));
});

function workersWith(threads: number, workerEntry?: string): BlobWorkers {
  const workers = createBlobWorkers(key, { compression: 'auto', threads, workerEntry });
  started.push(workers);
  return workers;
}

/** As few as are opened ahead. */
const COUNT = 256;

/** One is empty: that isn't compressed. */
function treesOf(count: number): Buffer[] {
  return Array.from({ length: count }, (_, i) =>
    Buffer.from(`tree ${i} `.repeat(i === 0 ? 0 : 1 + (i % 100))),
  );
}

/** Puts the trees into a pack, and the pack into the index. */
function packed(trees: readonly Buffer[], index = new BlobIndex(), pack = PACK) {
  const sealed: Uint8Array[] = [];
  let offset = 0;
  for (const tree of trees) {
    const { bytes, plainLength, compressed } = sealBlob(key, 'auto', 'tree', tree);
    const place = { offset, length: bytes.length, plainLength: compressed ? plainLength : null };
    index.add(pack, { type: 'tree', id: idOf<BlobId>(tree), ...place }, null);
    sealed.push(bytes);
    offset += bytes.length;
  }
  return { index, bytes: Buffer.concat(sealed) };
}

function placeIn(index: BlobIndex): BlobPlace {
  return index.placeAt(0);
}

/** Resolves when the thread is through. */
async function openedBy(workers: BlobWorkers, pack: OpenedPack): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  pack.onReply = () => {
    resolve();
    return null;
  };
  workers.openAhead(pack);
  await promise;
}

function made(index: BlobIndex, bytes: Buffer, roomBytes = 100 * MIB): OpenedPack {
  const pack = OpenedPack.of(index, placeIn(index), { sealedBytes: bytes.length, roomBytes });
  if (pack === null) throw new Error('not made');
  pack.sealed.set(bytes);
  return pack;
}

describe('a pack that a thread opens', () => {
  test('gives each of its trees, byte for byte', async () => {
    const trees = treesOf(COUNT);
    const { index, bytes } = packed(trees);
    const pack = made(index, bytes);
    await openedBy(workersWith(1), pack);
    expect(trees.map((tree, row) => pack.take(row, idOf(tree)))).toEqual(trees);
    expect(pack.take(COUNT, idOf(Buffer.from('tree 1 ')))).toBeNull();
  });

  test('doesn’t give what is damaged, nor what isn’t as long or has another hash than the index says', async () => {
    const trees = treesOf(COUNT);
    const { index, bytes } = packed(trees);
    const forged = new BlobIndex();
    for (let row = 0; row < COUNT; row++) {
      const { offset, length, plainLength } = index.placeAt(row);
      const id = row === 30 ? idOf<BlobId>(Buffer.from('another')) : index.idAt(row);
      const told = row === 50 && plainLength !== null ? plainLength + 1 : plainLength;
      const at = row === 70 ? bytes.length - 40 : offset;
      forged.add(PACK, { type: 'tree', id, offset: at, length, plainLength: told }, null);
    }
    const damaged = forged.placeAt(10);
    bytes[damaged.offset + 20] = (bytes[damaged.offset + 20] as number) ^ 1;
    const pack = made(forged, bytes);
    await openedBy(workersWith(1), pack);
    const given = trees.map((_, row) => pack.take(row, forged.idAt(row)));
    expect(given.flatMap((tree, row) => (tree === null ? [row] : []))).toEqual([10, 30, 50, 70]);
    for (const [row, tree] of given.entries()) if (tree !== null) expect(tree).toEqual(trees[row]);
  });

  test('leaves to who wants it what was wanted before it was open', async () => {
    const trees = treesOf(COUNT);
    const { index, bytes } = packed(trees);
    const pack = made(index, bytes);
    const wanted = [3, 4, COUNT - 1];
    for (const row of wanted) expect(pack.take(row, index.idAt(row))).toBeNull();
    await openedBy(workersWith(1), pack);
    const left = trees.flatMap((tree, row) => (pack.take(row, idOf(tree)) === null ? [row] : []));
    expect(left).toEqual(wanted);
  });

  test('gives no tree for another that has its row since the index was read anew', async () => {
    const trees = treesOf(COUNT);
    const { index, bytes } = packed(trees);
    const pack = made(index, bytes);
    await openedBy(workersWith(1), pack);
    expect(pack.take(7, index.idAt(8))).toBeNull();
    expect(pack.take(7, index.idAt(7))).toEqual(trees[7]);
  });

  test('is none of few trees, none with anything else in it, and opens no more than there is room for', () => {
    const of = ({ index, bytes }: ReturnType<typeof packed>, roomBytes = 100 * MIB) =>
      OpenedPack.of(index, placeIn(index), { sealedBytes: bytes.length, roomBytes });
    expect(of(packed(treesOf(COUNT - 1)))).toBeNull();
    const mixed = packed(treesOf(COUNT));
    const data = { type: 'data' as const, id: PACK as string as BlobId };
    mixed.index.add(PACK, { ...data, offset: 0, length: 40, plainLength: null }, null);
    expect(of(mixed)).toBeNull();
    const trees = treesOf(COUNT + 100);
    const { index, bytes } = packed(trees);
    const plainBytes = trees.slice(0, COUNT + 50).reduce((sum, tree) => sum + tree.length, 0);
    const pack = made(index, bytes, bytes.length + plainBytes);
    expect([pack.covers(COUNT + 49), pack.covers(COUNT + 50)]).toEqual([true, false]);
    expect(pack.sizeBytes).toBe(bytes.length + plainBytes);
    expect(of({ index, bytes }, bytes.length)).toBeNull();
  });

  test('of a forged index that has it hold a million empty ones takes no memory for all of them', () => {
    const index = new BlobIndex();
    const empty = { type: 'tree' as const, offset: 0, length: 32, plainLength: null };
    for (let i = 0; i < 100_000; i++)
      index.add(PACK, { ...empty, id: i.toString(16).padStart(64, '0') as BlobId }, null);
    const pack = made(index, Buffer.alloc(1000));
    expect([pack.covers(32_767), pack.covers(32_768)]).toEqual([true, false]);
  });
});

describe('workers', () => {
  test('without threads open nothing ahead, and wait for nothing', async () => {
    const { index, bytes } = packed(treesOf(COUNT));
    const pack = made(index, bytes);
    workersWith(0).openAhead(pack);
    expect(pack.take(5, index.idAt(5))).toBeNull();
  });

  test.each(['exits', 'throws', 'cannot-start'])(
    'whose opening thread fails (%s) do all else as before',
    async (name) => {
      const trees = treesOf(COUNT);
      const { index, bytes } = packed(trees);
      const workers = workersWith(2, fileURLToPath(new URL(`failing-workers/${name}.ts`, import.meta.url)));
      const pack = made(index, bytes);
      const failed = Promise.withResolvers<void>();
      pack.onFailure = () => failed.resolve();
      workers.openAhead(pack);
      await failed.promise;
      workers.openAhead(made(index, bytes)); // isn't tried again
      const { offset, length, plainLength } = index.placeAt(9);
      const sealed = bytes.subarray(offset, offset + length);
      const opened = await workers.open(sealed, { id: index.idAt(9), plainLength });
      expect(opened).toEqual(trees[9]);
      await workers.close();
    },
  );

  test('that are closed while one opens end', async () => {
    const trees = treesOf(16 * COUNT);
    const { index, bytes } = packed(trees);
    const workers = workersWith(1);
    workers.openAhead(made(index, bytes));
    await workers.close();
    await expect(workers.open(bytes, { id: index.idAt(0), plainLength: null })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('a reader whose trees are opened ahead', () => {
  async function readerOf(
    packs: readonly { readonly pack: PackId; readonly bytes: Buffer }[],
    index: BlobIndex,
  ) {
    const backend = createMemoryBackend();
    for (const { pack, bytes } of packs) await backend.save({ kind: 'pack', name: pack }, [bytes]);
    const workers = workersWith(2);
    const through = Promise.withResolvers<void>();
    let opened = 0;
    const counting: BlobWorkers = {
      save: (...args) => workers.save(...args),
      open: (...args) => workers.open(...args),
      lend: (...args) => {
        opened++;
        return workers.lend(...args);
      },
      checkPack: (...args) => workers.checkPack(...args),
      verify: (...args) => workers.verify(...args),
      compareFiles: (...args) => workers.compareFiles(...args),
      write: (...args) => workers.write(...args),
      make: (...args) => workers.make(...args),
      hasThreads: true,
      start: () => workers.start(),
      expectToSave: (sizeBytes) => workers.expectToSave(sizeBytes),
      startOpening: () => workers.startOpening(),
      openAhead: (pack) => void openedBy(workers, pack).then(through.resolve),
      close: () => workers.close(),
    };
    const reader = new BlobReader({ backend, index, pending: new PendingBlobs(), workers: () => counting });
    reader.openTreesAhead();
    return { reader, through: through.promise, opened: () => opened };
  }

  test('opens only what is wanted sooner than the thread has it, and prefetches none of it', async () => {
    const trees = treesOf(COUNT);
    const { index, bytes } = packed(trees);
    const { reader, through, opened } = await readerOf([{ pack: PACK, bytes }], index);
    for (const tree of trees.slice(0, 3)) expect(await reader.load('tree', idOf(tree))).toEqual(tree);
    await through;
    reader.prefetchTrees(trees.slice(50).map((tree) => idOf<BlobId>(tree)));
    for (const tree of trees.slice(3)) expect(await reader.load('tree', idOf(tree))).toEqual(tree);
    expect(opened()).toBe(3);
  });

  test('tells of a damaged tree, and takes it from another pack where one has it', async () => {
    const trees = treesOf(COUNT);
    const { index, bytes } = packed(trees);
    const second = packed(trees.slice(20, 21), index, OTHER_PACK);
    for (const row of [10, 20]) {
      const at = index.placeAt(row).offset + 20;
      bytes[at] = (bytes[at] as number) ^ 1;
    }
    const packs = [
      { pack: PACK, bytes },
      { pack: OTHER_PACK, bytes: second.bytes },
    ];
    const { reader, through } = await readerOf(packs, index);
    for (const tree of trees.slice(0, 3)) await reader.load('tree', idOf(tree));
    await through;
    await expect(reader.load('tree', idOf(trees[10] as Buffer))).rejects.toMatchObject({
      code: 'repository-damaged',
    });
    expect(await reader.load('tree', idOf(trees[20] as Buffer))).toEqual(trees[20]);
    expect(await reader.load('tree', idOf(trees[30] as Buffer))).toEqual(trees[30]);
  });
});
