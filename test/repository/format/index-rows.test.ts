import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BlobIndex } from '../../../src/repository/blob-index.ts';
import type { IndexId, PackId } from '../../../src/repository/format/ids.ts';
import { decodeIndex, encodeIndex, type IndexedPack } from '../../../src/repository/format/index-file.ts';
import { readIndexRows } from '../../../src/repository/format/index-rows.ts';
import { EMPTY_TREE, HELLO } from './nodes.ts';
import { anyId, anyPackBody } from './packed-blobs.ts';

const INDEX = HELLO as string as IndexId;
const PACK = EMPTY_TREE as string as PackId;
const JSON_TEXT =
  `{"packs":[{"id":"${PACK}","blobs":[{"id":"${HELLO}","type":"tree","offset":249,"length":1312,` +
  `"uncompressed_length":18537},{"id":"${HELLO}","type":"data","offset":0,"length":249}]}]}\n`;

/** All that an index knows. */
function known(index: BlobIndex): unknown {
  const rows = Array.from({ length: index.rowCount }, (_, row) => [
    index.idAt(row),
    index.typeAt(row),
    index.placeAt(row),
    index.firstRowOf(row),
  ]);
  return [index.packs, rows];
}

function byRows(...texts: string[]): unknown {
  const index = new BlobIndex();
  for (const text of texts) {
    const rows = readIndexRows(Buffer.from(text));
    if (rows === null) return null;
    index.addAll(rows, INDEX);
  }
  return known(index);
}

function byObjects(...texts: string[]): unknown {
  const index = new BlobIndex();
  for (const text of texts)
    decodeIndex(Buffer.from(text), (pack, blob) => index.add(pack, blob, INDEX), 'index 0123');
  return known(index);
}

const anyIndex: fc.Arbitrary<IndexedPack[]> = fc.array(
  fc.record({ id: fc.oneof(anyId<PackId>(), fc.constant(PACK)), blobs: anyPackBody(4) }),
  { maxLength: 4 },
);

describe('the rows of an index', () => {
  test('are what its objects say: of any that we write, one behind the other', () => {
    fc.assert(
      fc.property(anyIndex, anyIndex, (one, other) => {
        const texts = [one, other].map((packs) => encodeIndex(packs).toString());
        const rows = byRows(...texts);
        expect(rows).not.toBeNull();
        expect(rows).toEqual(byObjects(...texts));
      }),
      { numRuns: 300 },
    );
  });

  test('of many blobs are found, as many as make the index grow several times', () => {
    const blobs = Array.from({ length: 20_000 }, (_, i) => ({
      type: i % 3 === 0 ? ('tree' as const) : ('data' as const),
      id: (i.toString(16).padStart(8, '0') + HELLO.slice(8)) as typeof HELLO,
      offset: i * 100,
      length: 100,
      plainLength: i % 2 === 0 ? null : i,
    }));
    const json = encodeIndex([{ id: PACK, blobs }]).toString();
    expect(byRows(json)).toEqual(byObjects(json));
  });

  test('with a byte altered, left out or put in are the same as its objects, or are left to them', () => {
    const anyByte = fc.constantFrom(...Array.from('{}[]",:0129afAz-.e \n\0\u0080', (c) => c.charCodeAt(0)));
    fc.assert(
      fc.property(fc.nat(JSON_TEXT.length - 1), fc.nat(2), anyByte, (at, removed, byte) => {
        const inserted = String.fromCharCode(byte);
        const text = JSON_TEXT.slice(0, at) + inserted + JSON_TEXT.slice(at + removed);
        const rows = byRows(text);
        if (rows !== null) expect(rows).toEqual(byObjects(text));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['without packs', '{"packs":[]}\n'],
    ['of a pack without blobs', `{"packs":[{"id":"${PACK}","blobs":[]}]}\n`],
    ['without a line feed', JSON_TEXT.trimEnd()],
    ['with the largest numbers', JSON_TEXT.replace('18537', '4294967295').replace('249,"l', '4294965983,"l')],
  ])('%s', (_, json) => {
    expect(byRows(json)).not.toBeNull();
    expect(byRows(json)).toEqual(byObjects(json));
  });

  const last = (from: string, to: string) => {
    const at = JSON_TEXT.lastIndexOf(from);
    return JSON_TEXT.slice(0, at) + to + JSON_TEXT.slice(at + from.length);
  };
  test.each([
    ['nothing', ''],
    ['no packs', '{}'],
    ['a space', JSON_TEXT.replace(',"length"', ', "length"')],
    ['another order', JSON_TEXT.replace('"offset":249,"length":1312', '"length":1312,"offset":249')],
    ['another field', JSON_TEXT.replace('{"packs"', '{"supersedes":[],"packs"')],
    ['null for blobs', `{"packs":[{"id":"${PACK}","blobs":null}]}\n`],
    ['a cut-off end', JSON_TEXT.slice(0, -3)],
    ['an end in an ID', JSON_TEXT.slice(0, 30)],
    ['an end in a blob’s ID', JSON_TEXT.slice(0, 120)],
    ['bytes after it', `${JSON_TEXT}x`],
    ['a comma behind the last pack', JSON_TEXT.replace(']}]}', ']},]}')],
    ['a pack that is no ID', JSON_TEXT.replace(PACK, PACK.replace('4', 'g'))],
    ['a blob that is no ID', last(HELLO, HELLO.toUpperCase())],
    ['a type that is unknown', last('data', 'date')],
    ['a negative offset', last('"offset":0', '"offset":-1')],
    ['an offset past 32 bits', last('"offset":0', '"offset":4294967296')],
    ['an end past 32 bits', last('"offset":0', '"offset":4294967295')],
    ['an offset with a leading zero', last('"offset":0', '"offset":00')],
    ['an offset without digits', last('"offset":0', '"offset":')],
    ['a length shorter than a seal', last('249', '31')],
    ['a length that is a fraction', last('249', '249.5')],
    ['no length', last(',"length":249', '')],
    ['a plain length past 32 bits', JSON_TEXT.replace('18537', '18446744073709551615')],
  ])('of one with %s are left to who reads all JSON', (_, json) => {
    expect(readIndexRows(Buffer.from(json))).toBeNull();
  });
});
