import type { Finding } from '../config/finding.ts';
import { annotate } from '../github/annotations.ts';
import { inGroup, log } from '../github/log.ts';

/** Each as an annotation on its line, and all of them in the log: the runner drops what is too many. */
export async function tellFindings(findings: readonly Finding[]): Promise<void> {
  for (const finding of findings) annotateFinding(finding);
  if (findings.length > 0) await inGroup('Findings', async () => logLines(findings));
}

function logLines(findings: readonly Finding[]): void {
  for (const { rule, severity, file, at, what, advice } of findings)
    log.info(`${file}:${at.line}:${at.column}: ${severity} ${rule}: ${what}. ${advice}`);
}

function annotateFinding({ rule, severity, file, at, what, advice }: Finding): void {
  const spot = { file, startLine: at.line, startColumn: at.column };
  annotate(severity, `Holdfast: ${rule}`, `${what}. ${advice}`, spot);
}
