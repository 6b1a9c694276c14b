import { HoldfastError } from '../errors.ts';
import { textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What the runner and the system tell a process by: no secret, and nothing for a job to alter. */
const NOT_FOR_SECRETS = /^(?:GITHUB_|RUNNER_|ACTIONS_|INPUT_|STATE_|NODE_|LD_|PATH$|HOME$|TMPDIR$)/i;

/**
 * Takes over the variables of the input `variables`, masked: what a configuration names as `env:NAME`. A reusable workflow can't
 * know these names, and so can't set them in `env`; and what stands in `env` the runner shows before a step could mask it.
 * @throws HoldfastError bad-input, without any value in it.
 */
export function useVariables(): void {
  const text = textInput('variables');
  if (text === null) return;
  for (const [name, value] of Object.entries(parseVariables(text))) {
    mask(value);
    process.env[name] = value;
  }
}

/** Those that aren't empty: a secret that a job may not have is. */
export function parseVariables(text: string): Readonly<Record<string, string>> {
  const value = objectIn(text);
  const all = Object.entries(value).map(([name, held]): [string, string] => {
    if (!NAME.test(name) || NOT_FOR_SECRETS.test(name))
      throw bad(`${JSON.stringify(name)} is no name of a variable for a secret`);
    if (typeof held !== 'string') throw bad(`${JSON.stringify(name)} is no text`);
    return [name, held];
  });
  return Object.fromEntries(all.filter(([, held]) => held !== ''));
}

function objectIn(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad('it is no JSON'); // the parser's own message would show the beginning of a secret
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad('it is no JSON object');
  return value;
}

function bad(what: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot use the input \`variables\`: ${what}, expected a JSON object such as ` +
      `\`{"BACKUP_PASSWORD": \${{ toJSON(secrets.BACKUP_PASSWORD) }}}\`, in one line.`,
  );
}
