import { expect, test } from 'vitest';
import { nearest, suggestion } from '../../src/config/nearest.ts';

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

test('among very many names none is looked for', () => {
  const names = Array.from({ length: 501 }, (_, i) => `host${i}`);
  expect(suggestion('hst1', names)).toBe('There are 501.');
  expect(suggestion('hst1', names.slice(1))).toBe('Did you mean `host1`?');
});
