import { expect, test } from 'vitest';
import { reportOf } from '../../src/report/facts.ts';
import { chartsOf } from '../../src/report/page/target-charts.ts';
import { backup, DAY_MS, drill, HOUR_MS, history, SETTINGS } from './histories.ts';

function chartsFor(target: ReturnType<typeof history>, expectations = SETTINGS.expectations) {
  const [facts] = reportOf([target], { ...SETTINGS, expectations }).targets;
  if (facts === undefined) throw new Error('no target');
  return chartsOf(facts).map(({ title, series, points, limit }) => ({
    title,
    series,
    values: points.map(({ values }) => values),
    limit,
  }));
}

const dump = (rows: number) => ({ name: 'app', sizeBytes: 1, rows, tables: [] });

test('a target has a chart of each figure over time, with what was measured', () => {
  const target = history(
    [
      backup('b0', 2 * DAY_MS, {
        ...{ addedBytes: 30, storedBytes: 10, durationMs: 4000, item: { sizeBytes: 100 } },
        details: { quiescedMs: 800, problems: 0, dumps: [dump(7), dump(5)] },
      }),
      backup('b1', DAY_MS, {
        ...{ addedBytes: 50, storedBytes: 20, durationMs: 6000, item: { sizeBytes: 140 } },
        details: { quiescedMs: 900, problems: 0, dumps: [dump(9), dump(5)] },
      }),
      backup('cut-short', HOUR_MS, { item: { complete: false, sizeBytes: 1 } }),
    ],
    { drills: [drill(DAY_MS, { restoreMs: 60_000 }), drill(HOUR_MS, { restoreMs: 90_000 })] },
  );
  expect(chartsFor(target, { all: { rtoMs: HOUR_MS }, byName: new Map() })).toEqual([
    { title: 'Size of what it holds', series: ['Size'], values: [[100], [140]], limit: null },
    {
      title: 'Added by each backup',
      series: ['Added', 'Stored'],
      values: [
        [30, 10],
        [50, 20],
      ],
      limit: null,
    },
    { title: 'Duration of backups', series: ['Duration'], values: [[4000], [6000]], limit: null },
    { title: 'Downtime: application held', series: ['Downtime'], values: [[800], [900]], limit: null },
    { title: 'Restore time in drills', series: ['Restore'], values: [[60_000], [90_000]], limit: HOUR_MS },
    { title: 'Table rows in its dumps', series: ['Rows'], values: [[12], [14]], limit: null },
  ]);
});

test('a figure that was never measured, or once, has no chart', () => {
  const target = history(
    [
      backup('b0', 2 * DAY_MS, { storedBytes: null }),
      backup('b1', DAY_MS, {
        storedBytes: null,
        details: { quiescedMs: 900, problems: 0, dumps: [] },
      }),
    ],
    { drills: [drill(HOUR_MS)] },
  );
  expect(chartsFor(target).map(({ title, series }) => [title, series])).toEqual([
    ['Size of what it holds', ['Size']],
    ['Added by each backup', ['Added']],
    ['Duration of backups', ['Duration']],
  ]);
});
