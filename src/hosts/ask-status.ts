import { fromText } from '../bytestring.ts';
import { AS_A_PERSON } from './as-a-person.ts';
import type { Host } from './host.ts';
import { runToEnd } from './output.ts';
import { quote } from './quote.ts';

export type Status = 'runs' | 'stopped' | 'unknown';

/** What a status command says of an application, by its exit status: 0 it runs, 3 it is stopped. */
export function askStatus(host: Host, status: string, signal: AbortSignal): Promise<Status> {
  return statusBy(host, `(${AS_A_PERSON}; cd / && eval ${quote(fromText(status))}) </dev/null >&2`, signal);
}

/** The same of a script of ours that ends as the command does. */
export async function statusBy(host: Host, script: string, signal: AbortSignal): Promise<Status> {
  const { exit } = await runToEnd(host, script, { signal });
  if (!('code' in exit)) return 'unknown';
  return exit.code === 0 ? 'runs' : exit.code === 3 ? 'stopped' : 'unknown';
}
