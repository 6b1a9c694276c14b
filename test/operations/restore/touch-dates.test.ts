import { expect, test } from 'vitest';
import { wholeSeconds } from '../../../src/files/unpackers.ts';
import { datesForTouch } from '../../../src/operations/restore/touch-dates.ts';

test.each([
  [0n, '@0.000000000', '@0'],
  [1_500_000_000n, '@1.500000000', '@1'],
  [9_214_646_400_250_000_001n, '@9214646400.250000001', '@9214646400'],
  [-1n, '1969-12-31T23:59:59.999999999Z', '@-1'],
  [-1_500_000_000n, '1969-12-31T23:59:58.500000000Z', '@-2'],
  [-2_000_000_000n, '1969-12-31T23:59:58.000000000Z', '@-2'],
  [-70_000_000_000_500_000_000n, '@-70000000001', '@-70000000001'],
])('%s ns is %s, or the second that it lies in', (ns, exact, seconds) => {
  expect(datesForTouch(ns)).toEqual([exact, seconds]);
});

test('the second that a time lies in is never after it', () => {
  expect([-1n, -1_000_000_000n, 0n, 999_999_999n].map(wholeSeconds)).toEqual([
    -1_000_000_000n,
    -1_000_000_000n,
    0n,
    0n,
  ]);
});
