import { formatCounted } from '../amounts.ts';
import { manifestFile } from '../archive/archive-name.ts';
import type { ArchiveStore } from '../archive/archive-store.ts';
import { type FoundArchive, findArchives, idOf } from '../archive/find-archives.ts';
import { displayText } from '../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { isAhead } from '../retention/freeze.ts';
import { newestFirst } from '../retention/item.ts';
import type { RetentionPlan } from '../retention/plan.ts';
import { type ArchiveItem, archiveItems, isSelected, requireReadable } from './forget/archive-items.ts';
import { planByPolicy, removalOrder } from './forget/by-policy.ts';
import { planNamed } from './forget/named.ts';
import { type ForgetKind, kindOf, type SelectionOptions } from './forget/options.ts';
import { NOTHING_REMOVED, removeEach } from './forget/remove-each.ts';
import { isYoung, planUnfinished, unfinishedItem } from './forget/unfinished-archives.ts';
import type { ForgetResult } from './forget.ts';
import type { Reporter } from './progress.ts';

export interface ForgetArchivesOptions extends SelectionOptions {
  /** Called with each archive that is gone, so that it is known when the run fails later. */
  readonly onRemoved?: ((id: string) => void) | undefined;
}

/**
 * Removes archives: those that are named, or those that the policy doesn't keep, and what cut-off runs left. A store has no
 * lock: what is being written has no manifest, and is left alone.
 *
 * @throws HoldfastError bad-input, archive-missing, cancelled; archive-damaged if a manifest can't be read: that archive may
 *   be the newest. Nothing was removed then, except after cancelled. What the store throws when it is listed and read.
 */
export async function forgetArchives(
  store: ArchiveStore,
  options: ForgetArchivesOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<ForgetResult<ArchiveItem>> {
  const kind = kindOf(options, 'archive');
  const found = await findArchives(store, signal);
  requireReadable(found, store.location);
  if (found.length === 0 && kind !== 'named') throw noneThere(store.location);
  const plan = makePlan(found, kind, options);
  if (kind !== 'named' && plan.groups.length === 0) reporter.onWarning(noneSelected(found));
  const items = new Map(removalOrder(plan).map((item) => [item.id, item.found]));
  const remove = (id: string, until: AbortSignal) => removeArchive(store, items.get(id), until);
  const removal = options.dryRun
    ? NOTHING_REMOVED
    : await removeEach([...items.keys()], remove, {
        phase: 'removing-archives',
        lock: null,
        reporter,
        signal,
        onRemoved: options.onRemoved,
      });
  return { noun: 'archive', kind, dryRun: options.dryRun, ...plan, ...removal, locks: null, prune: null };
}

function makePlan(
  found: readonly FoundArchive[],
  kind: ForgetKind,
  options: ForgetArchivesOptions,
): RetentionPlan<ArchiveItem> {
  const items = archiveItems(found);
  const { nowNs = BigInt(Date.now()) * 1_000_000n, filter } = options;
  const seen = { items, verified: new Set<string>(), clock: { nowNs }, isReleased: () => false };
  if (kind === 'named') return planNamed(namedItems(found, items, options, nowNs), options.despite, seen);
  const selected = items.filter((item) => isSelected(item, filter));
  const plan = planByPolicy({ ...options, ...seen, isSelected: (item) => isSelected(item, filter) });
  const unfinished = planUnfinished(found, {
    items,
    selected,
    filter,
    frozen: plan.frozen,
    nowMs: Number(nowNs / 1_000_000n),
  });
  return { ...plan, groups: [...plan.groups, ...unfinished] };
}

/** By their IDs, the beginnings of those, or as latest. @throws HoldfastError archive-missing, bad-input. */
function namedItems(
  found: readonly FoundArchive[],
  items: readonly ArchiveItem[],
  { specs, filter }: ForgetArchivesOptions,
  nowNs: bigint,
): ArchiveItem[] {
  const all = [...items, ...found.filter(({ unfinished }) => unfinished).map(unfinishedItem)];
  const names = found.map(({ id, file }) => ({ id, files: file === null ? [] : [file] }));
  const named = specs.map((spec) => {
    const id = spec === 'latest' ? latestOf(items, filter, nowNs) : spec === '' ? null : idOf(names, spec);
    const item = all.find((one) => one.id === id);
    if (item === undefined) throw missing(spec, found.length);
    if (item.found.unfinished && isYoung(item.found, Number(nowNs / 1_000_000n))) throw stillWritten(item);
    return item;
  });
  return [...new Set(named)];
}

function latestOf(
  items: readonly ArchiveItem[],
  filter: SelectionOptions['filter'],
  nowNs: bigint,
): string | null {
  const fitting = items.filter((item) => item.complete && !isAhead(item, nowNs) && isSelected(item, filter));
  return fitting.sort(newestFirst)[0]?.id ?? null;
}

/** Its manifest first, which is the mark that it is whole: nobody takes for whole what is about to go. */
async function removeArchive(
  store: ArchiveStore,
  found: FoundArchive | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (found === undefined) return;
  const { id, file, unfinished } = found;
  if (!unfinished) await store.remove(manifestFile(id), signal);
  if (file === null) return;
  try {
    await store.remove(file.name, signal);
  } catch (error) {
    if (unfinished || asHoldfastError(error)?.code === 'cancelled') throw error;
    throw new HoldfastError(
      'backend-failed', // whatever it was: it isn't retained as it is
      `${failureText(error)} Its manifest is gone already: what is left goes by a later run, or by its ID, once it is older than 7 days.`,
      { cause: error },
    );
  }
}

/** A retention of the wrong place would never remove anything, and nobody would know. */
function noneThere(location: string): HoldfastError {
  return new HoldfastError(
    'archive-missing',
    `Cannot forget archives in "${location}": there is none, expected one at least. Name the place that they are in. If ` +
      'the first is still to come, run this again then.',
  );
}

/** Nor would one of a mistyped name. */
function noneSelected(found: readonly FoundArchive[]): string {
  const names = found.flatMap(({ manifest }) =>
    manifest === null ? [] : [`"${displayText(manifest.target)}" of "${displayText(manifest.hostname)}"`],
  );
  const known = [...new Set(names)].sort().slice(0, SHOWN_NAMES).join(', ');
  return `Nothing is chosen to be kept or removed: none of ${formatCounted(found.length, 'archive')} matches; there are some of ${known}.`;
}

/** So many applications are named where none matches. */
const SHOWN_NAMES = 5;

function missing(spec: string, count: number): HoldfastError {
  const which =
    spec === 'latest' ? 'no complete one is there that fits' : 'no ID begins so, and no file has that name';
  return new HoldfastError(
    'archive-missing',
    `Cannot forget the archive ${displayText(JSON.stringify(spec))}: ${which} (${count} are there). Nothing was removed. ` +
      'List them with "holdfast archives".',
  );
}

function stillWritten({ id }: ArchiveItem): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot forget archive ${id}: it has no manifest, and may still be written, expected one that is older than 7 days. ` +
      'Nothing was removed. Try again when it is.',
  );
}
