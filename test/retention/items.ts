import type { RetentionItem } from '../../src/retention/item.ts';
import { KEEP_NOTHING, type PlanRequest, planRetention } from '../../src/retention/plan.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Noon of a Thursday, UTC. */
export const NOW_MS = Date.UTC(2026, 10, 26, 12);
export const NOW_NS = BigInt(NOW_MS) * 1_000_000n;

/** A complete backup of /srv of `wiki` on `web`, so many milliseconds ago. */
export function item(id: string, agoMs: number, over: Partial<RetentionItem> = {}): RetentionItem {
  return {
    noun: 'snapshot',
    id,
    formerIds: [],
    timeNs: BigInt(NOW_MS - agoMs) * 1_000_000n,
    zoneSeconds: 0,
    tags: [],
    hostname: 'web',
    target: 'wiki',
    paths: ['/srv'],
    complete: true,
    leftover: false,
    keptBecause: null,
    sizeBytes: 1000,
    fileCount: 10,
    ...over,
  };
}

export const INCOMPLETE = { complete: false, leftover: true } as const;

/** What a policy does with `items`, by target, with the guards' defaults. */
export function planOf(items: readonly RetentionItem[], over: Partial<PlanRequest<RetentionItem>> = {}) {
  const plan = planRetention({
    items,
    isSelected: () => true,
    policy: { ...KEEP_NOTHING, last: 1 },
    groupBy: { host: false, paths: false, tags: false, target: true },
    limits: { maxAgeMs: null, shrunkenBelow: 0.5 },
    despite: new Set(),
    isReleased: () => false,
    verified: new Set(),
    clock: { nowNs: NOW_NS },
    ...over,
  });
  const decisions = plan.groups.flatMap((group) => group.decisions);
  const idsOf = (keep: boolean) =>
    decisions
      .filter((one) => one.keep === keep)
      .map((one) => one.item.id)
      .sort();
  const whyOf = (id: string) => {
    const decision = decisions.find((one) => one.item.id === id);
    return decision && [...decision.matches, ...decision.others];
  };
  const frozen = plan.frozen.filter(({ overridden }) => !overridden).map(({ freeze }) => freeze.reason);
  return { plan, kept: idsOf(true), removed: idsOf(false), whyOf, frozen };
}
