import { describe, expect, test } from 'vitest';
import { idOf, isId, parseId } from '../../../src/repository/format/ids.ts';
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

describe('parseId', () => {
  test('gives the ID', () => {
    expect(parseId(HELLO, 'a snapshot')).toBe(HELLO);
  });

  test.each([5n, null, undefined, {}, [], 'x\x1b\n'.repeat(1000)])(
    'refuses other values in one short line',
    (value) => {
      expect(() => parseId(value, 'snapshot 0123')).toThrow(
        expect.objectContaining({
          code: 'repository-damaged',
          message: expect.stringMatching(/^Cannot read snapshot 0123: [\x20-\x7e…]{0,500}$/),
        }),
      );
    },
  );
});
