import type { CheckedCheckout } from '../config/check-checkout.ts';
import { DEFAULT_CONFIG, DEFAULT_WORKFLOWS } from '../config/defaults.ts';
import { fail } from '../github/annotations.ts';
import { booleanInput, textInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary } from '../github/summary.ts';
import { formatCounted } from '../progress/amounts.ts';
import { runStage } from './stage.ts';
import { tellFindings } from './told-findings.ts';
import { validationSummary } from './validation-summary.ts';

/**
 * Checks a checkout's `backup.yml` and workflows, which may be a stranger's: nothing of them is expanded or run, and no
 * secret is needed.
 */
export async function main(): Promise<void> {
  await runStage({ title: 'The configuration can’t be checked', severity: 'fail' }, check);
}

async function check(): Promise<void> {
  const { baseOf, checkCheckout } = await import('../config/check-checkout.ts');
  const checked = await checkCheckout({
    root: process.env['GITHUB_WORKSPACE'] || process.cwd(),
    config: textInput('config') ?? DEFAULT_CONFIG,
    workflows: textInput('workflows') ?? DEFAULT_WORKFLOWS,
    base: baseOf(textInput('base'), textInput('base-ref'), {
      file: 'the input `base`',
      ref: 'the input `base-ref`',
    }),
    strict: booleanInput('strict'),
  });
  await tell(checked);
}

async function tell(checked: CheckedCheckout): Promise<void> {
  const { validation, counts, passed, changes } = checked;
  await tellFindings(validation.findings);
  addSummary(validationSummary(checked, Date.now()));
  const targets = validation.targets.map(({ name }) => name).join('\n');
  const changed = (changes ?? []).map(({ target }) => target).join('\n');
  setOutputs({
    errors: counts.error,
    warnings: counts.warning,
    notices: counts.notice,
    targets: targets,
    changed: changed,
  });
  const found = `${formatCounted(counts.error, 'error')}, ${formatCounted(counts.warning, 'warning')}, ${formatCounted(counts.notice, 'notice')}`;
  if (passed) log.info(`The configuration is in order: ${found}.`);
  else fail('The configuration is not in order', `${found}. They stand at their lines, and in the summary.`);
}
