/** Where a rule is explained. */
export function rulePage(rule: string): string {
  return `https://github.com/holdfast/holdfast/blob/main/docs/rules/${encodeURIComponent(rule)}.md`;
}
