import { setTimeout as sleep } from 'node:timers/promises';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../host.ts';
import { callForState } from './lease-call.ts';
import { type LeaseTerms, renewScript } from './lease-scripts.ts';
import type { LeaseState } from './lease-state.ts';

/** A quarter, so that three renewals may fail. */
const RENEWALS_IN_A_LEASE = 4;
/**
 * The watchdog says every second that it lives. One whose process is there and that doesn't is on a host whose disk is slow (it writes it
 * down), or hangs: it gets half of the lease, or so much.
 */
const MAX_WATCHDOG_AGE_SECONDS = 15;

/** Keeps an armed lease renewed, and knows when it is lost. */
export class LeaseRenewal {
  readonly #host: Host;
  readonly #terms: LeaseTerms;
  readonly #lost = new AbortController();
  readonly #ended = new AbortController();
  #renewedMs = 0;
  #going: Promise<void> = Promise.resolve();

  constructor(host: Host, terms: LeaseTerms) {
    this.#host = host;
    this.#terms = terms;
  }

  /** @param armedMs When it was about to be armed, by `performance.now()`. */
  begin(armedMs: number): void {
    this.#renewedMs = armedMs;
    this.#going = this.#keepRenewed();
  }

  /** Resolves when no renewal is under way any more. */
  async end(): Promise<void> {
    this.#ended.abort();
    await this.#going;
  }

  /** Aborted, with a HoldfastError lease-lost as its reason, when the application may have been started. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Counts it as lost, and gives that as an error to throw. */
  lose(why: string): HoldfastError {
    const loss = leaseLost(this.#host, this.#terms, why);
    this.#lost.abort(loss);
    return loss;
  }

  async #keepRenewed(): Promise<void> {
    const periodMs = (this.#terms.leaseSeconds * 1000) / RENEWALS_IN_A_LEASE;
    while (!this.#ended.signal.aborted && !this.lost.aborted) {
      await sleep(periodMs, undefined, { signal: this.#ended.signal }).catch(() => undefined);
      if (!this.#ended.signal.aborted) await this.#renew();
    }
  }

  async #renew(): Promise<void> {
    const askedMs = performance.now();
    const leaseMs = this.#terms.leaseSeconds * 1000;
    if (askedMs - this.#renewedMs >= leaseMs) {
      this.lose(`it wasn't renewed for ${Math.round((askedMs - this.#renewedMs) / 1000)} s`);
      return;
    }
    const limit = AbortSignal.timeout(Math.ceil(leaseMs - (askedMs - this.#renewedMs)));
    try {
      const signal = AbortSignal.any([limit, this.#ended.signal]);
      const said = await callForState(this.#host, renewScript(this.#terms), 'renew the lease', signal);
      const why = this.#whyLost(said);
      if (why === null) this.#renewedMs = askedMs;
      else this.lose(why);
    } catch {
      // The next one may come through. That none does is found out above.
    }
  }

  #whyLost({ state, watchdogSeconds, watchdogLives }: LeaseState): string | null {
    const maxSeconds = Math.max(MAX_WATCHDOG_AGE_SECONDS, this.#terms.leaseSeconds / 2);
    if (state !== 'held') return `its state is ${state}`;
    if (!watchdogLives) return 'its watchdog has died';
    if (watchdogSeconds === null || watchdogSeconds > maxSeconds)
      return `its watchdog has done nothing for ${watchdogSeconds} s`;
    return null;
  }
}

export function leaseLost(host: Host, { name }: Pick<LeaseTerms, 'name'>, why: string): HoldfastError {
  return new HoldfastError(
    'lease-lost',
    `Cannot go on with ${JSON.stringify(name)} on "${host.name}": the lease on it is lost (${why}), ` +
      'expected it to be held until all was read. What was read may be of a running application. See that it runs, then back up again.',
  );
}
