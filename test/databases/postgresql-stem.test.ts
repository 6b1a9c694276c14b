import { expect, test } from 'vitest';
import { stemOf } from '../../src/databases/postgresql/stem.ts';

const ADDED = '_before_20261126T031700Z';

test.each(['n'.repeat(63), '数'.repeat(21), `a${'é'.repeat(31)}`, '😀'.repeat(15)])(
  'what is beside the database %s has a name that no server cuts',
  (database) => {
    const stem = stemOf(database);
    expect(database.startsWith(stem)).toBe(true);
    expect(stem).not.toBe('');
    expect(stem.isWellFormed()).toBe(true);
    expect(Buffer.byteLength(stem + ADDED)).toBeLessThanOrEqual(63);
  },
);
