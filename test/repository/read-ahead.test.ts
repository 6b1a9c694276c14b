import { expect, it } from 'vitest';
import type { BlobPlace } from '../../src/repository/blob-index.ts';
import type { BlobReader } from '../../src/repository/blob-reader.ts';
import type { BlobId, PackId } from '../../src/repository/format/ids.ts';
import { LentBlob } from '../../src/repository/lent-blob.ts';
import { readAhead } from '../../src/repository/read-ahead.ts';

const ids = Array.from({ length: 20 }, (_, i) => i.toString(16).padStart(64, '0') as BlobId);

/** Lends blobs of which it is known how many are out. */
class CountingReader {
  out = 0;
  lent = 0;
  readonly connections = 2;
  readonly held = Promise.withResolvers<void>();

  constructor({ isHeld = false } = {}) {
    if (!isHeld) this.held.resolve();
  }

  cached(): null {
    return null;
  }

  place(_type: string, id: BlobId): BlobPlace {
    const offset = Number.parseInt(id, 16) * 100;
    return { row: 0, packOrdinal: 0, pack: 'p' as PackId, offset, length: 100, plainLength: null };
  }

  async takeRange(
    _pack: PackId,
    { length }: { length: number },
    _signal: AbortSignal,
    take: (bytes: Buffer) => void,
  ): Promise<void> {
    take(Buffer.alloc(length));
  }

  async lend(): Promise<LentBlob> {
    await this.held.promise;
    this.lent++;
    this.out++;
    return LentBlob.of(Buffer.alloc(100), () => void this.out--);
  }
}

function read(reader: CountingReader, wanted: readonly BlobId[], signal?: AbortSignal) {
  return readAhead(reader as unknown as BlobReader, 'data', wanted, signal);
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

it('lends a blob that is asked for several times once, until its last reader gives it back', async () => {
  const reader = new CountingReader();
  const [a, b] = ids as [BlobId, BlobId];
  const blobs: LentBlob[] = [];
  for await (const { blob } of read(reader, [a, b, a, a, b])) blobs.push(blob as LentBlob);
  expect([reader.lent, reader.out]).toEqual([2, 2]);
  for (const blob of blobs.slice(0, 3)) blob.giveBack();
  expect(reader.out).toBe(2);
  blobs[3]?.giveBack();
  expect(reader.out).toBe(1);
  blobs[4]?.giveBack();
  expect(reader.out).toBe(0);
});

it('gives back what was read ahead and nobody took', async () => {
  const reader = new CountingReader();
  for await (const { blob } of read(reader, [...ids, ...ids])) {
    await settled();
    expect(reader.out).toBe(20);
    blob?.giveBack();
    break;
  }
  await settled();
  expect([reader.lent, reader.out]).toEqual([20, 0]);
});

it('gives back what comes after it was cancelled', async () => {
  const reader = new CountingReader({ isHeld: true });
  const cancelling = new AbortController();
  const reading = read(reader, ids, cancelling.signal).next();
  await settled();
  cancelling.abort();
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  reader.held.resolve();
  await settled();
  expect([reader.lent, reader.out]).toEqual([20, 0]);
});
