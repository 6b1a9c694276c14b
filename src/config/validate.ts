import { type Finding, inOrder } from './finding.ts';
import { nearest } from './nearest.ts';
import { readConfig } from './read-config.ts';
import { RULES } from './rules/all.ts';
import { type Fault, type Rule, type RuleContext, valueAt } from './rules/rule.ts';
import { LOOKS_LIKE, STRUCTURE_RULES } from './rules/structure.ts';
import type { ConfigFile, Silence } from './schema/file.ts';
import { type Target, targetsOf } from './targets.ts';
import { readWorkflows, type Workflow } from './workflow.ts';

/** A file as it was read, which may be anybody's. */
export interface File {
  /** As a person and an annotation name it: from the checkout's root. */
  readonly name: string;
  readonly text: string;
}

export interface Validation {
  /** Null: what the file says isn't known. */
  readonly config: ConfigFile | null;
  readonly targets: readonly Target[];
  /** What holds, in the order of files and lines. */
  readonly findings: readonly Finding[];
  readonly silenced: readonly { readonly finding: Finding; readonly reason: string }[];
  /** How many workflows use Holdfast. */
  readonly workflows: number;
}

/**
 * What is wrong with a configuration, and with the workflows that use it. It reads what it is given, and nothing else:
 * nothing is expanded, asked or run, and no text in the files makes it throw.
 */
export function validate(file: File, workflowFiles: readonly File[]): Validation {
  const { config, source, findings } = readConfig(file.text, file.name);
  const workflows = readWorkflows(workflowFiles);
  if (config === null) {
    return { config, targets: [], findings: inOrder(findings), silenced: [], workflows: workflows.length };
  }
  const context = { config, source, targets: targetsOf(config), workflows };
  const sense = [
    ...findings.filter(({ rule }) => rule === LOOKS_LIKE),
    ...RULES.flatMap((rule) => [...rule.check(context)].map((fault) => findingOf(rule, fault))),
  ];
  const sure = findings.filter(({ rule }) => rule !== LOOKS_LIKE);
  const silences = config.silence ?? [];
  const silenced = sense.flatMap((finding) => {
    const silence = silences.find((one) => holdsFor(one, finding));
    return silence === undefined ? [] : [{ finding, reason: silence.reason }];
  });
  const silent = new Set(silenced.map(({ finding }) => finding));
  const loud = sense.filter((finding) => !silent.has(finding));
  return {
    config,
    targets: context.targets,
    findings: inOrder([...sure, ...loud, ...silencesInVain(context, sense)]),
    silenced,
    workflows: workflows.length,
  };
}

function findingOf({ name, severity, advice }: Rule, { place, what, target, hint }: Fault): Finding {
  const whole = hint === undefined ? advice : `${hint} ${advice}`;
  return { rule: name, severity, ...place, what, advice: whole, target: target ?? null };
}

function holdsFor({ rule, target }: Silence, finding: Finding): boolean {
  return rule === finding.rule && (target === undefined || target === finding.target);
}

/** By this a silence that silences nothing is told: it would hide the next finding of the rule. */
export const UNUSED_SILENCE = 'unused-silence';

function silencesInVain({ config, source }: RuleContext, sense: readonly Finding[]): Finding[] {
  return (config.silence ?? []).flatMap((silence, i) => {
    if (sense.some((finding) => holdsFor(silence, finding))) return [];
    return [
      {
        rule: UNUSED_SILENCE,
        severity: 'warning' as const,
        ...valueAt(source, ['silence', i, 'rule']),
        what: inVain(silence.rule),
        advice: 'Correct or remove it: it would hide a finding to come.',
        target: silence.target ?? null,
      },
    ];
  });
}

function inVain(rule: string): string {
  if (rule !== LOOKS_LIKE && (Object.hasOwn(STRUCTURE_RULES, rule) || rule === UNUSED_SILENCE))
    return `the rule \`${rule}\` can’t be silenced`;
  const names = [LOOKS_LIKE, ...RULES.map(({ name }) => name)];
  if (names.includes(rule)) return `nothing is found by the rule \`${rule}\` here`;
  const near = nearest(rule, names);
  return `there is no rule \`${rule}\`${near === null ? '' : `, but \`${near}\``}`;
}

export type { Workflow };
