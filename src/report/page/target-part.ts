import { formatBytes, formatCounted } from '../../amounts.ts';
import { displayText } from '../../bytestring.ts';
import { shownId } from '../../retention/item.ts';
import type { Report, Spread, TargetFacts } from '../facts.ts';
import { targetTitle } from '../names.ts';
import type { FutureRetention } from '../retention-outlook.ts';
import { spanText, timeText } from '../span-text.ts';
import type { ChartEngine } from './draw-chart.ts';
import { backupsTable, changesPart, drillsPart, restoresPart, tablesPart } from './evidence-parts.ts';
import { figure } from './figure.ts';
import { healthMark } from './health-mark.ts';
import { html, type Markup } from './html.ts';
import { chartsOf } from './target-charts.ts';
import { tiles } from './tiles.ts';

/** What a page of so many targets has room for. */
export interface Room {
  readonly charts: number;
  readonly pointsPerChart: number;
  /** Rows of the table below a chart. */
  readonly numbersPerChart: number;
  readonly backupsShown: number;
  /** Whether parts are open from the beginning. */
  readonly open: boolean;
}

export function targetPart(
  facts: TargetFacts,
  index: number,
  context: { report: Report; engine: ChartEngine; room: Room },
): Markup {
  const { report, engine, room } = context;
  const { history, judgement } = facts;
  const charts = chartsOf(facts);
  const drawn = charts.slice(0, room.charts).map((chart) => figure(chart, engine, room));
  const left = charts.length - drawn.length;
  return html`<details class="target ${judgement.health}"${room.open ? html` open` : null}><summary><h2>${targetTitle(history)}</h2> ${healthMark(judgement.health)}</summary>
<div id="t${index + 1}" tabindex="-1">
<ul class="reasons">${judgement.reasons.map(({ text }) => html`<li class="why">${text}</li>`)}</ul>
${tiles(facts, report)}${factList(facts)}
${drawn.length === 0 ? html`<p class="note">${history.backups.length === 0 ? 'There is nothing to show yet.' : 'Charts come with the second backup.'}</p>` : html`<div class="charts">${drawn}</div>`}${left > 0 ? html`<p class="note">${formatCounted(left, 'more chart')} in a report of fewer targets, such as of this one alone (<code>--of</code>).</p>` : null}
${drillsPart(history)}${restoresPart(history)}${changesPart(history)}${tablesPart(history)}${backupsTable(facts, room.backupsShown)}
</div></details>
`;
}

function factList(facts: TargetFacts): Markup {
  const { newest, history, duration, downtime, storedPerDay, copies, retention } = facts;
  const rows: (readonly [string, string] | null)[] = [
    ['Paths', history.paths.map(displayText).join(', ') || 'none'],
    newest === null
      ? null
      : ['Newest', `${displayText(shownId(newest.item.id))}, ${timeText(newest.timeMs)}`],
    duration === null ? null : ['Duration', spreadText(duration)],
    downtime === null ? null : ['Downtime', spreadText(downtime)],
    storedPerDay === null
      ? null
      : ['Stored', `${formatBytes(Math.round(storedPerDay))} a day, of the backups that are still there`],
    ...copies.map(
      ({ place, newest: copy }) =>
        [
          place.isOffSite ? 'Off-site' : 'Kept in',
          `${place.shown}: ${copy === null ? 'nothing complete' : `newest of ${timeText(copy.timeMs)}`}`,
        ] as const,
    ),
    ['Retention', retention === null ? 'no policy was given' : retentionText(facts)],
    retention === null || retention.future.length === 0
      ? null
      : ['In time', `as often as now, that leaves ${retention.future.map(futureText).join('; ')}`],
  ];
  return html`<dl class="facts">${rows.map((one) => (one === null ? null : html`<div><dt>${one[0]}</dt><dd>${one[1]}</dd></div>`))}</dl>`;
}

function spreadText({ last, median, longest }: Spread): string {
  return `${spanText(last)}, median ${spanText(median)}, longest ${spanText(longest)}`;
}

function retentionText({ retention }: TargetFacts): string {
  return retention === null
    ? ''
    : `${retention.policy}: ${retention.kept} stay, ${retention.goes.size} would go now`;
}

function futureText({ days, kept, reachMs }: FutureRetention): string {
  return `${kept} in ${days} d (the oldest of ${spanText(reachMs)} before)`;
}
