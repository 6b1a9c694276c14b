import { expect, test } from 'vitest';
import { freeNow } from '../src/free-buffer.ts';

test('bytes are given back once, and again by whoever has them too', () => {
  const bytes = new Uint8Array(65_536);
  freeNow(bytes);
  expect(bytes.length).toBe(0);
  expect(() => freeNow(bytes)).not.toThrow();
});

test('bytes that are a part of others’ memory stay', () => {
  const whole = new Uint8Array(10).fill(7);
  freeNow(whole.subarray(2, 4));
  expect(whole[3]).toBe(7);
});
