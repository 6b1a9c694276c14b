import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import { checkDestination, type Destination, formatDestination } from './destination.ts';
import { parentForSocket, SecretFolder } from './secret-folder.ts';

/**
 * A way from this machine to a server that only a host can reach: whoever connects to `socketPath` is connected to it,
 * each by a connection of its own, with back-pressure and half-closed ends both ways.
 */
export interface Tunnel {
  /** A Unix socket in a folder that only our own user (and root) can enter. */
  readonly socketPath: string;
  /**
   * Why the last connection that failed did: refused, unreachable, forbidden, the host's connection lost. A client of
   * the socket can only see that it is closed. Null: none has failed.
   */
  readonly failure: HoldfastError | null;
  /** Ends every connection through it, and removes the socket. Idempotent; the host's `close` does it, too. */
  close(): Promise<void>;
}

export interface TunnelOptions {
  /** The socket's name, where a client insists on one (`.s.PGSQL.5432`). Default `socket`. */
  readonly socketName?: string | undefined;
  /** Where its folder is made. Default: the system's temporary folder. */
  readonly temporaryFolder?: string | undefined;
}

/** What can reach a destination. */
interface Way {
  /** For messages. */
  readonly name: string;
  /** See Transport. */
  connectTo?(to: Destination): Promise<FarEnd>;
}

/** A stream to a destination. */
export interface FarEnd {
  readonly stream: Duplex;
  /** Asked where it ended without a byte: whether it had come about at all. For what can't tell otherwise. */
  whyEmpty?(): Promise<HoldfastError | null>;
}

/**
 * Nothing is sent to `to`, and nobody asks whether it is there, before somebody connects.
 * @throws HoldfastError bad-input, host-unsupported where `way` is none, no-permission, no-space.
 */
export async function openTunnel(way: Way, to: Destination, options: TunnelOptions = {}): Promise<Tunnel> {
  checkDestination(to);
  const name = options.socketName ?? 'socket';
  if (!/^[A-Za-z0-9._-]{1,30}$/.test(name) || /^\.+$/.test(name)) {
    throw new HoldfastError(
      'bad-input',
      'Cannot make a tunnel: the name of its socket has another form, expected up to 30 letters, digits, "." and "-".',
    );
  }
  const connect = way.connectTo?.bind(way);
  if (connect === undefined) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot make a tunnel to "${formatDestination(to)}" from "${way.name}": a container gives no way to its ` +
        "network, expected this machine or a host over SSH. Make it from the container's host.",
    );
  }
  const parent = parentForSocket(options.temporaryFolder ?? tmpdir());
  const folder = await SecretFolder.make(parent, 'holdfast-tunnel-');
  try {
    return await SocketTunnel.listen(folder, name, () => connect(to));
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

class SocketTunnel implements Tunnel {
  readonly socketPath: string;
  failure: HoldfastError | null = null;
  readonly #folder: SecretFolder;
  readonly #server: Server;
  readonly #connect: () => Promise<FarEnd>;
  readonly #streams = new Set<Duplex>();
  #closing: Promise<void> | undefined;

  private constructor(folder: SecretFolder, name: string, connect: () => Promise<FarEnd>) {
    this.socketPath = join(folder.path, name);
    this.#folder = folder;
    this.#connect = connect;
    this.#server = createServer(
      { allowHalfOpen: true, pauseOnConnect: true },
      (near) => void this.#serve(near),
    );
  }

  static async listen(folder: SecretFolder, name: string, connect: () => Promise<FarEnd>): Promise<Tunnel> {
    const tunnel = new SocketTunnel(folder, name, connect);
    tunnel.#server.listen(tunnel.socketPath);
    await once(tunnel.#server, 'listening');
    tunnel.#server.on('error', () => undefined); // one connection less
    tunnel.#server.unref();
    return tunnel;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const stream of this.#streams) stream.destroy();
    await this.#folder.remove();
    await closed;
  }

  async #serve(near: Socket): Promise<void> {
    this.#keep(near);
    try {
      const far = await this.#connect();
      this.#keep(far.stream);
      if (near.destroyed || this.#closing !== undefined) far.stream.destroy();
      else this.#join(near, far);
    } catch (error) {
      this.#fail(error);
      near.destroy();
    }
  }

  #join(near: Socket, { stream: far, whyEmpty }: FarEnd): void {
    let isEmpty = true;
    far.once('data', () => {
      isEmpty = false;
    });
    far.on('end', async () => {
      if (isEmpty && whyEmpty !== undefined) this.#fail(await whyEmpty().catch(() => null));
      near.end();
    });
    near.on('close', () => {
      if (!near.readableEnded) far.destroy(); // it broke; else what it sent may still be on its way
    });
    far.on('error', (error) => {
      this.#fail(error);
      near.destroy();
    });
    far.on('close', () => {
      if (!far.readableEnded) near.destroy();
    });
    near.pipe(far);
    far.pipe(near, { end: false });
  }

  #keep(stream: Duplex): void {
    this.#streams.add(stream);
    stream.on('close', () => this.#streams.delete(stream));
    stream.on('error', () => undefined); // closed with it
  }

  #fail(error: unknown): void {
    const failure = asHoldfastError(error);
    if (failure !== null) this.failure = failure;
  }
}
