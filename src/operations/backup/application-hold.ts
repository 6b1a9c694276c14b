import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { graceAfter } from '../../repository/grace.ts';
import { DEFAULT_TARGET } from '../../repository/tags.ts';
import { runApplicationCommands } from '../application-commands.ts';
import type { Reporter } from '../progress.ts';
import type { BackupOptions } from './options.ts';
import { type Quiesced, recoverEarlier } from './quiesce.ts';
import { quiesceAll } from './quiesce-nodes.ts';

/** What makes an application hold still: a restore has it, too. */
export type HoldOptions = Pick<BackupOptions, 'before' | 'after' | 'commandLimitMs' | 'onApplication'>;

/** How an application is stopped under a lease: a restore has none, for it must not be started half-way. */
export type StopOptions = Partial<Pick<BackupOptions, 'quiesce' | 'application' | 'target' | 'dryRun'>>;

/**
 * How long the after commands may go on once the run is cancelled. A runner kills us 10 s after it said so; children
 * must be stopped before and locks removed after.
 */
const AFTER_WHEN_CANCELLED_MS = 5000;

export interface Held<T> {
  readonly result: T;
  /**
   * From the first before command to the end of the last after command; without these, from the first stop command until
   * the application runs again; null without either.
   */
  readonly heldMs: number | null;
  /** The after commands' failure, or that of starting it, when the work itself succeeded: what was saved is good, but somebody must look. */
  readonly afterFailure: HoldfastError | null;
}

/**
 * Runs the before commands, `work`, and then in every case the after commands, also when a before command failed
 * half-way or the run is cancelled. A dry run is `work` alone.
 *
 * @throws What `work` or a before command threw; if the after commands failed too, their failure, with the first
 *   one as its cause: an application that stays down is the worse of the two.
 */
export async function holdApplication<T>(
  run: { host: Host; options: HoldOptions & StopOptions; reporter: Reporter; signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<Held<T>> {
  const { host, options, reporter, signal } = run;
  // Somebody looks at it before they decide, and what is stopped by a command of theirs is as down as by ours.
  if (options.dryRun) return { result: await work(signal), heldMs: null, afterFailure: null };
  if (options.before.length === 0 && options.after.length === 0) {
    const { result, stoppedMs, startFailure } = await stopApplication(run, work, options.onApplication);
    return { result, heldMs: stoppedMs, afterFailure: startFailure };
  }
  const startedMs = performance.now();
  options.onApplication?.('held');
  let quiesced: Quiesced<T>;
  try {
    const commands = { when: 'before', commands: options.before, limitMs: options.commandLimitMs } as const;
    await runApplicationCommands(host, commands, reporter, signal);
    quiesced = await stopApplication(run, work); // held until the after commands have run, too
  } catch (error) {
    const afterFailure = await release(run);
    if (afterFailure === null) throw error;
    throw new HoldfastError(
      afterFailure.code,
      `${afterFailure.message} Before that the work itself had failed.`,
      {
        cause: error,
      },
    );
  }
  const afterFailure = await release(run);
  return {
    result: quiesced.result,
    heldMs: options.before.length > 0 ? Math.round(performance.now() - startedMs) : quiesced.stoppedMs,
    afterFailure: quiesced.startFailure ?? afterFailure,
  };
}

async function stopApplication<T>(
  run: { host: Host; options: StopOptions; reporter: Reporter; signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
  onApplication?: HoldOptions['onApplication'],
): Promise<Quiesced<T>> {
  const { quiesce: options = null, application, target = DEFAULT_TARGET } = run.options;
  // What a run that died still holds, the last look would wait for.
  if (options !== null) await recoverEarlier({ ...run, options, target });
  await application?.beforeStop(run.host, run.signal);
  return quiesceAll({ ...run, options, target, onApplication }, application?.nodes ?? [], async (signal) => {
    await application?.whileStopped(run.host, signal);
    const result = await work(signal);
    await application?.afterReading(run.host, signal);
    return result;
  });
}

async function release(run: {
  host: Host;
  options: HoldOptions;
  reporter: Reporter;
  signal: AbortSignal;
}): Promise<HoldfastError | null> {
  try {
    const grace = graceAfter(run.signal, AFTER_WHEN_CANCELLED_MS);
    const { after: commands, commandLimitMs: limitMs } = run.options;
    await runApplicationCommands(run.host, { when: 'after', commands, limitMs }, run.reporter, grace);
    run.options.onApplication?.('released');
    return null;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new HoldfastError(
      'command-failed',
      `${reason} The application may still be held: see to it first.`,
      { cause },
    );
  }
}
