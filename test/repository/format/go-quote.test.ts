import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ByteString, fromBytes, fromText } from '../../../src/bytestring.ts';
import { isGoPrintable, quoteName, unquoteName } from '../../../src/repository/format/go-quote.ts';

const bytes = (text: string) => text as ByteString;
/** What a JSON parser hands to `unquoteName` for the quoted bytes. */
const asJsonText = (quoted: ByteString) => Buffer.from(quoted, 'latin1').toString('utf8');

test('the printable characters are exactly the 148,998 of strconv.IsPrint in Go 1.21 to 1.26', () => {
  const list = createHash('sha256');
  let count = 0;
  for (let rune = 0; rune <= 0x10ffff; rune++) {
    if (!isGoPrintable(rune)) continue;
    list.update(`${rune.toString(16).toUpperCase()}\n`);
    count++;
  }
  expect(count).toBe(148_998);
  expect(list.digest('hex')).toBe('722cd5f19291ebee94fa41f0cf4a14597a9d7abb790ae37fdc230a792d12d7ea');
});

describe('quoteName', () => {
  test.each([
    ['plain name.txt', 'plain name.txt'],
    ['a"b\\c', 'a\\"b\\\\c'],
    ["it's <&>", "it's <&>"],
    ['\x07\b\f\n\r\t\v', '\\a\\b\\f\\n\\r\\t\\v'],
    ['\x00\x01\x1b\x7f', '\\x00\\x01\\x1b\\x7f'],
  ])('quotes %j as %j', (name, quoted) => {
    expect(quoteName(bytes(name))).toBe(quoted);
  });

  test.each([
    ['printable text of any script stays', 'grün 東京 🎉', 'grün 東京 🎉'],
    ['a no-break space is escaped', '\u00a0', '\\u00a0'],
    ['a soft hyphen is escaped', '\u00ad', '\\u00ad'],
    ['line separators are escaped', '\u2028\u2029', '\\u2028\\u2029'],
    ['private use is escaped', '\ue000\u{f0000}', '\\ue000\\U000f0000'],
    ['unassigned is escaped', '\u0378\u{e0080}', '\\u0378\\U000e0080'],
    ['what Unicode 16 assigned is unassigned to Go', '\u{1c89}\u{16d40}', '\\u1c89\\U00016d40'],
    ['what Unicode 15.0 assigned is printable', '\u{1fae8}', '\u{1fae8}'],
    ['a real U+FFFD stays', '\ufffd', '\ufffd'],
    ['a byte order mark is escaped', '\ufeff', '\\ufeff'],
  ])('%s', (_, name, quoted) => {
    expect(asJsonText(quoteName(fromText(name)))).toBe(quoted);
  });

  test.each([
    ['a lone continuation byte', '\x80', '\\x80'],
    ['latin-1', 'gr\xfcn', 'gr\\xfcn'],
    ['an overlong slash', '\xc0\xaf', '\\xc0\\xaf'],
    ['an overlong of three bytes', '\xe0\x80\xaf', '\\xe0\\x80\\xaf'],
    ['a surrogate', '\xed\xa0\x80', '\\xed\\xa0\\x80'],
    ['past U+10FFFF', '\xf4\x90\x80\x80', '\\xf4\\x90\\x80\\x80'],
    ['a cut-off sequence', '\xe2\x82', '\\xe2\\x82'],
    ['a cut-off sequence before text', '\xf0\x9f\x8ex', '\\xf0\\x9f\\x8ex'],
  ])('invalid UTF-8 is escaped byte by byte: %s', (_, name, quoted) => {
    expect(quoteName(bytes(name))).toBe(quoted);
  });

  test('any bytes come back through unquoteName', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (name) => {
        const string = fromBytes(name);
        expect(unquoteName(asJsonText(quoteName(string)))).toBe(string);
      }),
      { numRuns: 5000 },
    );
  });

  test('any text comes back through unquoteName', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const string = fromText(name);
        expect(unquoteName(asJsonText(quoteName(string)))).toBe(string);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('unquoteName', () => {
  test.each([
    ['\\x41\\xff', 'A\xff'],
    ['\\101\\377', 'A\xff'],
    ['\\u00e9', '\xc3\xa9'],
    ['\\U0001F389', '\xf0\x9f\x8e\x89'],
    ['\\\\n', '\\n'],
    ['', ''],
  ])('reads %j', (quoted, name) => {
    expect(unquoteName(quoted)).toBe(name);
  });

  test.each([
    'a"b',
    'a\nb',
    '\\"x"',
    '\\\\"',
    "\\'",
    '\\q',
    '\\',
    'x\\',
    '\\x4',
    '\\xg0',
    '\\u12',
    '\\ud800',
    '\\U00110000',
    '\\U0000dfff',
    '\\400',
    '\\18',
    '\\0',
  ])('refuses %j, as strconv.Unquote does', (quoted) => {
    expect(unquoteName(quoted)).toBeNull();
  });
});
