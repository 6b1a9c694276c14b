/** What an audit can find, each with a heading of its name in docs/how-to/audit.md. A blocked target has its rule's own name. */
export const AUDIT_RULES = [
  'missing-run',
  'stale-target',
  'stale-copy',
  'drill-overdue',
  'drill-failed',
  'slow-restore',
  'unreadable-storage',
  'nothing-scheduled',
  'disabled-workflow',
  'unknown-workflow',
  'missing-workflow-run',
  'failed-run',
  'unknown-runs',
] as const;

export type AuditRule = (typeof AUDIT_RULES)[number];
