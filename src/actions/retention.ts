import { formatCounted } from '../amounts.ts';
import { fail, warn } from '../github/annotations.ts';
import { textInput } from '../github/inputs.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary } from '../github/summary.ts';
import {
  describeFreeze,
  describeReasons,
  describeTarget,
  groupTitle,
} from '../progress/describe-retention.ts';
import { type Noun, shownId } from '../retention/item.ts';
import { policyText } from '../retention/policy-text.ts';
import { openRepositoryOf, shownPlaces } from './access.ts';
import { openArchives } from './archives.ts';
import { useConfigured, useConfiguredOfMain } from './configured-inputs.ts';
import { type About, noticeCutOff, OF_SNAPSHOTS, runMain } from './notices.ts';
import { finishForMain } from './post.ts';
import { type RetentionInputs, readRetentionInputs } from './retention-inputs.ts';
import { type AnyResult, failedRetentionSummary, removalsOf, retentionSummary } from './retention-summary.ts';
import type { StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/** The runner shows ten of a level: one of them says that there are more. */
const MAX_ANNOTATIONS = 8;

const ABOUT: About = {
  ...OF_SNAPSHOTS,
  action: 'Retention',
  ifNotWell: 'incomplete',
  byEnvironment: false,
};

/** Removes the snapshots, or the archives, that the policy doesn't keep. */
export async function main(): Promise<void> {
  const policy = { title: 'Retention failed', severity: 'fail', onFailure: summarizeFailure } as const;
  await runMain(ABOUT, policy, retain);
}

/** Removes our lock when main was cut off. */
export async function post(): Promise<void> {
  await finishForMain(useConfiguredOfMain);
  await noticeCutOff(ABOUT);
}

/** What is gone, should this run fail. */
const removed: string[] = [];
const onRemoved = (id: string) => void removed.push(id);

async function retain(tools: StageTools): Promise<void> {
  unfinished.mainStarted();
  await useConfigured('retention');
  const inputs = await readRetentionInputs();
  if (inputs.kind === 'archives') unfinished.needsNoRepository();
  const { options, onFrozen } = inputs;
  const result = await inGroup(`Policy: ${policyText(options.policy)}`, () => run(inputs, tools));
  giveOutputs(result);
  logDecisions(result);
  addSummary(retentionSummary(result, policyText(options.policy)));
  annotateFrozen(result, onFrozen === 'fail' && !options.dryRun ? fail : warn);
  if (result.groups.length === 0) warn('Nothing is chosen', NONE_CHOSEN);
  if (result.failed === null) return;
  const { id, message } = result.failed;
  const what = result.noun === 'snapshot' ? 'Snapshot' : 'Archive';
  fail(
    `${what}s could not be removed`,
    `${what} ${shownId(id)} and ${result.untried.length} more are still there: ${message}`,
  );
}

/** A mistyped name would have nothing removed for ever, and the job would be green. */
const NONE_CHOSEN =
  'The policy was applied to nothing, so that nothing is removed: there is nothing yet, or `host`, `of`, `tags` or `paths` fit none. The log says what there is.';

async function run(inputs: RetentionInputs, tools: StageTools): Promise<AnyResult> {
  const { kindOf } = await import('../operations/forget/options.ts');
  const { reporter, signal } = tools;
  if (inputs.kind === 'archives') {
    const { archives, options } = inputs;
    kindOf(options, 'archive'); // before a store is opened for nothing
    const { forgetArchives } = await import('../operations/forget-archives.ts');
    const store = await openArchives(archives, tools);
    try {
      return await forgetArchives(store, { ...options, onRemoved }, reporter, signal);
    } finally {
      await store.close();
    }
  }
  kindOf(inputs.options);
  const [{ forget }, { DrilledSnapshots }, { evidencePlaceOf, readEvidenceKey }] = await Promise.all([
    import('../operations/forget.ts'),
    import('../operations/forget/drilled-snapshots.ts'),
    import('./evidence-inputs.ts'),
  ]);
  const verified = new DrilledSnapshots({
    place: evidencePlaceOf(inputs.repository, textInput('evidence'), tools),
    key: readEvidenceKey(),
    onUnreadable: (message) => reporter.onWarning(message),
  });
  const repository = await openRepositoryOf(inputs.repository, tools);
  try {
    return await forget(repository, { ...inputs.options, verified, onRemoved }, reporter, signal);
  } finally {
    await repository.close();
  }
}

function giveOutputs(result: AnyResult): void {
  const gone = removalsOf(result);
  const kept = result.groups.flatMap(({ decisions }) => decisions.filter(({ keep }) => keep));
  const frozen = heldTargets(result).map((one) => `${describeTarget(one)}: ${one.freeze.reason}`);
  setOutputs({
    kept: kept.length,
    removed: gone.length,
    'removed-ids': gone.join('\n'),
    retained: result.retained.length,
    frozen: frozen.join('\n'),
  });
}

/** All of them: the summary has room for some. */
function logDecisions(result: AnyResult): void {
  for (const group of result.groups) {
    log.info(`${groupTitle(group, result.noun)}:`);
    for (const decision of group.decisions.toReversed()) {
      const { id, timeNs } = decision.item;
      const time = new Date(Number(timeNs / 1_000_000n)).toISOString().slice(0, 16);
      log.info(
        `  ${decision.keep ? 'keep  ' : 'remove'} ${shownId(id)} ${time} ${describeReasons(decision)}`,
      );
    }
  }
  for (const { id, message } of result.retained) log.info(`retained: ${shownId(id)}: ${message}`);
  for (const line of result.prune?.lines ?? []) log.info(line);
  const verb = result.dryRun ? 'would be removed' : 'removed';
  log.info(`${formatCounted(removalsOf(result).length, result.noun)} ${verb}.`);
}

function annotateFrozen(result: AnyResult, annotate: typeof warn): void {
  for (const frozen of result.frozen.filter(({ overridden }) => overridden)) log.info(describeFreeze(frozen));
  const held = heldTargets(result);
  for (const frozen of held.slice(0, MAX_ANNOTATIONS)) annotate('Target frozen', describeFreeze(frozen));
  const more = held.length - MAX_ANNOTATIONS;
  if (more > 0)
    annotate('Targets frozen', `${formatCounted(more, 'more target')}: the summary and the log say which.`);
  for (const frozen of held.slice(MAX_ANNOTATIONS)) log.warning(describeFreeze(frozen));
}

function heldTargets({ frozen }: AnyResult) {
  return frozen.filter(({ overridden }) => !overridden);
}

function summarizeFailure(error: unknown): void {
  const noun: Noun = textInput('archives') === null ? 'snapshot' : 'archive';
  const { repository } = shownPlaces();
  if (removed.length > 0) setOutputs({ removed: removed.length, 'removed-ids': removed.join('\n') });
  addSummary(failedRetentionSummary(error, { noun, repository, removed: removed.length }));
}
