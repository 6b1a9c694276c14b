import { readFileOf } from '../config/checkout.ts';
import { targetsIn } from '../config/find-target.ts';
import { reportInputsOf } from '../config/role-inputs.ts';
import { HoldfastError } from '../errors.ts';
import { textInput } from '../github/inputs.ts';
import { unsaid } from './configured-inputs.ts';
import { give } from './configured-target.ts';

/** With the input `config`: gives a report what that file says of its storage and its targets. @throws HoldfastError bad-input. */
export async function useConfiguredReport(): Promise<void> {
  const config = textInput('config');
  if (config === null) return;
  const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
  const { targets } = targetsIn(await readFileOf(root, config));
  const [first, ...others] = targets.filter(({ host, storage }) => host !== null && storage !== null);
  if (first === undefined || others.some(({ settings }) => settings.storage !== first.settings.storage)) {
    throw new HoldfastError(
      'bad-input',
      'Cannot report by this configuration: expected targets that are all kept in one storage. Name the others’ by the inputs.',
    );
  }
  give(unsaid(reportInputsOf([first, ...others])));
}
