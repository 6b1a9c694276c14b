import { describe, expect, test } from 'vitest';
import { idOf, isId, isIdAt } from '../../../src/repository/format/ids.ts';
import { HELLO } from './nodes.ts';

test('an ID is the SHA-256 of what it names', () => {
  expect(idOf(Buffer.from('hello'))).toBe(HELLO);
});

test.each(['', HELLO.slice(1), `${HELLO}0`, HELLO.toUpperCase(), `${HELLO}\n`, `${HELLO.slice(1)}/`])(
  '%j is no ID',
  (text) => {
    expect(isId(text)).toBe(false);
  },
);

const ID = '0123456789abcdef'.repeat(4);

describe('an ID is 64 lower-case hex digits', () => {
  test('as text, and as bytes at some place', () => {
    expect(isId(ID)).toBe(true);
    expect(isIdAt(Buffer.from(`"${ID}"`), 1)).toBe(true);
  });

  test('no other byte stands for one, wherever it is', () => {
    for (let byte = 0; byte < 256; byte++) {
      const character = String.fromCharCode(byte);
      const at = byte % 64;
      const text = ID.slice(0, at) + character + ID.slice(at + 1);
      const expected = /[0-9a-f]/.test(character);
      expect([isId(text), isIdAt(Buffer.from(text, 'latin1'), 0)]).toEqual([expected, expected]);
    }
  });

  test('nor does a character that isn’t a byte, though its last byte would', () => {
    for (const character of ['\u0130', '\u0661', '\uff11']) expect(isId(ID.slice(1) + character)).toBe(false);
  });

  test('nor are there 64 in fewer', () => {
    for (const text of ['', ID.slice(1), `${ID}0`]) expect(isId(text)).toBe(false);
    expect(isIdAt(Buffer.from(ID), 1)).toBe(false);
  });
});
