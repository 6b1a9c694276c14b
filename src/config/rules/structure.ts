import type { Finding, Position } from '../finding.ts';

/** What is found before there is a configuration that could make sense or none. But for LOOKS_LIKE none can be silenced. */
export const STRUCTURE_RULES = {
  syntax: 'Mend the YAML: nothing of the file is read until it is right.',
  'yaml-trick':
    'Write it out, or put what all targets share under `defaults`: what a reviewer reads must be what runs.',
  'newer-version': 'Use a newer Holdfast, or the layout of the older version.',
  'missing-key': 'Add it: docs/reference/backup-yml.md says what each key takes.',
  'unknown-key': 'Correct or remove it: a key that nobody reads protects nothing.',
  'wrong-value': 'Correct it: docs/reference/backup-yml.md says what each key takes.',
  'literal-secret':
    'Take it out, and make a new one: what was committed is known. Put the new one into a secret of the GitHub repository, pass that in the workflow’s `env`, and write `env:NAME` here.',
  'looks-like-secret':
    'If it is one, take it out and make a new one: what was committed is known. Write `env:NAME` where a key takes that, `$NAME` in a command on a host that has it. If it is none, silence the rule and say so.',
} as const;

/** By its form alone: it may be wrong. */
export const LOOKS_LIKE = 'looks-like-secret';

export type StructureRule = keyof typeof STRUCTURE_RULES;

export function structureFinding(
  rule: StructureRule,
  place: { readonly file: string; readonly at: Position },
  what: string,
  target: string | null = null,
  hint: string | null = null,
): Finding {
  const advice = hint === null ? STRUCTURE_RULES[rule] : `${hint} ${STRUCTURE_RULES[rule]}`;
  return { rule, severity: 'error', ...place, what, advice, target };
}
