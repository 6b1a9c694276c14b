import { backupInputsOf, type Inputs, type InputValue, noticeInputsOf } from '../config/backup-inputs.ts';
import { readFileOf } from '../config/checkout.ts';
import { DEFAULT_CONFIG } from '../config/defaults.ts';
import { findTarget, targetsIn } from '../config/find-target.ts';
import type { Target } from '../config/targets.ts';
import { HoldfastError } from '../errors.ts';
import { warn } from '../github/annotations.ts';
import { allInputs, provideInputs, textInput } from '../github/inputs.ts';
import { loadState, saveState } from '../github/outputs.ts';
import { mask } from '../github/secrets.ts';

/** What the configuration says of a target, for its manifest. */
export type Configuration = Readonly<Record<string, unknown>>;

/** Inputs that are of one run, or of the runner: they may stand beside a target. */
const OF_A_RUN = new Set([
  'target',
  'config',
  'variables',
  'if-due',
  'init',
  'dry-run',
  'keep-because',
  'force',
  'parent',
  'ignore-ctime',
  'ignore-inode',
  'no-cache',
  'cache-dir',
  'retry-lock',
  'aws-role-session-name',
  'artifact-retention-days',
  'artifact-token',
  'ping-url',
  'webhook-url',
  'webhook-template',
  'webhook-on',
  'issue-token',
]);

/** What action.yml gives where nobody said anything; `false` is no word either. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'ssh-client': 'ssh2',
  'database-on': 'host',
  format: 'snapshot',
  of: 'files',
  'on-unreadable': 'fail',
  'on-changed': 'auto',
  'webhook-on': 'all',
};

/**
 * Reads the target that the input `target` names, and gives the step the inputs that it means. Null: it names none.
 * @throws HoldfastError bad-input.
 */
export async function useTarget(): Promise<Configuration | null> {
  const name = textInput('target');
  const config = textInput('config');
  if (name === null) {
    if (config === null) return null;
    throw new HoldfastError(
      'bad-input',
      'Cannot use the input `config` without `target`: expected the name of a target in it.',
    );
  }
  refuseOthers();
  provideInputs({ of: name }); // whoever is told that it failed before it began learns which
  const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
  const file = await readFileOf(root, config ?? DEFAULT_CONFIG);
  const notices = giveNotices(targetsIn(file).targets.find((one) => one.name === name));
  const target = findTarget(file, name);
  const inputs = { ...withoutNotices(backupInputsOf(target)), ...notices };
  give(inputs);
  saveState('target-inputs', JSON.stringify(inputs));
  return configurationOf(target);
}

const NOTICE_INPUTS: readonly string[] = ['ping-url', 'webhook-url', 'webhook-template', 'webhook-on'];

function withoutNotices(inputs: Inputs): Inputs {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !NOTICE_INPUTS.includes(name)));
}

/**
 * Gives the step, first of all, who is told how it ends: also of a target that can't be backed up. An input of the same name
 * goes before, and an address that isn't set is a warning: no backup is left out because of it.
 * @returns Those that it gave.
 */
function giveNotices(target: Target | undefined): Inputs {
  if (target === undefined) return {};
  const isHookSaid = NOTICE_INPUTS.some((name) => name.startsWith('webhook-') && isSaid(name));
  const given = Object.entries(noticeInputsOf(target)).filter(([name, value]) => {
    if (name === 'ping-url' ? isSaid(name) : isHookSaid) return false;
    if ('text' in value || process.env[value.variable]) return true;
    warn(
      'Nobody was notified',
      `The variable \`${value.variable}\`, which the configuration names for \`${name}\`, is not set or empty.`,
    );
    return false;
  });
  const inputs = Object.fromEntries(given);
  give(inputs);
  return inputs;
}

function isSaid(name: string): boolean {
  const value = textInput(name);
  return value !== null && value !== DEFAULTS[name];
}

/** The same in post, from what main noted: the file may be another one by now. */
export function useTargetOfMain(): void {
  const noted = loadState('target-inputs');
  if (noted !== null) give(JSON.parse(noted) as Inputs);
}

/** Gives the step inputs; what is in variables is masked first. @throws HoldfastError bad-input for one that isn't set. */
export function give(inputs: Inputs): void {
  provideInputs(
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, resolve(name, value)])),
  );
}

function resolve(name: string, value: InputValue): string {
  if ('text' in value) return value.text;
  const held = process.env[value.variable] ?? '';
  if (held === '') {
    throw new HoldfastError(
      'bad-input',
      `Cannot start: the variable \`${value.variable}\`, which the configuration names for \`${name}\`, is not set or empty. ` +
        'Set it in `env` of the step, from a secret. (Secrets are empty in pull requests from forks.)',
    );
  }
  if (name !== 'known-hosts' && !name.endsWith('access-key-id')) mask(held);
  return held;
}

/** What a target is stands in the file alone: what two places say, nobody sees in one. */
function refuseOthers(): void {
  const other = allInputs().find(
    ([name, value]) => !OF_A_RUN.has(name) && value !== '' && value !== 'false' && value !== DEFAULTS[name],
  );
  if (other === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use both the inputs \`target\` and \`${other[0]}\`: what a target is stands in the configuration alone. ` +
      'Say it there, or leave the input out.',
  );
}

function configurationOf({ name, settings, host, storage, copyTo, policy }: Target): Configuration {
  const placeOf = (place: Target['storage']) => place?.repository ?? place?.archives ?? null;
  return {
    target: name,
    ...settings,
    host,
    storage: placeOf(storage),
    'copy-to': placeOf(copyTo),
    retention: policy,
  };
}
