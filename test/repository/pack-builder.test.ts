import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newRepositoryKey } from '../../src/crypto/seal.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';
import { type BuiltPack, PackBuilder } from '../../src/repository/pack-builder.ts';
import { SlabPool } from '../../src/repository/slab-pool.ts';

const MIB = 1024 * 1024;

/** A pack that is to be closed at 4 MiB, of blobs of these sizes, and their bytes. */
function packOf(blobSizes: readonly number[]): { pack: BuiltPack; body: Buffer } {
  const builder = new PackBuilder('data', 4 * MIB, new SlabPool());
  const blobs = blobSizes.map((sizeBytes) => randomBytes(sizeBytes));
  for (const bytes of blobs) {
    const id = randomBytes(32).toString('hex') as BlobId;
    builder.add(id, { bytes, plainLength: bytes.length, compressed: false });
  }
  return { pack: builder.finish(newRepositoryKey()), body: Buffer.concat(blobs) };
}

test('a pack of the expected size is one stretch of memory that begins at a page, so that it can be written past the page cache', () => {
  const { pack } = packOf([1 * MIB, 700_001, 33, 2 * MIB, 900_000]);
  expect(pack.parts).toHaveLength(1);
  expect((pack.parts[0]?.byteOffset ?? -1) % 4096).toBe(0);
});

test.each([
  ['as expected', [1 * MIB, 700_001, 33, 2 * MIB, 900_000]],
  ['with a last blob that is larger than expected', [3 * MIB, 5 * MIB, 37]],
  ['with a first blob that is larger than all that was expected', [9 * MIB, 100]],
])('a pack has its blobs in order, and its name is its hash: %s', (_, sizes) => {
  const { pack, body } = packOf(sizes);
  const whole = Buffer.concat(pack.parts);
  expect(whole.subarray(0, body.length).equals(body)).toBe(true);
  expect(whole).toHaveLength(pack.sizeBytes);
  expect(pack.id).toBe(createHash('sha256').update(whole).digest('hex'));
});
