import { readFile } from 'node:fs/promises';
import { HoldfastError } from '../errors.ts';
import { formatSshAddress, type SshAddress } from './address.ts';
import { changedHostKey, revokedHostKey, unknownHostKey } from './host-key-errors.ts';
import { type HostKey, KnownHosts, parseHostKey } from './known-hosts.ts';
import type { OpenSshFiles } from './openssh-config.ts';
import { displayTail } from './output-tail.ts';
import { PassingFault } from './ssh-errors.ts';

interface Meaning {
  readonly says: RegExp;
  readonly code:
    | 'bad-input'
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
    says: /bad configuration option/i,
    code: 'bad-input',
    advice: 'Correct what it names in the configuration of ssh.',
  },
  {
    says: /REMOTE HOST IDENTIFICATION HAS CHANGED|REVOKED HOST KEY|host key .* (has changed|was revoked)/i,
    code: 'host-key-mismatch',
    advice:
      'Somebody may be in between: connect only after the host itself shows the new key, then pin that.',
  },
  {
    says: /Host key verification failed|No .{0,100} host key is known|no matching host key/i,
    code: 'host-key-unknown',
    advice:
      "Compare the fingerprint with the host's own (ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub), then pin it.",
  },
  {
    says: /bad permissions/i,
    code: 'host-login-refused',
    advice: 'Take the rights of others away from the private key (chmod 600).',
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
    says: /Name or service not known|nodename nor servname|No address associated/i,
    code: 'host-unreachable',
    advice: 'Correct the name of the host.',
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

/** What ssh says of the far end when the way there, through a jump host, broke: that was told before. */
const ECHOES =
  /^(?:kex_exchange_identification: .*|Connection closed by UNKNOWN .*|stdio forwarding failed)\r?\n?/gm;

/**
 * What ssh printed as it ended, as an error for a person.
 * @param aside What one might not know, with a space before it, or nothing.
 * @param advice Better than what can be said in general.
 */
function explain(
  doing: 'connect to' | 'go on with',
  name: string,
  {
    stderr,
    aside = '',
    advice,
  }: { readonly stderr: Buffer; readonly aside?: string; readonly advice?: string | null },
): HoldfastError {
  const text = stderr.toString('latin1');
  const meaning = MEANINGS.find(({ says }) => says.test(text)) ?? OTHERS[doing];
  const telling = Buffer.from(text.replace(ECHOES, ''), 'latin1');
  const said = displayTail(telling.length > 0 ? telling : stderr).replace(/^: /, '') || 'nothing';
  return new HoldfastError(
    meaning.code,
    `Cannot ${doing} "${name}": ssh ended and said ${said}${aside}, expected a connection. ${advice ?? meaning.advice}`,
    { cause: meaning.mayPass === true ? new PassingFault(said) : undefined },
  );
}

export function explainSshLoss(name: string, stderr: Buffer): HoldfastError {
  return explain('go on with', name, { stderr });
}

interface Attempt {
  readonly name: string;
  readonly destination: SshAddress;
  readonly files: OpenSshFiles;
}

/** Of a connection that didn't come about; a host key that isn't trusted is told with its fingerprint if ssh told us. */
export async function explainSshFailure(attempt: Attempt, stderr: Buffer): Promise<HoldfastError> {
  const error = explain('connect to', attempt.name, { stderr });
  if (error.code === 'host-login-refused') {
    const { said, advice } = attempt.files.login;
    return explain('connect to', attempt.name, { stderr, aside: ` (${said})`, advice });
  }
  if (error.code !== 'host-key-unknown' && error.code !== 'host-key-mismatch') return error;
  const { seenKeys } = attempt.files;
  const known = attempt.files.known ?? KnownHosts.parse('');
  const seen = await readSeenKeys(seenKeys);
  const last = seen.at(-1);
  if (last === undefined) return error;
  const keys = seen
    .filter(({ host, port }) => host === last.host && port === last.port)
    .map(({ key }) => key);
  const isDestination =
    last.host === attempt.destination.host && last.port === (attempt.destination.port ?? 22);
  const pinned = known.lookUp(last.host, last.port, { isDestination });
  const host = { ...last, name: isDestination ? attempt.name : formatSshAddress({ user: null, ...last }) };
  if (/revoked/i.test(stderr.toString('latin1'))) return revokedHostKey(host, last.key);
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
