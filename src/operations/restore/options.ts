import type { ByteString } from '../../bytestring.ts';
import type { SnapshotId } from '../../repository/format/ids.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';
import type { Change } from './plan.ts';

/**
 * When something that stands at the destination is replaced.
 * - `always`: what is restored replaces it as a whole: a folder of the snapshot takes the place of the folder there.
 *   Nothing is compared.
 * - `if-changed`: in place: what differs in type, size, mtime, mode, owner or extended attributes is replaced, and only that
 *   is sent
 * - `if-newer`: the same, if the snapshot's mtime is the newer one
 * - `never`: only what is missing is restored
 */
export type Overwrite = 'always' | 'if-changed' | 'if-newer' | 'never';

export interface RestoreOptions {
  readonly snapshot: StoredSnapshot;
  /** Of `SNAPSHOT:FOLDER`: only what is in this folder (absolute, clean), as if it were the whole snapshot. */
  readonly folder: ByteString | null;
  /** Folder on the host (absolute, clean) to restore below; null: to the original place. */
  readonly target: ByteString | null;
  /** A target that has to be made becomes as `folder` was (its owner, its mode), and anybody may go through to it. Else only we may enter it. */
  readonly likeFolder?: boolean | undefined;
  /** Patterns with restic's meaning, on paths of the snapshot (below `folder`, if given). */
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
  /** The same, letter case ignored. */
  readonly iincludes: readonly string[];
  readonly iexcludes: readonly string[];
  readonly overwrite: Overwrite;
  /**
   * Move away what isn't in the snapshot, in folders that stay in place. A folder that `always` replaces as a whole
   * takes it along in any case.
   */
  readonly delete: boolean;
  readonly owners: 'numeric' | 'names';
  /** Also restore what Holdfast added to the snapshot, at `/.holdfast`. */
  readonly includeOwn: boolean;
  /** Read everything again on the host and compare it, before it is swapped in. Only tests and benches leave it out. */
  readonly verify: boolean;
  /** Say what would happen; write nothing, neither on the host nor in the repository. */
  readonly dryRun: boolean;
  /** Work without a lock of the repository, as restic's --no-lock. */
  readonly noLock: boolean;
  /** How long to wait for another's lock. */
  readonly retryLockMs: number;
  /** Called for each change as it is planned, topmost name only. */
  readonly onChange?: ((change: RestoreChange) => void) | undefined;
}

export interface RestoreChange {
  readonly kind: Change;
  readonly path: ByteString;
}

export interface RestoreResult {
  readonly snapshotId: SnapshotId;
  readonly dryRun: boolean;
  /** Ready to show: the target folder, or `its original place`. */
  readonly target: string;
  readonly files: number;
  readonly folders: number;
  readonly others: number;
  /** Bytes of contents that were chosen. */
  readonly bytes: number;
  /** Of them: what was there already as it should be, and what an earlier, cut-off run had sent. */
  readonly unchangedFiles: number;
  readonly unchangedBytes: number;
  /** Of them: what stood there otherwise, and was to stay (`overwrite`: never, if-newer). */
  readonly leftFiles: number;
  readonly resumedFiles: number;
  readonly sentFiles: number;
  readonly sentBytes: number;
  /** Topmost names. */
  readonly created: number;
  readonly replaced: number;
  readonly removed: number;
  /**
   * Of the replaced: folders that were moved away whole (`overwrite: always`). With them went what the snapshot does
   * not hold; nobody has counted it, for nothing in them was listed.
   */
  readonly replacedFolders: number;
  /** Where what was in the way lies now: one for each filesystem; empty if nothing was. */
  readonly undoFolders: readonly string[];
  /** This run only ended the swap that an earlier one had begun. */
  readonly finishedEarlierRun: boolean;
  readonly durationMs: number;
}
