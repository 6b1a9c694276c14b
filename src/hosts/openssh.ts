import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { HoldfastError } from '../errors.ts';
import { formatSshAddress, parseSshAddress, type SshAddress } from './address.ts';
import { type ConnectOptions, timingsOf } from './connect-options.ts';
import { heldOpen } from './held-open.ts';
import type { ExitStatus, Host } from './host.ts';
import { type OpenSshFiles, writeOpenSshFiles } from './openssh-config.ts';
import { explainSshFailure, explainSshLoss } from './openssh-errors.ts';
import { retryConnect } from './retry-connect.ts';
import type { SecretFolder } from './secret-folder.ts';
import { SHELL_COMMAND } from './shell.ts';
import { openShellHost } from './shell-host.ts';
import { connectingCancelled, noAnswer } from './ssh-errors.ts';
import type { Channel, Transport } from './transport.ts';

/**
 * Connects to a host by the system's `ssh` with the user's own configuration: ProxyCommand, certificates and hardware
 * keys work. One connection is made and shared by all commands through a control socket. It asks nobody anything.
 *
 * @throws HoldfastError as connectSsh; bad-input for a passphrase or password; host-unsupported without ssh.
 */
export async function connectOpenSsh(
  address: string | SshAddress,
  options: ConnectOptions = {},
): Promise<Host> {
  const destination = typeof address === 'string' ? parseSshAddress(address) : address;
  const jumps = (options.jump ?? []).map((jump) => formatSshAddress(parseSshAddress(jump)));
  const name = formatSshAddress(destination);
  const files = await writeOpenSshFiles(destination, options);
  const { retryDelaysMs: delaysMs, connectTimeoutMs: attemptMs, ...timings } = timingsOf(options);
  const { silentAfterMs, startTimeoutMs } = timings;
  try {
    const master = await retryConnect({ name, delaysMs, attemptMs, signal: options.signal }, () =>
      Master.start({ name, destination, jumps, files, options }),
    );
    const shell = { become: options.become, silentAfterMs, startTimeoutMs };
    return await openShellHost(openSshTransport(master, files.secrets), shell, options.signal);
  } catch (error) {
    await files.secrets.remove();
    throw error;
  }
}

interface Connecting {
  readonly name: string;
  readonly destination: SshAddress;
  readonly jumps: readonly string[];
  readonly files: OpenSshFiles;
  readonly options: ConnectOptions;
}

/** The ssh process that has the connection. */
class Master {
  readonly name: string;
  readonly #connecting: Connecting;
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #stderr: Buffer = Buffer.alloc(0);

  private constructor(connecting: Connecting, options: readonly string[]) {
    this.name = connecting.name;
    this.#connecting = connecting;
    const ssh = ['ssh', ...options, '-M', '-N', ...this.#arguments()];
    this.#process = spawn('sh', ['-c', ENDED_WITH_US, 'sh', ...ssh], {
      stdio: ['pipe', 'ignore', 'pipe'],
      env: sshEnvironment(),
      detached: true,
    });
    this.#process.stdin?.on('error', () => undefined); // it has ended: that is seen otherwise
    this.#ended = once(this.#process, 'close');
    this.#ended.catch(() => undefined); // asked for later
    this.#process.stderr?.on('data', (chunk) => {
      this.#stderr = Buffer.concat([this.#stderr, chunk]).subarray(-STDERR_LIMIT_BYTES);
    });
  }

  /** A fingerprint doesn't say its key's type, and a server shows but one key: each type is asked for. */
  static async start(connecting: Connecting): Promise<Master> {
    const { fingerprints, seenKeys } = connecting.files;
    await rm(seenKeys, { force: true });
    if (fingerprints.length === 0) return Master.#startByKeys(connecting);
    for (const [index, types] of HOST_KEY_TYPES.entries()) {
      try {
        return await Master.#startWith(connecting, ['-o', `HostKeyAlgorithms=${types}`]);
      } catch (error) {
        const isOtherKey = error instanceof HoldfastError && error.code.startsWith('host-key-');
        if (!isOtherKey || index === HOST_KEY_TYPES.length - 1) throw error;
      }
    }
    throw new Error('HOST_KEY_TYPES is empty');
  }

  /** A key that the user's own known hosts lack is looked at in a second try, which must fail, too: to be told. */
  static async #startByKeys(connecting: Connecting): Promise<Master> {
    const { known, noteKeys } = connecting.files;
    try {
      return await Master.#startWith(connecting, []);
    } catch (error) {
      const isUnknown = error instanceof HoldfastError && error.code === 'host-key-unknown';
      if (!isUnknown || known !== null) throw error;
      return Master.#startWith(connecting, ['-o', 'IgnoreUnknown=KnownHostsCommand', '-o', noteKeys]);
    }
  }

  static async #startWith(connecting: Connecting, options: readonly string[]): Promise<Master> {
    const master = new Master(connecting, options);
    try {
      await master.#untilConnected();
      return master;
    } catch (error) {
      await master.stop();
      throw error;
    }
  }

  /** Starts ssh for one command, over the master's connection. */
  spawnCommand(): ChildProcessWithoutNullStreams {
    const ssh = ['-o', 'ControlMaster=no', '-T', ...this.#arguments(), SHELL_COMMAND];
    return spawn('ssh', ssh, { env: sshEnvironment(), detached: true }); // a Ctrl-C at the terminal is ours to handle
  }

  /** Null while the connection stands, else why it doesn't. */
  async lost(): Promise<HoldfastError | null> {
    const check = spawn('ssh', ['-O', 'check', ...this.#arguments()], {
      stdio: 'ignore',
      env: sshEnvironment(),
    });
    const [code] = await once(check, 'close');
    if (code === 0) return null;
    await Promise.race([this.#ended, sleep(END_LIMIT_MS, undefined, { ref: false })]);
    return explainSshLoss(this.name, this.#stderr);
  }

  get hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  async stop(): Promise<void> {
    if (this.hasEnded) return;
    this.#process.stdin?.write('end\n');
    await Promise.race([this.#ended, sleep(END_LIMIT_MS, undefined, { ref: false })]);
  }

  /** ssh makes the control socket once it is logged in. */
  async #untilConnected(): Promise<void> {
    const { files, options } = this.#connecting;
    const timings = timingsOf(options);
    const deadlineMs = performance.now() + timings.connectTimeoutMs;
    while (!(await exists(files.controlSocket))) {
      if (options.signal?.aborted) throw connectingCancelled(this.name);
      if (this.hasEnded) {
        await this.#ended;
        if (this.#process.exitCode === NOT_FOUND) throw sshMissing();
        throw await explainSshFailure(this.#connecting, this.#stderr);
      }
      if (performance.now() > deadlineMs) throw noAnswer(this.name, timings);
      await sleep(POLL_MS);
    }
  }

  #arguments(): string[] {
    const { destination, files, jumps } = this.#connecting;
    return [
      ...['-F', files.config, '-S', files.controlSocket],
      ...(jumps.length === 0 ? [] : ['-J', jumps.join(',')]),
      ...(destination.user === null ? [] : ['-l', destination.user]),
      ...(destination.port === null ? [] : ['-p', String(destination.port)]),
      ...['--', destination.host],
    ];
  }
}

/** Runs its arguments until they end, or until its stdin has a line or ends: when we are killed, ssh must not live on. */
const ENDED_WITH_US = `
exec 3<&0 </dev/null
"$@" 3<&- &
ssh=$!
{ read -r line <&3; kill $ssh; } >/dev/null 2>&1 &
exec 3<&- 2>/dev/null
wait $ssh
status=$?
kill $!
exit $status`;

const NOT_FOUND = 127;

function sshMissing(): HoldfastError {
  return new HoldfastError(
    'host-unsupported',
    `Cannot start the system's ssh: there is none, expected OpenSSH on the PATH. Install it, or use the client "ssh2".`,
  );
}

const HOST_KEY_TYPES = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521',
  'rsa-sha2-512,rsa-sha2-256',
];
const STDERR_LIMIT_BYTES = 64 * 1024;
const END_LIMIT_MS = 2000;
const POLL_MS = 20;

/**
 * A ProxyCommand may need any of it, but never our own secrets and the runner's tokens: what ssh may send to the host
 * (SendEnv) is for the user's configuration to say.
 */
function sshEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(RESTIC_|HOLDFAST_|INPUT_|STATE_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function openSshTransport(master: Master, secrets: SecretFolder): Transport {
  return {
    name: master.name,
    knowsExitStatus: false, // ssh says 255 for any signal
    open: async () => {
      if (master.hasEnded) throw await master.lost();
      return openChannel(master);
    },
    close: async () => {
      await master.stop();
      await secrets.remove();
    },
  };
}

function openChannel(master: Master): Channel {
  const child = master.spawnCommand();
  const exit = exitOf(child, master);
  const onClose = (source: Readable) => void source.destroy();
  const stdout = heldOpen(child.stdout, exit, { onClose });
  const stderr = heldOpen(child.stderr, exit, { onClose });
  exit.catch((error) => {
    for (const stream of [child.stdin, stdout, stderr]) stream.destroy(error);
  });
  const close = () => {
    child.kill('SIGTERM');
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
  };
  return { stdin: child.stdin, stdout, stderr, exit, close };
}

const SSH_FAILED = 255;

/** 255 is a lost connection, the command's own code (then its report says so), or a signal. */
async function exitOf(child: ChildProcess, master: Master): Promise<ExitStatus> {
  const [code]: (number | null)[] = await once(child, 'exit');
  if (typeof code === 'number' && code !== SSH_FAILED) return { code };
  const lost = await master.lost();
  if (lost !== null) throw lost;
  return { signal: 'KILL' };
}
