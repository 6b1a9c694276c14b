import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeHeaderLength,
  decodePackHeader,
  encodeHeaderLength,
  encodePackHeader,
  MAX_PACK_BLOBS,
  packSizeBytes,
} from '../../../src/repository/format/pack-header.ts';
import type { PackedBlob } from '../../../src/repository/format/packed-blob.ts';
import { HELLO } from './nodes.ts';
import { anyPackBody } from './packed-blobs.ts';

const data: PackedBlob = { type: 'data', id: HELLO, offset: 0, length: 37, plainLength: null };
const tree: PackedBlob = { type: 'tree', id: HELLO, offset: 37, length: 0x01020304, plainLength: 0x0a0b0c0d };
const HEADER = Buffer.from(`0025000000${HELLO}03040302010d0c0b0a${HELLO}`, 'hex');

describe('the header of a pack', () => {
  test('has restic’s layout: type, lengths in little-endian, ID', () => {
    expect(encodePackHeader([data, tree]).toString('hex')).toBe(HEADER.toString('hex'));
    expect(decodePackHeader(HEADER)).toEqual([data, tree]);
  });

  test('types 1 and 2 are a plain tree and compressed data', () => {
    const header = Buffer.from(`0120000000${HELLO}022000000001000000${HELLO}`, 'hex');
    expect(decodePackHeader(header)).toEqual([
      { type: 'tree', id: HELLO, offset: 0, length: 32, plainLength: null },
      { type: 'data', id: HELLO, offset: 32, length: 32, plainLength: 1 },
    ]);
  });

  test('any body comes back', () => {
    fc.assert(
      fc.property(anyPackBody(), (blobs) => {
        expect(decodePackHeader(encodePackHeader(blobs))).toEqual(blobs);
      }),
      { numRuns: 1000 },
    );
  });

  test('a pack is its blobs, 36 bytes, and 37 or 41 for each blob', () => {
    expect(packSizeBytes([data, tree])).toBe(37 + 0x01020304 + 36 + 37 + 41);
  });

  test.each([
    ['a gap', [{ ...data, offset: 1 }]],
    ['an overlap', [data, { ...data, offset: 36 }]],
    ['nothing', []],
    [
      'a body past 4 GiB',
      [
        { ...data, length: 2 ** 32 - 1 },
        { ...data, offset: 2 ** 32 - 1 },
      ],
    ],
  ])('is not written with %s', (_, blobs) => {
    expect(() => encodePackHeader(blobs)).toThrow(expect.objectContaining({ code: 'internal' }));
  });

  test('restic reads 409,199 compressed blobs and no more', () => {
    expect(MAX_PACK_BLOBS).toBe(409_199);
    const blobs = Array.from({ length: MAX_PACK_BLOBS + 1 }, (_, i) => ({
      ...tree,
      offset: i * 32,
      length: 32,
    }));
    expect(() => encodePackHeader(blobs)).toThrow(/409200 blobs/);
    expect(
      decodePackHeader(encodePackHeader(blobs.slice(1).map((blob, i) => ({ ...blob, offset: i * 32 })))),
    ).toHaveLength(MAX_PACK_BLOBS);
  });

  test.each([
    ['empty', ''],
    ['cut off in a plain entry', HEADER.toString('hex').slice(0, 2 * 36)],
    ['cut off in a compressed entry', HEADER.toString('hex').slice(0, -2)],
    ['with a byte too many', `${HEADER.toString('hex')}00`],
    ['with a blob shorter than its seal', `001f000000${HELLO}`],
    ['with a compressed blob of nothing', `022500000000000000${HELLO}`],
    ['with blobs past 4 GiB', `00ffffffff${HELLO}00ffffffff${HELLO}`],
  ])('%s is damage', (_, hex) => {
    expect(() => decodePackHeader(Buffer.from(hex, 'hex'), 'pack 0123')).toThrow(
      expect.objectContaining({ code: 'repository-damaged', message: expect.stringMatching(/pack 0123/) }),
    );
  });

  test('an unknown type of blob is unsupported', () => {
    expect(() => decodePackHeader(Buffer.from(`0425000000${HELLO}`, 'hex'))).toThrow(
      expect.objectContaining({ code: 'repository-unsupported' }),
    );
  });
});

describe('the length of the header', () => {
  test('stands in the last four bytes, in little-endian', () => {
    expect(encodeHeaderLength(0x010203).toString('hex')).toBe('03020100');
    expect(decodeHeaderLength(Buffer.from('ffff45000000', 'hex'), 1000)).toBe(0x45);
    expect(decodeHeaderLength(encodeHeaderLength(16 * 2 ** 20), 2 ** 30)).toBe(16 * 2 ** 20);
  });

  test.each([
    ['no room for one entry', 0x44, 1000],
    ['0', 0, 1000],
    ['past the start of the pack', 997, 1000],
    ['past 16 MiB', 16 * 2 ** 20 + 1, 2 ** 30],
    ['2^32 − 1', 2 ** 32 - 1, 1000],
    ['a pack too short for any blob', 0x45, 72],
  ])('%s is damage', (_, length, packBytes) => {
    expect(() => decodeHeaderLength(encodeHeaderLength(length), packBytes)).toThrow(
      expect.objectContaining({ code: 'repository-damaged' }),
    );
  });

  test('less than four bytes are damage', () => {
    expect(() => decodeHeaderLength(Buffer.alloc(3), 3)).toThrow(
      expect.objectContaining({ code: 'repository-damaged' }),
    );
  });
});
