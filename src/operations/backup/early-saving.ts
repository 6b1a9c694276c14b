import { HoldfastError } from '../../errors.ts';
import type { HeldReporter } from '../held-reporter.ts';
import type { EarlyListing } from './early-listing.ts';
import type { BackupRun } from './run.ts';
import { saveFiles } from './save-files.ts';
import type { SavedFiles } from './saved-files.ts';

/**
 * Files that are listed and compared, read from the host, and saved in memory, before it is known whether the lock is got. Nothing of
 * it is written or told before that; and if it isn't got, all of it is thrown away but the blobs themselves, which hold whatever
 * comes.
 */
export class EarlySaving {
  /** What the backup goes on with: its problems are those of these files. */
  readonly run: BackupRun;
  readonly files: Promise<SavedFiles>;
  readonly #lock = Promise.withResolvers<void>();
  readonly #begun = Promise.withResolvers<SavedFiles>();
  readonly #stop = new AbortController();
  readonly #reporter: HeldReporter;

  /**
   * @param makeRun The run, by how it speaks.
   * @param strays Whether there are packs to take over, or lost: what is in them would be stored again, or not at all, so that nothing is saved before.
   */
  constructor(
    makeRun: (reporter: HeldReporter) => BackupRun,
    listing: EarlyListing,
    { held, strays }: { held: HeldReporter; strays: Promise<boolean> },
  ) {
    this.#reporter = held;
    const run = makeRun(held);
    this.run = run;
    const begin = strays.then((areThere) => (areThere ? this.#lock.promise : undefined));
    run.repository.storeAfter(this.#lock.promise, begin);
    this.files = this.#save({ ...run, signal: AbortSignal.any([run.signal, this.#stop.signal]) }, listing);
    // Met by who takes them; `stop` rejects the lock whether somebody waits for it or not.
    for (const promise of [this.files, this.#lock.promise, this.#begun.promise]) promise.catch(() => {});
  }

  async #save(run: BackupRun, listing: EarlyListing): Promise<SavedFiles> {
    const early = await listing.take();
    return saveFiles(run, { begin: (files) => this.#begun.resolve(files) }, { early });
  }

  /** From here on it is as any other; `checkpoints` go along. It ends when the lock is `lost`. */
  lockIsGot(lost: AbortSignal, checkpoints: { begin(files: SavedFiles): void }): void {
    this.#reporter.release();
    const end = () => this.#stop.abort(lost.reason);
    if (lost.aborted) end();
    else lost.addEventListener('abort', end, { once: true, signal: this.#stop.signal });
    void this.#begun.promise.then((files) => checkpoints.begin(files));
    this.#lock.resolve();
  }

  /** Resolves when nothing goes on any more. Idempotent; of no effect once it is done. */
  async stop(): Promise<void> {
    const reason = new HoldfastError('cancelled', 'What was compared before the lock was got is given up.');
    this.#stop.abort(reason);
    this.#lock.reject(reason);
    await this.files.catch(() => {});
  }
}
