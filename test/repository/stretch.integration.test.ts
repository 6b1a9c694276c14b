import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { newRepositoryKey, seal } from '../../src/crypto/seal.ts';
import { HeldPipe } from '../../src/hosts/held-pipe.ts';
import { BlobIndex } from '../../src/repository/blob-index.ts';
import { BlobReader } from '../../src/repository/blob-reader.ts';
import { type BlobWorkers, createBlobWorkers } from '../../src/repository/blob-workers.ts';
import { type BlobId, idOf, type PackId } from '../../src/repository/format/ids.ts';
import { PendingBlobs } from '../../src/repository/pending-blobs.ts';
import { type Piece, Stretches } from '../../src/repository/stretch.ts';

const KEY = newRepositoryKey();
const BLOBS = [10, 300_000, 1].map((size) => randomBytes(size));
const [FIRST, SECOND, THIRD] = BLOBS as [Buffer, Buffer, Buffer];
const PIECES: Piece[] = [
  Buffer.from('head'),
  pieceOf(SECOND),
  Buffer.from('pad'),
  pieceOf(FIRST),
  pieceOf(THIRD),
];
const WHOLE = Buffer.concat([Buffer.from('head'), SECOND, Buffer.from('pad'), FIRST, THIRD]);

function pieceOf(plain: Buffer): { id: BlobId; sizeBytes: number } {
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

/** What a thread writes of PIECES. */
async function written(stretches: Stretches, isReadAgain: boolean): Promise<Buffer> {
  const path = join(folder, 'out');
  const file = openSync(path, 'w');
  const stretch = await stretches.read(PIECES, { isReadAgain });
  try {
    expect(await stretch.writeTo(file)).toBe(true);
  } finally {
    stretch.giveBack();
    closeSync(file);
  }
  return readFileSync(path);
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

test.each([true, false])('all is written in its order (hashed later: %s)', async (isReadAgain) => {
  expect((await written(await stretchesOf(sealed()), isReadAgain)).equals(WHOLE)).toBe(true);
});

test.each([true, false])(
  'a blob that was altered is taken from another pack (hashed later: %s)',
  async (isReadAgain) => {
    expect((await written(await stretchesOf(altered(), sealed()), isReadAgain)).equals(WHOLE)).toBe(true);
  },
);

test('a blob that isn’t what it is named by is taken from another pack, or left to who reads it again', async () => {
  const stretches = await stretchesOf(mistaken(), sealed());
  expect((await written(stretches, false)).equals(WHOLE)).toBe(true);
  expect((await written(stretches, true)).equals(WHOLE)).toBe(false);
});

test('of what is whole nowhere nothing is written', async () => {
  const stretches = await stretchesOf(altered());
  await expect(written(stretches, true)).rejects.toMatchObject({ code: 'repository-damaged' });
  expect(readFileSync(join(folder, 'out'))).toHaveLength(0);
});

test('a blob of another size than it is said to have is no reason to write over its neighbours', async () => {
  const stretches = await stretchesOf(sealed());
  const pieces = [{ ...pieceOf(SECOND), sizeBytes: SECOND.length - 1 }, Buffer.from('pad')];
  const stretch = await stretches.read(pieces, { isReadAgain: true });
  await expect(stretch.writeTo(1)).rejects.toThrow(/has 300000 bytes, expected 299999/);
  stretch.giveBack();
});

test('a pipe whose reader has gone takes no more, while a thread waits for it, too', async () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const pipe = HeldPipe.open(path);
  if (pipe === null) throw new Error('no pipe');
  const stretch = await (await stretchesOf(sealed())).read(PIECES, { isReadAgain: true });
  const writing = stretch.writeTo(pipe.writable);
  setTimeout(() => pipe.letGo(), 200);
  expect(await writing).toBe(false);
  pipe.end();
  stretch.giveBack();
});
