import { userInfo } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { displayText } from '../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import { formatSshAddress, parseSshAddress, type SshAddress } from './address.ts';
import { type ConnectOptions, timingsOf } from './connect-options.ts';
import type { Destination } from './destination.ts';
import type { Host } from './host.ts';
import type { KnownHosts } from './known-hosts.ts';
import { loadKnownHosts } from './load-known-hosts.ts';
import { retryConnect } from './retry-connect.ts';
import { SHELL_COMMAND } from './shell.ts';
import { openShellHost } from './shell-host.ts';
import { sshChannel } from './ssh-channel.ts';
import type { Hop, SshConnection } from './ssh-connection.ts';
import { LoginRefusedError } from './ssh-errors.ts';
import { forwardOut } from './ssh-forward.ts';
import { openPinned } from './ssh-host-key.ts';
import { loginAs, loginRefused } from './ssh-login.ts';
import type { Channel, Transport } from './transport.ts';
import type { FarEnd } from './tunnel.ts';

/**
 * Connects to a host over SSH, by ssh2, which is built in. Faults that may pass (refused, reset, timed out) are tried
 * again; a wrong key, login or name isn't.
 *
 * @throws HoldfastError bad-input, host-unreachable, host-key-unknown, host-key-mismatch, host-login-refused,
 * host-silent, cancelled.
 */
export async function connectSsh(address: string | SshAddress, options: ConnectOptions = {}): Promise<Host> {
  const route = new Route(address, options, await loadKnownHosts(options.knownHosts));
  const transport = await SshTransport.connect(route);
  const { silentAfterMs, startTimeoutMs } = timingsOf(options);
  const shell = { become: options.become, silentAfterMs, startTimeoutMs };
  return openShellHost(transport, shell, options.signal);
}

/** The way to a host: through the jump hosts to the destination. */
class Route {
  readonly hops: readonly Hop[];
  readonly #options: ConnectOptions;
  readonly #known: KnownHosts;

  constructor(address: string | SshAddress, options: ConnectOptions, known: KnownHosts) {
    this.hops = [...(options.jump ?? []), address].map(toHop);
    this.#options = options;
    this.#known = known;
  }

  get destination(): Hop {
    return this.hops.at(-1) as Hop; // the address is always there
  }

  get connectTimeoutMs(): number {
    return timingsOf(this.#options).connectTimeoutMs;
  }

  /** The connections to all hops, the destination's last. */
  connect(): Promise<SshConnection[]> {
    const { signal } = this.#options;
    const { retryDelaysMs: delaysMs, connectTimeoutMs: attemptMs } = timingsOf(this.#options);
    const retrying = { name: this.destination.name, delaysMs, attemptMs, signal };
    return retryConnect(retrying, () => this.#connectOnce());
  }

  async #connectOnce(): Promise<SshConnection[]> {
    const connections: SshConnection[] = [];
    const deadlineMs = performance.now() + timingsOf(this.#options).connectTimeoutMs;
    try {
      for (const hop of this.hops) {
        connections.push(await this.#open(hop, connections.at(-1) ?? null, deadlineMs));
      }
      return connections;
    } catch (error) {
      for (const connection of connections.reverse()) connection.close();
      throw error;
    }
  }

  async #open(hop: Hop, through: SshConnection | null, deadlineMs: number): Promise<SshConnection> {
    const { signal } = this.#options;
    const login = await loginAs(hop.user, this.#options);
    const isDestination = hop === this.destination;
    try {
      return await openPinned(this.#known, isDestination, {
        hop,
        through,
        login: login.methods,
        timings: timingsOf(this.#options),
        deadlineMs,
        signal,
      });
    } catch (error) {
      throw error instanceof LoginRefusedError ? await loginRefused(hop, login, error.takes) : error;
    }
  }
}

function toHop(address: string | SshAddress): Hop {
  const parsed = typeof address === 'string' ? parseSshAddress(address) : address;
  const hop = { user: parsed.user ?? userInfo().username, host: parsed.host, port: parsed.port ?? 22 };
  return { ...hop, name: formatSshAddress(hop) };
}

/** Servers limit the sessions of a connection (OpenSSH: 10): when one is full, another is made. */
const MAX_CONNECTIONS = 8;

class SshTransport implements Transport {
  readonly name: string;
  readonly knowsExitStatus = true;
  readonly #route: Route;
  readonly #connections: SshConnection[][];
  #widening: Promise<void> = Promise.resolve();

  private constructor(route: Route, first: SshConnection[]) {
    this.name = route.destination.name;
    this.#route = route;
    this.#connections = [first];
  }

  static async connect(route: Route): Promise<SshTransport> {
    return new SshTransport(route, await route.connect());
  }

  async open(): Promise<Channel> {
    for (let next = 0; ; next++) {
      const connection = this.#connections[next]?.at(-1) ?? (await this.#widen(next));
      try {
        return await executeSurely(this.name, connection);
      } catch (error) {
        if (connection.lost.aborted && next === 0) throw connection.lost.reason;
        if (!isFull(error) || next + 1 >= MAX_CONNECTIONS) throw this.#refused(error);
      }
    }
  }

  async connectTo(to: Destination): Promise<FarEnd> {
    const connection = this.#connections[0]?.at(-1) as SshConnection; // the first is always there
    return { stream: await forwardOut(this.name, connection, to, this.#route.connectTimeoutMs) };
  }

  async close(): Promise<void> {
    for (const connections of this.#connections) {
      for (const connection of connections.reverse()) connection.close();
    }
  }

  /** The connection at place `index`, made if it isn't there yet; commands that start together share it. */
  async #widen(index: number): Promise<SshConnection> {
    this.#widening = this.#widening
      .catch(() => undefined)
      .then(async () => {
        if (this.#connections[index] === undefined) this.#connections.push(await this.#route.connect());
      });
    await this.#widening;
    return this.#connections[index]?.at(-1) as SshConnection; // made above
  }

  #refused(error: unknown): HoldfastError {
    const known = asHoldfastError(error);
    if (known !== null) return known;
    return new HoldfastError(
      'host-unsupported',
      `Cannot start a command on "${this.name}": the SSH server says "${displayText((error as Error).message)}", ` +
        'expected it to run commands. Allow sessions for this user and key.',
      { cause: error },
    );
  }
}

/**
 * dropbear (2022.83) may take the end of one command for that of another that starts in the same moment: it closes the
 * new channel before it has said whether the command runs. A server that takes no commands is asked so often, too.
 */
const EXECUTE_DELAYS_MS = [100, 300];

async function executeSurely(name: string, connection: SshConnection): Promise<Channel> {
  for (const delayMs of EXECUTE_DELAYS_MS) {
    try {
      return await execute(name, connection);
    } catch (error) {
      if (isFull(error) || connection.lost.aborted) throw error;
      await sleep(delayMs);
    }
  }
  return execute(name, connection);
}

/** Listened to at once: how a login ends that doesn't wait for us may come with the very packet that says that it began. */
function execute(name: string, { client, lost }: SshConnection): Promise<Channel> {
  return new Promise((resolve, reject) => {
    client.exec(SHELL_COMMAND, (error, channel) =>
      error === undefined ? resolve(sshChannel(name, channel, lost)) : reject(error),
    );
  });
}

/** ssh2 gives the reason when the server refuses to open one more channel (RFC 4254, 5.1). */
function isFull(error: unknown): boolean {
  return error instanceof Error && 'reason' in error;
}
