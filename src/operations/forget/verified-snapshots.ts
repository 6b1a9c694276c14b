import type { OpenRepository } from '../../repository/open.ts';

/** Who knows which snapshots a drill has restored and verified. The last of each target is never removed by a policy. */
export interface VerifiedSnapshots {
  /**
   * The IDs of all of them, also of those that are gone.
   * @throws what keeps it from knowing: then nothing may be removed.
   */
  ids(repository: OpenRepository, signal: AbortSignal): Promise<ReadonlySet<string>>;
}

/** Where there have been no drills. */
export const NONE_VERIFIED: VerifiedSnapshots = { ids: async () => new Set() };
