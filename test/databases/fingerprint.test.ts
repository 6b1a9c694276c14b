import { expect, test } from 'vitest';
import {
  compareFingerprints,
  FINGERPRINT_VERSION,
  type Fingerprint,
  type TableFingerprint,
  toldOfOnlyCounted,
  whyNotCompared,
  whyNotVerified,
} from '../../src/databases/fingerprint.ts';
import { comparedWords } from '../../src/progress/compared-words.ts';

function fingerprint(tables: Readonly<Record<string, TableFingerprint>>): Fingerprint {
  return {
    fingerprint_version: FINGERPRINT_VERSION,
    tables,
    values: {},
    schema: {},
    facts: {},
    rows: 'full',
  };
}

const CHECKED = { rows: 3, checksum: 'a' };
const COUNTED = { rows: 3, checksum: null };

test('a table without a checksum is never taken for compared', () => {
  const dumped = fingerprint({
    both: CHECKED,
    dumped: COUNTED,
    now: CHECKED,
    empty: { rows: 0, checksum: null },
  });
  const now = fingerprint({
    both: CHECKED,
    dumped: CHECKED,
    now: COUNTED,
    empty: { rows: 0, checksum: 'x' },
  });
  const { differences, onlyCounted } = compareFingerprints(dumped, now);
  expect(differences).toEqual([]);
  expect(onlyCounted).toEqual(['dumped', 'now']);
  expect(toldOfOnlyCounted(onlyCounted)).toBe('not compared, only the rows counted: the data of dumped, now');
  expect(comparedWords({ tables: 4, rows: 9, onlyCounted: 2 })).toMatch(
    /of 2 tables only the rows were counted/,
  );
});

test('a table with other rows is a difference, with or without a checksum', () => {
  const compared = compareFingerprints(
    fingerprint({ a: COUNTED, b: CHECKED, c: CHECKED }),
    fingerprint({ a: { rows: 2, checksum: null }, b: { rows: 3, checksum: 'b' }, c: CHECKED }),
  );
  expect(compared.differences).toEqual(['table a: 2 rows, expected 3', 'table b: other data in 3 rows']);
  expect(compared.onlyCounted).toEqual([]);
  expect(toldOfOnlyCounted([])).toBeNull();
  expect(comparedWords({ tables: 3, rows: 9, onlyCounted: 0 })).toBe('3 tables, 9 rows, as they were dumped');
});

test('one of another version is told as what it is, not as none', () => {
  const other = { ...fingerprint({}), fingerprint_version: FINGERPRINT_VERSION + 1 };
  for (const why of [whyNotCompared(other), whyNotVerified(other)])
    expect(why).toContain(`is of version ${FINGERPRINT_VERSION + 1}, expected ${FINGERPRINT_VERSION}`);
  expect(whyNotVerified(null)).toContain('there is no fingerprint');
  expect(whyNotVerified(fingerprint({}))).toBe('its server has not loaded it yet');
});
