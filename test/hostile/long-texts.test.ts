import { expect, test } from 'vitest';
import { variablesIn } from '../../src/apps/variables.ts';
import { versionIn } from '../../src/apps/version.ts';
import { parseDatabase } from '../../src/databases/databases.ts';
import { parseDuration } from '../../src/duration.ts';

// Texts of others that go on, in a pull request's backup.yml or from a host: a pattern that looks at each character as often as
// there are others keeps the only thread we have busy for minutes, in which nothing can be cancelled.

const LONG = 300_000;

test.each([
  ['digits', '0'.repeat(LONG)],
  ['digits with a point', `0.${'0'.repeat(LONG)}`],
  ['a unit at last', `${'1'.repeat(LONG)}x`],
])('a span of time of %s costs no more than its length', (_, text) => {
  expect(() => parseDuration(text, 'a span')).toThrow(/Cannot use a span/);
});

test.each([
  ['colons', `postgresql://${':'.repeat(LONG)}`],
  ['colons and question marks', `a://${':?'.repeat(LONG)}`],
  ['colons and at signs', `//${':a@?'.repeat(LONG)}`],
])('an address of a database of %s costs no more than its length', (_, text) => {
  expect(() => parseDatabase(text, 'a database', {})).toThrow(/Cannot/);
});

test('nor does what a host says of versions and variables', () => {
  expect(versionIn('0'.repeat(LONG))).toBeNull();
  expect(variablesIn('\n \t'.repeat(LONG)).size).toBe(0);
});
