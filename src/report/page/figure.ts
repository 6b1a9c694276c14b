import { isoMinute } from '../span-text.ts';
import { type Chart, describeChart, thinOut, valueText } from './chart.ts';
import { CHART_HEIGHT, CHART_WIDTH, type ChartEngine, drawChart } from './draw-chart.ts';
import { html, Markup } from './html.ts';

/** A chart with its legend, its words for who doesn't see it, and its numbers as a table. */
export function figure(
  chart: Chart,
  engine: ChartEngine,
  room: { readonly pointsPerChart: number; readonly numbersPerChart: number },
): Markup {
  const drawn = { ...chart, points: thinOut(chart.points, room.pointsPerChart) };
  const thin = { points: thinOut(chart.points, room.numbersPerChart) };
  const box = `0 0 ${CHART_WIDTH} ${CHART_HEIGHT}`;
  return html`<figure><figcaption>${chart.title}${legend(chart)}</figcaption>
<svg viewBox="${box}" role="img" aria-label="${chart.title}. ${describeChart(chart)}">${new Markup(drawChart(drawn, engine))}</svg>
<details><summary>Numbers</summary><div class="scroll" tabindex="0" role="group" aria-label="Numbers: ${chart.title}"><table><thead><tr><th scope="col">Time (UTC)</th>${chart.series.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${thin.points.map((point) => html`<tr><th scope="row">${isoMinute(point.timeMs)}</th>${cells(point.values, chart)}</tr>`)}</tbody></table></div>${thin.points.length < chart.points.length ? html`<p>${thin.points.length} of ${chart.points.length}: highs and lows of each stretch of time.</p>` : null}</details></figure>
`;
}

function cells(values: readonly (number | null)[], { unit }: Chart): Markup[] {
  return values.map((value) => html`<td>${value === null ? '' : valueText(value, unit)}</td>`);
}

function legend({ series, limit }: Chart): Markup | null {
  if (series.length === 1 && limit === null) return null;
  const names = series.map((name, i) => html` <span class="key s${i + 1}">${name}</span>`);
  return html`${names}${limit === null ? null : html` <span class="key limit">Expected at most</span>`}`;
}
