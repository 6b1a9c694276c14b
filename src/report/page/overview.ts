import { displayText } from '../../bytestring.ts';
import { formatBytes } from '../../progress/amounts.ts';
import type { Report, TargetFacts } from '../facts.ts';
import { countByHealth } from '../facts.ts';
import { HEALTHS } from '../health.ts';
import { targetShort } from '../names.ts';
import { keptShare } from '../recovery-point.ts';
import { shareText } from '../share-text.ts';
import { spanText, timeText } from '../span-text.ts';
import { healthMark } from './health-mark.ts';
import { html, type Markup } from './html.ts';

/** How many are how, and a row for each. */
export function overview(report: Report): Markup {
  const counts = countByHealth(report);
  const heads = COLUMNS.map(({ title }) => html`<th scope="col" role="columnheader">${title}</th>`);
  return html`<ul class="counts">${HEALTHS.map((health) => html`<li class="${health}"><b>${counts[health]}</b> ${healthMark(health)}</li>`)}</ul>
<p class="search" hidden><label>Search <input type="search" id="search" autocomplete="off" placeholder="name, host, state"></label> <span id="found" role="status"></span></p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="overview">
<table class="overview" role="table" aria-labelledby="overview"><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">
${report.targets.map((facts, i) => row(facts, i))}</tbody></table></div>
`;
}

interface Column {
  readonly title: string;
  readonly cell: (facts: TargetFacts, index: number) => Markup;
  /** What it is sorted by; a text is sorted as one. */
  readonly key: (facts: TargetFacts) => number | string;
}

const NOTHING = html`<span class="none">none</span>`;
/** Sorts what isn't known behind all that is. */
const LAST = Number.MAX_SAFE_INTEGER;

const COLUMNS: readonly Column[] = [
  {
    title: 'Target',
    cell: ({ history }, i) =>
      html`<a href="#t${i + 1}">${targetShort(history)}</a> <small>on ${displayText(history.hostname)}</small>`,
    key: ({ history }) => targetShort(history),
  },
  {
    title: 'Health',
    cell: ({ judgement: { health, reasons } }) =>
      html`${healthMark(health)} <small>${reasons[0]?.text ?? ''}${reasons.length > 1 ? ` (and ${reasons.length - 1} more)` : ''}</small>`,
    key: ({ judgement }) => HEALTHS.indexOf(judgement.health),
  },
  {
    title: 'Last backup',
    cell: ({ newest, ageMs, expectations }) =>
      newest === null || ageMs === null
        ? NOTHING
        : html`<time datetime="${new Date(newest.timeMs).toISOString()}" title="${timeText(newest.timeMs)}">${spanText(ageMs)} ago</time> <small>RPO ${spanText(expectations.rpoMs)}</small>`,
    key: ({ ageMs }) => ageMs ?? LAST,
  },
  {
    title: 'RPO kept',
    cell: (facts) => html`${shareText(facts)}`,
    key: ({ recoveryPoints }) => (recoveryPoints === null ? -1 : keptShare(recoveryPoints).least),
  },
  {
    title: 'Last drill',
    cell: ({ lastDrill }) =>
      lastDrill === null
        ? NOTHING
        : html`${lastDrill.passed ? 'passed' : 'failed'} <small>${timeText(lastDrill.timeMs)}</small>`,
    key: ({ lastDrill }) => -(lastDrill?.timeMs ?? -LAST),
  },
  {
    title: 'Restore time',
    cell: ({ lastProof, expectations: { rtoMs } }) =>
      html`${lastProof?.restoreMs == null ? '–' : spanText(lastProof.restoreMs)} <small>${rtoMs === null ? 'no RTO given' : `RTO ${spanText(rtoMs)}`}</small>`,
    key: ({ lastProof }) => lastProof?.restoreMs ?? LAST,
  },
  {
    title: 'Downtime',
    cell: ({ downtime }) => html`${downtime === null ? '–' : spanText(downtime.last)}`,
    key: ({ downtime }) => downtime?.last ?? -1,
  },
  {
    title: 'Size',
    cell: ({ newest, growthPerDay }) =>
      html`${newest?.item.sizeBytes == null ? '–' : formatBytes(newest.item.sizeBytes)} <small>${growthText(growthPerDay)}</small>`,
    key: ({ newest }) => newest?.item.sizeBytes ?? -1,
  },
  {
    title: 'Backups',
    cell: ({ history, retention }) =>
      html`${history.backups.length} <small>${retention === null ? '' : `${retention.goes.size} would go`}</small>`,
    key: ({ history }) => history.backups.length,
  },
  {
    title: 'Copies',
    cell: ({ copies, newest }) =>
      html`${copies.filter((copy) => copy.newest !== null && copy.newest === newest).length} of ${copies.length}`,
    key: ({ copies, newest }) => copies.filter((copy) => copy.newest === newest).length,
  },
];

function row(facts: TargetFacts, index: number): Markup {
  const cells = COLUMNS.map(
    ({ title, cell, key }) =>
      html`<td role="cell" data-l="${title}" data-v="${key(facts)}">${cell(facts, index)}</td>`,
  );
  return html`<tr role="row">${cells}</tr>
`;
}

export function growthText(bytesPerDay: number | null): string {
  if (bytesPerDay === null) return '';
  return `${bytesPerDay < 0 ? '−' : '+'}${formatBytes(Math.round(Math.abs(bytesPerDay)))} a day`;
}
