import { isDeepStrictEqual } from 'node:util';
import { asHoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { planByPolicy, removalOrder } from '../operations/forget/by-policy.ts';
import { DEFAULT_TARGET } from '../repository/tags.ts';
import { BY_TARGET } from '../retention/group.ts';
import type { RetentionItem } from '../retention/item.ts';
import { despiteOf, limitsOf, policyOf, type RetentionSection } from '../retention/policy-section.ts';
import type { ConfigFile } from './schema/file.ts';
import type { StorageSection } from './schema/storage.ts';
import { type Target, targetsOf } from './targets.ts';

/** What a storage holds, and which of it a drill has proved. */
export interface StoredItems {
  readonly items: readonly RetentionItem[];
  readonly verified: ReadonlySet<string>;
}

/** @throws What makes a storage unreadable. */
export type ReadItems = (storage: StorageSection, name: string) => Promise<StoredItems>;

/** What the next run of retention does to a target of which the policy changes. */
export type RetentionEffect =
  | {
      readonly target: string;
      /** How many it has now. */
      readonly stored: number;
      /** How many the next run removes by the policy that is, and by the one that would be. */
      readonly before: number;
      readonly after: number;
    }
  | { readonly target: string; readonly unknown: string };

/**
 * What another retention removes. Only storages of the base are read, where and as it says: what a change names may be a
 * stranger's, and gets no credential.
 * @param readItems Null: nobody may read them here.
 * @throws cancelled.
 */
export async function retentionEffects(
  before: ConfigFile,
  after: ConfigFile,
  readItems: ReadItems | null,
): Promise<RetentionEffect[]> {
  const young = new Map(targetsOf(after).map((target) => [target.name, target]));
  const storages = new Map<string, Promise<StoredItems>>();
  const effects: RetentionEffect[] = [];
  for (const was of targetsOf(before)) {
    const is = young.get(was.name);
    if (is === undefined || isDeepStrictEqual(was.policy, is.policy)) continue;
    effects.push(await effectOf(was, is, { readItems, storages }));
  }
  return effects;
}

interface Reading {
  readonly readItems: ReadItems | null;
  /** Each is read once. */
  readonly storages: Map<string, Promise<StoredItems>>;
}

async function effectOf(was: Target, is: Target, { readItems, storages }: Reading): Promise<RetentionEffect> {
  const { name: target, storage, settings, hostname } = was;
  const unknown = (why: string) => ({ target, unknown: why });
  if (storage === null || settings.storage === undefined || hostname === null)
    return unknown('it has no storage yet');
  if (!isDeepStrictEqual(storage, is.storage) || hostname !== is.hostname)
    return unknown('its storage, or its name there, changes with it');
  if (readItems === null) return unknown('that takes the repository and its password');
  try {
    const reading = storages.get(settings.storage) ?? readItems(storage, settings.storage);
    storages.set(settings.storage, reading);
    const { items, verified } = await reading;
    const own = items.filter(
      (item) => item.hostname === hostname && (item.target ?? DEFAULT_TARGET) === target,
    );
    const removed = (policy: RetentionSection | null) => removedBy(policy, own, verified);
    return { target, stored: own.length, before: removed(was.policy), after: removed(is.policy) };
  } catch (error) {
    if (asHoldfastError(error)?.code === 'cancelled') throw error;
    return unknown(failureText(error).replace(/\.$/, ''));
  }
}

/** As the retention action decides, with its defaults. */
function removedBy(
  policy: RetentionSection | null,
  items: readonly RetentionItem[],
  verified: ReadonlySet<string>,
): number {
  if (policy === null || items.length === 0) return 0;
  const plan = planByPolicy({
    items,
    verified,
    isSelected: () => true,
    isReleased: () => false,
    policy: policyOf(policy),
    limits: limitsOf(policy),
    despite: despiteOf(policy),
    groupBy: BY_TARGET,
    clock: { nowNs: BigInt(Date.now()) * 1_000_000n },
  });
  return removalOrder(plan).length;
}
