import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../host.ts';
import { call } from './lease-call.ts';
import {
  type LeaseName,
  lookScript,
  recoverScript,
  releaseScript,
  removeScript,
  resumeScript,
} from './lease-scripts.ts';
import { parseState } from './lease-state.ts';
import { LAID_WITHIN_SECONDS } from './watchdog.ts';

/**
 * Takes away a lease of the name that an earlier run left; the application that it left stopped is started first.
 * @throws HoldfastError locked: another run has it.
 */
export async function clearEarlier(
  host: Host,
  terms: LeaseName,
  { onEarlier, signal }: { onEarlier: (log: readonly string[]) => void; signal: AbortSignal },
): Promise<void> {
  const look = await linesOf(host, lookScript(terms), signal);
  const [said = '', attended = '', laid = '', token = '', holder = '', ...log] = look;
  const { state } = parseState(said);
  if (state === 'gone') return;
  const isLaying = state === 'none' && laid !== '-' && Number(laid) < LAID_WITHIN_SECONDS;
  const isHeld = (state === 'held' || state === 'starting') && attended === 'attended';
  if (isHeld || isLaying) throw taken(host, terms.name, holder);
  const theirs = { ...terms, token };
  if (state === 'held' || state === 'starting') {
    const [, ...all] = await linesOf(host, recoverScript(theirs), signal);
    onEarlier(all);
  } else if (log.length > 0) onEarlier(log);
  await linesOf(host, removeScript(theirs), signal);
}

/**
 * Starts the application of a lease that a part of this very run left, which was killed: by its holder it is known as ours. Null: there
 * is no such lease.
 */
export async function resumeLeft(
  host: Host,
  terms: LeaseName & { readonly holder: string },
  signal: AbortSignal,
): Promise<{ readonly state: 'started' | 'failed'; readonly log: readonly string[] } | null> {
  const [said = '', , , token = '', holder] = await linesOf(host, lookScript(terms), signal);
  const { state } = parseState(said);
  if ((state !== 'held' && state !== 'starting') || holder !== terms.holder) return null;
  const ours = { ...terms, token };
  const [ended = '', ...log] = await linesOf(host, resumeScript(ours), signal);
  if (parseState(ended).state !== 'started') return { state: 'failed', log };
  await linesOf(host, releaseScript(ours), signal);
  return { state: 'started', log };
}

function taken(host: Host, name: string, holder: string): HoldfastError {
  return new HoldfastError(
    'locked',
    `Cannot stop ${JSON.stringify(name)} on "${host.name}": ${displayText(JSON.stringify(holder))} holds its lease, expected ` +
      'nobody. Wait until that is done, or look what has become of it.',
  );
}

async function linesOf(host: Host, script: string, signal: AbortSignal): Promise<string[]> {
  return (await call(host, script, 'look at a lease', signal)).split('\n');
}
