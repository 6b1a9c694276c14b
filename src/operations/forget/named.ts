import { HoldfastError } from '../../errors.ts';
import { type RetentionItem, shownId } from '../../retention/item.ts';
import {
  type OverrideReason,
  type PlannedGroup,
  type PlanRequest,
  type Protection,
  protectionsOf,
  type RetentionPlan,
} from '../../retention/plan.ts';

/** What protections are seen by. */
type Seen<T extends RetentionItem> = Pick<PlanRequest<T>, 'items' | 'verified' | 'isReleased' | 'clock'>;

/**
 * The plan that removes what a person names: some of the items that are seen.
 * @throws HoldfastError bad-input for one that must be named with the reason why it was to stay, too.
 */
export function planNamed<T extends RetentionItem>(
  named: readonly T[],
  despite: ReadonlySet<OverrideReason>,
  seen: Seen<T>,
): RetentionPlan<T> {
  const protections = protectionsOf(seen);
  const decisions = named.map((item) => {
    const held = (protections.get(item) ?? []).find(({ reason }) => !despite.has(reason));
    if (held !== undefined) throw protectedFrom(item, held);
    return { item, keep: false, matches: [], others: ['named'] };
  });
  const key = { hostname: null, target: null, paths: null, tags: null };
  const group: PlannedGroup<T> = { key, decisions, keepsNone: false };
  return { groups: [group], frozen: [] };
}

const WHAT: Readonly<Record<Protection['reason'], string>> = {
  newest: 'it is the newest complete one of its target',
  verified: 'it is the last of its target that a drill verified',
  kept: 'it was taken to be kept until that is taken back',
};

function protectedFrom({ id, noun }: RetentionItem, { reason }: Protection): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot forget ${noun} ${shownId(id)}: ${WHAT[reason]}, expected none such. Nothing was removed. If it must go, ` +
      `add --despite ${reason}.`,
  );
}
