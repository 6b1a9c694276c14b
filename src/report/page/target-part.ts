import { displayText } from '../../bytestring.ts';
import { formatBytes, formatCounted } from '../../progress/amounts.ts';
import { shownId } from '../../retention/item.ts';
import type { Report, TargetFacts } from '../facts.ts';
import { nounOf } from '../history.ts';
import { targetTitle } from '../names.ts';
import { shareText } from '../share-text.ts';
import { spanText, timeText } from '../span-text.ts';
import type { ChartEngine } from './draw-chart.ts';
import { backupsTable, changesPart, drillsPart, restoresPart, tablesPart } from './evidence-parts.ts';
import { figure } from './figure.ts';
import { healthMark } from './health-mark.ts';
import { html, type Markup } from './html.ts';
import { growthText } from './overview.ts';
import { chartsOf } from './target-charts.ts';

/** What a page of so many targets has room for. */
export interface Room {
  readonly charts: number;
  readonly pointsPerChart: number;
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
  const drawn = charts.slice(0, room.charts).map((chart) => figure(chart, engine, room.pointsPerChart));
  const left = charts.length - drawn.length;
  return html`<details class="target"${room.open ? html` open` : null}><summary><h2>${targetTitle(history)}</h2> ${healthMark(judgement.health)}</summary>
<div id="t${index + 1}" tabindex="-1">
<ul class="reasons">${judgement.reasons.map(({ text }) => html`<li>${text}</li>`)}</ul>
${factList(facts, report)}
<div class="charts">${drawn}</div>${left > 0 ? html`<p class="note">${formatCounted(left, 'more chart')} in a report of fewer targets.</p>` : null}
${backupsTable(facts, room.backupsShown)}${changesPart(history)}${tablesPart(history)}${drillsPart(history)}${restoresPart(history)}
</div></details>
`;
}

function factList(facts: TargetFacts, report: Report): Markup {
  const { newest, ageMs, expectations, history, duration, downtime, storedPerDay, copies, retention } = facts;
  const noun = nounOf(history);
  const rows: (readonly [string, string] | null)[] = [
    newest === null || ageMs === null
      ? ['Last backup', `no complete ${noun}`]
      : [
          'Last backup',
          `${timeText(newest.timeMs)}, ${spanText(ageMs)} ago (${displayText(shownId(newest.item.id))})`,
        ],
    [
      'RPO',
      `${spanText(expectations.rpoMs)}; kept for ${shareText(facts)} of ${periodText(facts)}${unknownText(facts)}`,
    ],
    ['RTO', rtoText(facts)],
    ['Paths', history.paths.map(displayText).join(', ') || 'none'],
    duration === null
      ? null
      : [
          'Duration',
          `${spanText(duration.last)}, median ${spanText(duration.median)}, longest ${spanText(duration.longest)}`,
        ],
    downtime === null
      ? null
      : [
          'Downtime',
          `${spanText(downtime.last)}, median ${spanText(downtime.median)}, longest ${spanText(downtime.longest)}`,
        ],
    ['Growth', growthText(facts.growthPerDay) || 'not known yet'],
    storedPerDay === null
      ? null
      : ['Stored', `${formatBytes(Math.round(storedPerDay))} a day, by the backups that are still there`],
    ...copies.map(
      ({ place, newest: copy }) =>
        ['In', `${place}: ${copy === null ? 'nothing complete' : `until ${timeText(copy.timeMs)}`}`] as const,
    ),
    ['Retention', retention === null ? 'no policy was given' : retentionText(facts, report)],
  ];
  return html`<dl>${rows.map((one) => (one === null ? null : html`<div><dt>${one[0]}</dt><dd>${one[1]}</dd></div>`))}</dl>`;
}

function periodText({ recoveryPoints }: TargetFacts): string {
  return recoveryPoints === null
    ? 'no time'
    : `the last ${spanText(recoveryPoints.toMs - recoveryPoints.fromMs)}`;
}

function unknownText({ recoveryPoints }: TargetFacts): string {
  if (recoveryPoints === null || recoveryPoints.unknownMs === 0) return '';
  return `; of ${spanText(recoveryPoints.unknownMs)} the backups may have been removed`;
}

function rtoText({ expectations: { rtoMs }, lastProof }: TargetFacts): string {
  const measured =
    lastProof?.restoreMs == null ? 'no restore measured' : `${spanText(lastProof.restoreMs)} measured`;
  return rtoMs === null ? `none given; ${measured}` : `${spanText(rtoMs)}; ${measured}`;
}

function retentionText({ retention }: TargetFacts, { policy }: Report): string {
  if (retention === null) return '';
  const future = retention.future.map(
    ({ days, kept, reachMs }) => `in ${days} d: ${kept}, back to ${spanText(reachMs)} before`,
  );
  return [`${policy ?? ''}: ${retention.kept} stay, ${retention.goes.size} would go`, ...future].join('; ');
}
