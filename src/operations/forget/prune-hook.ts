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

/**
 * Removes the data that no snapshot names any more, under the exclusive lock, which is held and was taken before any index
 * was loaded.
 */
export type PruneHook = (
  repository: OpenRepository,
  options: PruneHookOptions,
  reporter: Reporter,
  signal: AbortSignal,
) => Promise<PruneOutcome>;
