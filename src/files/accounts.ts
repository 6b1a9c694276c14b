import { type ByteString, fromBytes, toText } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import { runToEnd } from '../hosts/output.ts';

/** Names of a host's users and groups by number. A number without a name isn't in the map. */
export interface Accounts {
  readonly users: ReadonlyMap<number, string>;
  readonly groups: ReadonlyMap<number, string>;
}

/** A directory of a large company has some 100 bytes an account. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const SEPARATOR = '\0';
const MAX_ID = 2 ** 32 - 1;

/**
 * Reads the accounts that the host's name service lists (or, without getent, its /etc/passwd and /etc/group). Users
 * of a directory that doesn't let itself be listed have no name here.
 *
 * @throws HoldfastError host-unsupported if there are unreasonably many.
 */
export async function readAccounts(host: Host, signal?: AbortSignal): Promise<Accounts> {
  const read = (database: string) => `{ getent ${database} || cat /etc/${database}; } 2>/dev/null`;
  const script = `${read('passwd')}; printf '\\0'; ${read('group')}`;
  const { stdout } = await runToEnd(host, script, { limitBytes: MAX_OUTPUT_BYTES, signal });
  const [passwd = '', group = ''] = fromBytes(stdout).split(SEPARATOR);
  return { users: namesById(passwd), groups: namesById(group) };
}

/** Of `name:password:id:…` lines; the first of several names of a number counts, as for getpwuid. */
function namesById(lines: string): Map<number, string> {
  const names = new Map<number, string>();
  for (const line of lines.split('\n')) {
    const [name = '', , id = ''] = line.split(':');
    const number = /^\d{1,10}$/.test(id) ? Number(id) : Number.NaN;
    const text = toText(name as ByteString);
    if (text === null || text === '' || !(number <= MAX_ID) || names.has(number)) continue;
    names.set(number, text);
  }
  return names;
}
