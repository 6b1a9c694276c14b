import fc from 'fast-check';
import type { BlobId } from '../../../src/repository/format/ids.ts';
import type { PackedBlob } from '../../../src/repository/format/packed-blob.ts';

/** The blobs of one pack: in the order of its body, without gaps. */
export function anyPackBody(maxLength = 8): fc.Arbitrary<PackedBlob[]> {
  const blob = fc.record({
    type: fc.constantFrom('data' as const, 'tree' as const),
    id: anyId<BlobId>(),
    length: fc.integer({ min: 32, max: 2 ** 24 }),
    plainLength: fc.option(fc.integer({ min: 1, max: 2 ** 32 - 1 })),
  });
  return fc.array(blob, { minLength: 1, maxLength }).map((blobs) => {
    let end = 0;
    return blobs.map((each) => {
      const offset = end;
      end += each.length;
      return { ...each, offset };
    });
  });
}

export function anyId<T extends string>(): fc.Arbitrary<T> {
  return fc.uint8Array({ minLength: 32, maxLength: 32 }).map((id) => Buffer.from(id).toString('hex') as T);
}
