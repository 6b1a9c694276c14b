import { expect, test } from 'vitest';
import { idOf, isId } from '../../../src/repository/format/ids.ts';
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
