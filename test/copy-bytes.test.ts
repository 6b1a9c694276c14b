import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { copyBytes } from '../src/copy-bytes.ts';

const plain = (length: number) => new Uint8Array(length);
const shared = (length: number) => new Uint8Array(new SharedArrayBuffer(length + 7), 7);

test.each([
  ['plain to shared', plain, shared],
  ['shared to plain', shared, plain],
  ['shared to shared', shared, shared],
  ['plain to plain', plain, plain],
])('copies all bytes to the place that is asked for, and no others: %s', (_, fromKind, toKind) => {
  for (const length of [0, 1, 15, 4096, 100_003]) {
    const bytes = randomBytes(length);
    const from = fromKind(length);
    from.set(bytes);
    const to = toKind(length + 10);
    copyBytes(from, to, 3);
    const expected = Buffer.concat([Buffer.alloc(3), bytes, Buffer.alloc(7)]);
    expect(Buffer.from(to).equals(expected)).toBe(true);
  }
});

test('within one buffer, bytes that overlap are right', () => {
  const bytes = Buffer.from('0123456789');
  copyBytes(bytes.subarray(0, 6), bytes, 2);
  expect(bytes.toString()).toBe('0101234589');
});

test('refuses what does not fit instead of leaving the end out', () => {
  const to = plain(4);
  expect(() => copyBytes(Buffer.from('abc'), to, 2)).toThrow(/3 bytes at 2 of 4/);
  expect([...to]).toEqual([0, 0, 0, 0]);
});
