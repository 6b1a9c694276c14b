import type { Path } from './finding.ts';
import { readSource, type Source } from './source.ts';

/** A workflow that uses Holdfast, as its file says it. It is read as text: no expression in it is expanded. */
export interface Workflow {
  readonly source: Source;
  /** What it runs on: `schedule`, `pull_request` … */
  readonly triggers: readonly { readonly name: string; readonly path: Path }[];
  /** Every action and reusable workflow that it uses. */
  readonly uses: readonly Use[];
  /** Variables of the environment that it, a job or a step of it sets. */
  readonly variables: readonly Variable[];
  /** All secrets are handed on (`secrets: inherit`), so that nobody can tell which. */
  readonly inheritsSecrets: boolean;
}

export interface Use {
  /** `owner/name/path@ref`, `./path`. */
  readonly uses: string;
  readonly path: Path;
  readonly kind: 'action' | 'workflow';
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly inputsPath: Path;
}

export interface Variable {
  readonly name: string;
  readonly value: unknown;
  readonly path: Path;
}

/** Null: it doesn't use Holdfast, or is no workflow. GitHub itself tells what is wrong with it. */
export function readWorkflow(text: string, file: string): Workflow | null {
  const source = readSource(text, file, { tricks: 'ignored' });
  const jobs = entriesOf(member(source.value, 'jobs'));
  const parts = jobs.map(([name, job]) => ({ job, path: ['jobs', name] as Path }));
  const steps = parts.flatMap(({ job, path }) => stepsOf(job, path));
  const uses = [
    ...parts.map(({ job, path }) => useOf(job, path, 'workflow')),
    ...steps.map(({ step, path }) => useOf(step, path, 'action')),
  ].filter((use) => use !== null);
  const handed = [
    ...parts.map(({ job, path }) => ({
      text: member(member(job, 'secrets'), ENV_SECRET),
      path: [...path, 'secrets', ENV_SECRET],
    })),
    ...steps.map(({ step, path }) => ({
      text: member(member(step, 'with'), 'variables'),
      path: [...path, 'with', 'variables'],
    })),
  ];
  const runsIt = steps.some(({ step }) => /\bholdfast\b/.test(textOf(member(step, 'run'))));
  if (!runsIt && !uses.some(isHoldfast)) return null;
  return {
    source,
    triggers: triggersOf(member(source.value, 'on')),
    uses,
    variables: [
      ...variablesOf(source.value, []),
      ...parts.flatMap(({ job, path }) => variablesOf(job, path)),
      ...steps.flatMap(({ step, path }) => variablesOf(step, path)),
      ...handed.flatMap(({ text, path }) => variablesIn(text, path)),
    ],
    inheritsSecrets:
      parts.some(({ job }) => member(job, 'secrets') === 'inherit') ||
      handed.some(({ text }) => isWhole(text)),
  };
}

/** An action or a reusable workflow of Holdfast's, by whoever publishes it; `./` in its own checkout. */
export function isHoldfast({ uses }: Use): boolean {
  return /^[^/@\s]+\/holdfast(?:\/[^@]*)?@/i.test(uses) || /^\.\/(?:actions\/[\w-]+)?$/.test(uses);
}

/** One whose input `target` names a target of `backup.yml`: the root action, and reusable workflows. */
export function takesTarget(use: Use): boolean {
  if (!isHoldfast(use)) return false;
  return use.kind === 'workflow' || /^(?:[^/@\s]+\/holdfast@|\.\/$)/i.test(use.uses);
}

function stepsOf(job: unknown, path: Path): { step: unknown; path: Path }[] {
  const steps = member(job, 'steps');
  return Array.isArray(steps) ? steps.map((step, i) => ({ step, path: [...path, 'steps', i] })) : [];
}

function useOf(value: unknown, path: Path, kind: Use['kind']): Use | null {
  const uses = member(value, 'uses');
  if (typeof uses !== 'string') return null;
  const inputs = Object.fromEntries(entriesOf(member(value, 'with')));
  return { uses, path: [...path, 'uses'], kind, inputs, inputsPath: [...path, 'with'] };
}

function triggersOf(on: unknown): Workflow['triggers'] {
  if (typeof on === 'string') return [{ name: on, path: ['on'] }];
  if (Array.isArray(on)) return on.map((name, i) => ({ name: String(name), path: ['on', i] }));
  return entriesOf(on).map(([name]) => ({ name, path: ['on', name] }));
}

function variablesOf(value: unknown, path: Path): Variable[] {
  return entriesOf(member(value, 'env')).map(([name, one]) => ({
    name,
    value: one,
    path: [...path, 'env', name],
  }));
}

/** The secret by which our reusable workflows get what actions take as `variables`. */
const ENV_SECRET = 'HOLDFAST_ENV';

/** Variables in the text of a JSON object whose values are expressions or texts. Nothing is expanded. */
function variablesIn(text: unknown, path: Path): Variable[] {
  const pairs = textOf(text).matchAll(/"([A-Za-z_]\w*)"\s*:\s*(\$\{\{.*?\}\}|"(?:[^"\\]|\\.)*")/gs);
  return [...pairs].map(([, name = '', value = '']) => ({
    name,
    value: value.replace(/^"(.*)"$/s, '$1'),
    path,
  }));
}

/** One secret that holds the whole object: nobody can tell what is in it. */
function isWhole(text: unknown): boolean {
  return /^\$\{\{[^}]*\}\}$/.test(textOf(text).trim());
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
