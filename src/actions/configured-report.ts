import { readFileOf } from '../config/checkout.ts';
import { targetsIn } from '../config/find-target.ts';
import { reportInputsOf } from '../config/role-inputs.ts';
import { HoldfastError } from '../errors.ts';
import { requiredInput, textInput } from '../github/inputs.ts';
import { unsaid } from './configured-inputs.ts';
import { give } from './configured-target.ts';

/** With the input `config`: gives a report what that file says of the storage that `storage` names. @throws HoldfastError bad-input. */
export async function useConfiguredReport(): Promise<void> {
  const [config, alone] = [textInput('config'), textInput('storage')];
  if (config === null) {
    if (alone === null) return;
    throw new HoldfastError('bad-input', 'Cannot use the input `storage` without `config`: expected both.');
  }
  const storage = requiredInput('storage', 'With `config`, say which of its storages is meant.');
  const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
  const { targets } = targetsIn(await readFileOf(root, config));
  const [first, ...others] = targets.filter((one) => one.settings.storage === storage && one.host !== null);
  if (first === undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot report on the storage ${JSON.stringify(storage)}: no target of the configuration is kept there.`,
    );
  }
  give(unsaid(reportInputsOf([first, ...others])));
}
