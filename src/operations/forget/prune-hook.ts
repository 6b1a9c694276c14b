import type { SnapshotId } from '../../repository/format/ids.ts';
import type { OpenRepository } from '../../repository/open.ts';
import type { Reporter } from '../progress.ts';

export interface PruneHookOptions {
  /** Say what would be removed, remove nothing. */
  readonly dryRun: boolean;
  /** Snapshots that count as gone: in a dry run they are still there. */
  readonly forgotten: ReadonlySet<SnapshotId>;
}

/** What a prune did, for those who show it. */
export interface PruneOutcome {
  /** Lines for a person, already escaped. */
  readonly lines: readonly string[];
  /** The same for `--json`. */
  readonly json: object;
}

/** Removes the data that no snapshot names any more, under the exclusive lock that is held already. */
export type PruneHook = (
  repository: OpenRepository,
  options: PruneHookOptions,
  reporter: Reporter,
  signal: AbortSignal,
) => Promise<PruneOutcome>;

/**
 * What `forget --prune` and the action's input `prune` call after snapshots were removed. Null: they are refused.
 * This is the one place where forgetting and pruning meet.
 */
export const PRUNE: PruneHook | null = null;
