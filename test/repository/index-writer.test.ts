import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { newRepositoryKey } from '../../src/crypto/seal.ts';
import type { BlobId, PackId } from '../../src/repository/format/ids.ts';
import { decodeIndex } from '../../src/repository/format/index-file.ts';
import { INDEX_BLOBS, IndexWriter } from '../../src/repository/index-writer.ts';
import type { BuiltPack } from '../../src/repository/pack-builder.ts';
import { PackUploader } from '../../src/repository/pack-uploader.ts';
import { SealedFiles } from '../../src/repository/sealed-files.ts';

const randomId = () => randomBytes(32).toString('hex');

function packOf(blobCount: number): BuiltPack {
  const blobs = Array.from({ length: blobCount }, (_, i) => ({
    type: 'data' as const,
    id: randomId() as BlobId,
    offset: i * 40,
    length: 40,
    plainLength: null,
  }));
  return { id: randomId() as PackId, blobs, parts: [], sizeBytes: 0, release: () => {} };
}

describe('IndexWriter', () => {
  it('writes an index once it names fifty thousand blobs, as restic, and the rest when it is flushed', async () => {
    const files = new SealedFiles(createMemoryBackend(), newRepositoryKey(), 2);
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => failures.push(error);
    const writer = new IndexWriter({
      files,
      nowMs: () => 0,
      confirmLock: async () => {},
      onSaved: () => {},
      onFailure,
    });
    const uploader = new PackUploader({
      backend: files.backend,
      onStored: (pack) => writer.add(pack),
      onFailure,
      onSettled: () => {},
    });
    const packs = [packOf(INDEX_BLOBS - 1), packOf(1), packOf(2)];
    for (const pack of packs) {
      uploader.put(pack);
      await uploader.stored();
    }
    await writer.flush();
    const named: string[][] = [];
    for (const { id } of await files.list('index')) {
      const blobs: string[] = [];
      decodeIndex(await files.load('index', id), (pack, blob) => blobs.push(`${pack} ${blob.id}`));
      named.push(blobs);
    }
    const expected = packs.flatMap(({ id, blobs }) => blobs.map((blob) => `${id} ${blob.id}`));
    expect(named.map(({ length }) => length).sort()).toEqual([2, INDEX_BLOBS]);
    expect(new Set(named.flat())).toEqual(new Set(expected));
    expect(failures).toEqual([]);
    await writer.flush();
    expect((await files.list('index')).length).toBe(2);
  });
});
