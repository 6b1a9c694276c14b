import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
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
    head: fc.record({ snapshotId: fc.string(), timeNs: fc.bigInt(), workspaces: fc.array(name) }),
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
});
