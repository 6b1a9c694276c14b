import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import { modeOf } from '../../../src/repository/format/mode.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { writeNodeHead } from '../../../src/repository/format/node-head.ts';
import { encodeNodeHead, NODE_START, nameJson } from '../../../src/repository/format/node-json.ts';
import { formatTime, writeTime } from '../../../src/repository/format/time.ts';
import { node } from './nodes.ts';

const MAX_INT64 = 2n ** 63n - 1n;
const TYPES = ['file', 'dir', 'symlink', 'fifo', 'dev', 'chardev'] as const;

/** What stands behind the name. */
function headOf(some: Node): string {
  return encodeNodeHead(some).slice(NODE_START.length + nameJson(some.name).length);
}

function written(some: Node, roomBytes = 1024): string | null {
  const room = Buffer.alloc(roomBytes);
  const length = writeNodeHead(some, room);
  return length === null ? null : room.toString('latin1', 0, length);
}

const bytes = fc
  .uint8Array({ maxLength: 40 })
  .map((some) => Buffer.from(some).toString('latin1') as ByteString);
const names = fc.oneof(fc.constantFrom('', 'root', 'www-data', '<&>"\\'), fc.string({ unit: 'binary' }));
const uint53 = fc.oneof(
  fc.bigInt(0n, 20n),
  fc.bigInt(0n, 2n ** 32n),
  fc.bigInt(0n, BigInt(Number.MAX_SAFE_INTEGER)),
);
const uint32 = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const time = fc.oneof(
  fc.bigInt(0n, MAX_INT64),
  fc.bigInt(1_700_000_000_000_000_000n, 1_800_000_000_000_000_000n),
  fc.bigInt(0n, 9_000_000_000n).map((seconds) => seconds * 1_000_000_000n),
  fc.bigInt(0n, 9_000_000_000_000n).map((millis) => millis * 1_000_000n),
);

describe('a head written as bytes', () => {
  test('is what encodeNodeHead has behind the name, whatever a listing gives', () => {
    const listed = fc.record({
      type: fc.constantFrom(...TYPES),
      permissions: fc.integer({ min: 0, max: 0o7777 }),
      times: fc.tuple(time, time, time, fc.boolean()),
      owner: fc.tuple(uint32, uint32, names, names),
      numbers: fc.tuple(uint53, uint53, uint53, uint53, uint53),
      linkTarget: bytes,
    });
    // Several in a row: what is kept of one must not be taken for another's.
    fc.assert(
      fc.property(fc.array(listed, { minLength: 1, maxLength: 4 }), (all) => {
        for (const { type, permissions, times, owner, numbers, linkTarget } of all) {
          const [mtimeNs, atimeNs, ctimeNs, isSame] = times;
          const [uid, gid, user, group] = owner;
          const [inode, deviceId, sizeBytes, links, deviceNumber] = numbers;
          const some = node('x', {
            type,
            mode: modeOf(type, permissions),
            mtimeNs,
            atimeNs: isSame ? mtimeNs : atimeNs,
            ctimeNs,
            uid,
            gid,
            user: user.toWellFormed(),
            group: group.toWellFormed(),
            inode,
            deviceId,
            sizeBytes,
            links,
            deviceNumber,
            linkTarget,
          });
          expect(written(some)).toBe(headOf(some));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['a mode of 0', { mode: 0 }],
    ['the same user with another name', { user: 'toor' }],
    ['the same group with another name', { group: 'wheel' }],
    ['another uid with the same names', { uid: 1 }],
    ['another gid with the same names', { gid: 1 }],
  ])('%s', (_, over) => {
    expect(written(node('x'))).toBe(headOf(node('x')));
    expect(written(node('x', over))).toBe(headOf(node('x', over)));
  });

  test.each<[string, Partial<Node>]>([
    ['attributes', { extendedAttributes: [{ name: 'user.a' as ByteString, value: Buffer.from('1') }] }],
    ['other fields', { otherFields: new Map([['generic_attributes', '{}']]) }],
    ['a type that no listing gives', { type: 'irregular' }],
    ['a time before 1970', { mtimeNs: -1n }],
    ['an access time before 1970', { atimeNs: -1n }],
    ['a change time past 64 bits', { ctimeNs: MAX_INT64 + 1n }],
    ['an inode that a double can’t hold', { inode: 2n ** 53n }],
    ['a device that a double can’t hold', { deviceId: 2n ** 64n - 1n }],
    ['a size below 0', { sizeBytes: -1n }],
    ['a device number that a double can’t hold', { deviceNumber: 2n ** 60n }],
  ])('%s: it is left to encodeNodeHead', (_, over) => {
    expect(written(node('x', over))).toBeNull();
  });

  test('what has no room is left to encodeNodeHead, to the byte', () => {
    const long = node('x', { linkTarget: 't'.repeat(4000) as ByteString });
    const { length } = headOf(long);
    expect(written(long)).toBeNull();
    expect(written(long, length)).toBe(headOf(long));
    expect(written(long, length - 1)).toBeNull();
  });
});

test('a time written as bytes is the text of formatTime', () => {
  const room = Buffer.alloc(64, '#');
  fc.assert(
    fc.property(time, fc.nat(20), (ns, at) => {
      const end = writeTime(ns, room, at);
      expect(room.toString('latin1', at, end)).toBe(formatTime(ns));
    }),
    { numRuns: 5000 },
  );
  for (const ns of [0n, 1n, 86_399_999_999_999n, 951_782_400_000_000_000n, MAX_INT64]) {
    expect(room.toString('latin1', 0, writeTime(ns, room, 0))).toBe(formatTime(ns));
  }
  expect([writeTime(-1n, room, 0), writeTime(MAX_INT64 + 1n, room, 0)]).toEqual([-1, -1]);
});
