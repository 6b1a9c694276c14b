import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HoldfastError } from '../../src/errors.ts';
import { FindRecords } from '../../src/files/find-records.ts';
import type { ListedEntry } from '../../src/files/listing.ts';

const RECORD = '65024 12 1 f 644 1000 1000 5 8 1700000000.1234567890 1700000001.0000000000\0/a\0\0';
const END = 'end 0\0\0\0';

describe('records of find', () => {
  it('are read exactly, whatever pieces they come in', () => {
    const bytes = Buffer.from(
      `${RECORD}2049 18446744073709551615 3 l 777 0 4294967295 9 0 -2.5000000000 0.0\0/b\nc\0d\n\0${END}`,
    );
    for (let piece = 1; piece <= bytes.length; piece++) {
      const { entries, status } = read(bytes, piece);
      expect(status).toBe(0);
      expect(entries).toEqual([
        {
          path: '/a',
          type: 'file',
          permissions: 0o644,
          uid: 1000,
          gid: 1000,
          sizeBytes: 5n,
          blocks: 8n,
          mtimeNs: 1_700_000_000_123_456_789n,
          ctimeNs: 1_700_000_001_000_000_000n,
          device: 65_024n,
          inode: 12n,
          links: 1n,
          linkTarget: '',
          deviceNumber: 0n,
        },
        {
          path: '/b\nc',
          type: 'symlink',
          permissions: 0o777,
          uid: 0,
          gid: 4_294_967_295,
          sizeBytes: 9n,
          blocks: 0n,
          mtimeNs: -1_500_000_000n,
          ctimeNs: 0n,
          device: 2049n,
          inode: 18_446_744_073_709_551_615n,
          links: 3n,
          linkTarget: 'd\n',
          deviceNumber: 0n,
        },
      ]);
    }
  });

  it.each([
    ['-2.5000000000', -1_500_000_000n],
    ['-1.9999999990', -1n],
    ['-1.0000000000', -1_000_000_000n],
    ['0.0000000010', 1n],
    ['0.5', 500_000_000n],
    ['4294967296.0000000000', 4_294_967_296_000_000_000n],
    ['9223372036854775807.9999999990', 9_223_372_036_854_775_807_999_999_999n],
  ])('the time %s counts its fraction forward', (text, ns) => {
    const { entries } = read(Buffer.from(RECORD.replace('1700000000.1234567890', text) + END), 1000);
    expect(entries[0]?.mtimeNs).toBe(ns);
  });

  it('have every time to the nanosecond', () => {
    const anySeconds = fc.oneof(
      fc.bigInt({ min: 0n, max: 2n ** 34n }),
      fc.constantFrom(0n, 65_535n, 65_536n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 33n - 1n, 2n ** 33n),
    );
    fc.assert(
      fc.property(anySeconds, fc.nat(999_999_999), (seconds, nanoseconds) => {
        const text = `${seconds}.${`${nanoseconds}`.padStart(9, '0')}0`;
        const { entries } = read(Buffer.from(RECORD.replace('1700000000.1234567890', text) + END), 1000);
        expect(entries[0]?.mtimeNs).toBe(seconds * 1_000_000_000n + BigInt(nanoseconds));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['0', '1', '1023', '1024', '4294967296', '999999999999999', '18446744073709551615'])(
    'have the number %s',
    (text) => {
      const { entries } = read(Buffer.from(RECORD.replace(' 12 ', ` ${text} `) + END), 1000);
      expect(entries[0]?.inode).toBe(BigInt(text));
    },
  );

  it.each([
    ['s', 'socket'],
    ['p', 'fifo'],
    ['b', 'dev'],
    ['c', 'chardev'],
    ['d', 'dir'],
    ['D', 'other'],
    ['U', 'other'],
  ])('the type %s is %s', (letter, type) => {
    expect(read(Buffer.from(RECORD.replace(' f ', ` ${letter} `) + END), 1000).entries[0]?.type).toBe(type);
  });
});

describe('a list that is refused', () => {
  it.each([
    ['one that is cut off between records', RECORD],
    ['one that is cut off in a record', RECORD.slice(0, -5)],
    ['one that is empty', ''],
    ['bytes behind its end', `${RECORD}${END}${RECORD}`],
    ['a number that is none', RECORD.replace('65024', '0x1') + END],
    ['a field too few', RECORD.replace(' 8 ', ' ') + END],
    ['a field too many', RECORD.replace(' 8 ', ' 8 8 ') + END],
    ['a uid past 32 bits', RECORD.replace(' 1000 ', ' 4294967296 ') + END],
    ['permissions that are none', RECORD.replace('644', '17777') + END],
    ['a time without a fraction', RECORD.replace('1700000000.1234567890', '1700000000') + END],
    ['an end that says no status', `${RECORD}end x\0\0\0`],
    ['what a login shell prints', `Welcome!\n\0\0\0${END}`],
  ])('%s', (_, text) => {
    expect(() => read(Buffer.from(text), 1000)).toThrow(HoldfastError);
  });

  it('any mutation gives a typed error or entries, and ends', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 200 }), (mutations, piece) => {
        const bytes = Buffer.from(RECORD + RECORD + END);
        for (const [at, byte] of mutations) bytes[at % bytes.length] = byte;
        try {
          read(bytes, piece);
        } catch (error) {
          expect(error).toBeInstanceOf(HoldfastError);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

function read(bytes: Buffer, piece: number): { entries: ListedEntry[]; status: number } {
  const records = new FindRecords();
  const entries: ListedEntry[] = [];
  for (let at = 0; at < bytes.length; at += piece)
    entries.push(...records.push(bytes.subarray(at, at + piece)));
  return { entries, status: records.finish() };
}
