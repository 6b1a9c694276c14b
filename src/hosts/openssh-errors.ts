import { readFile } from 'node:fs/promises';
import { HoldfastError } from '../errors.ts';
import { formatSshAddress, type SshAddress } from './address.ts';
import { changedHostKey, unknownHostKey } from './host-key-errors.ts';
import { type HostKey, parseHostKey } from './known-hosts.ts';
import type { OpenSshFiles } from './openssh-config.ts';
import { displayTail } from './output-tail.ts';
import { PassingFault } from './ssh-errors.ts';

interface Meaning {
  readonly says: RegExp;
  readonly code:
    | 'host-key-mismatch'
    | 'host-key-unknown'
    | 'host-login-refused'
    | 'host-silent'
    | 'host-unreachable';
  readonly advice: string;
  readonly mayPass?: true;
}

/** What the system's ssh prints (OpenSSH 7.6 to 10), the telling ones first. */
const MEANINGS: readonly Meaning[] = [
  {
    says: /REMOTE HOST IDENTIFICATION HAS CHANGED|REVOKED HOST KEY|host key .* (has changed|was revoked)/i,
    code: 'host-key-mismatch',
    advice:
      'Somebody may be in between: connect only after the host itself shows the new key, then pin that.',
  },
  {
    says: /Host key verification failed|No .* host key is known|no matching host key/i,
    code: 'host-key-unknown',
    advice:
      "Compare the fingerprint with the host's own (ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub), then pin it.",
  },
  {
    says: /Permission denied|Too many authentication failures|no such identity|Load key/i,
    code: 'host-login-refused',
    advice: "Add the public key to that user's authorized_keys, or correct the user or the identity.",
  },
  {
    says: /Timeout, server .* not responding/i,
    code: 'host-silent',
    advice: 'Look at the host and the network.',
  },
  {
    says: /refused|reset by |timed out|Broken pipe|No route to host|unreachable|Temporary failure|Connection closed|kex_exchange/i,
    code: 'host-unreachable',
    advice: 'Look at the address, the host and its firewall.',
    mayPass: true,
  },
];

const ANY_OTHER = { says: /^/, code: 'host-unreachable' } as const;
const OTHERS: Readonly<Record<'connect to' | 'go on with', Meaning>> = {
  'connect to': { ...ANY_OTHER, advice: 'Try the same with ssh itself.' },
  'go on with': { ...ANY_OTHER, advice: 'Look at the host and the network, and run again.' },
};

/** What ssh printed as it ended, as an error for a person. */
function explain(doing: 'connect to' | 'go on with', name: string, stderr: Buffer): HoldfastError {
  const text = stderr.toString('latin1');
  const meaning = MEANINGS.find(({ says }) => says.test(text)) ?? OTHERS[doing];
  const cause = meaning.mayPass === true ? new PassingFault(text) : undefined;
  const said = displayTail(stderr).replace(/^: /, '') || 'nothing';
  return new HoldfastError(
    meaning.code,
    `Cannot ${doing} "${name}": ssh ended and said ${said}, expected a connection. ${meaning.advice}`,
    { cause },
  );
}

export function explainSshLoss(name: string, stderr: Buffer): HoldfastError {
  return explain('go on with', name, stderr);
}

interface Attempt {
  readonly name: string;
  readonly destination: SshAddress;
  readonly files: OpenSshFiles;
}

/** Of a connection that didn't come about; a host key that isn't trusted is told with its fingerprint if ssh told us. */
export async function explainSshFailure(attempt: Attempt, stderr: Buffer): Promise<HoldfastError> {
  const error = explain('connect to', attempt.name, stderr);
  if (error.code !== 'host-key-unknown' && error.code !== 'host-key-mismatch') return error;
  const { known, seenKeys } = attempt.files;
  const seen = await readSeenKeys(seenKeys);
  const last = seen.at(-1);
  if (last === undefined || known === null || /revoked/i.test(stderr.toString('latin1'))) return error;
  const keys = seen
    .filter(({ host, port }) => host === last.host && port === last.port)
    .map(({ key }) => key);
  const isDestination =
    last.host === attempt.destination.host && last.port === (attempt.destination.port ?? 22);
  const pinned = known.lookUp(last.host, last.port, { isDestination });
  const host = { ...last, name: isDestination ? attempt.name : formatSshAddress({ user: null, ...last }) };
  return pinned.keys.length + pinned.fingerprints.length > 0
    ? changedHostKey(host, keys, pinned)
    : unknownHostKey(host, last.key, known.notes);
}

async function readSeenKeys(file: string): Promise<{ host: string; port: number; key: HostKey }[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const match = /^\[?([^\]\s]+)\]?(?::([0-9]+))? \S+ (\S+)$/.exec(line);
    const key = parseHostKey(Buffer.from(match?.[3] ?? '', 'base64'));
    return match === null || key === null
      ? []
      : [{ host: match[1] ?? '', port: Number(match[2] ?? 22), key }];
  });
}
