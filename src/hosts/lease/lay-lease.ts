import { setTimeout as sleep } from 'node:timers/promises';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../host.ts';
import { clearEarlier } from './earlier-lease.ts';
import { call, callForState } from './lease-call.ts';
import { type LeaseTerms, layScript, releaseScript, stateScript } from './lease-scripts.ts';

export interface LeaseOptions {
  /** A further connection to the same host: it lays the lease, and is closed before the watchdog is looked for. */
  readonly connect: (signal: AbortSignal) => Promise<Host>;
  /** Told what an earlier lease of the name did, whose run didn't live to see it. */
  readonly onEarlier: (log: readonly string[]) => void;
  readonly signal: AbortSignal;
}

const MAX_LAYS = 3;
const SEEN_WITHIN_MS = 20_000;
/** More than a beat longer than a watchdog that died at once would seem to live. */
const SEEN_ALIVE_FOR_MS = 3500;
const LOOK_EVERY_MS = 250;
/** A cancelled run has not much longer; another may wait for a busy host. */
const GIVE_UP_WITHIN_MS = { cancelled: 3000, else: 30_000 };

/**
 * Lays a lease, and sees from `host` that its watchdog lives although the connection that laid it is gone. It does nothing before it is
 * armed.
 *
 * @throws HoldfastError locked (another run has it), host-unsupported (no /proc/uptime, or the watchdog doesn't live): the application
 *   must not be stopped then.
 */
export async function layLease(host: Host, terms: LeaseTerms, options: LeaseOptions): Promise<void> {
  await layOverAnother(host, terms, options);
  try {
    await untilSeen(host, terms, options.signal);
  } catch (error) {
    // Else the next run is told for two minutes that this one holds it.
    const limitMs = GIVE_UP_WITHIN_MS[options.signal.aborted ? 'cancelled' : 'else'];
    const limit = AbortSignal.timeout(limitMs);
    await call(host, releaseScript(terms), 'remove the lease', limit).catch(() => undefined);
    throw error;
  }
}

async function layOverAnother(host: Host, terms: LeaseTerms, options: LeaseOptions): Promise<void> {
  for (let lays = 1; ; lays++) {
    const laying = await options.connect(options.signal);
    let said: string;
    try {
      said = (await call(laying, layScript(terms), 'lay the lease', options.signal)).trim();
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
    const said = await callForState(host, stateScript(terms), 'look for the watchdog', signal);
    if (said.watchdogSeconds !== null && said.watchdogSeconds <= 2) ages.push(performance.now());
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

function noClock(host: Host): HoldfastError {
  return new HoldfastError(
    'host-unsupported',
    `Cannot lay a lease on "${host.name}": there is no /proc/uptime, expected a Linux host. Use before and after commands.`,
  );
}
