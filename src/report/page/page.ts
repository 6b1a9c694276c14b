import { createHash } from 'node:crypto';
import { formatCounted } from '../../amounts.ts';
import type { Report } from '../facts.ts';
import { timeText } from '../span-text.ts';
import type { ChartEngine } from './draw-chart.ts';
import { html, Markup } from './html.ts';
import { overview } from './overview.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { type Room, targetPart } from './target-part.ts';
import { verdict } from './verdict.ts';

/** Charts of a page: each costs some milliseconds, and up to MAX_CHART_BYTES. */
const MAX_CHARTS = 450;
const MAX_CHARTS_PER_TARGET = 6;
const MIN_CHARTS_PER_TARGET = 1;
/** Up to so many targets each part is open from the beginning. */
const MAX_OPEN_TARGETS = 5;
/** Of a page of few targets, and of many. */
const WIDE = { pointsPerChart: 120, numbersPerChart: 120, backupsShown: 100 } as const;
const NARROW = { pointsPerChart: 80, numbersPerChart: 24, backupsShown: 12 } as const;
const MAX_WIDE_TARGETS = 40;

/** The report as one HTML page, piece by piece: it asks nothing of anybody, and whoever wrote a name in it can make it do nothing. */
export function* reportPage(report: Report, engine: ChartEngine): Generator<string> {
  const room = roomFor(report.targets.length);
  yield head(report).text;
  yield verdict(report).text;
  yield warningsPart(report).text;
  if (report.targets.length === 0) yield EMPTY.text;
  else {
    yield overview(report).text;
    yield html`<h2 class="parts">Each target</h2>`.text;
    for (const [i, facts] of report.targets.entries())
      yield targetPart(facts, i, { report, engine, room }).text;
    yield `<script>${SCRIPT}</script>`;
  }
  yield '</main></body></html>\n';
}

/** What may be the matter where nothing was found. */
const EMPTY = html`<div class="card empty"><h2>What to do</h2><ul>
<li>Is this the place? Backups are looked for where this page says above that it was read from.</li>
<li>Do filters (<code>--host</code>, <code>--of</code>, <code>--tag</code>, <code>--path</code>) leave all out?</li>
<li>Make a first backup: <code>holdfast backup</code>, or run the workflow that does.</li></ul></div>
`;

export function roomFor(targets: number): Room {
  const charts = Math.floor(MAX_CHARTS / Math.max(1, targets));
  return {
    ...(targets <= MAX_WIDE_TARGETS ? WIDE : NARROW),
    charts: Math.max(MIN_CHARTS_PER_TARGET, Math.min(MAX_CHARTS_PER_TARGET, charts)),
    open: targets <= MAX_OPEN_TARGETS,
  };
}

/** Nothing is loaded, sent, framed or run but the style and the script below, which are known by their hashes. */
const POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function head({ nowMs, targets }: Report): Markup {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<title>Backups: ${formatCounted(targets.length, 'target')}, ${timeText(nowMs)}</title><style>${new Markup(STYLE)}</style></head>
<body><main>
`;
}

function warningsPart({ warnings }: Report): Markup {
  if (warnings.length === 0) return html``;
  return html`<div class="warnings"><p><strong>To be seen to:</strong></p><ul>${warnings.map((warning) => html`<li>${warning}</li>`)}</ul></div>`;
}
