import { type Chart, roundStep, valueText } from './chart.ts';

/** What a chart is wide where three stand side by side: its text is then as large as that beside it. */
export const CHART_WIDTH = 400;
export const CHART_HEIGHT = 170;
/** In the order of the series. The page's style says what they are in light and in dark. */
export const SERIES_COLOURS = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)'] as const;

/** ECharts, as far as charts need it (chart-engine.ts): it is large, and loaded only for a report. */
export interface ChartEngine {
  /** @param option ECharts' own. @returns An SVG, as ECharts makes it on a server. */
  render(option: Readonly<Record<string, unknown>>): string;
}

/** Where the lines are drawn: beside and below it stand the scales' words. */
const PLOT = { left: 60, right: CHART_WIDTH - 36, top: 10, bottom: CHART_HEIGHT - 24 } as const;

/** The shapes of a chart, to stand in an `<svg>` of CHART_WIDTH × CHART_HEIGHT. */
export function drawChart(chart: Chart, engine: ChartEngine): string {
  const { points, limit, unit } = chart;
  const most = Math.max(1, limit ?? 0, ...points.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const step = roundStep(most, unit);
  const [firstMs, lastMs] = [points[0]?.timeMs ?? 0, points.at(-1)?.timeMs ?? 0];
  const frame = { firstMs, spanMs: Math.max(1, lastMs - firstMs), step, top: Math.ceil(most / step) * step };
  return drawScales(frame, unit) + plainShapes(engine.render(optionOf(chart, frame)));
}

interface Frame {
  readonly firstMs: number;
  readonly spanMs: number;
  /** Between two lines across, and at the uppermost. */
  readonly step: number;
  readonly top: number;
}

/** Of the time axis: both ends, and between them. */
const DATES = 4;

/** Lines across, with what they stand for, and dates below. ECharts' axes are the half of what drawing a chart takes it. */
function drawScales({ firstMs, spanMs, step, top }: Frame, unit: Chart['unit']): string {
  const count = Math.round(top / step);
  const y = (i: number) => PLOT.bottom - (i / count) * (PLOT.bottom - PLOT.top);
  const x = (i: number) => PLOT.left + (i / (DATES - 1)) * (PLOT.right - PLOT.left);
  const values = Array.from({ length: count + 1 }, (_, i) =>
    label(axisText(i * step, unit), PLOT.left - 6, y(i) + 4),
  );
  const dates = Array.from({ length: DATES }, (_, i) =>
    label(dateText(firstMs + (i * spanMs) / (DATES - 1), spanMs), x(i), PLOT.bottom + 16),
  );
  const lines = values.map((_, i) => `M${PLOT.left} ${shorter(String(y(i)))}H${PLOT.right}`).join('');
  return `<path d="${lines}" fill="none" stroke="var(--line)"/><g fill="var(--soft)" text-anchor="end">${values.join('')}</g><g fill="var(--soft)" text-anchor="middle">${dates.join('')}</g>`;
}

/** @param text Ours: digits and units. */
function label(text: string, x: number, y: number): string {
  return `<text x="${shorter(String(x))}" y="${shorter(String(y))}">${text}</text>`;
}

function optionOf(
  { series, points, limit }: Chart,
  { firstMs, spanMs, top }: Frame,
): Record<string, unknown> {
  const limitLine = limit === null ? [] : [[0, limit] as const, [spanMs, limit] as const];
  const { left, top: up } = PLOT;
  return {
    animation: false,
    grid: {
      ...{ left, top: up, right: CHART_WIDTH - PLOT.right, bottom: CHART_HEIGHT - PLOT.bottom },
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', min: 0, max: spanMs, show: false },
    yAxis: { type: 'value', min: 0, max: top, show: false },
    series: [
      ...series.map((_, i) =>
        lineOf(
          points.map(({ timeMs, values }) => [timeMs - firstMs, values[i] ?? null] as const),
          { color: SERIES_COLOURS[i] as string, width: 2, type: 'solid', filled: series.length === 1 },
        ),
      ),
      ...(limit === null
        ? []
        : [lineOf(limitLine, { color: 'var(--bad)', width: 1, type: 'dashed', filled: false })]),
    ],
  };
}

/** So many points have a mark each. */
const MAX_MARKED_POINTS = 12;

function lineOf(
  data: readonly (readonly [number, number | null])[],
  { filled, ...lineStyle }: { color: string; width: number; type: 'solid' | 'dashed'; filled: boolean },
): object {
  return {
    type: 'line',
    data,
    lineStyle,
    ...{ silent: true, clip: false, emphasis: { disabled: true }, connectNulls: true },
    // A mark on each is an element on each; few points are seen by their marks.
    showSymbol: lineStyle.type === 'solid' && data.length <= MAX_MARKED_POINTS,
    symbol: 'circle',
    symbolSize: 5,
    itemStyle: { color: lineStyle.color },
    ...(filled ? { areaStyle: { color: lineStyle.color, opacity: 0.14 } } : {}),
  };
}

/** `600 MiB`: steps are round. */
function axisText(value: number, unit: Chart['unit']): string {
  return value === 0 ? '0' : valueText(value, unit).replace('.0 ', ' ');
}

const TWO_DAYS_MS = 2 * 86_400_000;

function dateText(ms: number, spanMs: number): string {
  const iso = new Date(ms).toISOString();
  return spanMs < TWO_DAYS_MS ? iso.slice(11, 16) : iso.slice(0, 10);
}

const SHAPE = /<(path|text|circle)\b([^>]*)>([^<]*)/g;
const ATTRIBUTE = /\s([\w:-]+)="([^"<>]*)"/g;
/** What a shape needs: no `style`, which the page's policy refuses, no class, no ID, no handler. */
const KEPT_ATTRIBUTES = new Set([
  ...[
    'd',
    'x',
    'y',
    'cx',
    'cy',
    'r',
    'transform',
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
  ],
  ...['text-anchor', 'dominant-baseline'],
]);

/** Of ECharts' SVG the shapes alone, with the attributes that are known: all else, whatever it would be, is left out. */
export function plainShapes(svg: string): string {
  const drawn = svg.replace(/<defs[\s\S]*?<\/defs>|<style[\s\S]*?<\/style>/g, '');
  return [...drawn.matchAll(SHAPE)]
    .map(([, name = '', attributes = '', text = '']) => {
      const kept = [...attributes.matchAll(ATTRIBUTE)].filter(([, key = '']) => KEPT_ATTRIBUTES.has(key));
      const list = kept.map(([, key, value = '']) => ` ${key}="${shorter(value)}"`).join('');
      return name === 'text' ? `<text${list}>${text}</text>` : `<${name}${list}/>`;
    })
    .join('');
}

/** A tenth of a pixel is enough. */
function shorter(value: string): string {
  return value.replace(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
}
