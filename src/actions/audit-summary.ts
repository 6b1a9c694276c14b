import { ageText } from '../age.ts';
import { formatCounted } from '../amounts.ts';
import type { Audit, AuditedTarget } from '../audit/audit.ts';
import { isAuditRule } from '../config/audit-rules.ts';
import { countsOf } from '../config/finding.ts';
import { auditPage, rulePage } from '../config/rule-page.ts';
import { scheduleText } from '../config/target-facts.ts';
import { escapeMarkdown, markdownCode } from '../github/summary.ts';
import { findingsTable, silencedTable, table } from './findings-table.ts';

/** What an audit found, as Markdown. Nothing foreign stands in it unescaped. */
export function auditSummary({ findings, silenced, targets }: Audit, nowMs: number): string {
  const { error, warning } = countsOf(findings);
  const found = `${formatCounted(error, 'error')}, ${formatCounted(warning, 'warning')}`;
  const parts = [
    `### ${error === 0 ? '✅ Backups are as they were promised' : '❌ Backups are not as they were promised'}: ${found}`,
    findingsTable(findings, (rule) => (isAuditRule(rule) ? auditPage(rule) : rulePage(rule))),
    silencedTable(silenced, auditPage),
    targetsTable(targets, nowMs),
  ];
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function targetsTable(targets: readonly AuditedTarget[], nowMs: number): string {
  if (targets.length === 0) return '';
  const ago = (ms: number | null) => (ms === null ? 'never' : `${ageText(nowMs - ms)} ago`);
  const rows = targets.map(({ target, lastMs, provedMs }) => [
    markdownCode(target.name),
    markdownCode(target.hostname ?? '?'),
    escapeMarkdown(scheduleText(target)),
    ago(lastMs),
    target.settings.rpo === undefined ? '' : escapeMarkdown(target.settings.rpo),
    ago(provedMs),
    target.settings.drill === undefined ? '' : escapeMarkdown(target.settings.drill.every),
  ]);
  return table(['target', 'host', 'due', 'backed up', 'RPO', 'proved', 'a drill every'], rows);
}
