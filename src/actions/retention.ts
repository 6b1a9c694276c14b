import { fail, warn } from '../github/annotations.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary } from '../github/summary.ts';
import type { ForgetResult } from '../operations/forget.ts';
import { formatCounted } from '../progress/amounts.ts';
import {
  describeFreeze,
  describeGroup,
  describeReasons,
  describeTarget,
} from '../progress/describe-retention.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import { policyText } from '../retention/policy-text.ts';
import { openRepositoryOf, shownPlaces } from './access.ts';
import { finishForMain } from './post.ts';
import { type RetentionInputs, readRetentionInputs } from './retention-inputs.ts';
import { failedRetentionSummary, removalsOf, retentionSummary } from './retention-summary.ts';
import { runStage, type StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/** The runner shows ten of a level: one of them says that there are more. */
const MAX_ANNOTATIONS = 8;

/** Removes the snapshots that the policy doesn't keep. */
export async function main(): Promise<void> {
  await runStage({ title: 'Retention failed', severity: 'fail', onFailure: summarizeFailure }, retain);
  unfinished.mainFinished();
}

/** Removes our lock when main was cut off. */
export async function post(): Promise<void> {
  await finishForMain();
}

/** What is gone, should this run fail. */
const removed: SnapshotId[] = [];

async function retain(tools: StageTools): Promise<void> {
  unfinished.mainStarted();
  const inputs = await readRetentionInputs();
  const { options, onFrozen } = inputs;
  const result = await inGroup(`Policy: ${policyText(options.policy)}`, () => run(inputs, tools));
  giveOutputs(result);
  logDecisions(result);
  addSummary(retentionSummary(result, policyText(options.policy)));
  annotateFrozen(result, onFrozen === 'fail' && !options.dryRun ? fail : warn);
  if (result.failed === null) return;
  const { id, message } = result.failed;
  fail(
    'Snapshots could not be removed',
    `Snapshot ${id.slice(0, 8)} and ${result.untried.length} more are still there: ${message}`,
  );
}

async function run(
  { repository: place, options }: RetentionInputs,
  tools: StageTools,
): Promise<ForgetResult> {
  const [{ forget }, { kindOf }] = await Promise.all([
    import('../operations/forget.ts'),
    import('../operations/forget/options.ts'),
  ]);
  kindOf(options); // before a repository is opened for nothing
  const repository = await openRepositoryOf(place, tools);
  try {
    const onRemoved = (id: SnapshotId) => void removed.push(id);
    return await forget(repository, { ...options, onRemoved }, tools.reporter, tools.signal);
  } finally {
    await repository.close();
  }
}

function giveOutputs(result: ForgetResult): void {
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
function logDecisions(result: ForgetResult): void {
  for (const { key, decisions } of result.groups) {
    log.info(`snapshots of ${describeGroup(key)}:`);
    for (const decision of decisions.toReversed()) {
      const { id, timeNs } = decision.item;
      const time = new Date(Number(timeNs / 1_000_000n)).toISOString().slice(0, 16);
      log.info(
        `  ${decision.keep ? 'keep  ' : 'remove'} ${id.slice(0, 8)} ${time} ${describeReasons(decision)}`,
      );
    }
  }
  for (const { id, message } of result.retained) log.info(`retained: ${id.slice(0, 8)}: ${message}`);
  for (const line of result.prune?.lines ?? []) log.info(line);
  const verb = result.dryRun ? 'would be removed' : 'removed';
  log.info(`${formatCounted(removalsOf(result).length, 'snapshot')} ${verb}.`);
}

function annotateFrozen(result: ForgetResult, annotate: typeof warn): void {
  for (const frozen of result.frozen.filter(({ overridden }) => overridden)) log.info(describeFreeze(frozen));
  const held = heldTargets(result);
  for (const frozen of held.slice(0, MAX_ANNOTATIONS)) annotate('Target frozen', describeFreeze(frozen));
  const more = held.length - MAX_ANNOTATIONS;
  if (more > 0)
    annotate('Targets frozen', `${formatCounted(more, 'more target')}: the summary and the log say which.`);
  for (const frozen of held.slice(MAX_ANNOTATIONS)) log.warning(describeFreeze(frozen));
}

function heldTargets({ frozen }: ForgetResult) {
  return frozen.filter(({ overridden }) => !overridden);
}

function summarizeFailure(error: unknown): void {
  addSummary(
    failedRetentionSummary(error, { repository: shownPlaces().repository, removed: removed.length }),
  );
}
