import { describe, expect, test } from 'vitest';
import { judgeMixture, judgeTarget } from '../../src/retention/freeze.ts';
import type { RetentionItem } from '../../src/retention/item.ts';
import { DAY_MS, HOUR_MS, INCOMPLETE, item, NOW_NS } from './items.ts';

const LIMITS = { maxAgeMs: null, shrunkenBelow: 0.5 };
const MINUTE_MS = 60_000;

function reasons(
  items: readonly RetentionItem[],
  limits: Partial<typeof LIMITS | { maxAgeMs: number }> = {},
) {
  return judgeTarget(items, { ...LIMITS, ...limits }, NOW_NS).map(({ reason }) => reason);
}

/** So many, `gapMs` apart, the newest `agoMs` ago. */
function series(
  count: number,
  gapMs: number,
  agoMs = gapMs,
  over: Partial<RetentionItem> = {},
): RetentionItem[] {
  return Array.from({ length: count }, (_, i) => item(`s${i}-${gapMs}`, agoMs + i * gapMs, over));
}

test('nothing is odd about a backup each night', () => {
  expect(reasons(series(60, DAY_MS), { maxAgeMs: 30 * HOUR_MS })).toEqual([]);
});

describe('stale', () => {
  const maxAgeMs = 30 * HOUR_MS;

  test('is a target whose newest complete backup is older than it may be', () => {
    expect(reasons([item('a', maxAgeMs)], { maxAgeMs })).toEqual([]);
    expect(reasons([item('a', maxAgeMs + MINUTE_MS)], { maxAgeMs })).toEqual(['stale']);
  });

  test('is one whose last run gave an incomplete one, or one from the future, or that has none', () => {
    const old = item('old', 2 * DAY_MS);
    expect(reasons([old, item('partial', HOUR_MS, INCOMPLETE)], { maxAgeMs })).toEqual(['stale']);
    expect(reasons([old, item('ahead', -DAY_MS)], { maxAgeMs })).toEqual(['stale', 'future']);
    expect(reasons([item('partial', HOUR_MS, INCOMPLETE)], { maxAgeMs })).toEqual(['stale']);
  });
});

describe('shrunken', () => {
  const before = series(9, DAY_MS, 2 * DAY_MS, { sizeBytes: 1000, fileCount: 10 });
  const newest = (over: Partial<RetentionItem>) => [...before, item('newest', DAY_MS, over)];

  test('is one whose newest has less than half of the bytes, or of the files', () => {
    expect(reasons(newest({ sizeBytes: 500, fileCount: 5 }))).toEqual([]);
    expect(reasons(newest({ sizeBytes: 499 }))).toEqual(['shrunken']);
    expect(reasons(newest({ fileCount: 4 }))).toEqual(['shrunken']);
    expect(reasons(newest({ sizeBytes: 0, fileCount: 0 }))).toEqual(['shrunken']);
  });

  test('is one whose second backup holds much less than the first', () => {
    expect(reasons([item('first', DAY_MS), item('second', HOUR_MS, { sizeBytes: 1 })])).toEqual(['shrunken']);
  });

  test('goes by another share where it is given; by none at 0', () => {
    expect(reasons(newest({ sizeBytes: 899 }), { shrunkenBelow: 0.9 })).toEqual(['shrunken']);
    expect(reasons(newest({ sizeBytes: 0 }), { shrunkenBelow: 0 })).toEqual([]);
  });

  test('is not seen in an incomplete one, in other paths, or where nobody counted', () => {
    expect(reasons(newest({ ...INCOMPLETE, sizeBytes: 1 }))).toEqual([]);
    expect(reasons(newest({ paths: ['/dump'], sizeBytes: 1 }))).toEqual([]);
    expect(reasons(newest({ sizeBytes: null, fileCount: null }))).toEqual([]);
  });

  test('is seen in files although a dump of the same target came after them', () => {
    const dumps = series(3, DAY_MS, HOUR_MS, { paths: ['/dump'], sizeBytes: 5 });
    expect(reasons([...newest({ sizeBytes: 1 }), ...dumps])).toEqual(['shrunken']);
  });

  test('one that was small once is no measure: the middle of those before it is', () => {
    expect(reasons([...newest({ sizeBytes: 1 }), item('odd', 1.5 * DAY_MS, { sizeBytes: 1 })])).toEqual([
      'shrunken',
    ]);
  });
});

describe('future', () => {
  test('are times that no clock of ours can be off by', () => {
    expect(reasons([item('a', -10 * MINUTE_MS)])).toEqual([]);
    expect(reasons([item('a', -11 * MINUTE_MS)])).toEqual(['future']);
    expect(reasons([item('a', -11 * MINUTE_MS, INCOMPLETE)])).toEqual(['future']);
  });
});

describe('flood', () => {
  test('are more than 20 within an hour or 300 within a day, at whatever time they say', () => {
    expect(reasons(series(20, MINUTE_MS))).toEqual([]);
    expect(reasons(series(21, MINUTE_MS))).toEqual(['flood']);
    expect(reasons([item('now', 0), ...series(21, MINUTE_MS, 90 * DAY_MS)])).toEqual(['flood']);
    expect(reasons(series(600, 5 * MINUTE_MS))).toEqual([]);
    expect(reasons(series(301, 4 * MINUTE_MS))).toEqual(['flood']);
  });

  test('are many more than are due, where that is known', () => {
    const nightly = { maxAgeMs: 30 * HOUR_MS };
    expect(reasons(series(10, HOUR_MS), nightly)).toEqual([]);
    expect(reasons(series(11, HOUR_MS), nightly)).toEqual(['flood']);
    expect(reasons(series(100, MINUTE_MS), { maxAgeMs: HOUR_MS / 30 })).toEqual([]);
  });

  test('are not the checkpoints of a long run', () => {
    expect(reasons(series(30, MINUTE_MS, MINUTE_MS, INCOMPLETE))).toEqual([]);
  });
});

test('mixed paths take turns; a changed configuration makes one set follow the other', () => {
  const at = (hours: number, paths: string[]) => item(`h${hours}`, hours * HOUR_MS, { paths });
  const turns = [at(4, ['/a']), at(3, ['/b']), at(2, ['/a'])];
  expect(judgeMixture(turns)?.reason).toBe('mixed-paths');
  expect(judgeMixture([at(4, ['/a']), at(3, ['/a', '/b']), at(2, ['/b', '/a'])])).toBeNull();
});
