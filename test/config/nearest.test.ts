import { expect, test } from 'vitest';
import { nearest } from '../../src/config/nearest.ts';

test.each([
  ['wbe', 'web'],
  ['we', 'web'],
  ['webb', 'web'],
  ['WEB', 'web'],
  ['data_base', 'data-base'],
  ['retntion', 'retention'],
])('%s was meant to be %s', (word, meant) => {
  expect(nearest(word, ['nothing', 'web', 'data-base', 'retention'])).toBe(meant);
});

test.each(['xyz', 'w', '', 'completely-different', 'x'.repeat(100_000)])(
  '%s was meant to be none of them',
  (word) => {
    expect(nearest(word, ['web', 'retention'])).toBeNull();
  },
);
