import { describe, expect, test } from 'vitest';
import { newRepositoryKey } from '../../src/crypto/seal.ts';
import { type Compression, openBlob, sealBlob } from '../../src/repository/blob-sealing.ts';
import { type BlobId, idOf } from '../../src/repository/format/ids.ts';

const KEY = newRepositoryKey();
const PLAIN = Buffer.from('the plain bytes of a blob, the plain bytes of a blob');
const OTHER = Buffer.from('the other bytes of a blob, the other bytes of a blob');

describe.each<Compression>(['auto', 'off'])('a blob, compression %s', (compression) => {
  const sealed = (plain: Buffer) => sealBlob(KEY, compression, 'data', plain);
  const lengthOf = (plain: Buffer) => (compression === 'auto' ? plain.length : null);

  test('opens to what was sealed', () => {
    const expected = { id: idOf<BlobId>(PLAIN), plainLength: lengthOf(PLAIN) };
    expect(openBlob(KEY, sealed(PLAIN).bytes, expected).equals(PLAIN)).toBe(true);
  });

  test('isn’t taken for another one, though it is authentic: an index may name the wrong place', () => {
    const expected = { id: idOf<BlobId>(PLAIN), plainLength: lengthOf(OTHER) };
    expect(() => openBlob(KEY, sealed(OTHER).bytes, expected)).toThrow(/its SHA-256 is .* expected its ID/);
  });

  test('of another length than the index says is damage', () => {
    const expected = { id: idOf<BlobId>(PLAIN), plainLength: PLAIN.length + 1 };
    expect(() => openBlob(KEY, sealed(PLAIN).bytes, expected)).toThrow(
      expect.objectContaining({ code: 'repository-damaged' }),
    );
  });
});
