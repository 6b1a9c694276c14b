import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer, type ListenOptions, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import { checkDestination, type Destination, formatDestination } from './destination.ts';
import { ownerOfPeer } from './peer-owner.ts';
import { parentForSocket, SecretFolder } from './secret-folder.ts';

/**
 * A way from this machine to a server that only a host can reach: whoever connects to this end is connected to it, each by
 * a connection of its own, with back-pressure and half-closed ends both ways. Our own user (and root) alone can.
 */
interface Way {
  /**
   * Why the last connection that failed did: refused, unreachable, forbidden, the host's connection lost. A client can
   * only see that it is closed. Null: none has failed.
   */
  readonly failure: HoldfastError | null;
  /** Ends every connection through it, and removes this end. Idempotent; the host's `close` does it, too. */
  close(): Promise<void>;
}

export interface Tunnel extends Way {
  /** A Unix socket in a folder that only our own user (and root) can enter. */
  readonly socketPath: string;
}

/** For clients that hold no TLS on a Unix socket. */
export interface PortTunnel extends Way {
  /** Of 127.0.0.1. Who isn't our own user, or root, is closed at once, by what Linux says of a connection's other end. */
  readonly port: number;
}

export interface TunnelOptions {
  /** The socket's name, where a client insists on one (`.s.PGSQL.5432`). Default `socket`. */
  readonly socketName?: string | undefined;
  /** Where its folder is made. Default: the system's temporary folder. */
  readonly temporaryFolder?: string | undefined;
}

/** What can reach a destination. */
interface Reaching {
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
export async function openTunnel(
  way: Reaching,
  to: Destination,
  options: TunnelOptions = {},
): Promise<Tunnel> {
  const name = options.socketName ?? 'socket';
  if (!/^[A-Za-z0-9._-]{1,30}$/.test(name) || /^\.+$/.test(name)) {
    throw new HoldfastError(
      'bad-input',
      'Cannot make a tunnel: the name of its socket has another form, expected up to 30 letters, digits, "." and "-".',
    );
  }
  const connect = connectorOf(way, to);
  const parent = parentForSocket(options.temporaryFolder ?? tmpdir());
  const folder = await SecretFolder.make(parent, 'holdfast-tunnel-');
  const socketPath = join(folder.path, name);
  try {
    const passage = await Passage.listen({ path: socketPath }, { connect, closed: () => folder.remove() });
    return Object.assign(passage, { socketPath });
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

/** As `openTunnel`. @throws HoldfastError also host-unsupported where this machine doesn't tell whose a connection is. */
export async function openPortTunnel(way: Reaching, to: Destination): Promise<PortTunnel> {
  const connect = connectorOf(way, to);
  const own = process.getuid?.();
  if (own === undefined || !existsSync('/proc/net/tcp')) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot make a tunnel to "${formatDestination(to)}" with a port: this machine doesn't say whose a connection is, expected ` +
        'Linux with /proc. Run the tools on the host.',
    );
  }
  const admits = async (near: Socket) => [own, 0].includes((await ownerOfPeer(near)) ?? -1);
  const passage = await Passage.listen({ host: '127.0.0.1', port: 0 }, { connect, admits });
  return Object.assign(passage, { port: passage.listeningPort() });
}

function connectorOf(way: Reaching, to: Destination): () => Promise<FarEnd> {
  checkDestination(to);
  const connect = way.connectTo?.bind(way);
  if (connect === undefined) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot make a tunnel to "${formatDestination(to)}" from "${way.name}": a container gives no way to its ` +
        "network, expected this machine or a host over SSH. Make it from the container's host.",
    );
  }
  return () => connect(to);
}

interface PassageOptions {
  readonly connect: () => Promise<FarEnd>;
  /** Whether a client may come in. Default: everybody who got here. */
  readonly admits?: (near: Socket) => Promise<boolean>;
  /** After its end. */
  readonly closed?: () => Promise<void>;
}

class Passage implements Way {
  failure: HoldfastError | null = null;
  readonly #options: PassageOptions;
  readonly #server: Server;
  readonly #streams = new Set<Duplex>();
  #closing: Promise<void> | undefined;

  private constructor(options: PassageOptions) {
    this.#options = options;
    this.#server = createServer(
      { allowHalfOpen: true, pauseOnConnect: true },
      (near) => void this.#serve(near),
    );
  }

  static async listen(at: ListenOptions, options: PassageOptions): Promise<Passage> {
    const passage = new Passage(options);
    passage.#server.listen(at);
    await once(passage.#server, 'listening');
    passage.#server.on('error', () => undefined); // one connection less
    passage.#server.unref();
    return passage;
  }

  /** Where it listens at one. */
  listeningPort(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const stream of this.#streams) stream.destroy();
    await this.#options.closed?.();
    await closed;
  }

  async #serve(near: Socket): Promise<void> {
    this.#keep(near);
    try {
      if ((await this.#options.admits?.(near)) === false) {
        near.destroy();
        return;
      }
      const far = await this.#options.connect();
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
