import { describe, expect, test } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import type { BlobPlace } from '../../src/repository/blob-index.ts';
import type { PackId } from '../../src/repository/format/ids.ts';
import type { OpenedPack } from '../../src/repository/opened-pack.ts';
import { type OpensAhead, TreePacks } from '../../src/repository/tree-packs.ts';

const MIB = 1024 * 1024;

describe('TreePacks', () => {
  test('one read serves all the trees of a pack, once a few were read', async () => {
    const { packs, loads } = await start([MIB]);
    for (let i = 0; i < 500; i++) expect(await packs.load(place(0, i * 100))).toEqual(expected(0, i * 100));
    expect(loads()).toBe(3);
  });

  test('a single tree is not paid for with its whole pack', async () => {
    const { packs, bytes } = await start([MIB]);
    await packs.load(place(0, 1000));
    await packs.load(place(0, 5000));
    expect(bytes()).toBe(200);
  });

  test('a pack of 128 MiB is never held in memory', async () => {
    const { packs, bytes } = await start([21 * MIB]);
    for (let i = 0; i < 10; i++) await packs.load(place(0, i * 100));
    expect(bytes()).toBe(1000);
  });

  test('of many packs only so many are held as there is room for', async () => {
    const { packs, loads } = await start([10_000, 10_000, 10_000], { heldBytes: 20_000 });
    for (const pack of [0, 1, 2]) for (let i = 0; i < 3; i++) await packs.load(place(pack, i * 100));
    expect(loads()).toBe(9);
    await packs.load(place(2, 0));
    await packs.load(place(1, 0));
    expect(loads()).toBe(9);
    await packs.load(place(0, 0));
    expect(loads()).toBe(10);
  });

  test('a walk that goes to and fro between many packs reads each whole once', async () => {
    const { packs, bytes } = await start(Array.from({ length: 12 }, () => 10_000));
    for (let i = 0; i < 20; i++) for (let pack = 0; pack < 12; pack++) await packs.load(place(pack, i * 100));
    expect(bytes()).toBe(12 * (10_000 + 200));
  });

  test('where there is no room for all, packs are not read whole for a tree each', async () => {
    const { packs, bytes } = await start([10_000, 10_000, 10_000], { heldBytes: 20_000 });
    for (let i = 0; i < 15; i++) for (const pack of [0, 1, 2]) await packs.load(place(pack, i * 100));
    expect(bytes()).toBeLessThan(40_000);
  });

  test('what it gives belongs to the caller: changing it changes nothing for others', async () => {
    const { packs } = await start([MIB]);
    for (let i = 0; i < 5; i++) (await packs.load(place(0, 300))).fill(0);
    expect(await packs.load(place(0, 300))).toEqual(expected(0, 300));
  });

  test('a pack that ends too early is an error, whole or not', async () => {
    const { packs } = await start([1000]);
    for (let i = 0; i < 5; i++)
      await expect(packs.load(place(0, 950))).rejects.toMatchObject({ code: 'backend-failed' });
  });
});

/** Packs of the given sizes in memory, and how often and how much of them was loaded. */
async function start(
  packBytes: readonly number[],
  { heldBytes, ahead }: { heldBytes?: number; ahead?: OpensAhead } = {},
) {
  const backend = createMemoryBackend();
  await backend.create();
  for (const [pack, bytes] of packBytes.entries()) {
    await backend.save({ kind: 'pack', name: idOf(pack) }, [content(pack, bytes)]);
  }
  let loads = 0;
  let loaded = 0;
  const counting: Pick<Backend, 'load' | 'stat'> = {
    stat: (file) => backend.stat(file),
    load: async (...args) => {
      const bytes = await backend.load(...args);
      loads++;
      loaded += bytes.length;
      return bytes;
    },
  };
  return {
    packs: new TreePacks(counting, {
      ...(heldBytes === undefined ? {} : { heldLimitBytes: heldBytes }),
      ...(ahead === undefined ? {} : { ahead }),
    }),
    loads: () => loads,
    bytes: () => loaded,
  };
}

function idOf(pack: number): PackId {
  return `${pack}`.padStart(64, '0') as PackId;
}

function place(pack: number, offset: number): BlobPlace {
  return { pack: idOf(pack), packOrdinal: pack, row: 0, offset, length: 100, plainLength: null };
}

function content(pack: number, bytes: number): Buffer {
  return Buffer.from(Uint8Array.from({ length: bytes }, (_, i) => (i * 7 + (i >> 8) + pack) & 0xff));
}

function expected(pack: number, offset: number): Buffer {
  return content(pack, offset + 100).subarray(offset);
}

test('packs whose trees are opened ahead are loaded to where they lie then, each once, and 48 MiB in all', async () => {
  const { packs, prepared, begun } = await startAhead([MIB, MIB, MIB], 20 * MIB);
  const read = async (pack: number) => {
    for (let i = 0; i < 5; i++)
      expect(Buffer.from(await packs.load(place(pack, i * 100)))).toEqual(expected(pack, i * 100));
  };
  for (const pack of [0, 1, 2, 0]) await read(pack);
  expect(prepared).toEqual([48 * MIB, 28 * MIB, 8 * MIB]);
  expect(begun.map((bytes, pack) => bytes.equals(content(pack, MIB)))).toEqual([true, true]);
  expect([0, 1, 2].map((pack) => packs.opened(idOf(pack)) !== null)).toEqual([true, true, false]);
});

/** The same, with each pack opened ahead that `sizeBytes` is left for. */
async function startAhead(packBytes: readonly number[], sizeBytes: number) {
  const prepared: number[] = [];
  const begun: Buffer[] = [];
  const ahead: OpensAhead = {
    prepare: (_, { sealedBytes, roomBytes }) => {
      prepared.push(roomBytes);
      const sealed = new Uint8Array(new SharedArrayBuffer(sealedBytes));
      return sizeBytes > roomBytes ? null : ({ sealed, sizeBytes } as unknown as OpenedPack);
    },
    begin: ({ sealed }) => void begun.push(Buffer.from(sealed)),
  };
  return { ...(await start(packBytes, { ahead })), prepared, begun };
}
