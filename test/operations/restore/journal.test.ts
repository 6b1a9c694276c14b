import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import { HoldfastError } from '../../../src/errors.ts';
import {
  decodeJournalLine,
  encodeJournalLine,
  type JournalLine,
} from '../../../src/operations/restore/journal.ts';

const name = fc
  .uint8Array({ min: 1, minLength: 1, maxLength: 40 })
  .map((bytes) => Buffer.from(bytes).toString('latin1') as ByteString);
const metadata = fc.record({
  permissions: fc.integer({ min: 0, max: 0o7777 }),
  uid: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  gid: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  mtimeNs: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n }),
});
const line: fc.Arbitrary<JournalLine> = fc.oneof(
  fc.record({
    is: fc.constant('head' as const),
    head: fc.record({
      snapshotId: fc.string(),
      timeNs: fc.bigInt(),
      workspaces: fc.array(name),
      at: fc.option(fc.record({ path: name, identity: fc.constant('64768:12') }), { nil: null }),
    }),
  }),
  fc.record({
    is: fc.constant('swap' as const),
    batch: fc.record({
      kind: fc.constantFrom('place' as const, 'remove' as const),
      parent: name,
      parentIdentity: fc.constant('12:34'),
      group: fc.constant('0123456789abcdef'),
      names: fc.array(name),
    }),
  }),
  fc.record({
    is: fc.constant('folder' as const),
    folder: fc.record({ path: name, identity: fc.constant('1:2'), before: metadata, after: metadata }),
  }),
  fc.record({ is: fc.constant('end' as const), lines: fc.nat() }),
);

describe('a journal line', () => {
  test('gives back what was written, whatever bytes the names hold', () => {
    fc.assert(
      fc.property(line, (written) => {
        expect(decodeJournalLine(encodeJournalLine(written))).toEqual(written);
      }),
    );
  });

  test('is one line, and shows names as text where they are', () => {
    const written = encodeJournalLine({
      is: 'swap',
      batch: {
        kind: 'place',
        parent: '/srv' as ByteString,
        parentIdentity: '1:2',
        group: 'ab',
        names: ['caf\xc3\xa9' as ByteString, 'a\nb' as ByteString, '\xff' as ByteString],
      },
    });
    expect(written).toBe(
      '{"place":["café","a\\nb",{"base64":"/w=="}],"in":"/srv","identity":"1:2","group":"ab"}\n',
    );
  });

  test.each([
    '',
    '{',
    '[]',
    '{}',
    '{"end":-1}',
    '{"place":"x"}',
    '{"holdfastRestore":2,"snapshot":"a"}',
    '{"folder":"/a","identity":"1:2"}',
  ])('that nobody of ours wrote is refused: %s', (text) => {
    expect(() => decodeJournalLine(text)).toThrow(/Cannot read the journal/);
  });

  test('that was altered in any way is a line or a typed error, in bounded time', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '',
        '"',
        '{',
        '[',
        '}',
        ']',
        ',',
        ':',
        '-',
        '\\',
        '\0',
        '__proto__',
        '"__proto__":{"is":1},',
      ),
      fc.constantFrom(
        'null',
        '1e400',
        '9'.repeat(500),
        '-1',
        '{"base64":1}',
        '{"base64":"*"}',
        '['.repeat(5000),
      ),
      fc.string({ maxLength: 5 }),
    );
    const change = fc.record({ at: fc.nat(), cut: fc.nat(30), put: piece });
    fc.assert(
      fc.property(line, fc.array(change, { minLength: 1, maxLength: 3 }), (written, changes) => {
        let text = encodeJournalLine(written);
        for (const { at, cut, put } of changes) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + put + text.slice(place + cut);
        }
        refuseOrGiveBack(text);
      }),
      { numRuns: 4000 },
    );
    fc.assert(fc.property(fc.string({ maxLength: 200 }), refuseOrGiveBack), { numRuns: 2000 });
    fc.assert(fc.property(fc.json(), refuseOrGiveBack), { numRuns: 2000 });
  });
});

function refuseOrGiveBack(text: string): void {
  try {
    const read = decodeJournalLine(text);
    expect(decodeJournalLine(encodeJournalLine(read))).toEqual(read);
  } catch (error) {
    expect(error).toBeInstanceOf(HoldfastError);
    expect(error).toMatchObject({ code: 'restore-blocked' });
  }
}
