import { formatCounted } from '../amounts.ts';
import type { CheckedCheckout } from '../config/check-checkout.ts';
import { DEFAULT_CONFIG, DEFAULT_WORKFLOWS } from '../config/defaults.ts';
import type { ReadItems } from '../config/retention-effect.ts';
import { failureText } from '../failure-text.ts';
import { fail, warn } from '../github/annotations.ts';
import { booleanInput, textInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { mask } from '../github/secrets.ts';
import { addSummary } from '../github/summary.ts';
import { accessHere, storageTools } from './configured-storage.ts';
import { runStage, type StageTools } from './stage.ts';
import { tellFindings } from './told-findings.ts';
import { validationComment, validationSummary } from './validation-summary.ts';

/**
 * Checks a checkout's `backup.yml` and workflows, which may be a stranger's: nothing of them is expanded or run, and no
 * secret is needed.
 */
export async function main(): Promise<void> {
  await runStage({ title: 'The configuration can’t be checked', severity: 'fail' }, check);
}

async function check(tools: StageTools): Promise<void> {
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
    readItems: booleanInput('snapshots') ? await itemsReader(tools) : null,
  });
  await tell(checked);
  if (booleanInput('comment')) await commentOn(checked, tools);
}

/** Only what the base's own configuration names is read. */
async function itemsReader(tools: StageTools): Promise<ReadItems> {
  const { readStoredItems } = await import('../config/read-items.ts');
  return (storage) => readStoredItems(accessHere(storage), storageTools(tools));
}

/** That it can't be made or brought up to date is no failure of the check: the summary has all of it. */
async function commentOn(checked: CheckedCheckout, { signal }: StageTools): Promise<void> {
  const { keepComment, ownPullRequest } = await import('../github/pull-request-comment.ts');
  const [token, pull] = [textInput('token'), await ownPullRequest()];
  if (token === null || pull === null || (checked.changes === null && checked.noComparison === null)) return;
  mask(token);
  const config = textInput('config') ?? DEFAULT_CONFIG;
  const changed = (checked.changes?.length ?? 0) + checked.silences.length;
  const says = changed > 0 || checked.noComparison !== null || !checked.passed;
  const order = { token, signal, mark: `holdfast validate-config ${config}`, onlyUpdate: !says };
  try {
    const became = await keepComment(pull, { ...order, markdown: validationComment(checked) });
    log.info(COMMENTED[became]);
  } catch (error) {
    warn('No comment', `The pull request has no comment of this check: ${failureText(error)}`);
  }
}

const COMMENTED = {
  made: 'The pull request has a comment that says what the change would do.',
  updated: 'The comment on the pull request is brought up to date.',
  unchanged: 'The comment on the pull request says it already.',
  refused:
    'The token may not comment on the pull request (`pull-requests: write`): what the change would do stands in the summary.',
  'not-needed': 'Nothing changes for any target: the pull request gets no comment.',
} as const;

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
