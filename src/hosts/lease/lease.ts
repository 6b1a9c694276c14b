import { setTimeout as sleep } from 'node:timers/promises';
import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../host.ts';
import { CommandFailure, runToEnd } from '../output.ts';
import { clearEarlier } from './earlier-lease.ts';
import {
  armScript,
  type LeaseTerms,
  layScript,
  NOT_RUN,
  plainStatusScript,
  releaseScript,
  renewScript,
  resumeScript,
  stateScript,
  statusScript,
  stopScript,
} from './lease-scripts.ts';
import { type LeaseState, parseState } from './lease-state.ts';

/** A quarter, so that three renewals may fail. */
const RENEWALS_IN_A_LEASE = 4;
/**
 * The watchdog says every second that it lives. One whose process is there and that doesn't is on a host whose disk is slow (it writes it
 * down), or hangs: it gets half of the lease, or so much.
 */
const MAX_WATCHDOG_AGE_SECONDS = 15;
const SEEN_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 250;
const MAX_LAYS = 3;
/** A cancelled run has not much longer. */
const GIVE_UP_WITHIN_MS = 3000;

export interface LeaseOptions {
  /** A further connection to the same host: it lays the lease, and is closed before the watchdog is looked for. */
  readonly connect: (signal: AbortSignal) => Promise<Host>;
  /** Told what an earlier lease of the name did, whose run didn't live to see it. */
  readonly onEarlier: (log: readonly string[]) => void;
  readonly signal: AbortSignal;
}

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
  readonly #lost = new AbortController();
  readonly #stopped = new AbortController();
  #renewedMs: number;
  #renewing: Promise<void> = Promise.resolve();

  private constructor(host: Host, terms: LeaseTerms) {
    this.#host = host;
    this.#terms = terms;
    this.#renewedMs = performance.now();
  }

  /**
   * Lays the lease, and sees from `host` that its watchdog lives although the connection that laid it is gone. It does
   * nothing before it is armed.
   *
   * @throws HoldfastError locked (another run has it), host-unsupported (no /proc/uptime, or the watchdog doesn't
   *   live): the application must not be stopped then.
   */
  static async lay(host: Host, terms: LeaseTerms, options: LeaseOptions): Promise<Lease> {
    await layOverAnother(host, terms, options);
    const lease = new Lease(host, terms);
    try {
      await untilSeen(host, terms, options.signal);
    } catch (error) {
      // Else the next run is told for two minutes that this one holds it.
      await lease.release(AbortSignal.timeout(GIVE_UP_WITHIN_MS)).catch(() => undefined);
      throw error;
    }
    return lease;
  }

  /** From here on the watchdog starts the application when the lease isn't renewed, which it is until `resume`. */
  async arm(signal: AbortSignal): Promise<void> {
    this.#renewedMs = performance.now();
    const { state } = await ask(this.#host, armScript(this.#terms), 'arm the lease', signal);
    if (state !== 'held') throw this.#loss(`its state is ${state}`);
    this.#renewing = this.#keepRenewed();
  }

  /** What the status command says of the application. */
  async status(signal: AbortSignal): Promise<Status> {
    if (this.#terms.status === null) return 'unknown';
    return statusBy(this.#host, statusScript(this.#terms), signal);
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
   * Removes a lease that isn't armed, or whose application runs.
   * @returns Whether the application is down because an earlier run could not start it.
   */
  async release(signal: AbortSignal): Promise<{ readonly wasLeftDown: boolean }> {
    this.#stopped.abort();
    await this.#renewing;
    const said = await run(this.#host, releaseScript(this.#terms), 'remove the lease', signal);
    return { wasLeftDown: said.trim() === 'down' };
  }

  /** Aborted, with a HoldfastError lease-lost as its reason, when the application may have been started. */
  get lost(): AbortSignal {
    return this.#lost.signal;
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
      throw this.#lose('the application was started');
    await this.fence(signal); // the watchdog ends a stop command before it starts the application
    throw new CommandFailure(
      `stop the application by ${JSON.stringify(displayText(command))}`,
      this.#host,
      output,
    );
  }

  /**
   * Whether all that was read until now was read while the application was stopped: reads the lease back.
   * @throws HoldfastError lease-lost.
   */
  async fence(signal: AbortSignal): Promise<void> {
    this.lost.throwIfAborted();
    const { state } = await ask(this.#host, stateScript(this.#terms), 'read the lease back', signal);
    this.lost.throwIfAborted();
    if (state !== 'held') throw this.#lose(`its state is ${state}`);
  }

  /** Starts the application, or waits for the watchdog that does. The lease goes when it runs. */
  async resume(signal: AbortSignal): Promise<Resumed> {
    this.#stopped.abort();
    await this.#renewing;
    const output = await run(this.#host, resumeScript(this.#terms), 'start the application', signal);
    const heardMs = performance.now();
    const [first = '', ...log] = lines(output);
    const { state } = parseState(first);
    if (state !== 'started' && state !== 'failed') throw this.#loss(`its state is ${state}`);
    // It runs, whatever becomes of the folder: what is left of that the next run removes.
    if (state === 'started') await this.release(signal).catch(() => undefined);
    return { state, log, heardMs };
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

  async #keepRenewed(): Promise<void> {
    const periodMs = (this.#terms.leaseSeconds * 1000) / RENEWALS_IN_A_LEASE;
    while (!this.#stopped.signal.aborted && !this.lost.aborted) {
      await sleep(periodMs, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
      if (!this.#stopped.signal.aborted) await this.#renew();
    }
  }

  async #renew(): Promise<void> {
    const askedMs = performance.now();
    const leaseMs = this.#terms.leaseSeconds * 1000;
    if (askedMs - this.#renewedMs >= leaseMs) {
      this.#lose(`it wasn't renewed for ${Math.round((askedMs - this.#renewedMs) / 1000)} s`);
      return;
    }
    const limit = AbortSignal.timeout(Math.ceil(leaseMs - (askedMs - this.#renewedMs)));
    try {
      const signal = AbortSignal.any([limit, this.#stopped.signal]);
      const said = await ask(this.#host, renewScript(this.#terms), 'renew the lease', signal);
      const { state, watchdogSeconds, watchdogLives } = said;
      const maxSeconds = Math.max(MAX_WATCHDOG_AGE_SECONDS, this.#terms.leaseSeconds / 2);
      if (state !== 'held') this.#lose(`its state is ${state}`);
      else if (!watchdogLives) this.#lose('its watchdog has died');
      else if (watchdogSeconds === null || watchdogSeconds > maxSeconds) {
        this.#lose(`its watchdog has done nothing for ${watchdogSeconds} s`);
      } else this.#renewedMs = askedMs;
    } catch {
      // The next one may come through. That none does is found out above.
    }
  }

  #lose(why: string): HoldfastError {
    const loss = this.#loss(why);
    this.#lost.abort(loss);
    return loss;
  }

  #loss(why: string): HoldfastError {
    return new HoldfastError(
      'lease-lost',
      `Cannot go on with ${JSON.stringify(this.#terms.name)} on "${this.#host.name}": the lease on it is lost (${why}), ` +
        'expected it to be held until all was read. What was read may be of a running application. See that it runs, then back up again.',
    );
  }
}

export type Status = 'runs' | 'stopped' | 'unknown';

/** What a status command says of an application that has no lease. */
export function askStatus(host: Host, status: string, signal: AbortSignal): Promise<Status> {
  return statusBy(host, plainStatusScript(status), signal);
}

async function statusBy(host: Host, script: string, signal: AbortSignal): Promise<Status> {
  const { exit } = await runToEnd(host, script, { signal });
  if (!('code' in exit)) return 'unknown';
  return exit.code === 0 ? 'runs' : exit.code === 3 ? 'stopped' : 'unknown';
}

/**
 * Takes away a lease of the name whose run is gone, and has the application started first that it left stopped.
 * @throws HoldfastError locked: another run has it.
 */
export function recoverLease(
  host: Host,
  terms: LeaseTerms,
  options: Pick<LeaseOptions, 'onEarlier' | 'signal'>,
): Promise<void> {
  return clearEarlier(host, terms, options);
}

async function layOverAnother(host: Host, terms: LeaseTerms, options: LeaseOptions): Promise<void> {
  for (let lays = 1; ; lays++) {
    const laying = await options.connect(options.signal);
    let said: string;
    try {
      said = (await run(laying, layScript(terms), 'lay the lease', options.signal)).trim();
    } finally {
      await laying.close();
    }
    if (said === 'laid') return;
    if (said === 'no-clock') throw noClock(host);
    if (lays >= MAX_LAYS)
      throw new HoldfastError('internal', `The lease ${terms.name} was taken ${lays} times.`);
    await clearEarlier(host, terms, options);
  }
}

/** The watchdog lives, and its clock goes on. */
async function untilSeen(host: Host, terms: LeaseTerms, signal: AbortSignal): Promise<void> {
  const giveUpMs = performance.now() + SEEN_WITHIN_MS;
  const ages: number[] = [];
  while (performance.now() < giveUpMs) {
    const { watchdogSeconds } = await ask(host, stateScript(terms), 'look for the watchdog', signal);
    if (watchdogSeconds !== null && watchdogSeconds <= 2) ages.push(performance.now());
    const [first, last] = [ages[0], ages.at(-1)];
    if (first !== undefined && last !== undefined && last - first > SEEN_ALIVE_FOR_MS) return;
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
  throw new HoldfastError(
    'host-unsupported',
    `Cannot stop the application on "${host.name}": the watchdog that would start it again doesn't outlive the connection ` +
      `that laid it, expected to see it alive within ${SEEN_WITHIN_MS / 1000} s. Where systemd ends what users leave behind, ` +
      'run `loginctl enable-linger` for this user, or connect as root.',
  );
}

/** More than a beat longer than a watchdog that died at once would seem to live. */
const SEEN_ALIVE_FOR_MS = 3500;

function noClock(host: Host): HoldfastError {
  return new HoldfastError(
    'host-unsupported',
    `Cannot lay a lease on "${host.name}": there is no /proc/uptime, expected a Linux host. Use before and after commands.`,
  );
}

async function ask(host: Host, script: string, what: string, signal: AbortSignal): Promise<LeaseState> {
  return parseState((await run(host, script, what, signal)).trim());
}

/** @throws HoldfastError command-failed. */
async function run(host: Host, script: string, what: string, signal: AbortSignal): Promise<string> {
  const output = await runToEnd(host, script, { signal });
  if ('code' in output.exit && output.exit.code === 0) return output.stdout.toString();
  throw new CommandFailure(what, host, output);
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
