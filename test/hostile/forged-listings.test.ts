import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HoldfastError } from '../../src/errors.ts';
import { FindRecords } from '../../src/files/find-records.ts';
import type { RecordParser } from '../../src/files/lister.ts';
import type { ListedEntry } from '../../src/files/listing.ts';
import { StatRecords } from '../../src/files/stat-records.ts';

// What a host prints as a listing is taken as an attack: entries, or a typed error, the same in whatever pieces it comes.

const RUNS = 4000;
const LIMIT_MS = 60_000;

const FIND = Buffer.from(
  '65024 12 1 f 644 1000 1000 5 8 1700000000.1234567890 1700000001.0000000000\0/a\0\0' +
    '65024 13 1 l 777 0 0 5 8 -2.5000000000 1700000001.0000000000\0/b\n\xff\0/a\0end 0\0\0\0',
  'latin1',
);
const STAT = Buffer.from(
  '65024 12 1 81a4 1000 1000 5 8 0 0 2023-11-14 22:13:20.123456789 +0000|2023-11-14 22:13:21.0 +0000///a//\n' +
    '65024 13 1 a1ff 0 0 5 8 0 0 1969-12-31 23:59:58.5 +0000|2023-11-14 22:13:21 +0000///b\n\xff//\nend 0 0//\n',
  'latin1',
);

const PIECES = [
  '',
  '\0',
  '\0\0\0',
  '//',
  '//\n',
  '\n',
  ' ',
  'end 0\0\0\0',
  'end 0 0//\n',
  'end 999\0\0\0',
  'end -1 0//\n',
  '-',
  '-1',
  '18446744073709551616',
  '9'.repeat(400),
  '0'.repeat(5000),
  '.',
  '1e9',
  '0x10',
  'NaN',
  '__proto__',
  '9999999-12-31',
  '-999999999-01-01',
  '2023-99-99',
  '25:61:61',
  '/../../etc/passwd',
  '\x1b[2J',
  '\xff',
].map((piece) => Buffer.from(piece, 'latin1'));

function altered(valid: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.record({
    at: fc.nat(valid.length),
    cut: fc.oneof(fc.nat(3), fc.nat(60)),
    put: fc.oneof(
      fc.constantFrom(...PIECES),
      fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
    ),
  });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let bytes = valid;
    for (const { at, cut, put } of changes)
      bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
    return bytes;
  });
}

type Outcome = { readonly entries: readonly ListedEntry[]; readonly status: number } | 'refused';

function read(parser: RecordParser, bytes: Buffer, pieceBytes: number): Outcome {
  const entries: ListedEntry[] = [];
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      entries.push(...parser.push(bytes.subarray(at, at + pieceBytes)));
    return { entries, status: parser.finish() };
  } catch (error) {
    expect(error).toBeInstanceOf(HoldfastError);
    const { code, message } = error as HoldfastError;
    expect(code).toBe('command-failed');
    expect(message).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
    expect(message.length).toBeLessThan(2000);
    return 'refused';
  }
}

describe.each([
  ['find', FIND, () => new FindRecords()],
  ['stat', STAT, () => new StatRecords()],
])('a listing as by %s', (_, valid, parser) => {
  test('that is none of ours altered is read', () => {
    expect(read(parser(), valid, valid.length)).toMatchObject({ status: 0, entries: [{}, {}] });
  });

  test(
    'altered by a host gives entries or a typed error, the same as a whole and byte by byte',
    () => {
      let refused = 0;
      fc.assert(
        fc.property(altered(valid), fc.integer({ min: 2, max: 100 }), (bytes, pieceBytes) => {
          const whole = read(parser(), bytes, bytes.length);
          if (whole === 'refused') refused++;
          else for (const entry of whole.entries) expectPlausible(entry);
          expect(read(parser(), bytes, 1)).toEqual(whole);
          expect(read(parser(), bytes, pieceBytes)).toEqual(whole);
        }),
        { numRuns: RUNS },
      );
      expect(refused).toBeGreaterThan(RUNS / 4);
      expect(refused).toBeLessThan(RUNS);
    },
    LIMIT_MS,
  );

  test(
    'of random bytes is refused',
    () => {
      fc.assert(
        fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
          expect(read(parser(), Buffer.from(bytes), bytes.length)).toBe('refused');
        }),
        { numRuns: RUNS },
      );
    },
    LIMIT_MS,
  );

  test('without an end of its record is refused before it fills the memory', () => {
    const endless = parser();
    const piece = Buffer.alloc(1 << 20, '7');
    let taken = 0;
    expect(() => {
      for (; taken < 64; taken++) endless.push(piece);
    }).toThrow(HoldfastError);
    expect(taken).toBeLessThan(16);
  });
});

function expectPlausible({ permissions, uid, gid, sizeBytes, inode, device, links }: ListedEntry): void {
  expect(permissions >= 0 && permissions <= 0o7777).toBe(true);
  for (const id of [uid, gid]) expect(Number.isInteger(id) && id >= 0 && id < 2 ** 32).toBe(true);
  for (const number of [sizeBytes, inode, device, links]) {
    expect(number >= 0n && number < 2n ** 64n).toBe(true);
  }
}
