import { parseQuiesce } from '../apps/quiesce-words.ts';
import { commandsInput, textInput } from '../github/inputs.ts';
import type { QuiesceOptions } from '../operations/backup/quiesce.ts';
import { connect, type HostAccess } from './access.ts';
import type { StageTools } from './stage.ts';

export type QuiesceInputs = Omit<QuiesceOptions, 'connect'>;

/** How the application is stopped under a lease; undefined: it isn't. @throws HoldfastError bad-input. */
export function readQuiesceInputs(): QuiesceInputs | undefined {
  const words = {
    stop: commandsInput('stop'),
    start: commandsInput('start'),
    status: textInput('status'),
    lease: textInput('lease'),
    maxQuiesce: textInput('max-quiesce'),
    container: textInput('container'),
  };
  const parsed = parseQuiesce(words, (word) => `the input \`${word}\``);
  return parsed === undefined ? undefined : { ...parsed, holder: holder() };
}

/** The same with a way to the host of its own. */
export function quiesceOn(
  access: HostAccess,
  quiesce: QuiesceInputs | undefined,
  tools: StageTools,
): QuiesceOptions | undefined {
  if (quiesce === undefined) return undefined;
  return { ...quiesce, connect: (signal) => connect(access, { ...tools, signal }) };
}

/** Others see it who want the same application. */
export function holder(): string {
  const { GITHUB_RUN_ID: run, GITHUB_REPOSITORY: repository } = process.env;
  return run === undefined
    ? `process ${process.pid}`
    : `run ${run} of ${repository ?? 'a GitHub repository'}`;
}
