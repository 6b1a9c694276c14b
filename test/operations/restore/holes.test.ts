import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeSparseMap } from '../../../src/files/tar/sparse.ts';
import {
  type FileBlob,
  segmentsOf,
  withoutHoles,
  ZERO_BLOB,
  ZERO_BLOB_BYTES,
} from '../../../src/operations/restore/holes.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';

test('the zero blob is what its name says', () => {
  expect(createHash('sha256').update(Buffer.alloc(ZERO_BLOB_BYTES)).digest('hex')).toBe(ZERO_BLOB);
});

const blob = fc.oneof(
  fc.constant({ id: ZERO_BLOB, sizeBytes: ZERO_BLOB_BYTES }),
  fc.integer({ min: 1, max: 5000 }).map((sizeBytes) => ({ id: 'f'.repeat(64) as BlobId, sizeBytes })),
);

test('holes and segments together make the file, and tar takes the map', () => {
  fc.assert(
    fc.property(fc.array(blob, { maxLength: 12 }), (blobs: FileBlob[]) => {
      const segments = segmentsOf(blobs);
      const size = blobs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      expect(segments === null).toBe(blobs.every(({ id }) => id !== ZERO_BLOB));
      if (segments === null) return;
      encodeSparseMap(segments, size); // throws for a map that GNU tar would take wrongly
      const whole = Buffer.concat(
        blobs.map(({ id, sizeBytes }) => Buffer.alloc(sizeBytes, id === ZERO_BLOB ? 0 : 1)),
      );
      const sent: Uint8Array[] = [];
      let offset = 0;
      for (const { sizeBytes } of blobs) {
        sent.push(...withoutHoles(whole.subarray(offset, offset + sizeBytes), offset, segments));
        offset += sizeBytes;
      }
      const data = Buffer.concat(sent);
      const rebuilt = Buffer.alloc(size);
      let at = 0;
      for (const segment of segments) {
        data.copy(rebuilt, segment.offset, at, at + segment.length);
        at += segment.length;
      }
      expect(at).toBe(data.length);
      expect(rebuilt.equals(whole)).toBe(true);
      expect(data.length).toBeLessThanOrEqual(
        size - blobs.filter(({ id }) => id === ZERO_BLOB).length * (ZERO_BLOB_BYTES - 1024),
      );
    }),
  );
});
