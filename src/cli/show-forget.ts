import { displayText } from '../bytestring.ts';
import { type Outcome, outcomesOf } from '../operations/forget/outcome.ts';
import type { SnapshotItem } from '../operations/forget/snapshot-items.ts';
import type { ForgetResult } from '../operations/forget.ts';
import { formatBytes, formatCounted } from '../progress/amounts.ts';
import { describeGroup, describeReasons } from '../progress/describe-retention.ts';
import { type Decision, type FrozenTarget, type PlannedGroup, targetName } from '../retention/plan.ts';
import { formatLocalTime } from './local-time.ts';
import type { Output } from './output.ts';
import { snapshotJson } from './snapshot-json.ts';
import { tableLines } from './table.ts';

/** Tells what was kept and removed, and why: a table for each group, or restic's JSON with a few fields more. */
export async function showForget(
  output: Output,
  result: ForgetResult,
  { compact }: { compact: boolean },
): Promise<void> {
  const outcomeOf = outcomesOf(result);
  await output.json(result.groups.map((group) => groupJson(group, result)));
  for (const group of result.groups) {
    if (result.kind !== 'named') await output.line(`snapshots of ${describeGroup(group.key)}:`);
    for (const line of groupLines(group, outcomeOf, compact)) await output.line(line);
    await output.line('');
  }
  await output.line(sumOf(result));
  if (result.locks !== null) {
    const { extended, kept } = result.locks;
    await output.line(`${formatCounted(extended, 'file')} locked for longer, ${kept} for long enough`);
  }
  if (result.prune === null) return;
  for (const line of result.prune.lines) await output.line(line);
  await output.json(result.prune.json);
}

const VERBS: Readonly<Record<Outcome, string>> = {
  kept: 'keep',
  'would-remove': 'remove',
  removed: 'removed',
  retained: 'retained',
  failed: 'not removed',
};

function groupLines(
  { decisions }: PlannedGroup<SnapshotItem>,
  outcomeOf: ReturnType<typeof outcomesOf>,
  compact: boolean,
): string[] {
  const rows = decisions.toReversed().map((decision) => {
    const { id, snapshot } = decision.item.stored;
    return [
      VERBS[outcomeOf(decision)],
      id.slice(0, 8),
      formatLocalTime(snapshot.timeNs),
      displayText(snapshot.hostname),
      displayText(snapshot.tags.join(',')),
      describeReasons(decision),
      ...(compact ? [] : [displayText(snapshot.paths.join(', '))]),
      snapshot.summary === null ? '' : formatBytes(snapshot.summary.totalBytesProcessed),
    ];
  });
  const titles = ['', 'ID', 'Time', 'Host', 'Tags', 'Why', ...(compact ? [] : ['Paths'])];
  return tableLines([...titles.map((title) => ({ title })), { title: 'Size', right: true }], rows);
}

function sumOf({ groups, dryRun, removed, retained }: ForgetResult): string {
  const all = groups.flatMap(({ decisions }) => decisions);
  const kept = all.filter(({ keep }) => keep).length;
  if (dryRun) return `Dry run: ${kept} would be kept, ${all.length - kept} removed. Nothing was.`;
  const held = retained.length === 0 ? '' : `, ${retained.length} retained by the storage`;
  return `${formatCounted(removed.length, 'snapshot')} removed, ${all.length - removed.length - retained.length} kept${held}`;
}

function groupJson({ key, decisions }: PlannedGroup<SnapshotItem>, result: ForgetResult): object {
  const keep = decisions.filter((decision) => decision.keep);
  const remove = decisions.filter((decision) => !decision.keep);
  const names = new Set(decisions.map(({ item }) => targetName(item)));
  return {
    tags: key.tags?.length ? key.tags : null,
    host: key.hostname ?? '',
    paths: key.paths,
    keep: snapshotsJson(keep),
    remove: snapshotsJson(remove),
    reasons: orNull(keep.map(reasonJson)),
    ...(key.target === null ? {} : { target: key.target }),
    removals: orNull(removalsJson(remove, result)),
    frozen: orNull(result.frozen.filter(({ name }) => names.has(name)).map(frozenJson)),
  };
}

function snapshotsJson(decisions: readonly Decision<SnapshotItem>[]): object[] | null {
  return orNull(decisions.map(({ item }) => snapshotJson(item.stored)));
}

/** restic's `reasons`; `others` are ours, which no policy overrides. */
function reasonJson({ item, matches, others }: Decision<SnapshotItem>): object {
  return { snapshot: snapshotJson(item.stored), matches, ...(others.length === 0 ? {} : { others }) };
}

function removalsJson(removals: readonly Decision<SnapshotItem>[], result: ForgetResult): object[] {
  const outcomeOf = outcomesOf(result);
  const unremoved = [...result.retained, ...(result.failed === null ? [] : [result.failed])];
  const messages = new Map(unremoved.map(({ id, message }) => [id, message]));
  return removals.map((decision) => {
    const { id } = decision.item;
    const message = messages.get(id);
    const because = { because: decision.others, outcome: outcomeOf(decision) };
    return { id, ...because, ...(message === undefined ? {} : { message }) };
  });
}

function frozenJson({ hostname, target, paths, freeze, overridden }: FrozenTarget): object {
  return { host: hostname, target, paths, reason: freeze.reason, message: freeze.message, overridden };
}

/** Go writes an empty list as null. */
function orNull<T>(list: T[]): T[] | null {
  return list.length === 0 ? null : list;
}
