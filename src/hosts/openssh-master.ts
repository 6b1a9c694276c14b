import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { HoldfastError } from '../errors.ts';
import type { SshAddress } from './address.ts';
import { type ConnectOptions, timingsOf } from './connect-options.ts';
import { type Destination, formatDestination } from './destination.ts';
import type { OpenSshFiles } from './openssh-config.ts';
import { explainSshFailure, explainSshLoss } from './openssh-errors.ts';
import { SHELL_COMMAND } from './shell.ts';
import { connectingCancelled, noAnswer } from './ssh-errors.ts';
import { noWay } from './tunnel-errors.ts';

/** What an ssh needs to connect. */
export interface Connecting {
  readonly name: string;
  readonly destination: SshAddress;
  readonly jumps: readonly string[];
  readonly files: OpenSshFiles;
  readonly options: ConnectOptions;
}

/** The ssh process that has the connection. */
export class Master {
  readonly name: string;
  readonly #connecting: Connecting;
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #stderr: Buffer = Buffer.alloc(0);
  #printedBytes = 0;
  #forwards = 0;
  /** Of ssh processes that look whether the connection stands: none outlives it. */
  readonly #checks = new Set<Promise<unknown>>();

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
      this.#printedBytes += chunk.length;
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

  /**
   * A Unix socket at which the connection's ssh takes connections to `to`. It stays until the end.
   * @throws HoldfastError host-unreachable.
   */
  async forward(to: Destination): Promise<string> {
    const socket = `${this.#connecting.files.controlSocket}-${this.#forwards++}`;
    const far = formatDestination(to);
    // Without the configuration, whose own forwards would all be made, too.
    const ssh = [
      '-F',
      'none',
      '-S',
      this.#connecting.files.controlSocket,
      '-O',
      'forward',
      '-L',
      `${socket}:${far}`,
    ];
    const child = spawn('ssh', [...ssh, '--', this.#connecting.destination.host], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: sshEnvironment(),
    });
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk) => said.push(chunk));
    const [code] = await once(child, 'close');
    if (code !== 0)
      throw (await this.lost()) ?? noWay(this.name, to, Buffer.concat(said).toString('latin1').trim());
    return socket;
  }

  /** How much ssh has printed so far. */
  get printedBytes(): number {
    return this.#printedBytes;
  }

  /** Why ssh refused a connection that it forwards, if it has said so since it had printed so much. */
  refusalSince(printedBytes: number): string | null {
    const news = this.#stderr.subarray(-Math.min(this.#printedBytes - printedBytes, this.#stderr.length));
    if (this.#printedBytes === printedBytes) return null;
    return /open failed: (.*?)\r?$/m.exec(news.toString('latin1'))?.[1] ?? null;
  }

  /** Null while the connection stands, else why it doesn't. */
  async lost(): Promise<HoldfastError | null> {
    const check = spawn('ssh', ['-O', 'check', ...this.#arguments()], {
      stdio: 'ignore',
      env: sshEnvironment(),
    });
    const closed = once(check, 'close');
    this.#checks.add(closed);
    const [code] = await closed.finally(() => this.#checks.delete(closed));
    if (code === 0) return null;
    await Promise.race([this.#ended, sleep(END_LIMIT_MS, undefined, { ref: false })]);
    return explainSshLoss(this.name, this.#stderr);
  }

  get hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  async stop(): Promise<void> {
    if (!this.hasEnded) this.#process.stdin?.write('end\n');
    const all = Promise.allSettled([this.#ended, ...this.#checks]);
    await Promise.race([all, sleep(END_LIMIT_MS, undefined, { ref: false })]);
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
export const POLL_MS = 20;

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
