import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import type { ByteString } from '../../src/bytestring.ts';
import { newRepositoryKey, seal } from '../../src/crypto/seal.ts';
import { BlobIndex } from '../../src/repository/blob-index.ts';
import { createBlobWorkers } from '../../src/repository/blob-pool.ts';
import { BlobReader } from '../../src/repository/blob-reader.ts';
import type { BlobWorkers } from '../../src/repository/blob-workers.ts';
import { type BlobId, idOf, type PackId } from '../../src/repository/format/ids.ts';
import { PendingBlobs } from '../../src/repository/pending-blobs.ts';
import { type PartOfBlobs, Stretches } from '../../src/repository/stretch.ts';

const KEY = newRepositoryKey();
const BLOBS = [10, 300_000, 1].map((size) => randomBytes(size));
const [FIRST, SECOND, THIRD] = BLOBS as [Buffer, Buffer, Buffer];
const END = { permissions: 0o600, owner: null, mtimeSeconds: 1 };
const FILES: PartOfBlobs[] = [
  { path: 'some/two' as ByteString, fileOffset: 0, blobs: [SECOND, FIRST].map(blobOf), end: END },
  { path: 'empty' as ByteString, fileOffset: 0, blobs: [], end: END },
  { path: 'some/one' as ByteString, fileOffset: 0, blobs: [blobOf(THIRD)], end: END },
];
const WHOLE = {
  'some/two': idOf(Buffer.concat([SECOND, FIRST])),
  empty: idOf(Buffer.alloc(0)),
  'some/one': idOf(THIRD),
};

function blobOf(plain: Buffer): { id: BlobId; sizeBytes: number } {
  return { id: idOf<BlobId>(plain), sizeBytes: plain.length };
}

let folder: string;
let workers: BlobWorkers;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-stretch-'));
  workers = createBlobWorkers(KEY, { threads: 1, compression: 'off' });
});
afterEach(async () => {
  await workers.close();
  rmSync(folder, { recursive: true });
});

/** Packs of what each holds, sealed, by the IDs of BLOBS. */
async function stretchesOf(...packs: readonly (readonly Uint8Array[])[]): Promise<Stretches> {
  const index = new BlobIndex();
  const backend = createMemoryBackend();
  for (const [number, sealed] of packs.entries()) {
    const pack = String(number).padStart(64, 'a') as PackId;
    let offset = 0;
    for (const [i, { length }] of sealed.entries()) {
      const id = idOf<BlobId>(BLOBS[i] as Buffer);
      index.add(pack, { type: 'data', id, offset, length, plainLength: null }, null);
      offset += length;
    }
    await backend.save({ kind: 'pack', name: pack }, sealed);
  }
  const reader = new BlobReader({ backend, index, pending: new PendingBlobs(), workers: () => workers });
  return new Stretches(reader, () => workers);
}

/** The SHA-256 of what a thread writes of FILES, by path. */
async function written(stretches: Stretches, isReadAgain: boolean): Promise<Record<string, string>> {
  const stretch = await stretches.read(FILES, { isReadAgain });
  try {
    expect(await stretch.writeIn({ folder, newFile: null })).toBe(null);
  } finally {
    stretch.giveBack();
  }
  return Object.fromEntries(FILES.map(({ path }) => [path, idOf(readFileSync(join(folder, path)))]));
}

const sealed = () => BLOBS.map((plain) => seal(KEY, plain));

function altered(): Buffer[] {
  const blobs = sealed();
  const second = blobs[1] as Buffer;
  second[1000] = (second[1000] as number) ^ 1;
  return blobs;
}

/** Whole by its MAC: who sealed it had other bytes than those that it is named by. */
function mistaken(): Buffer[] {
  return [seal(KEY, FIRST), seal(KEY, randomBytes(SECOND.length)), seal(KEY, THIRD)];
}

test.each([true, false])('all is written (hashed later: %s)', async (isReadAgain) => {
  expect(await written(await stretchesOf(sealed()), isReadAgain)).toEqual(WHOLE);
});

test.each([true, false])(
  'a blob that was altered is taken from another pack (hashed later: %s)',
  async (isReadAgain) => {
    expect(await written(await stretchesOf(altered(), sealed()), isReadAgain)).toEqual(WHOLE);
  },
);

test('a blob that isn’t what it is named by is taken from another pack, or left to who reads it again', async () => {
  const stretches = await stretchesOf(mistaken(), sealed());
  expect(await written(stretches, false)).toEqual(WHOLE);
  expect(await written(stretches, true)).not.toEqual(WHOLE);
});

test('of what is whole nowhere nothing is written', async () => {
  const stretches = await stretchesOf(altered());
  await expect(written(stretches, true)).rejects.toMatchObject({ code: 'repository-damaged' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a blob of another size than it is said to have is no reason to write over its neighbours', async () => {
  const stretches = await stretchesOf(sealed());
  const blobs = [{ ...blobOf(SECOND), sizeBytes: SECOND.length - 1 }, blobOf(THIRD)];
  const stretch = await stretches.read([{ ...(FILES[0] as PartOfBlobs), blobs }], { isReadAgain: true });
  await expect(stretch.writeIn({ folder, newFile: null })).rejects.toThrow(
    /has 300000 bytes, expected 299999/,
  );
  stretch.giveBack();
});

test('what the system refuses is told, and ends a stretch', async () => {
  const stretch = await (await stretchesOf(sealed())).read(FILES, { isReadAgain: true });
  try {
    expect(await stretch.writeIn({ folder: join(folder, 'none'), newFile: null })).toEqual({
      path: 'some/two',
      code: 'ENOENT',
      text: 'no such file or directory (ENOENT)',
    });
  } finally {
    stretch.giveBack();
  }
});
