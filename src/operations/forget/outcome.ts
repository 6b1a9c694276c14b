import type { ForgetResult } from '../forget.ts';
import type { SnapshotItem } from './snapshot-items.ts';

/**
 * What became of a snapshot that was decided upon. `retained`: the storage holds it for a while; `failed`: it could not be
 * removed, or was not tried after another could not.
 */
export type Outcome = 'kept' | 'would-remove' | 'removed' | 'retained' | 'failed';

/** Says it of each of a result's decisions. */
export function outcomesOf({
  dryRun,
  removed,
  retained,
}: ForgetResult): (decision: { readonly keep: boolean; readonly item: SnapshotItem }) => Outcome {
  const gone = new Set(removed);
  const held = new Set(retained.map(({ id }) => id));
  return ({ keep, item: { id } }) => {
    if (keep) return 'kept';
    if (dryRun) return 'would-remove';
    if (gone.has(id)) return 'removed';
    return held.has(id) ? 'retained' : 'failed';
  };
}
