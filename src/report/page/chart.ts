import { formatBytes, formatCount } from '../../amounts.ts';
import { spanText } from '../span-text.ts';

export type Unit = 'bytes' | 'ms' | 'count';

/** A chart over time, before it is drawn. Text in it is ours. */
export interface Chart {
  readonly title: string;
  readonly unit: Unit;
  /** At most MAX_SERIES. */
  readonly series: readonly string[];
  /** Oldest first; null: nothing is known of it then. */
  readonly points: readonly ChartPoint[];
  /** What is expected at most; null: nothing. */
  readonly limit: number | null;
}

export interface ChartPoint {
  readonly timeMs: number;
  readonly values: readonly (number | null)[];
}

export function valueText(value: number, unit: Unit): string {
  if (unit === 'bytes') return formatBytes(Math.round(value));
  return unit === 'ms' ? spanText(value) : formatCount(Math.round(value));
}

/**
 * At most `count` points of which none hides a peak or a dip: of each stretch of time the largest and the smallest of each
 * series stay, and the first and the last of all.
 */
export function thinOut(points: readonly ChartPoint[], count: number): readonly ChartPoint[] {
  const [{ values } = { values: [] }] = points;
  if (points.length <= count) return points;
  const stretches = Math.max(1, Math.floor((count - 2) / (2 * Math.max(1, values.length))));
  const kept = new Set([0, points.length - 1]);
  for (let i = 0; i < stretches; i++) {
    const [from, to] = [i, i + 1].map((n) => Math.floor((n * points.length) / stretches)) as [number, number];
    for (const series of values.keys())
      for (const index of extremesOf(points, series, from, to)) kept.add(index);
  }
  return [...kept].sort((a, b) => a - b).map((index) => points[index] as ChartPoint);
}

function extremesOf(points: readonly ChartPoint[], series: number, from: number, to: number): number[] {
  let [least, most] = [-1, -1];
  const at = (index: number) => points[index]?.values[series] ?? null;
  for (let i = from; i < to; i++) {
    const value = at(i);
    if (value === null) continue;
    if (least < 0 || value < (at(least) as number)) least = i;
    if (most < 0 || value > (at(most) as number)) most = i;
  }
  return least < 0 ? [] : [least, most];
}

/** What a person who doesn't see it is told: of each series where it began, ended, and went. */
export function describeChart({ series, points, unit }: Chart): string {
  const sentences = series.map((name, i) => {
    const values = points.map((point) => point.values[i] ?? null).filter((value) => value !== null);
    const [first, last] = [values[0], values.at(-1)];
    if (first === undefined || last === undefined) return `${name}: nothing is known.`;
    const text = (value: number) => valueText(value, unit);
    // Of more values than a function takes arguments, perhaps.
    const least = values.reduce((a, b) => Math.min(a, b));
    const most = values.reduce((a, b) => Math.max(a, b));
    return `${name}: from ${text(first)} to ${text(last)}, lowest ${text(least)}, highest ${text(most)}.`;
  });
  return sentences.join(' ');
}

const BYTE_FACTOR = 1024;
const TIME_STEPS_MS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 10e3, 15e3, 30e3].concat(
  [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440].map((minutes) => minutes * 60_000),
);

/** A round step, so that three or four of them reach `most`. */
export function roundStep(most: number, unit: Unit): number {
  const least = Math.max(most, Number.EPSILON) / 4;
  if (unit === 'ms') {
    const step = TIME_STEPS_MS.find((one) => one >= least);
    if (step !== undefined) return step;
  }
  const base =
    unit === 'bytes' ? BYTE_FACTOR ** Math.floor(Math.log(Math.max(1, least)) / Math.log(BYTE_FACTOR)) : 1;
  const power = 10 ** Math.floor(Math.log10(least / base));
  const digit = [1, 2, 5, 10].find((one) => one * power * base >= least) ?? 10;
  // 1000 MiB aren't round, 1 GiB is.
  const step = unit === 'bytes' && digit * power >= 1000 ? base * BYTE_FACTOR : digit * power * base;
  return base === 1 ? Math.max(1, step) : step;
}
