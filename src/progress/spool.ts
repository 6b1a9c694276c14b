import { formatBytes } from '../amounts.ts';
import type { Backend } from '../backends/backend.ts';
import { SpoolingBackend } from '../backends/spool.ts';
import { type BackupOptions, isHeld } from '../operations/backup/options.ts';
import type { Reporter } from '../operations/progress.ts';
import { graceAfter } from '../repository/grace.ts';

/** From the moment that a run is cancelled: until then a last checkpoint may come to the storage, and no longer. */
const GIVE_UP_AFTER_MS = 6000;

export interface SpoolPlace {
  readonly folder: string;
  /** Null: see SPOOL_BYTES. */
  readonly maxBytes: number | null;
}

/** The spool of one backup, and what is told of it. */
export interface BackupSpool {
  wrap(backend: Backend): Backend;
  onApplication(state: 'held' | 'released'): void;
}

/** Null where none is wanted: nothing is held, or nothing is written. */
export function spoolOf(
  options: Pick<BackupOptions, 'before' | 'quiesce' | 'dryRun'> & { readonly mayBeHeld?: boolean },
  place: SpoolPlace,
  { reporter, signal }: { readonly reporter: Reporter; readonly signal: AbortSignal },
): BackupSpool | null {
  const mayBeHeld = options.mayBeHeld || isHeld(options);
  if (!mayBeHeld || options.dryRun || place.maxBytes === 0) return null;
  let spool: SpoolingBackend | null = null;
  const onFull = (spooledBytes: number) =>
    reporter.onInfo(
      `The spool for packs has ${formatBytes(spooledBytes)} and takes no more (--spool-size): from here on the storage ` +
        'sets the pace, while the application is held.',
    );
  return {
    wrap(backend) {
      spool = new SpoolingBackend(backend, {
        ...place,
        signal: graceAfter(signal, GIVE_UP_AFTER_MS),
        onFull,
      });
      return spool;
    },
    onApplication(state) {
      if (state === 'held') spool?.hold();
      const leftBytes = state === 'released' ? (spool?.release() ?? 0) : 0;
      if (leftBytes > 0)
        reporter.onInfo(`The application goes on; ${formatBytes(leftBytes)} wait to be uploaded.`);
    },
  };
}
