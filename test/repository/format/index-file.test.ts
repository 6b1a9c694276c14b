import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PackId } from '../../../src/repository/format/ids.ts';
import { decodeIndex, encodeIndex, type IndexedPack } from '../../../src/repository/format/index-file.ts';
import type { PackedBlob } from '../../../src/repository/format/packed-blob.ts';
import { EMPTY_TREE, HELLO } from './nodes.ts';
import { anyId, anyPackBody } from './packed-blobs.ts';

const PACK = EMPTY_TREE as string as PackId;
const tree: PackedBlob = { type: 'tree', id: HELLO, offset: 249, length: 1312, plainLength: 18537 };
const plain: PackedBlob = { type: 'data', id: HELLO, offset: 0, length: 249, plainLength: null };
const JSON_TEXT =
  `{"packs":[{"id":"${PACK}","blobs":[{"id":"${HELLO}","type":"tree","offset":249,"length":1312,` +
  `"uncompressed_length":18537},{"id":"${HELLO}","type":"data","offset":0,"length":249}]}]}\n`;

function visited(json: string): [PackId, PackedBlob][] {
  const all: [PackId, PackedBlob][] = [];
  decodeIndex(Buffer.from(json), (pack, blob) => all.push([pack, blob]), 'index 0123');
  return all;
}

describe('an index', () => {
  test('is written and read as restic does it', () => {
    expect(encodeIndex([{ id: PACK, blobs: [tree, plain] }]).toString()).toBe(JSON_TEXT);
    expect(visited(JSON_TEXT)).toEqual([
      [PACK, tree],
      [PACK, plain],
    ]);
  });

  test('without packs, and with a pack without blobs', () => {
    expect(encodeIndex([]).toString()).toBe('{"packs":[]}\n');
    expect(visited('{"packs":[]}\n')).toEqual([]);
    expect(visited(`{"packs":[{"id":"${PACK}","blobs":[]}]}`)).toEqual([]);
    expect(visited(`{"packs":[{"id":"${PACK}","blobs":null}]}`)).toEqual([]);
  });

  const anyIndex: fc.Arbitrary<IndexedPack[]> = fc.array(
    fc.record({ id: anyId<PackId>(), blobs: anyPackBody(4) }),
    {
      maxLength: 4,
    },
  );

  test('any index comes back, also written by others: spaces, other order, supersedes, unknown fields', () => {
    fc.assert(
      fc.property(anyIndex, (packs) => {
        const expected = packs.flatMap(({ id, blobs }) => blobs.map((blob) => [id, blob]));
        const json = encodeIndex(packs).toString();
        expect(visited(json)).toEqual(expected);
        expect(visited(JSON.stringify(JSON.parse(json), null, 1))).toEqual(expected);
        expect(visited(JSON.stringify({ supersedes: [HELLO], ...JSON.parse(json), more: 1 }))).toEqual(
          expected,
        );
        expect(
          visited(json.replaceAll(/"offset":(\d+),"length":(\d+)/g, '"length":$2,"x":null,"offset":$1')),
        ).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('a plain length of 0 is none', () => {
    expect(visited(JSON_TEXT.replace('18537', '0'))[0]?.[1].plainLength).toBeNull();
  });

  test('the array of the oldest repositories is unsupported', () => {
    expect(() => visited(`[{"id":"${PACK}","blobs":[]}]`)).toThrow(
      expect.objectContaining({ code: 'repository-unsupported' }),
    );
  });

  const last = (from: string, to: string) => {
    const at = JSON_TEXT.lastIndexOf(from);
    return JSON_TEXT.slice(0, at) + to + JSON_TEXT.slice(at + from.length);
  };
  test.each([
    ['no packs', '{}'],
    ['null for packs', '{"packs":null}'],
    ['nothing in it', ''],
    ['a cut-off end', JSON_TEXT.slice(0, -3)],
    ['bytes after it', `${JSON_TEXT}x`],
    ['a pack that is no ID', JSON_TEXT.replace(PACK, '../../config')],
    ['a blob that is no ID', last(HELLO, HELLO.toUpperCase())],
    ['a type that is unknown', last('data', 'date')],
    ['a negative offset', last('"offset":0', '"offset":-1')],
    ['an offset past 32 bits', last('"offset":0', '"offset":4294967296')],
    ['an end past 32 bits', last('"offset":0', '"offset":4294967295')],
    ['an offset with a leading zero', last('"offset":0', '"offset":00')],
    ['a length shorter than a seal', last('249', '31')],
    ['a length that is text', last('249', '"249"')],
    ['a length that is a fraction', last('249', '249.5')],
    ['no length', last(',"length":249', '')],
    ['a plain length past 32 bits', JSON_TEXT.replace('18537', '18446744073709551615')],
    ['a list for a pack', '{"packs":[[]]}'],
    ['null for a blob', `{"packs":[{"id":"${PACK}","blobs":[null]}]}`],
  ])('with %s is damage, and none of its blobs is visited', (_, json) => {
    let visits = 0;
    expect(() => decodeIndex(Buffer.from(json), () => visits++, 'index 0123')).toThrow(
      expect.objectContaining({ code: 'repository-damaged', message: expect.stringMatching(/index 0123/) }),
    );
    expect(visits).toBe(0);
  });
});
