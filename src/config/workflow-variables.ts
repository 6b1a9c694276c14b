import type { Path } from './finding.ts';
import { entriesOf, member, textOf } from './plain-data.ts';

/** A variable that a workflow sets, for a step of its own or for a workflow that it calls. */
export interface Variable {
  readonly name: string;
  readonly value: unknown;
  readonly path: Path;
}

/** Of `env` in the workflow, a job or a step. */
export function variablesOf(value: unknown, path: Path): Variable[] {
  return entriesOf(member(value, 'env')).map(([name, one]) => ({
    name,
    value: one,
    path: [...path, 'env', name],
  }));
}

/** What a job hands on to the workflow that it calls: its `secrets`, and those that stand in the one of all. */
export function handedOn(job: unknown, path: Path): Variable[] {
  return entriesOf(member(job, 'secrets')).flatMap(([name, value]) => {
    const at = [...path, 'secrets', name];
    return name === SECRET ? variablesIn(value, at) : [{ name, value, path: at }];
  });
}

/** What a step is given by the input `variables`. */
export function givenByInput(step: unknown, path: Path): Variable[] {
  return variablesIn(member(member(step, 'with'), INPUT), [...path, 'with', INPUT]);
}

/** The secret of our reusable workflows, and the input of our actions, that hold them all. */
const SECRET = 'HOLDFAST_ENV';
const INPUT = 'variables';

/** All of them, or nobody can tell which: `secrets: inherit`, or one expression that holds the whole object. */
export function handsOnAll(part: unknown): boolean {
  const secrets = member(part, 'secrets');
  const texts = [member(secrets, SECRET), member(member(part, 'with'), INPUT)];
  return secrets === 'inherit' || texts.some((text) => /^\s*\$\{\{[^{}]*\}\}\s*$/.test(textOf(text)));
}

/** `"NAME": value`, in JSON whose values are expressions that nobody expands here. */
const MEMBER = /"([A-Za-z_][A-Za-z0-9_]*)"\s*:\s*("(?:[^"\\]|\\.)*"|\$\{\{[^{}]*\}\}|[^\s,}]*)/gs;

function variablesIn(text: unknown, path: Path): Variable[] {
  if (typeof text !== 'string') return [];
  return [...text.matchAll(MEMBER)].map(([, name = '', value = '']) => ({
    name,
    value: value.replace(/^"(.*)"$/s, '$1'),
    path,
  }));
}
