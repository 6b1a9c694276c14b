import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HoldfastError } from '../../../src/errors.ts';
import { decodeConfig, encodeConfig } from '../../../src/repository/format/config.ts';
import { idOf, type PackId } from '../../../src/repository/format/ids.ts';
import { decodeIndex, encodeIndex } from '../../../src/repository/format/index-file.ts';
import {
  decodeKeyFile,
  decodeMasterKey,
  encodeKeyFile,
  encodeMasterKey,
} from '../../../src/repository/format/key-file.ts';
import { decodeLock, encodeLock } from '../../../src/repository/format/lock-file.ts';
import { treeFault } from '../../../src/repository/format/node-fault.ts';
import {
  decodeHeaderLength,
  decodePackHeader,
  encodePackHeader,
} from '../../../src/repository/format/pack-header.ts';
import { decodeSnapshot, encodeSnapshot } from '../../../src/repository/format/snapshot-file.ts';
import { decodeTree, encodeTree } from '../../../src/repository/format/tree.ts';
import { decodeUnpacked, encodeUnpacked } from '../../../src/repository/format/unpacked.ts';
import { EMPTY_TREE, HELLO, NOTHING_INSIDE, node } from './nodes.ts';

// Whoever can write to the storage, or holds the key, can hand us any bytes. What comes back is a value that the
// encoder takes again, or a typed error: never another exception, a hang, or memory without bound.

const RUNS = 3000;

const tree = encodeTree({
  nodes: [
    node('a', { otherFields: new Map([['later', '[1,{"x":2.0}]']]) }),
    node('b\n\xff', {
      inode: 2n ** 64n - 1n,
      extendedAttributes: [{ name: 'user.x' as never, value: Buffer.of(1) }],
    }),
    node('c', { ...NOTHING_INSIDE, type: 'dir', subtree: EMPTY_TREE }),
    node('d', { ...NOTHING_INSIDE, type: 'symlink', linkTarget: '\xff' as never }),
  ],
});
const index = encodeIndex([
  {
    id: HELLO as string as PackId,
    blobs: [
      { type: 'data', id: HELLO, offset: 0, length: 40, plainLength: null },
      { type: 'tree', id: EMPTY_TREE, offset: 40, length: 50, plainLength: 70 },
    ],
  },
]);
const header = encodePackHeader([
  { type: 'data', id: HELLO, offset: 0, length: 40, plainLength: null },
  { type: 'tree', id: EMPTY_TREE, offset: 40, length: 50, plainLength: 70 },
]);
const lock = encodeLock({
  timeNs: 0n,
  exclusive: true,
  hostname: 'h',
  username: 'u',
  pid: 1,
  uid: 2,
  gid: 3,
});
const config = encodeConfig({ version: 2, id: HELLO, chunkerPolynomial: 0x2bd7b45530738bn });
const key = encodeKeyFile({
  createdNs: 0n,
  username: 'u',
  hostname: 'h',
  N: 32768,
  r: 8,
  p: 8,
  salt: createHash('sha512').update('salt').digest(),
  data: Buffer.from('data'),
});
const masterKey = encodeMasterKey({
  encrypt: Buffer.alloc(32),
  macK: Buffer.alloc(16),
  macR: Buffer.alloc(16),
});
const snapshot = encodeSnapshot({
  timeNs: 0n,
  parent: idOf(Buffer.from('parent')),
  tree: EMPTY_TREE,
  paths: ['/'],
  hostname: 'h',
  username: 'u',
  uid: 1,
  gid: 2,
  excludes: ['x'],
  tags: ['t'],
  original: null,
  programVersion: 'v',
  summary: null,
});

/** Decodes, and where it succeeds encodes what came out: an encoder must take whatever its decoder gives. */
const DECODERS: [string, Buffer, (bytes: Buffer) => unknown][] = [
  [
    'tree',
    tree,
    (bytes) => {
      const decoded = decodeTree(bytes);
      return treeFault(decoded) ?? expect(decodeTree(encodeTree(decoded))).toEqual(decoded);
    },
  ],
  [
    'index',
    index,
    (bytes) => {
      const blobs: unknown[] = [];
      decodeIndex(bytes, (pack, blob) => {
        blobs.push([pack, blob]);
        encodeIndex([{ id: pack, blobs: [blob] }]);
      });
      return blobs;
    },
  ],
  [
    'pack header',
    header,
    (bytes) => expect(encodePackHeader(decodePackHeader(bytes)).equals(bytes)).toBe(true),
  ],
  ['header length', header, (bytes) => decodeHeaderLength(bytes, 2 * bytes.length)],
  ['lock', lock, (bytes) => encodeLock(decodeLock(bytes))],
  ['config', config, (bytes) => encodeConfig(decodeConfig(bytes))],
  ['key', key, (bytes) => encodeKeyFile(decodeKeyFile(bytes))],
  ['master key', masterKey, (bytes) => encodeMasterKey(decodeMasterKey(bytes))],
  ['snapshot', snapshot, (bytes) => encodeSnapshot(decodeSnapshot(bytes))],
  ['compressed file', encodeUnpacked(index, 2), (bytes) => decodeUnpacked(bytes, 'index 0123', 100_000)],
];

describe.each(DECODERS)('a hostile %s', (_, valid, decode) => {
  test('is read or refused with a typed error, whatever was altered', () => {
    fc.assert(
      fc.property(anyMutation(valid), (bytes) => {
        readOrRefuse(bytes, decode);
      }),
      { numRuns: RUNS },
    );
  });

  test('is refused when it is cut off anywhere or random', () => {
    for (let length = 0; length < valid.length; length++) readOrRefuse(valid.subarray(0, length), decode);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readOrRefuse(Buffer.from(bytes), decode);
      }),
      { numRuns: 500 },
    );
  });
});

describe('JSON without end', () => {
  const jsonDecoders = DECODERS.filter(([, valid]) => valid[0] === 0x7b);
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const member = (value: string) =>
    Buffer.from(`{"nodes":[{"name":"a","type":"file","x":${value}}],"packs":${value}}`);

  test.each(jsonDecoders)('nested %s', (_, __, decode) => {
    readOrRefuse(Buffer.from(deep), decode);
    readOrRefuse(member(deep), decode);
    readOrRefuse(Buffer.from(deep.slice(0, 200_000)), decode);
  });
});

test.each(['[],', '{},', '[[', '{"a":{}},'])('a bomb of %s is refused before it is parsed', (piece) => {
  const bomb = Buffer.alloc(100 * 1024 * 1024, piece);
  const bytesBefore = process.memoryUsage().rss;
  for (const decode of [decodeTree, (bytes: Buffer) => decodeIndex(bytes, () => {})]) {
    expect(() => decode(bomb)).toThrow(expect.objectContaining({ code: 'repository-damaged' }));
    expect(() => decode(bomb)).toThrow(/too many values/);
  }
  expect(process.memoryUsage().rss - bytesBefore).toBeLessThan(300 * 1024 * 1024);
});

test('a large folder of names full of brackets is no bomb', () => {
  const nodes = Array.from({ length: 20_000 }, (_, i) => node(`${i + 10_000}${'[{"\\'.repeat(40)}`));
  expect(decodeTree(encodeTree({ nodes })).nodes).toHaveLength(nodes.length);
});

function readOrRefuse(bytes: Buffer, decode: (bytes: Buffer) => unknown): void {
  try {
    decode(bytes);
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    expect(['repository-damaged', 'repository-unsupported']).toContain(error.code);
    expect(error.message.length).toBeLessThan(600);
    expect(error.message).not.toMatch(/[\x00-\x1f]/);
  }
}

// biome-ignore format: a list to glance over
const PIECES = [
  'null', 'true', '-1', '0', '1e400', '18446744073709551616', '9007199254740993', '""', '"x"', '{}', '[]', '[[', '}}',
  ',', ':', '"', '\\', '\\u0000', '\\ud800', '\\\\xff', '\x00', '\xff', '\xed\xa0\x80', '\x02', '"id":', '"__proto__":',
].map((piece) => Buffer.from(piece, 'latin1'));

/** `valid` with bytes flipped, cut out, doubled, or replaced by what tends to hurt. */
function anyMutation(valid: Buffer): fc.Arbitrary<Buffer> {
  const place = fc.nat(valid.length - 1);
  const length = fc.oneof(fc.nat(3), fc.nat(80));
  const piece = fc.oneof(
    fc.constantFrom(...PIECES),
    fc.uint8Array({ minLength: 1, maxLength: 4 }),
    fc.constant(valid),
  );
  const change = fc.record({ at: place, cut: length, put: fc.option(piece) });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let bytes = valid;
    for (const { at, cut, put } of changes) {
      bytes = Buffer.concat([bytes.subarray(0, at), put ?? Buffer.alloc(0), bytes.subarray(at + cut)]);
    }
    return bytes;
  });
}
