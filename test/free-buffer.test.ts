import { expect, test } from 'vitest';
import { freeNow } from '../src/free-buffer.ts';

test('memory is given back once, whoever else gives it back; what others share is left', () => {
  const alone = Buffer.from(new ArrayBuffer(65_536));
  freeNow(alone);
  expect(alone.length).toBe(0);
  freeNow(alone);
  const part = Buffer.from(new ArrayBuffer(65_536)).subarray(1);
  freeNow(part);
  expect(part.length).toBe(65_535);
});
