import type { StepResult } from '../e2e/runner.ts';
import type { Canaries, Leak } from './canaries.ts';

const MASK = /^::add-mask::/;

/**
 * Secrets in what a step left for people, later steps and its post: nothing is masked here, since a mask is no more
 * than a second line of defence. The commands that ask for masks are the one place for them: the runner swallows these.
 */
export function leaksOfStep(canaries: Canaries, step: StepResult): Leak[] {
  const said = step.rawLog.split('\n').filter((line) => !MASK.test(line));
  return [
    ...canaries.find(said.join('\n'), 'log'),
    ...canaries.find(step.summary, 'summary'),
    ...canaries.find(JSON.stringify(step.outputs), 'outputs'),
    ...canaries.find(JSON.stringify(step.state), 'state'),
    ...canaries.find(JSON.stringify(step.environment), 'environment for later steps'),
    ...canaries.find(JSON.stringify(step.commands.filter(({ name }) => name !== 'add-mask')), 'annotations'),
  ];
}

/** Lines of `secrets` that the step has the runner mask too late or not at all. */
export function unmasked(canaries: Canaries, step: StepResult, secrets: readonly string[]): string[] {
  const lines = step.rawLog.split('\n').filter((line) => line !== '');
  const first = lines.findIndex((line) => !MASK.test(line));
  const early = first < 0 ? lines : lines.slice(0, first);
  const masked = new Set(
    early.filter((line) => MASK.test(line)).map((line) => unescapeData(line.replace(MASK, ''))),
  );
  return secrets.filter((name) => canaries.linesOf(name).some((line) => !masked.has(line)));
}

function unescapeData(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
