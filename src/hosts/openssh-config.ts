import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { displayText, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { systemCode } from '../system-error.ts';
import { parseSshAddress, type SshAddress } from './address.ts';
import { type ConnectOptions, timingsOf } from './connect-options.ts';
import { describeKey, parsePrivateKey, readIdentity } from './identity.ts';
import { KnownHosts, type PinnedKeys } from './known-hosts.ts';
import { pinsNothing, readKnownHosts } from './load-known-hosts.ts';
import { quote } from './quote.ts';
import { parentForSocket, SecretFolder } from './secret-folder.ts';
import { BEATS_BEFORE_SILENT } from './shell-host.ts';

export interface OpenSshFiles {
  /** Holds everything else; to be removed by whoever made the files. */
  readonly secrets: SecretFolder;
  readonly config: string;
  readonly controlSocket: string;
  /** What ssh saw of hosts' keys, a line for each: name in known_hosts, type, key. Only where `noteKeys` is in force. */
  readonly seenKeys: string;
  /** ssh's option that has it note the keys. With pinned keys it is in the configuration. */
  readonly noteKeys: string;
  readonly login: OpenSshLogin;
  /** Null when the user's own known_hosts decide. */
  readonly known: KnownHosts | null;
  /** The destination's, among the known hosts. */
  readonly fingerprints: readonly string[];
}

/**
 * Writes what the system's ssh needs into a new folder. Its configuration comes first and so wins; the user's and the
 * system's follow. It is a file, for ssh hands its options to the ssh of a jump host by file alone.
 *
 * @throws HoldfastError bad-input for a passphrase or password, and for files that can't be read.
 */
export async function writeOpenSshFiles(address: SshAddress, options: ConnectOptions): Promise<OpenSshFiles> {
  refuseQuestions(options);
  const parent = parentForSocket(options.temporaryFolder ?? tmpdir());
  const secrets = await SecretFolder.make(parent, 'holdfast-ssh-').catch((error: unknown) => {
    throw cannotWrite(parent, error);
  });
  try {
    options.onSecretFolder?.(secrets.path);
    return await fillFolder(secrets, address, options);
  } catch (error) {
    await secrets.remove();
    throw error instanceof HoldfastError ? error : cannotWrite(parent, error);
  }
}

function cannotWrite(folder: string, cause: unknown): HoldfastError {
  const { message } = cause as NodeJS.ErrnoException;
  const code = systemCode(cause);
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return new HoldfastError(
    isFull ? 'no-space' : 'no-permission',
    `Cannot write the files for the system's ssh below "${displayText(folder)}": ` +
      `${isFull ? 'the disk is full' : displayText(message)}, expected room for a few KiB. ` +
      `Make room there, set TMPDIR to another folder, or use the client "ssh2", which needs no files.`,
    { cause },
  );
}

async function fillFolder(
  secrets: SecretFolder,
  address: SshAddress,
  options: ConnectOptions,
): Promise<OpenSshFiles> {
  const folder = secrets.path;
  const seenKeys = join(folder, 'seen-keys');
  const { known, fingerprints, pinLines, noteKeys } = await pinKeys(folder, seenKeys, address, options);
  const identity = await identityLines(folder, options);
  const lines = [
    'BatchMode yes',
    'StrictHostKeyChecking yes',
    'ControlPersist no',
    'RequestTTY no',
    'RemoteCommand none',
    'ClearAllForwardings yes',
    'ForwardAgent no', // the host could log in to others with our keys
    'ForwardX11 no',
    'PermitLocalCommand no',
    'ConnectionAttempts 1',
    ...timingLines(options),
    ...pinLines,
    ...identity.lines,
    'Include ~/.ssh/config',
    'Include /etc/ssh/ssh_config',
    '',
  ];
  const config = join(folder, 'config');
  await writeFile(config, lines.join('\n'), { mode: 0o600 });
  return {
    secrets,
    config,
    controlSocket: join(folder, 's'),
    seenKeys,
    noteKeys,
    login: identity,
    known,
    fingerprints,
  };
}

function refuseQuestions({ passphrase, password }: ConnectOptions): void {
  if (passphrase === undefined && password === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot give a ${passphrase === undefined ? 'password' : 'passphrase'} to the system's ssh: it asks a person, ` +
      'expected a key that needs none. Put the key into an agent, or use the client "ssh2".',
  );
}

function timingLines(options: ConnectOptions): string[] {
  const { connectTimeoutMs, silentAfterMs } = timingsOf(options);
  return [
    `ConnectTimeout ${wholeSeconds(connectTimeoutMs)}`,
    `ServerAliveInterval ${wholeSeconds(silentAfterMs / BEATS_BEFORE_SILENT)}`,
    `ServerAliveCountMax ${BEATS_BEFORE_SILENT - 1}`,
  ];
}

function wholeSeconds(ms: number): number {
  return Math.max(1, Math.floor(ms / 1000));
}

async function pinKeys(
  folder: string,
  seenKeys: string,
  address: SshAddress,
  { knownHosts, jump = [] }: ConnectOptions,
) {
  const command = join(folder, 'known-hosts-command');
  // No quotes: ssh splits this at white space, and there is none in the folders that we make.
  const noteKeys = `KnownHostsCommand ${command} %I %n %H %t %K %f %p`;
  const text = knownHosts === undefined ? '' : await readKnownHosts(knownHosts);
  const known = KnownHosts.parse(text);
  const hops = [...jump.map(parseSshAddress), address];
  const pins = hops.map((hop) => {
    const isDestination = hop === address;
    return { ...hop, ...known.lookUp(hop.host, hop.port ?? 22, { isDestination }) };
  });
  await writeFile(command, knownHostsCommand(seenKeys, pins), { mode: 0o700 });
  if (knownHosts === undefined) return { known: null, fingerprints: [], pinLines: [], noteKeys };
  // An authority's line, which says nothing to us, does to ssh.
  if (known.isEmpty && !text.includes('@cert-authority')) throw pinsNothing(knownHosts, known);
  const file = join(folder, 'known_hosts');
  await writeFile(file, text.replace(/^.*\bSHA256:.*$/gm, '').replaceAll('\r', ''), { mode: 0o600 });
  const pinLines = [
    `UserKnownHostsFile ${configWord(file)}`,
    'GlobalKnownHostsFile /dev/null',
    'VerifyHostKeyDNS no',
    'FingerprintHash sha256',
    'IgnoreUnknown KnownHostsCommand', // before OpenSSH 8.5: then fingerprints pin nothing, and errors show none
    noteKeys,
  ];
  const fingerprints = pins.at(-1)?.fingerprints ?? [];
  return { known, fingerprints, pinLines, noteKeys };
}

type PinnedHop = SshAddress & PinnedKeys;

/** ssh asks it for the known keys of a host and tells the key it has seen: we know it by its fingerprint. */
function knownHostsCommand(seenKeys: string, hops: readonly PinnedHop[]): string {
  const when = (hop: PinnedHop, fingerprint: string, marker: string) => {
    const [host = '', print = ''] = [hop.host, fingerprint].map((word) => quote(fromText(word)));
    return `  ${host}:${hop.port ?? '*'}:${print}) printf '%s%s %s %s\\n' '${marker}' "$3" "$4" "$5" ;;\n`;
  };
  const revoked = hops.flatMap((hop) =>
    hop.revoked.filter((key) => typeof key === 'string').map((key) => when(hop, key, '@revoked ')),
  );
  const trusted = hops.flatMap((hop) => hop.fingerprints.map((key) => when(hop, key, '')));
  return `#!/bin/sh
[ "$1" = HOSTNAME ] || exit 0
printf '%s %s %s\\n' "$3" "$4" "$5" >>${quote(fromText(seenKeys))}
case $2:$7:$6 in
${revoked.join('')}${trusted.join('')}esac
`;
}

/** What ssh is given to log in with. */
interface OpenSshLogin {
  readonly lines: readonly string[];
  /** For a message, should the server refuse. */
  readonly said: string;
  /** What to do then, if it is this that is wrong. */
  readonly advice: string | null;
}

async function identityLines(folder: string, { identity, agent }: ConnectOptions): Promise<OpenSshLogin> {
  const lines = agent ? [`IdentityAgent ${configWord(agent)}`] : [];
  if (identity === undefined) {
    const whose = agent ? `the agent at "${displayText(agent)}"` : 'no agent: SSH_AUTH_SOCK is not set';
    return {
      lines,
      said: `no identity was given; ${whose}; ssh tried the keys of its own configuration`,
      advice: GIVE_A_KEY,
    };
  }
  const { pem, path, source } = await readIdentity(identity);
  const file = path ?? join(folder, 'identity');
  if (path === null) await writeFile(file, pem, { mode: 0o600 });
  lines.push(`IdentityFile ${configWord(file)}`, 'IdentitiesOnly yes');
  // A certificate, a hardware key's handle and the public key of an agent's are ssh's own matter: nothing is refused.
  const key = parsePrivateKey(pem, undefined);
  const advice = !('actual' in key) ? null : key.isEncrypted ? HAVE_IT_OPENED : key.advice;
  return {
    lines,
    said: `the identity ${source}: ${'actual' in key ? key.actual : describeKey(key)}`,
    advice,
  };
}

const GIVE_A_KEY = 'Give the path or the text of a key (--identity, or the input `identity`).';
const HAVE_IT_OPENED = 'Put the key into an agent, or use the client "ssh2", which takes a passphrase.';

/** @throws HoldfastError bad-input for a path that ssh_config can't hold. */
function configWord(path: string): string {
  if (/["\n\r\0]|\$\{/.test(path)) {
    throw new HoldfastError(
      'bad-input',
      `Cannot give the system's ssh the path ${JSON.stringify(path)}: it holds a character that its configuration ` +
        'cannot hold, expected none of \'"\', "${" and newline. Move the file.',
    );
  }
  return `"${path.replaceAll('%', '%%')}"`;
}
