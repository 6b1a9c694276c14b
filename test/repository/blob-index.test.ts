import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BlobIndex } from '../../src/repository/blob-index.ts';
import type { BlobId, IndexId, PackId } from '../../src/repository/format/ids.ts';
import type { PackedBlob } from '../../src/repository/format/packed-blob.ts';

const idOf = (text: string | number) => createHash('sha256').update(String(text)).digest('hex') as BlobId;
const PACK_A = idOf('pack a') as string as PackId;
const PACK_B = idOf('pack b') as string as PackId;
const INDEX = idOf('index') as string as IndexId;

const blob = (id: BlobId, over: Partial<PackedBlob> = {}): PackedBlob => ({
  type: 'data',
  id,
  offset: 0,
  length: 100,
  plainLength: null,
  ...over,
});

function addPack(index: BlobIndex, pack: PackId, blobs: PackedBlob[], file: IndexId | null) {
  for (const blob of blobs) index.add(pack, blob, file);
}

describe('BlobIndex', () => {
  it('knows nothing any more once it is cleared, and takes what is added then', () => {
    const index = new BlobIndex();
    for (let i = 0; i < 20_000; i++) index.add(PACK_A, blob(idOf(i)), INDEX);
    index.clear();
    expect([index.rowCount, index.packs, index.find('data', idOf(1))]).toEqual([0, [], -1]);
    addPack(index, PACK_B, [blob(idOf(1))], null);
    expect(index.placeAt(index.find('data', idOf(1))).pack).toBe(PACK_B);
    expect(index.find('data', idOf(2))).toBe(-1);
  });

  it('finds what was added, to the last bit of every number', () => {
    const index = new BlobIndex();
    const big = { offset: 2 ** 32 - 1, length: 2 ** 32 - 2, plainLength: 2 ** 32 - 3 };
    addPack(index, PACK_A, [blob(idOf(1), big), blob(idOf(2), { offset: 7 })], INDEX);
    addPack(index, PACK_B, [blob(idOf(3), { type: 'tree' })], null);
    expect(index.placeAt(index.find('data', idOf(1)))).toMatchObject({
      ...big,
      pack: PACK_A,
      packOrdinal: 0,
    });
    expect(index.placeAt(index.find('data', idOf(2)))).toMatchObject({ offset: 7, plainLength: null });
    expect(index.placeAt(index.find('tree', idOf(3)))).toMatchObject({ pack: PACK_B, packOrdinal: 1 });
    expect(index.find('data', idOf(4))).toBe(-1);
    expect(index.packs).toEqual([
      { id: PACK_A, firstRow: 0, rowCount: 2, index: INDEX },
      { id: PACK_B, firstRow: 2, rowCount: 1, index: null },
    ]);
  });

  it('keeps equal bytes as data and as a tree apart', () => {
    const index = new BlobIndex();
    addPack(index, PACK_A, [blob(idOf(1))], INDEX);
    expect(index.find('tree', idOf(1))).toBe(-1);
    addPack(index, PACK_B, [blob(idOf(1), { type: 'tree' })], INDEX);
    expect(index.placeAt(index.find('data', idOf(1))).pack).toBe(PACK_A);
    expect(index.placeAt(index.find('tree', idOf(1))).pack).toBe(PACK_B);
  });

  it('knows all places of a blob that lies in several packs, the first one first', () => {
    const index = new BlobIndex();
    addPack(index, PACK_A, [blob(idOf(1), { offset: 10 })], INDEX);
    addPack(index, PACK_B, [blob(idOf(1), { offset: 20 }), blob(idOf(2))], INDEX);
    expect(index.places('data', idOf(1)).map(({ pack, offset }) => [pack, offset])).toEqual([
      [PACK_A, 10],
      [PACK_B, 20],
    ]);
    expect(index.placeAt(index.find('data', idOf(1))).pack).toBe(PACK_A);
    expect(index.places('data', idOf(9))).toEqual([]);
  });

  it('tells IDs apart that differ in their last digit only', () => {
    const index = new BlobIndex();
    const common = 'ab'.repeat(31);
    addPack(index, PACK_A, [blob(`${common}00` as BlobId, { offset: 1 })], INDEX);
    addPack(index, PACK_A, [blob(`${common}01` as BlobId, { offset: 2 })], INDEX);
    expect(index.placeAt(index.find('data', `${common}01` as BlobId)).offset).toBe(2);
    expect(index.find('data', `${common}02` as BlobId)).toBe(-1);
  });

  it('gives IDs back as they were, leading zeros included', () => {
    const index = new BlobIndex();
    const ids = ['0'.repeat(64), 'f'.repeat(64), `0000000a${'0'.repeat(55)}1`] as BlobId[];
    addPack(
      index,
      PACK_A,
      ids.map((id) => blob(id)),
      INDEX,
    );
    expect([0, 1, 2].map((row) => index.idAt(row))).toEqual(ids);
  });

  it('still finds every blob after it grew many times', () => {
    const index = new BlobIndex();
    const count = 100_000;
    for (let first = 0; first < count; first += 1000) {
      const blobs = Array.from({ length: 1000 }, (_, i) =>
        blob(idOf(first + i), { offset: first + i, type: i % 2 === 0 ? 'data' : 'tree' }),
      );
      addPack(index, PACK_A, blobs, INDEX);
    }
    for (let i = 0; i < count; i++) {
      const row = index.find(i % 2 === 0 ? 'data' : 'tree', idOf(i));
      if (row !== i || index.placeAt(row).offset !== i) throw new Error(`blob ${i} was found at row ${row}`);
    }
    expect(index.find('data', idOf(count))).toBe(-1);
  });

  it('takes less than 80 bytes a blob', () => {
    const before = process.memoryUsage().arrayBuffers;
    const index = new BlobIndex();
    const count = 500_000;
    const id = (i: number) => i.toString(16).padStart(8, '0').repeat(8) as BlobId;
    for (let first = 0; first < count; first += 1000) {
      addPack(
        index,
        PACK_A,
        Array.from({ length: 1000 }, (_, i) => blob(id(first + i))),
        INDEX,
      );
    }
    globalThis.gc?.();
    expect(index.rowCount).toBe(count);
    expect((process.memoryUsage().arrayBuffers - before) / count).toBeLessThan(80);
  });
});
