import { formatBytes, formatCounted } from '../../amounts.ts';
import { displayText } from '../../bytestring.ts';
import type { Report, TargetFacts } from '../facts.ts';
import { growthText } from '../growth-text.ts';
import { HEALTHS } from '../health.ts';
import { nounOf } from '../history.ts';
import { targetShort } from '../names.ts';
import { offSiteText } from '../off-site-text.ts';
import { keptShare } from '../recovery-point.ts';
import { shareText } from '../share-text.ts';
import { spanText, timeText } from '../span-text.ts';
import { healthMark } from './health-mark.ts';
import { html, type Markup } from './html.ts';
import { rpoStrip } from './rpo-strip.ts';
import { shareBar } from './share-bar.ts';
import { sizeSparkline } from './sparkline.ts';

/** A row for each target. */
export function overview(report: Report): Markup {
  const heads = COLUMNS.map(({ title }) => html`<th scope="col" role="columnheader">${title}</th>`);
  return html`<p class="search" hidden><label>Search <input type="search" id="search" autocomplete="off" placeholder="name, host, state"></label> <span id="found" role="status"></span></p>
<div class="scroll card" tabindex="0" role="group" aria-labelledby="overview">
<table class="overview" role="table" aria-labelledby="overview"><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">
${report.targets.map((facts, i) => row(facts, { index: i, report }))}</tbody></table></div>
${stripKey()}
`;
}

/** What the colours of the strips are: their labels say it of each in words. */
function stripKey(): Markup {
  const words = [
    ['kept', 'RPO kept'],
    ['partly', 'missed for a part'],
    ['missed', 'missed'],
    ['unknown', 'unknown: backups may have been removed'],
  ] as const;
  return html`<p class="strip-key note">RPO kept over time:${words.map(([state, text]) => html` <span class="swatch ${state}">${text}</span>`)}</p>`;
}

interface Place {
  readonly index: number;
  readonly report: Report;
}

interface Column {
  readonly title: string;
  readonly cell: (facts: TargetFacts, place: Place) => Markup;
  /** What it is sorted by; a text is sorted as one. */
  readonly key: (facts: TargetFacts) => number | string;
}

const NOTHING = html`<span class="none">none</span>`;
/** Sorts what isn't known behind all that is. */
const LAST = Number.MAX_SAFE_INTEGER;

const COLUMNS: readonly Column[] = [
  {
    title: 'Target',
    cell: ({ history }, { index }) =>
      html`<a href="#t${index + 1}">${targetShort(history)}</a> <small>${displayText(history.hostname)}</small>`,
    key: ({ history }) => targetShort(history),
  },
  {
    title: 'Health',
    cell: ({ judgement: { health, reasons } }) =>
      html`${healthMark(health)} <small class="why">${reasons[0]?.text ?? ''}${reasons.length > 1 ? ` (and ${reasons.length - 1} more)` : ''}</small>`,
    key: ({ judgement }) => HEALTHS.indexOf(judgement.health),
  },
  {
    title: 'Last backup',
    cell: ({ newest, ageMs, expectations: { rpoMs } }) =>
      newest === null || ageMs === null
        ? NOTHING
        : html`<time datetime="${dateTime(newest.timeMs)}" title="${timeText(newest.timeMs)}">${spanText(ageMs)} ago</time> ${shareBar(ageMs / rpoMs)}<small>RPO ${spanText(rpoMs)}</small>`,
    key: ({ ageMs }) => ageMs ?? LAST,
  },
  {
    title: 'RPO kept',
    cell: (facts, { report }) => html`${shareText(facts)} ${rpoStrip(facts, report.periodMs)}`,
    key: ({ recoveryPoints }) => (recoveryPoints === null ? -1 : keptShare(recoveryPoints).least),
  },
  {
    title: 'Last drill',
    cell: ({ lastDrill }, { report }) =>
      lastDrill === null
        ? NOTHING
        : html`<span class="${lastDrill.passed ? 'good' : 'bad'}">${lastDrill.passed ? '✓ passed' : '✕ failed'}</span> <small><time datetime="${dateTime(lastDrill.timeMs)}" title="${timeText(lastDrill.timeMs)}">${spanText(report.nowMs - lastDrill.timeMs)} ago</time></small>`,
    key: ({ lastDrill }) => -(lastDrill?.timeMs ?? -LAST),
  },
  {
    title: 'Restore',
    cell: ({ lastProof, expectations: { rtoMs } }) =>
      lastProof?.restoreMs == null
        ? html`– <small>${rtoMs === null ? 'no RTO given' : `RTO ${spanText(rtoMs)}`}</small>`
        : html`${spanText(lastProof.restoreMs)} ${rtoMs === null ? null : shareBar(lastProof.restoreMs / rtoMs)}<small>${rtoMs === null ? 'no RTO given' : `RTO ${spanText(rtoMs)}`}</small>`,
    key: ({ lastProof }) => lastProof?.restoreMs ?? LAST,
  },
  {
    title: 'Downtime',
    cell: ({ downtime }) => html`${downtime === null ? '–' : spanText(downtime.last)}`,
    key: ({ downtime }) => downtime?.last ?? -1,
  },
  {
    title: 'Size',
    cell: (facts) =>
      html`${facts.newest?.item.sizeBytes == null ? '–' : formatBytes(facts.newest.item.sizeBytes)} ${sizeSparkline(facts)}<small>${growthText(facts.growthPerDay)}</small>`,
    key: ({ newest }) => newest?.item.sizeBytes ?? -1,
  },
  {
    title: 'Kept',
    cell: (facts) => {
      const { history, retention, copies } = facts;
      const goes = retention?.goes.size ?? 0;
      const rest = [offSiteText(facts), goes === 0 ? '' : `${goes} would go`].filter((part) => part !== '');
      return html`${formatCounted(history.backups.length, nounOf(history))} <small>newest in ${inPlaces(facts)} of ${copies.length}</small>${rest.length === 0 ? null : html` <small>${rest.join(', ')}</small>`}`;
    },
    key: ({ history }) => history.backups.length,
  },
];

function dateTime(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

function inPlaces({ copies, newest }: TargetFacts): number {
  return copies.filter((copy) => copy.newest !== null && copy.newest === newest).length;
}

function row(facts: TargetFacts, place: Place): Markup {
  const cells = COLUMNS.map(
    ({ title, cell, key }) =>
      html`<td role="cell" data-l="${title}" data-v="${key(facts)}">${cell(facts, place)}</td>`,
  );
  return html`<tr role="row" class="${facts.judgement.health}" data-h="${facts.judgement.health}">${cells}</tr>
`;
}
