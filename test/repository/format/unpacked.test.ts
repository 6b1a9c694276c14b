import { describe, expect, test } from 'vitest';
import { decodeUnpacked, encodeUnpacked } from '../../../src/repository/format/unpacked.ts';

const json = Buffer.from(JSON.stringify({ packs: Array.from({ length: 1000 }, (_, i) => i) }));

describe('an unpacked file', () => {
  test('is compressed behind a byte 2 since version 2', () => {
    const written = encodeUnpacked(json, 2);
    expect(written[0]).toBe(2);
    expect(written.readUInt32LE(1)).toBe(0xfd2fb528);
    expect(written.length).toBeLessThan(json.length);
    expect(decodeUnpacked(written, 'index 0123').equals(json)).toBe(true);
  });

  test('is its JSON in version 1, and such a file is read in version 2 too', () => {
    expect(encodeUnpacked(json, 1).equals(json)).toBe(true);
    expect(decodeUnpacked(json, 'index 0123').equals(json)).toBe(true);
    expect(decodeUnpacked(Buffer.from('[]'), 'index 0123').toString()).toBe('[]');
  });

  test('of an encoding that we do not know is unsupported', () => {
    for (const first of [0, 1, 3, 0x20, 0xff]) {
      expect(() => decodeUnpacked(Buffer.from([first, 1, 2]), 'index 0123')).toThrow(
        expect.objectContaining({ code: 'repository-unsupported' }),
      );
    }
  });

  test('that is a bomb stops at the limit', () => {
    const bomb = encodeUnpacked(Buffer.alloc(5_000_000, 0x20), 2);
    expect(() => decodeUnpacked(bomb, 'index 0123', 1_000_000)).toThrow(
      expect.objectContaining({ code: 'repository-damaged', message: expect.stringMatching(/index 0123/) }),
    );
  });

  test.each([
    ['empty', Buffer.alloc(0)],
    ['a lone 2', Buffer.from([2])],
    ['cut off', encodeUnpacked(json, 2).subarray(0, -1)],
    ['with bytes after it', Buffer.concat([encodeUnpacked(json, 2), Buffer.from('x')])],
  ])('%s is damage', (_, opened) => {
    expect(() => decodeUnpacked(opened, 'index 0123')).toThrow(
      expect.objectContaining({ code: 'repository-damaged', message: expect.stringMatching(/index 0123/) }),
    );
  });
});
