import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ByteString, fromBytes, fromText } from '../../../src/bytestring.ts';
import {
  quoteJson,
  quoteJsonBytes,
  rawElements,
  rawMembers,
} from '../../../src/repository/format/json-text.ts';

const bytes = (text: string) => text as ByteString;

describe('quoteJsonBytes', () => {
  test.each([
    ['plain', '"plain"'],
    ['"\\', '"\\"\\\\"'],
    ['\b\f\n\r\t', '"\\b\\f\\n\\r\\t"'],
    ['\x00\x07\x0b\x1f', '"\\u0000\\u0007\\u000b\\u001f"'],
    ['\x7f', '"\x7f"'],
    ['<a&b>', '"\\u003ca\\u0026b\\u003e"'],
    ['\xe2\x80\xa8\xe2\x80\xa9', '"\\u2028\\u2029"'],
    ['\xc3\xa9', '"\xc3\xa9"'],
    ['a\xffb', '"a\\ufffdb"'],
    ['\xed\xa0\x80', '"\\ufffd\\ufffd\\ufffd"'],
    ['\xef\xbf\xbd', '"\xef\xbf\xbd"'],
  ])('writes %j as %j, as Go does', (string, json) => {
    expect(quoteJsonBytes(bytes(string))).toBe(json);
  });

  test('every valid UTF-8 comes back through JSON.parse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const json = Buffer.from(quoteJson(text), 'latin1').toString('utf8');
        expect(JSON.parse(json)).toBe(text.toWellFormed());
      }),
      { numRuns: 3000 },
    );
  });

  test('invalid UTF-8 still gives JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (string) => {
        const json = Buffer.from(quoteJsonBytes(fromBytes(string)), 'latin1').toString('utf8');
        expect(typeof JSON.parse(json)).toBe('string');
      }),
      { numRuns: 3000 },
    );
  });

  test('text and its bytes give the same JSON', () => {
    for (const text of ['plain', 'é', '東<京>', '\u2028', 'a"b']) {
      expect(quoteJson(text)).toBe(quoteJsonBytes(fromText(text)));
    }
  });
});

describe('raw JSON', () => {
  test('members keep numbers, order of digits and white space as they stand', () => {
    const json = '{ "a" : 18446744073709551615 ,"b":{ "x": [1,{"y":"}"}] },"c":"\\"]", "d":[ ],"e":-1.50e3}';
    expect([...rawMembers(json)]).toEqual([
      ['a', '18446744073709551615'],
      ['b', '{ "x": [1,{"y":"}"}] }'],
      ['c', '"\\"]"'],
      ['d', '[ ]'],
      ['e', '-1.50e3'],
    ]);
  });

  test('a name is unescaped, and of equal names the last counts', () => {
    expect([...rawMembers('{"\\u0061":1,"a":2,"\\"":3}')]).toEqual([
      ['a', '2'],
      ['"', '3'],
    ]);
  });

  test('empty objects and arrays', () => {
    expect(rawMembers('{ }').size).toBe(0);
    expect(rawElements('[\n]')).toEqual([]);
  });

  test('cuts any JSON into pieces that parse to the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, '\t'), (value, indent) => {
        const json = JSON.stringify(value, null, indent);
        if (Array.isArray(value))
          expect(rawElements(json).map((raw) => JSON.parse(raw))).toEqual(JSON.parse(json));
        else if (typeof value === 'object' && value !== null) {
          const members = [...rawMembers(json)].map(([name, raw]) => [name, JSON.parse(raw)]);
          expect(members).toEqual(Object.entries(JSON.parse(json) as object));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('neither deep nesting nor a string of megabytes exhausts the stack', () => {
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
    expect(rawElements(`[${deep},1]`)).toEqual([deep, '1']);
    const long = JSON.stringify('x\\"'.repeat(2_000_000));
    expect(rawElements(`[${long},1]`)[0]).toHaveLength(long.length);
  });
});
