import { displayText } from '../bytestring.ts';
import { failureText } from '../failure-text.ts';
import { escapeMarkdown, MAX_SUMMARY_BYTES } from '../github/summary.ts';
import { formatBytes, formatCounted } from '../progress/amounts.ts';
import { countByHealth, type Report, type TargetFacts } from '../report/facts.ts';
import { HEALTHS, type Health } from '../report/health.ts';
import { HEALTH_NAMES, targetShort } from '../report/names.ts';
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
      : `**Not all could be read:** ${formatCounted(warnings.length, 'warning')}; the log has them.`,
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
  const lines = [
    '| Target | Host | Health | Last backup | RPO kept | Last drill | Size | Why |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  let room = MAX_SUMMARY_BYTES - BESIDE_BYTES;
  for (const [i, facts] of targets.entries()) {
    const line = row(facts);
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

function row({
  history,
  judgement,
  ageMs,
  expectations,
  recoveryPoints,
  lastDrill,
  newest,
}: TargetFacts): string {
  const cells = [
    escapeMarkdown(targetShort(history)),
    escapeMarkdown(displayText(history.hostname)),
    `${SIGNS[judgement.health]} ${HEALTH_NAMES[judgement.health]}`,
    ageMs === null ? 'none' : `${spanText(ageMs)} ago (RPO ${spanText(expectations.rpoMs)})`,
    shareText({ recoveryPoints }),
    lastDrill === null ? 'none' : `${lastDrill.passed ? 'passed' : 'failed'} ${timeText(lastDrill.timeMs)}`,
    newest?.item.sizeBytes == null ? '' : formatBytes(newest.item.sizeBytes),
    judgement.reasons.map(({ text }) => escapeMarkdown(text)).join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}
