import type { CheckedCheckout } from '../config/check-checkout.ts';
import { type Change, isLoss, type TargetChange } from '../config/compare.ts';
import { rulePage } from '../config/rule-page.ts';
import { retentionText, scheduleOf, scheduleText, storageText, timeText } from '../config/target-facts.ts';
import type { Target } from '../config/targets.ts';
import { escapeMarkdown, markdownCode } from '../github/summary.ts';
import { formatCounted } from '../progress/amounts.ts';
import { findingsTable, placeOf, ruleLink, table, withCode } from './findings-table.ts';

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
    silencedTable(validation.silenced),
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

function changesPart({ changes, noComparison }: CheckedCheckout): string {
  if (noComparison !== null)
    return `**What the change would do** isn’t known: ${escapeMarkdown(noComparison)}.`;
  if (changes === null) return '';
  if (changes.length === 0) return '**What the change would do:** nothing to any target.';
  const lines = changes.map((change) => `- ${changeText(change)}`);
  const isRetention = changes.some((change) => change.changes.some(({ what }) => what === 'retention'));
  const unknown = isRetention
    ? '\n\nHow many snapshots another retention removes can’t be known here: that takes the repository and its password. A dry run of `retention` says it.'
    : '';
  return `**What the change would do**\n\n${lines.join('\n')}${unknown}`;
}

function changeText(change: TargetChange): string {
  const name = markdownCode(change.target);
  if (change.kind === 'gained') return `${name} is new: it is backed up from its next run on`;
  if (change.kind === 'lost')
    return `⚠️ ${name} goes: it is not backed up any more; its snapshots stay as they are`;
  return `${isLoss(change) ? '⚠️ ' : ''}${name}: ${change.changes.map(partText).join('; ')}`;
}

function partText(change: Change): string {
  const what = escapeMarkdown(change.what);
  if (change.kind === 'value')
    return `${what} ${markdownCode(change.before)} → ${markdownCode(change.after)}`;
  const parts = [
    ...change.gained.map((item) => `+ ${markdownCode(item)}`),
    ...change.lost.map((item) => `− ${markdownCode(item)}`),
  ];
  return `${what} ${parts.join(', ')}`;
}

function silencedTable(silenced: CheckedCheckout['validation']['silenced']): string {
  if (silenced.length === 0) return '';
  const rows = silenced.map(({ finding, reason }) => [
    ruleLink(finding.rule, rulePage),
    placeOf(finding),
    withCode(finding.what),
    escapeMarkdown(reason),
  ]);
  return `**Silenced**\n\n${table(['rule', 'where', 'what', 'because'], rows)}`;
}
