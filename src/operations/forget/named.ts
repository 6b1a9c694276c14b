import { HoldfastError } from '../../errors.ts';
import { resolveSnapshot, type SnapshotFilter } from '../../repository/find-snapshot.ts';
import type { OpenRepository } from '../../repository/open.ts';
import {
  type PlannedGroup,
  type Protection,
  protectionsOf,
  type RetentionPlan,
} from '../../retention/plan.ts';
import type { ForgetOptions } from './options.ts';
import type { SnapshotItem } from './snapshot-items.ts';

/** What protections are seen by. */
type Seen = Parameters<typeof protectionsOf<SnapshotItem>>[0];

/**
 * The plan that removes the snapshots that a person names.
 * @throws HoldfastError snapshot-missing; bad-input for one that must be named with the reason why it was to stay, too.
 */
export async function planNamed(
  repository: OpenRepository,
  { specs, filter, despite }: ForgetOptions,
  seen: Seen,
  signal: AbortSignal,
): Promise<RetentionPlan<SnapshotItem>> {
  const named = await resolveAll(repository, { specs, filter, signal }, seen.items);
  const protections = protectionsOf(seen);
  const decisions = named.map((item) => {
    const held = (protections.get(item) ?? []).find(({ reason }) => !despite.has(reason));
    if (held !== undefined) throw protectedFrom(item, held);
    return { item, keep: false, matches: [], others: ['named'] };
  });
  const key = { hostname: null, target: null, paths: null, tags: null };
  const group: PlannedGroup<SnapshotItem> = { key, decisions, keepsNone: false };
  return { groups: [group], frozen: [] };
}

async function resolveAll(
  repository: OpenRepository,
  wanted: { specs: readonly string[]; filter: SnapshotFilter; signal: AbortSignal },
  items: readonly SnapshotItem[],
): Promise<SnapshotItem[]> {
  const ids = new Set<string>();
  for (const spec of wanted.specs)
    ids.add((await resolveSnapshot(repository, spec, wanted.filter, wanted.signal)).id);
  return items.filter(({ id }) => ids.has(id));
}

const WHAT: Readonly<Record<Protection['reason'], string>> = {
  newest: 'it is the newest complete one of its target',
  verified: 'it is the last of its target that a drill verified',
  kept: 'it was taken to be kept until that is taken back',
};

function protectedFrom({ id }: SnapshotItem, { reason }: Protection): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot forget snapshot ${id.slice(0, 8)}: ${WHAT[reason]}, expected none such. Nothing was removed. If it must go, ` +
      `add --despite ${reason}.`,
  );
}
