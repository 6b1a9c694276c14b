import { type Finding, inOrder } from './finding.ts';
import { readConfig } from './read-config.ts';
import { RULES } from './rules/all.ts';
import type { Fault, Rule } from './rules/rule.ts';
import { LOOKS_LIKE } from './rules/structure.ts';
import type { ConfigFile, Silence } from './schema/file.ts';
import { auditSilences, type Silenced, silencesInVain, sortOut } from './silence.ts';
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
  readonly silenced: readonly Silenced[];
  /** What an audit won't say. */
  readonly audit: readonly Silence[];
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
    const nothing = { targets: [], silenced: [], audit: [] };
    return { config, ...nothing, findings: inOrder(findings), workflows: workflows.length };
  }
  const context = { config, source, targets: targetsOf(config), workflows };
  const sense = [
    ...findings.filter(({ rule }) => rule === LOOKS_LIKE),
    ...RULES.flatMap((rule) => [...rule.check(context)].map((fault) => findingOf(rule, fault))),
  ];
  const sure = findings.filter(({ rule }) => rule !== LOOKS_LIKE);
  const silences = config.silence ?? [];
  const { loud, silenced } = sortOut(sense, silences);
  return {
    config,
    targets: context.targets,
    findings: inOrder([...sure, ...loud, ...silencesInVain(context, sense)]),
    silenced,
    audit: auditSilences(silences),
    workflows: workflows.length,
  };
}

function findingOf({ name, severity, advice }: Rule, { place, what, target, hint }: Fault): Finding {
  const whole = hint === undefined ? advice : `${hint} ${advice}`;
  return { rule: name, severity, ...place, what, advice: whole, target: target ?? null };
}

export type { Workflow };
