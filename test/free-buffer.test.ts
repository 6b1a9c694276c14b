import { expect, test } from 'vitest';
import { freeNow } from '../src/free-buffer.ts';

test('the memory of bytes is given back, also when somebody did so before', () => {
  const bytes = Buffer.allocUnsafeSlow(64 * 1024);
  freeNow(bytes);
  expect(bytes.length).toBe(0);
  expect(() => freeNow(bytes)).not.toThrow();
});

test('bytes that share their memory with others stay', () => {
  const all = Buffer.from(Uint8Array.from([1, 2, 3, 4]).buffer);
  freeNow(all.subarray(1, 3));
  expect([...all]).toEqual([1, 2, 3, 4]);
});
