import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ByteString, display, displayText, fromBytes } from '../src/bytestring.ts';

/** What a terminal may act on, or a person can't see. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

test('no name of a file, whatever bytes it has, moves a cursor, ends a line or hides what follows', () => {
  expect(display('a\x1b[2Jb\r\n' as ByteString)).toBe('a\\x1b[2Jb\\r\\n');
  expect(display(fromBytes(Buffer.from('evil\u202egpj.exe')))).toBe('evil\\u202egpj.exe');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(display(fromBytes(Buffer.from(bytes)))).not.toMatch(UNSAFE);
    }),
    { numRuns: 2000 },
  );
});

test('different names are shown as different', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), fc.uint8Array({ maxLength: 8 }), (a, b) => {
      const isSame = Buffer.from(a).equals(Buffer.from(b));
      const shown = [a, b].map((bytes) => display(fromBytes(Buffer.from(bytes))));
      expect(shown[0] === shown[1]).toBe(isSame);
    }),
    { numRuns: 2000 },
  );
});

test('no text of a host does, either', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(displayText(text)).not.toMatch(UNSAFE);
    }),
    { numRuns: 2000 },
  );
});
