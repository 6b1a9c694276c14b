import type { TargetFacts } from '../facts.ts';
import type { Backup } from '../history.ts';
import type { Chart, ChartPoint } from './chart.ts';

/** Those of which there is something to draw, at two times at least, the most telling first. */
export function chartsOf({ history, expectations }: TargetFacts): Chart[] {
  const complete = history.backups.filter(({ item }) => item.complete);
  const of = (...values: ((backup: Backup) => number | null)[]) =>
    complete.map((backup) => ({ timeMs: backup.timeMs, values: values.map((value) => value(backup)) }));
  const charts: Chart[] = [
    {
      title: 'Size of what it holds',
      unit: 'bytes',
      series: ['Size'],
      points: of(({ item }) => item.sizeBytes),
      limit: null,
    },
    {
      ...{ title: 'Added by each backup', unit: 'bytes', series: ['Added', 'Stored'], limit: null },
      points: of(
        ({ addedBytes }) => addedBytes,
        ({ storedBytes }) => storedBytes,
      ),
    },
    {
      ...{ title: 'Duration of backups', unit: 'ms', series: ['Duration'], limit: null },
      points: of(({ durationMs }) => durationMs),
    },
    {
      ...{ title: 'Downtime: application held', unit: 'ms', series: ['Downtime'], limit: null },
      points: of(({ details }) => details?.quiescedMs ?? null),
    },
    {
      ...{ title: 'Restore time in drills', unit: 'ms', series: ['Restore'], limit: expectations.rtoMs },
      points: history.drills.map(({ timeMs, restoreMs }) => ({ timeMs, values: [restoreMs] })),
    },
    { title: 'Table rows in its dumps', unit: 'count', series: ['Rows'], points: of(rowsOf), limit: null },
  ];
  return charts.map(withoutEmpty).filter(({ points }) => points.at(-1)?.timeMs !== points[0]?.timeMs);
}

function rowsOf({ details }: Backup): number | null {
  const counted = (details?.dumps ?? []).map(({ rows }) => rows).filter((rows) => rows !== null);
  return counted.length === 0 ? null : counted.reduce((sum, rows) => sum + rows, 0);
}

/** Without series and points of which nothing is known. */
function withoutEmpty(chart: Chart): Chart {
  const known = chart.series.map((_, i) => chart.points.some(({ values }) => values[i] !== null));
  const isKnown = (_: unknown, i: number) => known[i] === true;
  const points: ChartPoint[] = chart.points.map(({ timeMs, values }) => ({
    timeMs,
    values: values.filter(isKnown),
  }));
  return {
    ...chart,
    series: chart.series.filter(isKnown),
    points: points.filter(({ values }) => values.some((value) => value !== null)),
  };
}
