import type { PruneHook } from '../operations/forget/prune-hook.ts';

/**
 * What `forget --prune` and the input `prune` of the action retention call once snapshots were removed, and how they show what
 * it did. Null: both are refused. This is the one place where forgetting and pruning meet.
 */
export const PRUNE: PruneHook | null = null;
