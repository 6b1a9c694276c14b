import type { Check } from '../drills/check.ts';
import { factsOf } from '../drills/page.ts';
import { timeText } from '../drills/time-text.ts';
import { failureText } from '../failure-text.ts';
import { escapeMarkdown, markdownCode } from '../github/summary.ts';
import type { DrillResult } from '../operations/drill.ts';
import { factsTable } from './markdown.ts';

/** The job summary of a drill, passed or failed. */
export function drillSummary({ passed, reasons, statement, checks }: DrillResult): string {
  const { predicate } = statement;
  const what = `${markdownCode(predicate.snapshot.target ?? 'files')} of ${markdownCode(predicate.snapshot.hostname)}`;
  const facts = factsOf(predicate).map(([name, value]) => [name, escapeMarkdown(value)] as const);
  return [
    `### ${passed ? '✅ Restore drill passed' : '❌ Restore drill failed'}: ${what}`,
    ...(passed ? [] : [reasons.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n')]),
    factsTable(facts),
    checksTable(checks),
    passed
      ? '**Next:** nothing. The recovery sheet is kept with the evidence; print it.'
      : '**Next:** find out whether the backup or the drill is at fault. Until a drill passes, nobody knows that the backup holds.',
    '',
  ].join('\n\n');
}

function checksTable(checks: readonly Check[]): string {
  const mark = { passed: '✅', failed: '❌', 'could-not-run': '❌ could not run' };
  const rows = checks.map(
    ({ name, result, expected, found, duration_ms: took }) =>
      `| ${mark[result]} | ${escapeMarkdown(name)} | ${escapeMarkdown(expected)} | ${escapeMarkdown(found)} | ${timeText(took)} |`,
  );
  return ['| | Check | Expected | Found | Took |', '| --- | --- | --- | --- | ---: |', ...rows].join('\n');
}

/** Of a drill that came to no result. */
export function brokenDrillSummary(error: unknown, snapshot: string): string {
  return (
    `### ❌ Restore drill failed: ${markdownCode(snapshot)}\n\nIt came to no result: ${escapeMarkdown(failureText(error))}\n\n` +
    '**Next:** mend that, and drill again.\n'
  );
}
