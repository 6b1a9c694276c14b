import type { Path } from './finding.ts';
import { entriesOf, member, textOf } from './plain-data.ts';
import { readSource, type Source } from './source.ts';
import { givenByInput, handedOn, handsOnAll, type Variable, variablesOf } from './workflow-variables.ts';

/** A workflow that uses Holdfast, as its file says it. It is read as text: no expression in it is expanded. */
export interface Workflow {
  readonly source: Source;
  /** What it runs on: `schedule`, `pull_request` … */
  readonly triggers: readonly { readonly name: string; readonly path: Path }[];
  /** Every action and reusable workflow that it uses. */
  readonly uses: readonly Use[];
  /** Variables that it, a job or a step of it sets, or hands on to a workflow that it calls. */
  readonly variables: readonly Variable[];
  /** All secrets are handed on, so that nobody can tell which. */
  readonly inheritsSecrets: boolean;
}

export interface Use {
  /** `owner/name/path@ref`, `./path`. */
  readonly uses: string;
  readonly path: Path;
  readonly kind: 'action' | 'workflow';
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly inputsPath: Path;
  /** The input `target` names a target of `backup.yml`. */
  readonly takesTarget: boolean;
}

/** A file of the folder of workflows, as it was read. */
interface Read {
  readonly name: string;
  readonly workflow: Workflow;
  /** It uses Holdfast itself. */
  readonly isOurs: boolean;
}

/** How deep GitHub lets workflows call others. */
const MAX_NESTED = 10;

/** Those that use Holdfast, by themselves or by another workflow of the same folder that they call. */
export function readWorkflows(
  files: readonly { readonly name: string; readonly text: string }[],
): Workflow[] {
  const all = files.map(({ name, text }) => read(text, name));
  const ours = new Map(all.filter(({ isOurs }) => isOurs).map((one) => [`./${one.name}`, one.workflow]));
  for (let pass = 0; pass < MAX_NESTED; pass++) {
    for (const { name, workflow } of all) {
      if (!workflow.uses.some(({ kind, uses }) => kind === 'workflow' && ours.has(uses))) continue;
      ours.set(`./${name}`, { ...workflow, uses: workflow.uses.map((use) => asWrapped(use, ours)) });
    }
  }
  return all.flatMap(({ name }) => ours.get(`./${name}`) ?? []);
}

/** One that hands its own input `target` on takes the names of targets as that does. */
function asWrapped(use: Use, ours: ReadonlyMap<string, Workflow>): Use {
  const called = use.kind === 'workflow' ? ours.get(use.uses) : undefined;
  const handsOn = called?.uses.some(
    ({ takesTarget, inputs }) => takesTarget && /\binputs\.target\b/.test(textOf(inputs['target'])),
  );
  return handsOn ? { ...use, takesTarget: true } : use;
}

/** In a text of which a part can't be read: it names Holdfast, or may do so by an escape. */
const MAY_USE_IT = /holdfast|\\[xuU\r\n]/i;

/** Whatever is in it. GitHub itself tells what is wrong with one. */
function read(text: string, name: string): Read {
  const source = readSource(text, name, { tricks: 'ignored' });
  const parts = entriesOf(member(source.value, 'jobs')).map(([job, value]) => ({
    job: value,
    path: ['jobs', job] as Path,
  }));
  const steps = parts.flatMap(({ job, path }) => stepsOf(job, path));
  const uses = [
    ...parts.map(({ job, path }) => useOf(job, path, 'workflow')),
    ...steps.map(({ step, path }) => useOf(step, path, 'action')),
  ].filter((use) => use !== null);
  const runsIt = steps.some(({ step }) => /\bholdfast\b/.test(textOf(member(step, 'run'))));
  const workflow = {
    source,
    triggers: triggersOf(member(source.value, 'on')),
    uses,
    variables: [
      ...variablesOf(source.value, []),
      ...parts.flatMap(({ job, path }) => [...variablesOf(job, path), ...handedOn(job, path)]),
      ...steps.flatMap(({ step, path }) => [...variablesOf(step, path), ...givenByInput(step, path)]),
    ],
    inheritsSecrets: [...parts.map(({ job }) => job), ...steps.map(({ step }) => step)].some(handsOnAll),
  };
  const isUnknown = source.faults.length > 0 && MAY_USE_IT.test(text);
  return { name, workflow, isOurs: runsIt || isUnknown || uses.some(({ uses: used }) => isHoldfast(used)) };
}

/** An action or a reusable workflow of Holdfast's, by whoever publishes it; `./` in its own checkout. */
export function isHoldfast(uses: string): boolean {
  return /^[^/@\s]+\/holdfast(?:\/[^@]*)?@/i.test(uses) || /^\.\/(?:actions\/[\w-]+)?$/.test(uses);
}

/** The root action, and reusable workflows: to other actions a `target` is something else. */
function takesTarget(uses: string, kind: Use['kind']): boolean {
  return isHoldfast(uses) && (kind === 'workflow' || /^(?:[^/@\s]+\/holdfast@|\.\/$)/i.test(uses));
}

function stepsOf(job: unknown, path: Path): { step: unknown; path: Path }[] {
  const steps = member(job, 'steps');
  return Array.isArray(steps) ? steps.map((step, i) => ({ step, path: [...path, 'steps', i] })) : [];
}

function useOf(value: unknown, path: Path, kind: Use['kind']): Use | null {
  const uses = member(value, 'uses');
  if (typeof uses !== 'string') return null;
  return {
    uses,
    path: [...path, 'uses'],
    kind,
    inputs: Object.fromEntries(entriesOf(member(value, 'with'))),
    inputsPath: [...path, 'with'],
    takesTarget: takesTarget(uses, kind),
  };
}

function triggersOf(on: unknown): Workflow['triggers'] {
  if (typeof on === 'string') return [{ name: on, path: ['on'] }];
  if (Array.isArray(on)) return on.map((name, i) => ({ name: String(name), path: ['on', i] }));
  return entriesOf(on).map(([name]) => ({ name, path: ['on', name] }));
}
