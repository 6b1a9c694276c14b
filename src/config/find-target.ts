import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Finding } from './finding.ts';
import { suggestion } from './nearest.ts';
import type { Target } from './targets.ts';
import { type File, validate } from './validate.ts';

/** Rules by which a target can't be run as it is meant. What only makes little sense mustn't keep a backup from being made. */
const BLOCKING = new Set([
  'incomplete-target',
  'unknown-host',
  'unknown-storage',
  'unknown-application',
  'copy-to-itself',
  'copy-ignores',
  'unfit-quiesce',
  'unfit-volume',
]);

/** Every target of a configuration that can be run. @throws HoldfastError bad-input if the file can't be read. */
export function targetsIn(file: File): { targets: readonly Target[]; blocked: ReadonlyMap<string, Finding> } {
  const { config, findings, silenced, targets } = validate(file, []);
  const [first] = findings;
  if (config === null && first !== undefined) throw cannotUse(file, first);
  const all = [...findings, ...silenced.map(({ finding }) => finding)];
  const blocked = new Map<string, Finding>();
  for (const finding of all)
    if (finding.target !== null && BLOCKING.has(finding.rule)) blocked.set(finding.target, finding);
  return { targets, blocked };
}

/** @throws HoldfastError bad-input if there is no such target, or it can't be run. */
export function findTarget(file: File, name: string): Target {
  const { targets, blocked } = targetsIn(file);
  const target = named(file, targets, name);
  const fault = blocked.get(name);
  if (fault !== undefined) throw cannotUse(file, fault);
  return target;
}

/** The same where nothing is backed up: what keeps a target from that needn't keep it from being restored. */
export function findBackedUp(file: File, name: string): Target {
  return named(file, targetsIn(file).targets, name);
}

function named(file: File, targets: readonly Target[], name: string): Target {
  const target = targets.find((one) => one.name === name);
  if (target === undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot find the target ${JSON.stringify(name)} in "${displayText(file.name)}". ${suggestion(
        name,
        targets.map((one) => one.name),
      )}`,
    );
  }
  return target;
}

function cannotUse(file: File, { at, what, advice }: Finding): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot use "${displayText(file.name)}": line ${at.line}: ${what}. ${advice}`,
  );
}
