import { asHoldfastError, HoldfastError } from '../../errors.ts';
import type { ListedBatch } from '../../files/listed-batch.ts';
import { tellAbsent } from '../../files/volume/absent.ts';
import { VolumeSnapshot } from '../../files/volume/volume-snapshot.ts';
import type { Host } from '../../hosts/host.ts';
import { graceAfter } from '../../repository/grace.ts';
import { DEFAULT_TARGET } from '../../repository/tags.ts';
import type { Reporter } from '../progress.ts';
import { type Held, type HoldOptions, holdApplication, type StopOptions } from './application-hold.ts';
import type { BackupOptions } from './options.ts';

/** A cancelled run has not much longer. */
const CLOSE_WHEN_CANCELLED_MS = 5000;

type SourceOptions = HoldOptions & StopOptions & Pick<BackupOptions, 'paths' | 'volume'>;

export interface SourceRun {
  readonly host: Host;
  readonly options: SourceOptions;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly hostClockNs: () => bigint;
}

/** Where the files are read, and when. */
export interface Source {
  readonly host: Host;
  readonly signal: AbortSignal;
  /** See NodeNames. */
  readonly devices?: ReadonlyMap<bigint, bigint> | undefined;
  /** See BackupRun. */
  readonly asOfNs?: bigint | undefined;
  readonly listed?: ((listing: AsyncIterable<ListedBatch>) => AsyncIterable<ListedBatch>) | undefined;
}

export interface SourceSteps<T> {
  /** While the application is held, before its files are read or their volume's snapshot is taken. */
  readonly atTheMoment: () => Promise<void>;
  /** With a snapshot of the volume: the application goes on, and the files are still to be read. */
  readonly beforeReading: (held: Held<unknown>) => Promise<void>;
  readonly read: (source: Source) => Promise<T>;
}

/** How the snapshot that the files were read from is recorded. */
export interface UsedVolume {
  readonly kind: string;
  readonly name: string;
  readonly kept: boolean;
}

export interface ReadSource<T> extends Held<T> {
  readonly volume: UsedVolume | null;
}

/**
 * Holds the application, reads its files, and lets it go on; or, with a snapshot of the volume, takes that while it is held,
 * lets it go on, and reads the files from there.
 *
 * @throws As holdApplication and VolumeSnapshot. What the application's failure to start is, when the reading failed, too, is thrown.
 */
export async function readSource<T>(run: SourceRun, steps: SourceSteps<T>): Promise<ReadSource<T>> {
  const { volume, dryRun } = run.options;
  if (volume !== undefined && !dryRun) return readSnapshot(run, { ...steps, volume });
  const held = await holdApplication(run, async (signal) => {
    await steps.atTheMoment();
    return steps.read({ host: run.host, signal });
  });
  return { ...held, volume: null };
}

async function readSnapshot<T>(
  { host, options, reporter, signal, hostClockNs }: SourceRun,
  steps: SourceSteps<T> & { readonly volume: NonNullable<SourceOptions['volume']> },
): Promise<ReadSource<T>> {
  const { volume } = steps;
  const { paths, target = DEFAULT_TARGET } = options;
  const onInfo = (message: string) => reporter.onInfo(message);
  const onWarning = (message: string) => reporter.onWarning(message);
  const snapshot = await VolumeSnapshot.own(host, volume, { target, paths, signal, onInfo, onWarning });
  let isGood = false;
  try {
    let asOfNs = hostClockNs();
    const run = { host, options, reporter, signal };
    const held = await holdApplication(run, async (during) => {
      await steps.atTheMoment();
      // What changes in the same tick of the clock, and isn't in the snapshot, must be seen as changed by the next backup.
      asOfNs = hostClockNs();
      await snapshot.create(during);
    });
    try {
      await steps.beforeReading(held);
      const within = await snapshot.mount(signal);
      const listed = (listing: AsyncIterable<ListedBatch>) => tellAbsent(listing, snapshot.place);
      const result = await steps.read({ ...within, signal, asOfNs, listed });
      await snapshot.check(signal);
      isGood = true;
      return { ...held, result, volume: { kind: volume.kind.word, name: snapshot.name, kept: volume.keep } };
    } catch (error) {
      throw held.afterFailure === null ? error : bothFailed(held.afterFailure, error);
    }
  } finally {
    await snapshot.close(graceAfter(signal, CLOSE_WHEN_CANCELLED_MS), { isGood });
  }
}

/** The application comes first, whatever else went wrong. */
export function bothFailed(afterFailure: HoldfastError, cause: unknown): HoldfastError {
  const other = asHoldfastError(cause)?.message ?? String(cause);
  const message = `${afterFailure.message} No snapshot was made either: ${other}`;
  return new HoldfastError(afterFailure.code, message, { cause });
}
