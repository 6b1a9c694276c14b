/** Where a rule is explained. */
export function rulePage(rule: string): string {
  return `https://github.com/holdfast/holdfast/blob/main/docs/rules/${encodeURIComponent(rule)}.md`;
}

/** Where a finding of the audit is explained. */
export function auditPage(rule: string): string {
  return `https://github.com/holdfast/holdfast/blob/main/docs/how-to/audit.md#${encodeURIComponent(rule)}`;
}
