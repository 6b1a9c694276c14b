import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { displayText, fromText } from '../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import type { SshAddress } from './address.ts';
import { type ConnectOptions, timingsOf } from './connect-options.ts';
import { readIdentity } from './identity.ts';
import { KnownHosts } from './known-hosts.ts';
import { readKnownHosts } from './load-known-hosts.ts';
import { quote, quoteAll } from './quote.ts';
import { BEATS_BEFORE_SILENT } from './shell-host.ts';

export interface OpenSshFiles {
  /** 0700; holds everything else, and is removed by whoever made the files. */
  readonly folder: string;
  readonly config: string;
  readonly controlSocket: string;
  /** What ssh saw of hosts' keys, a line for each: name in known_hosts, type, key. Only with pinned keys. */
  readonly seenKeys: string;
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
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(socketFolder(), 'holdfast-ssh-'));
    return await fillFolder(folder, address, options);
  } catch (error) {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
    throw asHoldfastError(error) ?? unwritable(error);
  }
}

/** A runner's disk that other steps have filled is no fault of ours. */
function unwritable(error: unknown): HoldfastError {
  const reason = error instanceof Error ? error.message : String(error);
  const isFull = /\b(ENOSPC|EDQUOT)\b/.test(reason);
  return new HoldfastError(
    isFull ? 'no-space' : 'no-permission',
    `Cannot write the files for the system's ssh to "${displayText(socketFolder())}": ${displayText(reason)}, expected ` +
      `some KiB of room. ${isFull ? 'Free some there' : 'Make it writable'}, or set TMPDIR to another folder.`,
    { cause: error },
  );
}

async function fillFolder(
  folder: string,
  address: SshAddress,
  options: ConnectOptions,
): Promise<OpenSshFiles> {
  const seenKeys = join(folder, 'seen-keys');
  const { known, fingerprints, pinLines } = await pinKeys(folder, seenKeys, address, options);
  const lines = [
    'BatchMode yes',
    'StrictHostKeyChecking yes',
    'ControlPersist no',
    'RequestTTY no',
    'RemoteCommand none',
    'ClearAllForwardings yes',
    'ConnectionAttempts 1',
    ...timingLines(options),
    ...pinLines,
    ...(await identityLines(folder, options)),
    'Include ~/.ssh/config',
    'Include /etc/ssh/ssh_config',
    '',
  ];
  const config = join(folder, 'config');
  await writeFile(config, lines.join('\n'), { mode: 0o600 });
  return { folder, config, controlSocket: join(folder, 's'), seenKeys, known, fingerprints };
}

function refuseQuestions({ passphrase, password }: ConnectOptions): void {
  if (passphrase === undefined && password === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot give a ${passphrase === undefined ? 'password' : 'passphrase'} to the system's ssh: it asks a person, ` +
      'expected a key that needs none. Put the key into an agent, or use the client "ssh2".',
  );
}

/** The path of a Unix socket has at most 104 bytes, of which ssh wants some for itself. */
const MAX_SOCKET_FOLDER_BYTES = 60;

function socketFolder(): string {
  return Buffer.byteLength(tmpdir()) <= MAX_SOCKET_FOLDER_BYTES ? tmpdir() : '/tmp';
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
  { knownHosts }: ConnectOptions,
) {
  if (knownHosts === undefined) return { known: null, fingerprints: [], pinLines: [] };
  const text = await readKnownHosts(knownHosts);
  const known = KnownHosts.parse(text);
  const { fingerprints } = known.lookUp(address.host, address.port ?? 22, { isDestination: true });
  const file = join(folder, 'known_hosts');
  await writeFile(file, text.replace(/^.*\bSHA256:.*$/gm, '').replaceAll('\r', ''), { mode: 0o600 });
  const command = join(folder, 'known-hosts-command');
  await writeFile(command, knownHostsCommand(seenKeys, address.host, fingerprints), { mode: 0o700 });
  const pinLines = [
    `UserKnownHostsFile ${configWord(file)}`,
    'GlobalKnownHostsFile /dev/null',
    'FingerprintHash sha256',
    'IgnoreUnknown KnownHostsCommand', // before OpenSSH 8.5: then fingerprints pin nothing, and errors show none
    // No quotes: ssh splits this at white space, and there is none in the folders that we make.
    `KnownHostsCommand ${command} %I %n %H %t %K %f`,
  ];
  return { known, fingerprints, pinLines };
}

/** ssh asks it for the known keys of a host and tells the key it has seen: we know it if its fingerprint is pinned. */
function knownHostsCommand(seenKeys: string, host: string, fingerprints: readonly string[]): string {
  return `#!/bin/sh
[ "$1" = HOSTNAME ] || exit 0
printf '%s %s %s\\n' "$3" "$4" "$5" >>${quote(fromText(seenKeys))}
[ "$2" = ${quote(fromText(host))} ] || exit 0
for pinned in ${quoteAll(fingerprints.map(fromText))}; do
  [ "$6" != "$pinned" ] || printf '%s %s %s\\n' "$3" "$4" "$5"
done
`;
}

async function identityLines(folder: string, { identity, agent }: ConnectOptions): Promise<string[]> {
  const lines = agent === undefined ? [] : [`IdentityAgent ${configWord(agent)}`];
  if (identity === undefined) return lines;
  const { pem, path } = await readIdentity(identity);
  const file = path ?? join(folder, 'identity');
  if (path === null) await writeFile(file, pem, { mode: 0o600 });
  return [...lines, `IdentityFile ${configWord(file)}`, 'IdentitiesOnly yes'];
}

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
