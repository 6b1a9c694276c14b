import { AUDIT_RULES, isAuditRule, NEVER_SILENT } from './audit-rules.ts';
import { type Finding, safeText } from './finding.ts';
import { nearest } from './nearest.ts';
import { RULES } from './rules/all.ts';
import { type RuleContext, valueAt } from './rules/rule.ts';
import { LOOKS_LIKE, STRUCTURE_RULES } from './rules/structure.ts';
import type { Silence } from './schema/file.ts';

/** A finding that somebody knows of, with their reason. */
export interface Silenced {
  readonly finding: Finding;
  readonly reason: string;
}

/** Those that hold, and those that are known and meant so. */
export function sortOut(
  findings: readonly Finding[],
  silences: readonly Silence[],
): { readonly loud: Finding[]; readonly silenced: Silenced[] } {
  const loud: Finding[] = [];
  const silenced: Silenced[] = [];
  for (const finding of findings) {
    const silence = silences.find((one) => holdsFor(one, finding));
    if (silence === undefined) loud.push(finding);
    else silenced.push({ finding, reason: silence.reason });
  }
  return { loud, silenced };
}

function holdsFor({ rule, target, file }: Silence, finding: Finding): boolean {
  return (
    !NEVER_SILENT.has(rule) &&
    rule === finding.rule &&
    (target === undefined || target === finding.target) &&
    (file === undefined || file === finding.file)
  );
}

/** `stale-target of wiki: made anew from sources`, as it stands in the file. */
export function silenceText({ rule, target, file, reason }: Silence): string {
  const where = [target !== undefined && ` of ${target}`, file !== undefined && ` in ${file}`];
  return `${rule}${where.filter((one) => one !== false).join('')}: ${reason}`;
}

/** By this a silence that silences nothing is told: it would hide the next finding of the rule. */
export const UNUSED_SILENCE = 'unused-silence';

/** Silences of what an audit finds, some day: nobody else can say whether they are used. */
export function auditSilences(silences: readonly Silence[]): Silence[] {
  return silences.filter(({ rule }) => isAuditRule(rule) && !NEVER_SILENT.has(rule));
}

export function silencesInVain(context: RuleContext, sense: readonly Finding[]): Finding[] {
  return (context.config.silence ?? []).flatMap((silence, i) => {
    const what = isAuditRule(silence.rule)
      ? auditInVain(silence, context)
      : sense.some((finding) => holdsFor(silence, finding))
        ? null
        : inVain(silence.rule);
    if (what === null) return [];
    return [
      {
        rule: UNUSED_SILENCE,
        severity: 'warning' as const,
        ...valueAt(context.source, ['silence', i, 'rule']),
        what,
        advice: 'Correct or remove it: it would hide a finding to come.',
        target: silence.target ?? null,
      },
    ];
  });
}

function inVain(rule: string): string {
  if (rule !== LOOKS_LIKE && (Object.hasOwn(STRUCTURE_RULES, rule) || rule === UNUSED_SILENCE))
    return `the rule \`${rule}\` can’t be silenced`;
  const names = [LOOKS_LIKE, ...RULES.map(({ name }) => name), ...Object.keys(AUDIT_RULES)];
  if (names.includes(rule)) return `nothing is found by the rule \`${rule}\` here`;
  const near = nearest(rule, names);
  return `there is no rule \`${safeText(rule)}\`${near === null ? '' : `, but \`${near}\``}`;
}

/** Null: an audit may find what it silences. */
function auditInVain(
  { rule, target, file }: Silence,
  { config, source, workflows }: RuleContext,
): string | null {
  if (!isAuditRule(rule) || NEVER_SILENT.has(rule)) return `the rule \`${rule}\` can’t be silenced`;
  const isOfTarget = AUDIT_RULES[rule] === 'target';
  if (target !== undefined && !isOfTarget) return `the rule \`${rule}\` is about no target`;
  if (target !== undefined && !Object.hasOwn(config.targets, target))
    return `there is no target \`${target}\` that \`${rule}\` could be about`;
  const files = [source.file, ...(isOfTarget ? [] : workflows.map((workflow) => workflow.source.file))];
  if (file !== undefined && !files.includes(file))
    return `nothing is found by the rule \`${rule}\` in \`${safeText(file)}\``;
  return null;
}
