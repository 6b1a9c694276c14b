import { expect, test } from 'vitest';
import { findingsOf } from '../../src/databases/drilled.ts';
import { compareFingerprints, type Fingerprint } from '../../src/databases/fingerprint.ts';
import { comparedText } from '../../src/drills/compared-text.ts';

const fingerprint = (tables: Fingerprint['tables']): Fingerprint => ({
  fingerprint_version: 1,
  tables,
  values: {},
  schema: {},
  facts: {},
  rows: 'full',
});
const text = (dumped: Fingerprint['tables'], now = dumped) =>
  comparedText(findingsOf(compareFingerprints(fingerprint(dumped), fingerprint(now))));

test('a comparison says of what it has compared the values, and what it has only counted', () => {
  const page = { rows: 3, checksum: 'a' };
  const log = { rows: 40, checksum: null };
  expect(text({ page })).toBe('all the same: 1 table, 3 rows');
  expect(text({ page, log })).toBe(
    'the same: 3 rows of 1 table; only counted, not compared: 40 rows of log, as many as were dumped',
  );
  expect(text({ log })).toContain('of no row is the value known');
  // What is there now may have been counted alone, too.
  expect(text({ page }, { page: { rows: 3, checksum: null } })).toContain('only counted');
});
