import { HoldfastError } from '../../errors.ts';
import { newestFirst, type RetentionItem, shownId } from '../../retention/item.ts';
import { type PlanRequest, planRetention, type RetentionPlan } from '../../retention/plan.ts';

/** The plan of a policy. @throws HoldfastError bad-input for one that keeps nothing of a group. */
export function planByPolicy<T extends RetentionItem>(request: PlanRequest<T>): RetentionPlan<T> {
  const plan = planRetention(request);
  requireSomeKept(plan);
  return plan;
}

/** A policy of a mistyped tag, say, would keep no more than the newest of everything. */
function requireSomeKept<T extends RetentionItem>({ groups }: RetentionPlan<T>): void {
  const group = groups.find(({ keepsNone }) => keepsNone);
  const newest = group?.decisions[0]?.item;
  if (group === undefined || newest === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot forget by this policy: it keeps none of the ${group.decisions.length} ${newest.noun}s of the group that ` +
      `${shownId(newest.id)} is in, expected at least one in each group. Nothing was removed. Look at it with dry-run ` +
      'and keep-last 1, and correct the policy.',
  );
}

/** What is worth least goes first, then the oldest: whenever it is cut off, the newest are there. */
export function removalOrder<T extends RetentionItem>({ groups }: Pick<RetentionPlan<T>, 'groups'>): T[] {
  const items = groups.flatMap(({ decisions }) =>
    decisions.filter(({ keep }) => !keep).map(({ item }) => item),
  );
  const rank = ({ leftover }: T) => (leftover ? 0 : 1);
  return items.sort((a, b) => rank(a) - rank(b) || newestFirst(b, a));
}
