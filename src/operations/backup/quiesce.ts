import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SETTLE_LIMIT_MS } from '../../apps/application.ts';
import { type ByteString, displayText } from '../../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../../errors.ts';
import { failureText } from '../../failure-text.ts';
import { askStatus } from '../../hosts/ask-status.ts';
import type { Host } from '../../hosts/host.ts';
import { clearEarlier } from '../../hosts/lease/earlier-lease.ts';
import { Lease } from '../../hosts/lease/lease.ts';
import type { LeaseTerms } from '../../hosts/lease/lease-scripts.ts';
import { requireNoRestore } from '../../hosts/lease/restore-mark.ts';
import { shownCommand } from '../../hosts/lease/shown-command.ts';
import { graceAfter } from '../../repository/grace.ts';
import type { Reporter } from '../progress.ts';

/** How an application is stopped while it is read, and started again by whoever is left to do it. */
export interface QuiesceOptions {
  /** Shell commands that stop it, one after the other. */
  readonly stop: readonly string[];
  /** Shell commands that start it; the first that fails ends them. */
  readonly start: readonly string[];
  /** Says by its exit status whether it runs: 0 it does, 3 it is stopped, else it can't say. Null: nobody can ask. */
  readonly status: string | null;
  /** See Control. */
  readonly settleMs?: number | undefined;
  /** Not heard of for so long, the run is taken for dead. */
  readonly leaseMs: number;
  /** Stopped for so long, it is started again whatever the run does. */
  readonly longestMs: number;
  /** Who holds the lease, for others. */
  readonly holder: string;
  /** Where leases lie on the host. Default: see LeaseTerms. */
  readonly folder?: ByteString | undefined;
  /** One more connection to the same host. */
  readonly connect: (signal: AbortSignal) => Promise<Host>;
}

export interface Quiesced<T> {
  readonly result: T;
  /** From the first stop command until the application ran again; null if it wasn't stopped. */
  readonly stoppedMs: number | null;
  /** The application doesn't run although the work is done: what was read is good, but somebody must look. */
  readonly startFailure: HoldfastError | null;
}

const START_TRIES = 5;
/** A runner kills us 10 s after it said so; the start goes on without us. */
const START_WHEN_CANCELLED_MS = 5000;

/**
 * Stops the application, runs `work`, and starts it again, whatever becomes of the work or of us. One that is found stopped
 * stays as it is.
 *
 * @param work Gets a signal that also aborts when the application may have been started meanwhile.
 * @throws HoldfastError lease-lost: what was read may be of a running application. locked, host-unsupported: nothing was
 *   stopped. command-failed. What `work` throws.
 */
export async function quiesce<T>(
  { host, options, target, reporter, signal, cancelled = signal, onApplication }: QuiesceRun,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<Quiesced<T>> {
  const onEarlier = (log: readonly string[]) => tellEarlier(log, reporter);
  reporter.onInfo('lease: laying it on the host');
  const lease = await Lease.lay(host, termsOf(options, target), {
    connect: options.connect,
    onEarlier,
    signal,
  });
  if ((await lease.status(signal)) === 'stopped') {
    const { wasLeftDown } = await lease.release(signal);
    reporter.onWarning('The application is stopped already: it is backed up as it is, and stays stopped.');
    const result = await work(signal);
    // Nothing was laid for it to be read back: only itself can say that it was left alone.
    await requireStillStopped(options, { host, target }, signal);
    return { result, stoppedMs: null, startFailure: wasLeftDown ? leftDown(host, target) : null };
  }
  await lease.arm(signal);
  const startedMs = performance.now();
  let result: T;
  try {
    onApplication?.('held');
    await stop(lease, options, reporter, signal);
    result = await work(AbortSignal.any([signal, lease.lost]));
    await lease.fence(signal);
    await requireStillStopped(options, { host, target }, signal);
  } catch (error) {
    const cause = lease.lost.aborted ? (asHoldfastError(lease.lost.reason) ?? error) : error;
    tellFailure(cause, options, reporter);
    const { failure } = await start(lease, reporter, cancelled);
    if (failure === null) {
      onApplication?.('released');
      throw cause;
    }
    throw new HoldfastError(failure.code, `${failure.message} Before that the work itself had failed.`, {
      cause,
    });
  }
  const { failure: startFailure, endedMs } = await start(lease, reporter, cancelled);
  if (startFailure === null) onApplication?.('released');
  return { result, stoppedMs: Math.round(endedMs - startedMs), startFailure };
}

/** Before minutes in which nothing else is seen to happen: it isn't started before it is down. */
function tellFailure(
  cause: unknown,
  { settleMs = SETTLE_LIMIT_MS }: QuiesceOptions,
  reporter: Reporter,
): void {
  reporter.onInfo(`failed: ${failureText(cause)}`);
  reporter.onInfo(
    `an application that was told to stop and runs still is waited for, ${settleMs / 1000} s at most`,
  );
}

/** Night after night it would be backed up as it is, and nobody would look. */
function leftDown(host: Host, target: string): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `The application ${JSON.stringify(target)} on "${host.name}" is down: an earlier run stopped it, and could not start it again. Start it by hand; if it is to stay ` +
      `down, remove ${target}.down beside where its leases lie (/var/lib/holdfast).`,
  );
}

const ASKS = 3;
const ASK_AGAIN_MS = 1000;

/**
 * A supervisor, or a person, may start it beside us: the lease knows nothing of that. One that can't say may be starting.
 * @throws HoldfastError lease-lost.
 */
async function requireStillStopped(
  { status }: QuiesceOptions,
  { host, target }: Pick<QuiesceRun, 'host' | 'target'>,
  signal: AbortSignal,
): Promise<void> {
  if (status === null) return;
  let said = await askStatus(host, status, signal);
  for (let asks = 1; said === 'unknown' && asks < ASKS; asks++) {
    await sleep(ASK_AGAIN_MS, undefined, { signal });
    said = await askStatus(host, status, signal);
  }
  if (said === 'stopped') return;
  throw new HoldfastError(
    'lease-lost',
    `Cannot count what was read of ${JSON.stringify(target)} on "${host.name}": its status command ` +
      `${said === 'runs' ? 'says that it runs' : "can't say whether it runs"}, and nobody here started it, expected it to stand until all was read. ` +
      'See what starts it (a supervisor, another person), then back up again.',
  );
}

/**
 * Puts right what an earlier run of the target left: its application is started, and what it held is let go, before anybody
 * looks at the host to see whether it may be stopped.
 * @throws HoldfastError locked: another run has it, or a restore.
 */
export async function recoverEarlier({ host, options, target, reporter, signal }: QuiesceRun): Promise<void> {
  const name = { name: target, folder: options.folder };
  await requireNoRestore(host, name, signal);
  const onEarlier = (log: readonly string[]) => tellEarlier(log, reporter);
  await clearEarlier(host, name, { onEarlier, signal });
}

export interface QuiesceRun {
  readonly host: Host;
  readonly options: QuiesceOptions;
  readonly target: string;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  /** That of the run as a whole, where `signal` also ends by what else is held: only then must a start be short. Default `signal`. */
  readonly cancelled?: AbortSignal | undefined;
  /** Called before the first stop command, and once the application runs again. */
  readonly onApplication?: ((state: 'held' | 'released') => void) | undefined;
}

function termsOf(
  { start, status, settleMs = SETTLE_LIMIT_MS, leaseMs, longestMs, holder, folder }: QuiesceOptions,
  target: string,
): LeaseTerms {
  return {
    name: target,
    start: start.map((command) => `${command}\n[ $? -eq 0 ] || exit 1`).join('\n'),
    status,
    leaseSeconds: Math.ceil(leaseMs / 1000),
    longestSeconds: Math.ceil(longestMs / 1000),
    startLimitSeconds: Math.ceil(settleMs / 1000),
    maxTries: START_TRIES,
    holder,
    folder,
    token: randomBytes(16).toString('hex'),
  };
}

async function stop(
  lease: Lease,
  { stop: commands, status, settleMs = SETTLE_LIMIT_MS }: QuiesceOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  for (const command of commands) {
    reporter.onInfo(`stop: ${command.includes('\n') ? shownCommand(command) : displayText(command)}`);
    await lease.stop(command, signal);
  }
  if (status !== null) await lease.untilStopped(settleMs, signal);
}

interface Start {
  /** Null: the application runs. */
  readonly failure: HoldfastError | null;
  /** When it ran, or was given up, by `performance.now()`. */
  readonly endedMs: number;
}

async function start(lease: Lease, reporter: Reporter, signal: AbortSignal): Promise<Start> {
  reporter.onInfo('start: the application');
  try {
    const { state, log, heardMs } = await lease.resume(graceAfter(signal, START_WHEN_CANCELLED_MS));
    for (const line of log) reporter.onInfo(`  ${displayText(line)}`);
    if (state === 'started') return { failure: null, endedMs: heardMs };
    const failure = new HoldfastError(
      'command-failed',
      `Cannot start the application: ${displayText(log.findLast((line) => line !== '') ?? 'nobody knows why')}. It may be down: see to it first.`,
    );
    return { failure, endedMs: heardMs };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const failure = new HoldfastError(
      'command-failed',
      `${reason} The application may be stopped still; the lease on the host starts it by itself. See to it first.`,
      { cause },
    );
    return { failure, endedMs: performance.now() };
  }
}

export function tellEarlier(log: readonly string[], reporter: Reporter): void {
  reporter.onWarning('An earlier run left a lease on the application. What was done for it:');
  for (const line of log) if (line !== '') reporter.onWarning(`  ${displayText(line)}`);
}
