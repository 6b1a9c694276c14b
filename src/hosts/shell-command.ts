import { finished, pipeline, type Readable, type Writable } from 'node:stream';
import { HoldfastError } from '../errors.ts';
import { ExitReport } from './exit-report.ts';
import { isSuccess } from './exit-status.ts';
import type { ExitStatus, RunningCommand } from './host.ts';
import type { CommandIdentity } from './shell.ts';
import type { Channel } from './transport.ts';

export interface ShellCommandOptions {
  /** The host's name, for messages. */
  readonly host: string;
  readonly identity: CommandIdentity;
  /** Of the exit report, when the channel's own exit status doesn't tell. */
  readonly reportMarker: string | null;
  /** Ends the command's processes; whether they are known to be gone. */
  readonly end: () => Promise<boolean>;
}

/** A script that runs on `channel`, past its preamble. */
export class ShellCommand implements RunningCommand {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly exited: Promise<ExitStatus>;
  readonly identity: CommandIdentity;
  /** Resolves when `exited` has settled, either way. */
  readonly settled: Promise<void>;
  /** As `settled`; whether its processes are known to be gone. */
  readonly isOver: Promise<boolean>;
  readonly #channel: Channel;
  readonly #options: ShellCommandOptions;
  readonly #cancelled = Promise.withResolvers<never>();
  #isCancelled = false;
  #isGone = false;

  constructor(channel: Channel, options: ShellCommandOptions) {
    this.#channel = channel;
    this.#options = options;
    this.identity = options.identity;
    this.stdin = channel.stdin;
    this.stdout = channel.stdout;
    const report = options.reportMarker === null ? null : new ExitReport(options.reportMarker);
    this.stderr = report === null ? channel.stderr : filtered(channel.stderr, report);
    this.exited = Promise.race([this.#untilExited(report), this.#cancelled.promise]);
    this.settled = this.exited.then(
      () => undefined,
      () => undefined,
    );
    this.isOver = this.exited.then(
      () => true,
      () => this.#isGone,
    );
  }

  /** Ends the command when `signal` aborts. */
  cancelOn(signal: AbortSignal): void {
    const cancel = () => void this.#cancel(signal.reason);
    signal.addEventListener('abort', cancel, { once: true });
    void this.settled.then(() => signal.removeEventListener('abort', cancel));
    if (signal.aborted) cancel();
  }

  async #untilExited(report: ExitReport | null): Promise<ExitStatus> {
    try {
      const [status] = await Promise.all([this.#channel.exit, closed(this.stdout), closed(this.stderr)]);
      if (this.#isCancelled) return await this.#cancelled.promise;
      this.#channel.close();
      return report === null ? status : this.#reported(report, status);
    } catch (error) {
      if (this.#isCancelled) return await this.#cancelled.promise;
      this.#destroyStreams(error as Error);
      await Promise.all([closed(this.stdout), closed(this.stderr)]);
      this.#channel.close();
      throw error;
    }
  }

  /** Without a report something was killed, or lost. That can't end well, whatever the channel makes of it. */
  #reported({ status }: ExitReport, channelStatus: ExitStatus): ExitStatus {
    if (status !== null) return status;
    if (!isSuccess(channelStatus)) return channelStatus;
    throw new HoldfastError(
      'host-unreachable',
      `Cannot know how a command on "${this.#options.host}" ended: it didn't report its exit status, expected it to. ` +
        'Look at what may have ended its shell, and run again.',
    );
  }

  /** The streams fail at once; `exited` rejects when the processes are gone, or can't be ended. */
  async #cancel(reason: unknown): Promise<void> {
    this.#isCancelled = true;
    const ending = this.#options.end();
    this.#destroyStreams(this.#cancellation(reason, { isGone: true }));
    this.#isGone = await ending;
    this.#channel.close();
    this.#cancelled.reject(this.#cancellation(reason, { isGone: this.#isGone }));
  }

  /** A lost lock or lease that ended the command is what is told, whoever hears of it first. */
  #cancellation(reason: unknown, { isGone }: { isGone: boolean }): HoldfastError {
    const { host, identity } = this.#options;
    const rest = isGone
      ? ''
      : ` Processes of ours may still run on "${host}": look for process group ${identity.pid}.`;
    if (reason instanceof HoldfastError) {
      return isGone ? reason : new HoldfastError(reason.code, `${reason.message}${rest}`, { cause: reason });
    }
    return new HoldfastError('cancelled', `Cannot finish a command on "${host}": it was cancelled.${rest}`);
  }

  #destroyStreams(error: Error): void {
    for (const stream of [this.stdin, this.stdout, this.stderr]) stream.destroy(error);
  }
}

function filtered(stderr: Readable, report: ExitReport): Readable {
  pipeline(stderr, report, () => undefined); // an error destroys `report` with it, whose reader sees it
  report.on('error', () => undefined);
  return report;
}

/** Resolves once `stream` has ended, failed or been destroyed. */
function closed(stream: Readable): Promise<void> {
  return new Promise((resolve) => finished(stream, { writable: false }, () => resolve()));
}
