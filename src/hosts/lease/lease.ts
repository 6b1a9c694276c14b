import { setTimeout as sleep } from 'node:timers/promises';
import { HoldfastError } from '../../errors.ts';
import { type Status, statusBy } from '../ask-status.ts';
import type { Host } from '../host.ts';
import { CommandFailure, runToEnd } from '../output.ts';
import { type LeaseOptions, layLease } from './lay-lease.ts';
import { call, callForState } from './lease-call.ts';
import { LeaseRenewal, leaseLost } from './lease-renewal.ts';
import {
  armScript,
  type LeaseTerms,
  NOT_RUN,
  releaseScript,
  resumeScript,
  stateScript,
  statusScript,
  stopScript,
} from './lease-scripts.ts';
import { parseState } from './lease-state.ts';
import { shownCommand } from './shown-command.ts';

const LOOK_EVERY_MS = 250;

/** What became of the application. */
export interface Resumed {
  readonly state: 'started' | 'failed';
  /** Each what the watchdog wrote: a time and words. */
  readonly log: readonly string[];
  /** When that was heard, by `performance.now()`. */
  readonly heardMs: number;
}

/**
 * A promise on the target that an application which a run stops is started again: by the run, or, when that dies,
 * stalls or loses its way to the target, by a watchdog there (watchdog.ts).
 */
export class Lease {
  readonly #host: Host;
  readonly #terms: LeaseTerms;
  readonly #renewal: LeaseRenewal;

  private constructor(host: Host, terms: LeaseTerms) {
    this.#host = host;
    this.#terms = terms;
    this.#renewal = new LeaseRenewal(host, terms);
  }

  /** @throws As layLease. */
  static async lay(host: Host, terms: LeaseTerms, options: LeaseOptions): Promise<Lease> {
    await layLease(host, terms, options);
    return new Lease(host, terms);
  }

  /** From here on the watchdog starts the application when the lease isn't renewed, which it is until `resume`. */
  async arm(signal: AbortSignal): Promise<void> {
    const askedMs = performance.now();
    const { state } = await callForState(this.#host, armScript(this.#terms), 'arm the lease', signal);
    if (state !== 'held') throw leaseLost(this.#host, this.#terms, `its state is ${state}`);
    this.#renewal.begin(askedMs);
  }

  /** What the status command says of the application. */
  async status(signal: AbortSignal): Promise<Status> {
    if (this.#terms.status === null) return 'unknown';
    return statusBy(this.#host, statusScript(this.#terms), signal);
  }

  /** Aborted, with a HoldfastError lease-lost as its reason, when the application may have been started. */
  get lost(): AbortSignal {
    return this.#renewal.lost;
  }

  /**
   * Runs a command that stops the application, unless the lease is lost.
   * @throws HoldfastError lease-lost; command-failed.
   */
  async stop(command: string, signal: AbortSignal): Promise<void> {
    const output = await this.#unlessLost(signal, (either) =>
      runToEnd(this.#host, stopScript(this.#terms, command), { signal: either }),
    );
    if ('code' in output.exit && output.exit.code === 0) return;
    if ('code' in output.exit && output.exit.code === NOT_RUN)
      throw this.#renewal.lose('the application was started');
    await this.fence(signal); // the watchdog ends a stop command before it starts the application
    throw new CommandFailure(`stop the application by ${shownCommand(command)}`, this.#host, output);
  }

  /**
   * A stop command that has ended doesn't say that the application has.
   * @throws HoldfastError command-failed if it isn't stopped after `limitMs`; lease-lost; cancelled.
   */
  async untilStopped(limitMs: number, signal: AbortSignal): Promise<void> {
    const giveUpMs = performance.now() + limitMs;
    for (;;) {
      this.lost.throwIfAborted();
      const status = await this.#unlessLost(signal, (either) => this.status(either));
      if (status === 'stopped') return;
      if (performance.now() < giveUpMs && status === 'runs') {
        await sleep(LOOK_EVERY_MS, undefined, { signal });
        continue;
      }
      throw new HoldfastError(
        'command-failed',
        `Cannot read the files of ${JSON.stringify(this.#terms.name)} on "${this.#host.name}": after its stop commands the status command ` +
          `${status === 'runs' ? `says for ${limitMs / 1000} s that it runs` : "can't say whether it runs"}, expected exit status 3, stopped. ` +
          'See whether the stop command does what it should.',
      );
    }
  }

  /**
   * Whether all that was read until now was read while the application was stopped: reads the lease back.
   * @throws HoldfastError lease-lost.
   */
  async fence(signal: AbortSignal): Promise<void> {
    this.lost.throwIfAborted();
    const script = stateScript(this.#terms);
    const { state } = await callForState(this.#host, script, 'read the lease back', signal);
    this.lost.throwIfAborted();
    if (state !== 'held') throw this.#renewal.lose(`its state is ${state}`);
  }

  /** Starts the application, or waits for the watchdog that does. The lease goes when it runs. */
  async resume(signal: AbortSignal): Promise<Resumed> {
    await this.#renewal.end();
    const output = await call(this.#host, resumeScript(this.#terms), 'start the application', signal);
    const heardMs = performance.now();
    const [first = '', ...log] = output.split('\n').filter((line) => line !== '');
    const { state } = parseState(first);
    if (state !== 'started' && state !== 'failed')
      throw leaseLost(this.#host, this.#terms, `its state is ${state}`);
    // It runs, whatever becomes of the folder: what is left of that the next run removes.
    if (state === 'started') await this.release(signal).catch(() => undefined);
    return { state, log, heardMs };
  }

  /**
   * Removes a lease that isn't armed, or whose application runs.
   * @returns Whether the application is down because an earlier run could not start it.
   */
  async release(signal: AbortSignal): Promise<{ readonly wasLeftDown: boolean }> {
    await this.#renewal.end();
    const said = await call(this.#host, releaseScript(this.#terms), 'remove the lease', signal);
    return { wasLeftDown: said.trim() === 'down' };
  }

  /** A command that is ended because the lease is lost says that it was cancelled. */
  async #unlessLost<T>(signal: AbortSignal, work: (either: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await work(AbortSignal.any([signal, this.lost]));
    } catch (error) {
      this.lost.throwIfAborted();
      throw error;
    }
  }
}
