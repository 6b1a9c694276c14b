import type { Inputs } from '../config/backup-inputs.ts';
import { readFileOf } from '../config/checkout.ts';
import { findBackedUp } from '../config/find-target.ts';
import { suggestion } from '../config/nearest.ts';
import { readConfig } from '../config/read-config.ts';
import { type Role, roleInputsOf, TOGETHER } from '../config/role-inputs.ts';
import type { Target } from '../config/targets.ts';
import type { File } from '../config/validate.ts';
import { HoldfastError } from '../errors.ts';
import { provideInputs, requiredInput, textInput } from '../github/inputs.ts';
import { loadState, saveState } from '../github/outputs.ts';
import type { SnapshotFilter, SnapshotSource } from '../repository/find-snapshot.ts';
import type { StoredSnapshot } from '../repository/repository.ts';
import { targetOf } from '../repository/tags.ts';
import { give } from './configured-target.ts';

/** What action.yml gives where nobody said anything. */
const DEFAULTS: Readonly<Record<string, string>> = { 'ssh-client': 'ssh2' };

/**
 * With the input `config`: gives the step what that file says of the target that `of` names, for what is done here with its
 * backups. What the step says itself counts more, so that it can have a credential of its own.
 * @throws HoldfastError bad-input.
 */
export async function useConfigured(role: Role): Promise<void> {
  const config = textInput('config');
  if (config === null) return;
  const name = requiredInput('of', 'With `config`, say which of its targets is meant.');
  const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
  const file = await readFileOf(root, config);
  const target = withHost(file, findBackedUp(file, name));
  requireRepository(target, role);
  const inputs = unsaid(roleInputsOf(target, role));
  if (inputs['host'] !== undefined) give({ host: inputs['host'] }); // whoever is told that a secret is missing learns whose
  give(inputs);
  saveState('configured-inputs', JSON.stringify(inputs));
  if (role === 'undo') provideInputs({ of: '' }); // it chose the host; no snapshot is chosen
}

/** The same in post, from what main noted: the file may be another one by now. */
export function useConfiguredOfMain(): void {
  const noted = loadState('configured-inputs');
  if (noted !== null) give(JSON.parse(noted) as Inputs);
}

/** The snapshot that is asked for, which by a configuration must be its target's. @throws HoldfastError snapshot-missing, bad-input. */
export async function resolveConfigured(
  repository: SnapshotSource,
  spec: string,
  filter: SnapshotFilter,
  signal?: AbortSignal,
): Promise<StoredSnapshot> {
  const { resolveSnapshot } = await import('../repository/find-snapshot.ts');
  const found = await resolveSnapshot(repository, spec, filter, signal);
  requireConfigured(found.id, targetOf(found.snapshot));
  return found;
}

/**
 * By a configuration a target's backups go to a target's host: a snapshot that was named by its ID may be another's.
 * @throws HoldfastError bad-input.
 */
export function requireConfigured(id: string, target: string | null): void {
  const name = textInput('of');
  if (textInput('config') === null || target === name) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use the backup ${id.slice(0, 8)} for the target ${JSON.stringify(name)}: it is ` +
      `${target === null ? 'of none' : `of ${JSON.stringify(target)}`}. Name one of that target’s.`,
  );
}

/** `on` may name another host of the file: its way there is taken. */
function withHost(file: File, target: Target): Target {
  const name = textInput('on');
  if (name === null || name === 'local' || name.includes('://')) return target;
  const hosts = readConfig(file.text, file.name).config?.hosts ?? {};
  const host = Object.hasOwn(hosts, name) ? hosts[name] : undefined;
  if (host === undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot find the host ${JSON.stringify(name)} in the configuration. ${suggestion(name, Object.keys(hosts))}`,
    );
  }
  provideInputs({ on: '' });
  return { ...target, host };
}

/** What the step doesn't say itself. */
function unsaid(inputs: Inputs): Inputs {
  const isSaid = (name: string) => {
    const value = textInput(name);
    return value !== null && value !== DEFAULTS[name];
  };
  const left = new Set(TOGETHER.filter((names) => names.some(isSaid)).flat());
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !left.has(name) && !isSaid(name)));
}

function requireRepository({ name, storage }: Target, role: Role): void {
  if (role !== 'drill' || storage?.archives === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot drill the target ${JSON.stringify(name)}: its backups are archives, expected snapshots of a repository.`,
  );
}
