import type { Host } from '../host.ts';
import { CommandFailure, runToEnd } from '../output.ts';
import { type LeaseState, parseState } from './lease-state.ts';

/** What a script of a lease prints. @throws HoldfastError command-failed. */
export async function call(host: Host, script: string, what: string, signal: AbortSignal): Promise<string> {
  const output = await runToEnd(host, script, { signal });
  if ('code' in output.exit && output.exit.code === 0) return output.stdout.toString();
  throw new CommandFailure(what, host, output);
}

/** The state that one prints. @throws HoldfastError command-failed. */
export async function callForState(
  host: Host,
  script: string,
  what: string,
  signal: AbortSignal,
): Promise<LeaseState> {
  return parseState((await call(host, script, what, signal)).trim());
}
