import { formatBytes, formatCounted } from '../amounts.ts';
import { displayText } from '../bytestring.ts';
import { failureText } from '../failure-text.ts';
import { escapeMarkdown, MAX_SUMMARY_BYTES } from '../github/summary.ts';
import { countByHealth, type Report, type TargetFacts } from '../report/facts.ts';
import { growthText } from '../report/growth-text.ts';
import { HEALTHS, type Health } from '../report/health.ts';
import { nounOf } from '../report/history.ts';
import { HEALTH_NAMES, targetShort } from '../report/names.ts';
import { offSiteText } from '../report/off-site-text.ts';
import { shareText } from '../report/share-text.ts';
import { spanText, timeText } from '../report/span-text.ts';
import { nextSteps } from './next-steps.ts';

const SIGNS: Readonly<Record<Health, string>> = {
  failing: '❌',
  stale: '⚠️',
  'never-proved': '❔',
  protected: '✅',
};

/** What stands beside the table has this much room. */
const BESIDE_BYTES = 16 * 1024;

/** The overview as Markdown. The worst come first: where a table would be too long, what is left out is the best. */
export function reportSummary(report: Report): string {
  const { targets, warnings, nowMs, periodMs } = report;
  const parts = [
    `### ${SIGNS[targets[0]?.judgement.health ?? 'failing']} Backups of ${formatCounted(targets.length, 'target')}`,
    `As of ${timeText(nowMs)}; figures over time are of the last ${spanText(periodMs)}.`,
    pie(report),
    table(targets),
    warnings.length === 0
      ? ''
      : `⚠️ ${formatCounted(warnings.length, 'warning')}: what could not be read, or should be seen to; the log has them.`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

export function failedReportSummary(error: unknown): string {
  return `### ❌ Report failed\n\n${escapeMarkdown(failureText(error))}\n\n**Next:** ${nextSteps(error).advice}\n`;
}

/** Our words and numbers alone: no name gets into Mermaid. */
function pie(report: Report): string {
  const counts = countByHealth(report);
  const parts = HEALTHS.filter((health) => counts[health] > 0).map(
    (health) => `  "${HEALTH_NAMES[health]}" : ${counts[health]}`,
  );
  return parts.length < 2 ? '' : ['```mermaid', 'pie showData', ...parts, '```'].join('\n');
}

function table(targets: readonly TargetFacts[]): string {
  const titles = COLUMNS.map(([title]) => title);
  const lines = [`| ${titles.join(' | ')} |`, `|${' --- |'.repeat(titles.length)}`];
  let room = MAX_SUMMARY_BYTES - BESIDE_BYTES;
  for (const [i, facts] of targets.entries()) {
    const line = `| ${COLUMNS.map(([, cell]) => cell(facts)).join(' | ')} |`;
    room -= Buffer.byteLength(line) + 1;
    if (room < 0)
      return [
        ...lines,
        '',
        `_${formatCounted(targets.length - i, 'more target')}: the page and the log have all._`,
      ].join('\n');
    lines.push(line);
  }
  return lines.join('\n');
}

/** As the page's overview has them. */
const COLUMNS: readonly (readonly [title: string, cell: (facts: TargetFacts) => string])[] = [
  ['Target', ({ history }) => escapeMarkdown(targetShort(history))],
  ['Host', ({ history }) => escapeMarkdown(displayText(history.hostname))],
  ['Health', ({ judgement: { health } }) => `${SIGNS[health]} ${HEALTH_NAMES[health]}`],
  ['Why', ({ judgement }) => judgement.reasons.map(({ text }) => escapeMarkdown(text)).join('; ')],
  [
    'Last backup',
    ({ ageMs, expectations: { rpoMs } }) =>
      ageMs === null ? 'none' : `${spanText(ageMs)} ago (RPO ${spanText(rpoMs)})`,
  ],
  ['RPO kept', (facts) => shareText(facts)],
  [
    'Last drill',
    ({ lastDrill }) =>
      lastDrill === null ? 'none' : `${lastDrill.passed ? 'passed' : 'failed'} ${timeText(lastDrill.timeMs)}`,
  ],
  ['Restore', restoreCell],
  ['Downtime', ({ downtime }) => (downtime === null ? '–' : spanText(downtime.last))],
  ['Size', sizeCell],
  ['Kept', keptCell],
];

function restoreCell({ lastProof, expectations: { rtoMs } }: TargetFacts): string {
  const measured = lastProof?.restoreMs == null ? '–' : spanText(lastProof.restoreMs);
  return rtoMs === null ? measured : `${measured} (RTO ${spanText(rtoMs)})`;
}

function sizeCell({ newest, growthPerDay }: TargetFacts): string {
  if (newest?.item.sizeBytes == null) return '';
  const growth = growthText(growthPerDay);
  return `${formatBytes(newest.item.sizeBytes)}${growth === '' ? '' : ` (${growth})`}`;
}

function keptCell({ history, copies, newest, retention }: TargetFacts): string {
  const there = copies.filter((copy) => copy.newest !== null && copy.newest === newest).length;
  return [
    formatCounted(history.backups.length, nounOf(history)),
    `newest in ${there} of ${copies.length}`,
    offSiteText({ copies, newest }),
    retention === null || retention.goes.size === 0 ? '' : `${retention.goes.size} would go`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
