import { formatBytes, formatCounted } from '../amounts.ts';
import { displayText } from '../bytestring.ts';
import { type Outcome, outcomesOf } from '../operations/forget/outcome.ts';
import type { ForgetResult } from '../operations/forget.ts';
import { describeReasons, groupTitle } from '../progress/describe-retention.ts';
import { type RetentionItem, shownId } from '../retention/item.ts';
import { type Decision, type FrozenTarget, type PlannedGroup, targetName } from '../retention/plan.ts';
import { formatLocalTime } from './local-time.ts';
import type { Output } from './output.ts';
import { tableLines } from './table.ts';

/** How what was decided upon is shown. */
interface Shown<T extends RetentionItem> {
  /** Without paths. */
  readonly compact: boolean;
  /** One of them as `--json` shows it elsewhere, too. */
  readonly json: (item: T) => object;
}

/** Tells what was kept and removed, and why: a table for each group, or restic's JSON with a few fields more. */
export async function showForget<T extends RetentionItem>(
  output: Output,
  result: ForgetResult<T>,
  shown: Shown<T>,
): Promise<void> {
  const outcomeOf = outcomesOf(result);
  await output.json(result.groups.map((group) => groupJson(group, result, shown)));
  for (const group of result.groups) {
    if (result.kind !== 'named') await output.line(`${groupTitle(group, result.noun)}:`);
    for (const line of groupLines(group, outcomeOf, shown.compact)) await output.line(line);
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
  { decisions }: PlannedGroup<RetentionItem>,
  outcomeOf: ReturnType<typeof outcomesOf>,
  compact: boolean,
): string[] {
  const rows = decisions.toReversed().map((decision) => {
    const { id, timeNs, hostname, tags, paths, sizeBytes } = decision.item;
    return [
      VERBS[outcomeOf(decision)],
      shownId(id),
      formatLocalTime(timeNs),
      displayText(hostname),
      displayText(tags.join(',')),
      describeReasons(decision),
      ...(compact ? [] : [displayText(paths.join(', '))]),
      sizeBytes === null ? '' : formatBytes(sizeBytes),
    ];
  });
  const titles = ['', 'ID', 'Time', 'Host', 'Tags', 'Why', ...(compact ? [] : ['Paths'])];
  return tableLines([...titles.map((title) => ({ title })), { title: 'Size', right: true }], rows);
}

function sumOf<T extends RetentionItem>({
  noun,
  groups,
  dryRun,
  removed,
  retained,
}: ForgetResult<T>): string {
  const all = groups.flatMap(({ decisions }) => decisions);
  const kept = all.filter(({ keep }) => keep).length;
  if (dryRun) return `Dry run: ${kept} would be kept, ${all.length - kept} removed. Nothing was.`;
  const held = retained.length === 0 ? '' : `, ${retained.length} retained by the storage`;
  return `${formatCounted(removed.length, noun)} removed, ${all.length - removed.length - retained.length} kept${held}`;
}

function groupJson<T extends RetentionItem>(
  { key, title, decisions }: PlannedGroup<T>,
  result: ForgetResult<T>,
  shown: Shown<T>,
): object {
  const keep = decisions.filter((decision) => decision.keep);
  const remove = decisions.filter((decision) => !decision.keep);
  const names = new Set(decisions.map(({ item }) => targetName(item)));
  return {
    tags: key.tags?.length ? key.tags : null,
    host: key.hostname ?? '',
    paths: key.paths,
    keep: orNull(keep.map(({ item }) => shown.json(item))),
    remove: orNull(remove.map(({ item }) => shown.json(item))),
    reasons: orNull(keep.map((decision) => reasonJson(decision, shown))),
    ...(title === undefined ? {} : { title }),
    ...(key.target === null ? {} : { target: key.target }),
    removals: orNull(removalsJson(remove, result)),
    frozen: orNull(result.frozen.filter(({ name }) => names.has(name)).map(frozenJson)),
  };
}

/** restic's `reasons`; `others` are ours, which no policy overrides. */
function reasonJson<T extends RetentionItem>(
  { item, matches, others }: Decision<T>,
  { json }: Shown<T>,
): object {
  return { [item.noun]: json(item), matches, ...(others.length === 0 ? {} : { others }) };
}

function removalsJson<T extends RetentionItem>(
  removals: readonly Decision<T>[],
  result: ForgetResult<T>,
): object[] {
  const outcomeOf = outcomesOf(result);
  const unremoved = [...result.retained, ...(result.failed === null ? [] : [result.failed])];
  const messages = new Map<string, string>(unremoved.map(({ id, message }) => [id, message]));
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
