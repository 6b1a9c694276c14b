import type { Finding, Severity } from '../config/finding.ts';
import type { Silenced } from '../config/silence.ts';
import { escapeMarkdown, markdownCode } from '../github/summary.ts';

const ICONS: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️' };

/** @param pageOf Where a rule is explained. */
export function findingsTable(findings: readonly Finding[], pageOf: (rule: string) => string): string {
  if (findings.length === 0) return '';
  return table(
    ['', 'where', 'rule', 'what', 'what to do'],
    findings.map((finding) => [
      ICONS[finding.severity],
      placeOf(finding),
      ruleLink(finding.rule, pageOf),
      withCode(finding.what),
      withCode(finding.advice),
    ]),
  );
}

/** What is known and meant so, each with why. */
export function silencedTable(silenced: readonly Silenced[], pageOf: (rule: string) => string): string {
  if (silenced.length === 0) return '';
  const rows = silenced.map(({ finding, reason }) => [
    ruleLink(finding.rule, pageOf),
    placeOf(finding),
    withCode(finding.what),
    escapeMarkdown(reason),
  ]);
  return `**Silenced**\n\n${table(['rule', 'where', 'what', 'because'], rows)}`;
}

export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

function placeOf({ file, at }: Finding): string {
  return markdownCode(`${file}:${at.line}`);
}

function ruleLink(rule: string, pageOf: (rule: string) => string): string {
  return `[${escapeMarkdown(rule)}](${pageOf(rule)})`;
}

/** What stands between backticks is code, also where it is foreign and holds what markup is made of. */
export function withCode(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? markdownCode(part.slice(1, -1)) : spaced(part)))
    .join('');
}

/** Escaping trims: between two codes the spaces stay. */
function spaced(text: string): string {
  const [, before = '', inner = '', after = ''] = /^( ?)(.*?)( ?)$/s.exec(text) ?? [];
  return `${before}${escapeMarkdown(inner)}${after}`;
}
