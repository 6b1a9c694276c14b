import { formatCounted } from '../amounts.ts';
import type { CheckedCheckout } from '../config/check-checkout.ts';
import { auditPage, rulePage } from '../config/rule-page.ts';
import type { Silence } from '../config/schema/file.ts';
import { retentionText, scheduleOf, scheduleText, storageText, timeText } from '../config/target-facts.ts';
import type { Target } from '../config/targets.ts';
import { escapeMarkdown, markdownCode } from '../github/summary.ts';
import { changesPart } from './change-text.ts';
import { findingsTable, silencedTable, table } from './findings-table.ts';

/** How many times to come are told. */
const NEXT_RUNS = 3;

/** What a check of the configuration came to, as Markdown. Nothing of the files stands in it unescaped. */
export function validationSummary(checked: CheckedCheckout, nowMs: number): string {
  const { validation, counts, passed } = checked;
  const found = `${formatCounted(counts.error, 'error')}, ${formatCounted(counts.warning, 'warning')}, ${formatCounted(counts.notice, 'notice')}`;
  const parts = [
    `### ${passed ? '✅' : '❌'} The backup configuration ${passed ? 'is in order' : 'is not in order'}: ${found}`,
    findingsTable(validation.findings, rulePage),
    changesPart(checked),
    targetsTable(validation.targets, nowMs),
    silencedTable(validation.silenced, rulePage),
    auditPart(validation.audit),
  ];
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** The same, short, for a comment on the pull request. */
export function validationComment(checked: CheckedCheckout): string {
  const { validation, passed, counts } = checked;
  const found = `${formatCounted(counts.error, 'error')}, ${formatCounted(counts.warning, 'warning')}`;
  const parts = [
    `### ${passed ? '✅' : '❌'} The backup configuration ${passed ? 'is in order' : 'is not in order'}: ${found}`,
    changesPart(checked),
    findingsTable(
      validation.findings.filter(({ severity }) => severity !== 'notice'),
      rulePage,
    ),
  ];
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function targetsTable(targets: readonly Target[], nowMs: number): string {
  if (targets.length === 0) return '';
  const rows = targets.map((target) => [
    markdownCode(target.name),
    markdownCode(target.hostname ?? '?'),
    markdownCode(storageText(target) || '?'),
    escapeMarkdown(scheduleText(target)),
    nextRuns(target, nowMs),
    escapeMarkdown(retentionText(target)),
  ]);
  return `**Targets**\n\n${table(['target', 'host', 'storage', 'due', 'next', 'retention'], rows)}`;
}

function nextRuns(target: Target, nowMs: number): string {
  const schedule = scheduleOf(target);
  if (schedule === null) return '';
  return schedule
    .next(NEXT_RUNS, nowMs)
    .map((time) => timeText(time, schedule.timezone))
    .join(', ');
}

function auditPart(silences: readonly Silence[]): string {
  if (silences.length === 0) return '';
  const rows = silences.map(({ rule, target, file, reason }) => [
    `[${escapeMarkdown(rule)}](${auditPage(rule)})`,
    [target, file]
      .map((one) => (one === undefined ? '' : markdownCode(one)))
      .join(' ')
      .trim(),
    escapeMarkdown(reason),
  ]);
  return `**What the audit won’t say**\n\n${table(['rule', 'where', 'because'], rows)}`;
}
