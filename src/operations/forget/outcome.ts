import type { RetentionItem } from '../../retention/item.ts';
import type { ForgetResult } from '../forget.ts';

/**
 * What became of a snapshot or an archive that was decided upon. `retained`: the storage holds it for a while; `failed`: it could not be
 * removed, or was not tried after another could not.
 */
export type Outcome = 'kept' | 'would-remove' | 'removed' | 'retained' | 'failed';

/** Says it of each of a result's decisions. */
export function outcomesOf<T extends RetentionItem>({
  dryRun,
  removed,
  retained,
}: ForgetResult<T>): (decision: { readonly keep: boolean; readonly item: RetentionItem }) => Outcome {
  const gone = new Set<string>(removed);
  const held = new Set<string>(retained.map(({ id }) => id));
  return ({ keep, item: { id } }) => {
    if (keep) return 'kept';
    if (dryRun) return 'would-remove';
    if (gone.has(id)) return 'removed';
    return held.has(id) ? 'retained' : 'failed';
  };
}
