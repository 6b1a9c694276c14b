import { asHoldfastError } from '../../errors.ts';
import type { SnapshotId } from '../../repository/format/ids.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';
import { isCheckpoint, targetOf } from '../../repository/tags.ts';
import type { BackupOptions } from './options.ts';
import { recordedPaths } from './recorded-path.ts';
import type { BackupRun } from './run.ts';
import type { SavedFiles } from './saved-files.ts';
import { writeCheckpoint } from './write-snapshot.ts';

/** A GitHub job may run for 6 h: of that, a run that is cut off loses no more. */
export const CHECKPOINT_EVERY_MS = 15 * 60_000;

/** A timer of Node that is to wait longer doesn't wait at all. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What was read in less is soon read again: a run that fails so early leaves no checkpoint. */
const WORTH_MS = 60_000;

/**
 * The checkpoints of one run: snapshots of what it has so far, each in place of the one before, for the run that goes on
 * when this one doesn't end. They are beside the work: whatever befalls them, the run goes on.
 */
export class Checkpoints {
  readonly #run: BackupRun;
  readonly #lastCall: AbortSignal;
  /** Null: never. */
  #everyMs: number | null;
  #files: SavedFiles | null = null;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  /** Our newest one that is there. */
  #own: SnapshotId | null = null;
  #filesRead = 0;
  #sinceMs = 0;
  /** The storage lets us write, but not remove. */
  #mayRemove = true;

  /** @param lastCall Aborted when there is no time left to write one. */
  constructor(run: BackupRun, lastCall: AbortSignal) {
    const { checkpointEveryMs = CHECKPOINT_EVERY_MS, dryRun } = run.options;
    this.#run = run;
    this.#lastCall = lastCall;
    this.#everyMs = dryRun || checkpointEveryMs === null ? null : Math.min(checkpointEveryMs, MAX_TIMER_MS);
  }

  /** From here on one is written whenever it is time. */
  begin(files: SavedFiles): void {
    this.#files = files;
    this.#filesRead = 0;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#sinceMs = performance.now();
    this.#plan();
  }

  /** Begins no further one. Resolves when none is being written. Never rejects. */
  async stop(): Promise<void> {
    this.#everyMs = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#writing;
  }

  /** For a run that failed: writes one of what it has, unless that is little, and then none any more. Never rejects. */
  async conclude(): Promise<void> {
    const worthMs = Math.min(this.#everyMs ?? Number.POSITIVE_INFINITY, WORTH_MS);
    await this.stop();
    if (performance.now() - this.#sinceMs < worthMs || !this.#isNewsworthy) return;
    // What keeps it from being written is likely what ended the run, and that is told.
    await this.#write().catch(() => {});
  }

  /**
   * Removes our own: the run's snapshot, which stands now, has all that was in them. And `superseded`. Never rejects.
   */
  async removeAll(superseded: readonly SnapshotId[]): Promise<void> {
    if (this.#own !== null) await this.#remove(this.#own);
    for (const id of superseded) await this.#remove(id);
  }

  get #isNewsworthy(): boolean {
    return this.#files !== null && this.#files.counts.filesRead > this.#filesRead;
  }

  #plan(): void {
    if (this.#everyMs === null) return;
    this.#timer = setTimeout(() => {
      this.#writing = this.#tryToWrite().finally(() => this.#plan());
    }, this.#everyMs);
    this.#timer.unref();
  }

  /** Never rejects. */
  async #tryToWrite(): Promise<void> {
    // A cancelled run's first seconds are the application's; the last checkpoint is written after that.
    if (!this.#isNewsworthy || this.#run.signal.aborted) return;
    try {
      await this.#write();
    } catch (error) {
      if (this.#run.signal.aborted) return;
      this.#run.reporter.onWarning(`No checkpoint could be written: ${messageOf(error)}`);
    }
  }

  async #write(): Promise<void> {
    const files = this.#files;
    if (files === null) return;
    const { filesRead } = files.counts;
    const older = this.#own;
    this.#own = await writeCheckpoint(this.#run, files, this.#lastCall);
    this.#filesRead = filesRead;
    this.#sinceMs = performance.now();
    this.#run.options.onCheckpoint?.(this.#own);
    this.#run.reporter.onInfo(`checkpoint ${this.#own.slice(0, 8)} saved`);
    if (older !== null) await this.#remove(older);
    // They pile up: fewer and fewer are made.
    if (!this.#mayRemove && this.#everyMs !== null) this.#everyMs = Math.min(this.#everyMs * 2, MAX_TIMER_MS);
  }

  /** Never rejects: what can't be removed is left, and told once. */
  async #remove(id: SnapshotId): Promise<void> {
    if (!this.#mayRemove) return;
    const { repository, reporter } = this.#run;
    try {
      await repository.files.remove('snapshot', id, this.#lastCall);
    } catch (error) {
      this.#mayRemove = false;
      reporter.onWarning(
        `Checkpoint ${id.slice(0, 8)} and later ones are left in the repository: ${messageOf(error)} ` +
          'Forget them with a credential that may delete.',
      );
    }
  }
}

/**
 * The checkpoints that a complete snapshot of `run` supersedes: those of earlier runs for the same host, target and
 * paths. Nothing but what is marked as a checkpoint of ours.
 */
export function checkpointsAmong(
  earlier: readonly StoredSnapshot[],
  { hostname, options }: { hostname: string; options: Pick<BackupOptions, 'target' | 'paths'> },
): SnapshotId[] {
  const paths = new Set(recordedPaths(options));
  const isOurs = ({ snapshot }: StoredSnapshot) =>
    isCheckpoint(snapshot) &&
    snapshot.hostname === hostname &&
    targetOf(snapshot) === options.target &&
    paths.symmetricDifference(new Set(snapshot.paths)).size === 0;
  return earlier.filter(isOurs).map(({ id }) => id);
}

function messageOf(error: unknown): string {
  return asHoldfastError(error)?.message ?? String(error);
}
