import type { TargetFacts } from '../facts.ts';
import { thinOut } from './chart.ts';
import { html, type Markup } from './html.ts';

const WIDTH = 96;
const HEIGHT = 20;
const MAX_POINTS = 16;

/** How the size went, at a glance, from its own lowest to its own highest. The part of the target has a chart with numbers. */
export function sizeSparkline({ history }: TargetFacts): Markup | null {
  const points = history.backups
    .filter(({ item }) => item.complete && item.sizeBytes !== null)
    .map(({ item, timeMs }) => ({ timeMs, values: [item.sizeBytes] }));
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || last.timeMs <= first.timeMs) return null;
  const thin = thinOut(points, MAX_POINTS);
  const values = thin.map(({ values: [value] }) => value ?? 0);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const x = (timeMs: number) => Math.round(((timeMs - first.timeMs) / (last.timeMs - first.timeMs)) * WIDTH);
  const y = (value: number) =>
    Math.round((1 - (most > least ? (value - least) / (most - least) : 0.5)) * HEIGHT);
  const line = thin.map(({ timeMs }, i) => `${i === 0 ? 'M' : 'L'}${x(timeMs)} ${y(values[i] as number)}`);
  return html`<svg class="spark" viewBox="-1 -1 ${WIDTH + 2} ${HEIGHT + 2}" aria-hidden="true"><path d="${line.join('')}"/></svg>`;
}
