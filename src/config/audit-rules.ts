/**
 * What an audit can find, each with a heading of its name in docs/how-to/audit.md, and what it is about. A blocked target has its
 * rule's own name.
 */
export const AUDIT_RULES = {
  'missing-run': 'target',
  'stale-target': 'target',
  'stale-copy': 'target',
  'drill-overdue': 'target',
  'drill-failed': 'target',
  'slow-restore': 'target',
  'unreadable-storage': 'storage',
  'nothing-scheduled': 'workflow',
  'disabled-workflow': 'workflow',
  'unknown-workflow': 'workflow',
  'missing-workflow-run': 'workflow',
  'failed-run': 'workflow',
  'unknown-runs': 'workflow',
} as const;

export type AuditRule = keyof typeof AUDIT_RULES;

export const UNREADABLE: AuditRule = 'unreadable-storage';

/** What couldn't be looked at isn't in order: no reason makes it so. */
export const NEVER_SILENT: ReadonlySet<string> = new Set<AuditRule>([UNREADABLE, 'unknown-runs']);

export function isAuditRule(name: string): name is AuditRule {
  return Object.hasOwn(AUDIT_RULES, name);
}
