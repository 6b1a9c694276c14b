import { formatBytes, formatCount, formatCounted } from '../amounts.ts';
import { failureText } from '../failure-text.ts';
import { escapeMarkdown, markdownCode } from '../github/summary.ts';
import { type Outcome, outcomesOf } from '../operations/forget/outcome.ts';
import type { ForgetResult } from '../operations/forget.ts';
import { describeGroup, describeReasons, describeTarget } from '../progress/describe-retention.ts';
import { type Noun, type RetentionItem, shownId } from '../retention/item.ts';
import type { Decision, FrozenTarget, PlannedGroup } from '../retention/plan.ts';
import { factsTable, shellBlock } from './markdown.ts';
import { nextSteps, withEnvironment } from './next-steps.ts';

/** Rows of all tables together; the log has them all. */
const MAX_ROWS = 1000;
/** Of frozen targets. */
const MAX_FROZEN_SHOWN = 100;

/** Of snapshots or of archives. */
export type AnyResult = ForgetResult<RetentionItem>;

/** What is gone; in a dry run, that would be. */
export function removalsOf({ groups, dryRun, removed }: AnyResult): readonly string[] {
  if (!dryRun) return removed;
  return groups.flatMap(({ decisions }) => decisions.filter(({ keep }) => !keep).map(({ item }) => item.id));
}

/** The job summary of a run that came to its end. */
export function retentionSummary(result: AnyResult, policy: string): string {
  const parts = [
    heading(result),
    facts(result, policy),
    frozenTable(result),
    ...tables(result),
    next(result),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The job summary of one that didn't. */
export function failedRetentionSummary(
  error: unknown,
  what: { noun: Noun; repository: string | null; removed: number },
): string {
  const { advice, commands } = nextSteps(error);
  const parts = [
    '### ❌ Retention failed',
    escapeMarkdown(failureText(error)),
    what.removed === 0
      ? '**Removed:** nothing.'
      : `**Removed:** ${formatCounted(what.removed, what.noun)} before it failed. ${WHOLE[what.noun]}; the next run removes the others.`,
    `**Next:** ${advice}`,
  ];
  if (commands.length > 0) parts.push(shellBlock(withEnvironment(commands, what.repository)));
  return `${parts.join('\n\n')}\n`;
}

const WHOLE: Readonly<Record<Noun, string>> = {
  snapshot: 'The repository is whole',
  archive: 'The archives that are left are whole',
};

function heading(result: AnyResult): string {
  const count = formatCounted(removalsOf(result).length, result.noun);
  if (result.failed !== null) return `### ❌ Retention stopped: ${count} removed`;
  const verb = result.dryRun ? 'Retention, dry run' : 'Retention';
  const isOdd = held(result).length > 0 || result.groups.length === 0;
  const sign = isOdd ? '⚠️' : result.dryRun ? '🔎' : '✅';
  return `### ${sign} ${verb}: ${count} ${result.dryRun ? 'would be removed' : 'removed'}`;
}

function facts(result: AnyResult, policy: string): string {
  const decisions = result.groups.flatMap((group) => group.decisions);
  const rows: [string, string][] = [
    ['Policy', escapeMarkdown(policy)],
    ['Kept', formatCount(decisions.filter(({ keep }) => keep).length)],
    [result.dryRun ? 'Would be removed' : 'Removed', formatCount(removalsOf(result).length)],
  ];
  if (result.retained.length > 0)
    rows.push(['Retained by the storage’s Object Lock', formatCount(result.retained.length)]);
  if (result.failed !== null)
    rows.push([
      'Could not be removed',
      `${markdownCode(shownId(result.failed.id))} and ${result.untried.length} more: ${escapeMarkdown(result.failed.message)}`,
    ]);
  if (held(result).length > 0) rows.push(['Frozen', formatCounted(held(result).length, 'target')]);
  if (result.locks !== null)
    rows.push([
      'Object Lock',
      `${formatCounted(result.locks.extended, 'file')} locked for longer, ${result.locks.kept} for long enough`,
    ]);
  for (const line of result.prune?.lines ?? []) rows.push(['Prune', escapeMarkdown(line)]);
  if (result.groups.length === 0) rows.push(['Applied to', `no ${result.noun}: there is none, or none fits`]);
  return factsTable(rows);
}

function held({ frozen }: AnyResult): FrozenTarget[] {
  return frozen.filter(({ overridden }) => !overridden);
}

function frozenTable(result: AnyResult): string {
  if (result.frozen.length === 0) return '';
  const shown = result.frozen.slice(0, MAX_FROZEN_SHOWN);
  const rows = shown.map((frozen) => {
    const { freeze, overridden } = frozen;
    const state = overridden ? 'not frozen, as asked' : '**frozen**';
    return `| ${escapeMarkdown(describeTarget(frozen))} | ${state} | \`${freeze.reason}\`: ${escapeMarkdown(freeze.message)} |`;
  });
  const more = result.frozen.length - shown.length;
  return [
    'Something is odd about these targets. Nothing of a frozen one is removed.',
    '',
    '| target | | why |',
    '| --- | --- | --- |',
    ...rows,
    ...(more > 0 ? ['', `… and ${formatCount(more)} more: the log names them.`] : []),
  ].join('\n');
}

/** One for each group, with what is to go first; as far as there is room. */
function tables(result: AnyResult): string[] {
  const outcomeOf = outcomesOf(result);
  let room = MAX_ROWS;
  let left = 0;
  const shown: string[] = [];
  for (const group of result.groups) {
    const rows = group.decisions.slice(0, room);
    room -= rows.length;
    left += group.decisions.length - rows.length;
    if (rows.length > 0)
      shown.push(groupTable(group, result.noun, rows, (decision) => VERBS[outcomeOf(decision)]));
  }
  if (left > 0) shown.push(`… and ${formatCounted(left, `more ${result.noun}`)}: the log has them all.`);
  return shown;
}

function groupTable(
  group: PlannedGroup<RetentionItem>,
  noun: Noun,
  rows: readonly Decision<RetentionItem>[],
  verbOf: (decision: Decision<RetentionItem>) => string,
): string {
  const { decisions } = group;
  const gone = decisions.filter(({ keep }) => !keep).length;
  return [
    `**${escapeMarkdown(describeGroup(group))}:** ${decisions.length - gone} to keep, ${gone} to remove`,
    '',
    '<details><summary>Each with the reason</summary>',
    '',
    `| | ${noun} | time (UTC) | why | size |`,
    '| --- | --- | --- | --- | ---: |',
    ...rows.map((decision) => row(decision, verbOf(decision))),
    '',
    '</details>',
  ].join('\n');
}

const VERBS: Readonly<Record<Outcome, string>> = {
  kept: 'keep',
  'would-remove': '**remove**',
  removed: '**removed**',
  retained: 'retained',
  failed: 'not removed',
};

function row(decision: Decision<RetentionItem>, verb: string): string {
  const { item } = decision;
  const time = new Date(Number(item.timeNs / 1_000_000n)).toISOString().slice(0, 16).replace('T', ' ');
  const size = item.sizeBytes === null ? '' : formatBytes(item.sizeBytes);
  const why = escapeMarkdown(describeReasons(decision));
  return `| ${verb} | ${markdownCode(shownId(item.id))} | ${time} | ${why} | ${size} |`;
}

function next(result: AnyResult): string {
  if (result.failed !== null)
    return result.noun === 'snapshot'
      ? '**Next:** see whether the credential may delete below `snapshots/`, then run the job again: the repository is whole.'
      : '**Next:** see whether the credential may delete archives, then run the job again: those that are left are whole.';
  if (held(result).length > 0)
    return '**Next:** see to the frozen targets. If all is well with one, run the job once with its reason in `despite`.';
  return result.dryRun ? '**Next:** run it without `dry-run`.' : '';
}
