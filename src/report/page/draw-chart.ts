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

/** The shapes of a chart, to stand in an `<svg>` of CHART_WIDTH × CHART_HEIGHT. */
export function drawChart(chart: Chart, engine: ChartEngine): string {
  return plainShapes(engine.render(optionOf(chart)));
}

function optionOf({ unit, series, points, limit }: Chart): Record<string, unknown> {
  const [firstMs, lastMs] = [points[0]?.timeMs ?? 0, points.at(-1)?.timeMs ?? 0];
  const spanMs = Math.max(1, lastMs - firstMs);
  const most = Math.max(1, limit ?? 0, ...points.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const step = roundStep(most, unit);
  const label = { color: 'var(--soft)', fontSize: 11 };
  const line = { lineStyle: { color: 'var(--line)' } };
  const limitLine = limit === null ? [] : [[0, limit] as const, [spanMs, limit] as const];
  return {
    animation: false,
    grid: { left: 60, right: 36, top: 10, bottom: 24, outerBoundsMode: 'none' },
    xAxis: {
      ...{ type: 'value', min: 0, max: spanMs, interval: spanMs / 3, axisTick: { show: false } },
      ...{ splitLine: { show: false }, axisLine: line },
      axisLabel: { ...label, hideOverlap: false, formatter: (at: number) => dateText(firstMs + at, spanMs) },
    },
    yAxis: {
      ...{ type: 'value', min: 0, max: Math.ceil(most / step) * step, interval: step },
      ...{ axisLine: { show: false }, axisTick: { show: false }, splitLine: line },
      axisLabel: { ...label, formatter: (value: number) => axisText(value, unit) },
    },
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
