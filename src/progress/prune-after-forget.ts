import type { PruneHook } from '../operations/forget/prune-hook.ts';
import { prune } from '../operations/prune.ts';
import type { PlanOptions } from '../repository/prune/options.ts';
import { pruneJson, pruneLines } from './prune-figures.ts';

/**
 * What `forget --prune` and the input `prune` of the action retention call once snapshots were removed, and how they show what
 * it did. This is the one place where forgetting and pruning meet.
 */
export function pruneAfterForget(plan: PlanOptions): PruneHook {
  return async (repository, { dryRun, forgotten }, reporter, signal) => {
    // What is really gone needn't be ignored; and what Object Lock held is still there, and needs its data.
    const options = { ...plan, dryRun, ...(dryRun ? { ignoreSnapshots: forgotten } : {}) };
    const result = await prune(repository, options, reporter, signal);
    return { lines: pruneLines(result, false), json: pruneJson(result) };
  };
}
