import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { descendantsOf, endProcesses } from './processes.ts';
import { createTestUser } from './user.ts';

const run = promisify(execFile);

export type HostKeyType = 'ed25519' | 'ecdsa' | 'rsa';

export interface SshdOptions {
  /** An account that exists; default: the one that runs the test. */
  user?: string;
  /** Makes an account with this login shell, removed by `stop`. Needs root. */
  shell?: string;
  /** Default: one ed25519 key. The first is the one that `hostKeyLine` pins. */
  hostKeyTypes?: readonly HostKeyType[];
  /** Protects the private key in `identityFile`. */
  identityPassphrase?: string;
  /** A program that stands in the place of this machine's `sh`, for the server and all that logs in. Needs root. */
  sh?: string;
  /** More lines for sshd_config, which come first and so win: `MaxSessions 2`. */
  config?: readonly string[];
}

export interface Sshd {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly user: string;
  /** `ssh://user@127.0.0.1:port`. */
  readonly address: string;
  /** A known_hosts line: `[127.0.0.1]:port ssh-ed25519 AAAA…`. */
  readonly hostKeyLine: string;
  /** One line for each of `hostKeyTypes`, in their order. */
  readonly hostKeyLines: readonly string[];
  /** `SHA256:…` of the first host key. */
  readonly hostKeyFingerprint: string;
  readonly identityFile: string;
  readonly identityPem: string;
  /** The line of authorized_keys that lets the identity in. */
  readonly identityPublic: string;
  /** Where its keys and configuration lie; removed by `stop`. */
  readonly folder: string;
  /** What sshd has logged so far (at level VERBOSE). */
  log(): Promise<string>;
  /** Ends the server and every session that it still has. Idempotent. */
  stop(): Promise<void>;
}

/**
 * As a shell within a shell, bash doesn't read what whoever runs the tests has in their .bashrc, which may well take a
 * second for each command. What rc files do to us is tried with accounts that the tests make.
 */
const WITHOUT_RC_FILE = 'SetEnv SHLVL=1';

/** OpenSSH's own first choice takes its client longer than all else of a login. It is left to whoever brings it. */
const CHEAP_KEY_EXCHANGE = 'KexAlgorithms -sntrup761x25519-sha512*';

/** Starts a real sshd on a free loopback port, with host keys, an identity and a configuration of its own. */
export async function startSshd(options: SshdOptions = {}): Promise<Sshd> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-sshd-'));
  const account = options.shell === undefined ? null : await createTestUser({ shell: options.shell });
  const user = account?.name ?? options.user ?? userInfo().username;
  try {
    const hostKeys = await makeHostKeys(folder, options.hostKeyTypes ?? ['ed25519']);
    const identityFile = await makeIdentity(folder, options.identityPassphrase ?? '');
    const isOurs = account === null && options.user === undefined;
    const config = [...(options.config ?? []), ...(isOurs ? [WITHOUT_RC_FILE] : [])];
    const { port, server } = await startOnFreePort(folder, hostKeys, { ...options, config });
    const hostKeyLines = hostKeys.map(({ type, base64 }) => `[127.0.0.1]:${port} ${type} ${base64}`);
    return {
      host: '127.0.0.1',
      port,
      user,
      address: `ssh://${user}@127.0.0.1:${port}`,
      hostKeyLine: hostKeyLines[0] as string,
      hostKeyLines,
      hostKeyFingerprint: fingerprint((hostKeys[0] as HostKey).base64),
      identityFile,
      identityPem: await readFile(identityFile, 'utf8'),
      identityPublic: (await readFile(`${identityFile}.pub`, 'utf8')).trim(),
      folder,
      log: () => readFile(join(folder, 'log'), 'utf8'),
      stop: once(async () => {
        await endServer(server);
        await account?.remove();
        await rm(folder, { recursive: true, force: true });
      }),
    };
  } catch (error) {
    await account?.remove();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

interface HostKey {
  readonly file: string;
  readonly type: string;
  readonly base64: string;
}

async function makeHostKeys(folder: string, types: readonly HostKeyType[]): Promise<HostKey[]> {
  const keys: HostKey[] = [];
  for (const type of types) {
    const file = join(folder, `host_${type}`);
    await run('ssh-keygen', ['-q', '-t', type, '-N', '', '-C', '', '-f', file]);
    const [name = '', base64 = ''] = (await readFile(`${file}.pub`, 'utf8')).trim().split(' ');
    keys.push({ file, type: name, base64 });
  }
  return keys;
}

async function makeIdentity(folder: string, passphrase: string): Promise<string> {
  const file = join(folder, 'identity');
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-C', 'test', '-f', file]);
  return file;
}

const PORT_ATTEMPTS = 5;

/** Another process may take the port between our look and sshd's bind: then try another. */
async function startOnFreePort(folder: string, hostKeys: readonly HostKey[], options: SshdOptions) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    await writeFile(join(folder, 'config'), configuration(folder, port, hostKeys, options.config ?? []));
    const server = await startServer(folder, options.sh);
    if (await answers(server, port)) return { port, server };
    await endServer(server);
    if (attempt === PORT_ATTEMPTS) {
      throw new Error(`sshd does not start:\n${await readFile(join(folder, 'log'), 'utf8')}`);
    }
  }
}

function configuration(folder: string, port: number, hostKeys: readonly HostKey[], extra: readonly string[]) {
  return [
    ...extra,
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    ...hostKeys.map(({ file }) => `HostKey ${file}`),
    `AuthorizedKeysFile ${join(folder, 'identity.pub')}`,
    'PidFile none',
    'UsePAM no',
    'StrictModes no', // the folder is below the world-writable /tmp
    'PermitRootLogin yes',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'MaxStartups 200',
    CHEAP_KEY_EXCHANGE,
    'UseDNS no',
    'LogLevel VERBOSE',
    '',
  ].join('\n');
}

async function startServer(folder: string, sh: string | undefined): Promise<ChildProcess> {
  // sshd run by root insists on its folder for privilege separation, which only the service unit makes.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
  await run('chmod', ['0755', folder]); // sshd reads the authorized keys as the user
  const sshd = ['/usr/sbin/sshd', '-D', '-E', join(folder, 'log'), '-f', join(folder, 'config')];
  const words =
    sh === undefined ? sshd : [...IN_PLACE_OF_SH, await realpath(sh), await realpath('/bin/sh'), ...sshd];
  return spawn('sh', ['-c', ENDED_WITH_US, 'sh', ...words], { stdio: ['pipe', 'ignore', 'ignore'] });
}

/** In a mount namespace of its own, one program is laid over the other. */
const IN_PLACE_OF_SH = ['unshare', '-m', 'sh', '-c', 'mount --bind "$0" "$1" && shift && exec "$@"'];

/** Runs its arguments until they end, or until its stdin does: a test that is killed leaves no server behind. */
export const ENDED_WITH_US = `
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
{ read -r line <&3; kill $server; } &
exec 3<&-
wait $server
kill $!`;

/** Whether the server takes connections on `port`; false when it ended instead. */
async function answers(server: ChildProcess, port: number): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    if (await canConnect(port)) return true;
    await sleep(20);
  }
  return false;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(true)).once('data', () => socket.destroy()); // its version line
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function endServer(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const sessions = await descendantsOf(server.pid);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.stdin?.end();
  await ended;
  await endProcesses(sessions);
}

/** OpenSSH's fingerprint of a public key: SHA-256 in base64 without padding. */
function fingerprint(keyBase64: string): string {
  const digest = createHash('sha256').update(Buffer.from(keyBase64, 'base64')).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}

function once(action: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined;
  return () => {
    result ??= action();
    return result;
  };
}
