import { dirname } from 'node:path';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Destination } from '../hosts/destination.ts';
import type { Host } from '../hosts/host.ts';
import { localHost } from '../hosts/local.ts';
import type { Tunnel } from '../hosts/tunnel.ts';
import type {
  Database,
  DatabaseContext,
  PreparedDump,
  RestoredDatabase,
  RestoreTerms,
  StoredDump,
} from './database.ts';
import { parseDatabase } from './databases.ts';

/** Engines whose clients take a Unix socket: which port a server has by default, what the socket must be called, the option that says it. */
const ENGINES: Readonly<
  Record<string, { port: number; socketName?: string; option: (socket: string) => string }>
> = {
  postgresql: { port: 5432, socketName: '.s.PGSQL.5432', option: (socket) => `host=${dirname(socket)}` },
  mysql: { port: 3306, option: (socket) => `socket=${socket}` },
  redis: { port: 6379, option: (socket) => `socket=${socket}` },
};
const ALIASES: Readonly<Record<string, string>> = {
  postgres: 'postgresql',
  mariadb: 'mysql',
  valkey: 'redis',
};

const PARTS =
  /^([a-z]+):\/\/(?:([^@/?#]*)@)?(\[[^\]/]*\]|[^:/?#@]+)(?::([0-9]{1,5}))?(\/[^?#]*)?(?:\?([^#]*))?$/;

/**
 * A database whose tools run on this machine, and reach the server through the connection to a host: at the address of the URL, as
 * that host sees it.
 * @throws HoldfastError bad-input, also for an engine whose client takes no socket, and for a URL without a host.
 */
export function tunnelledDatabase(text: string, name: string, env: NodeJS.ProcessEnv): Database {
  const direct = parseDatabase(text, name, env); // says what else is wrong
  const [, scheme = '', user, host = '', port, path = '', query] = PARTS.exec(text) ?? [];
  const engine = ENGINES[ALIASES[scheme] ?? scheme];
  if (engine === undefined || host === '') {
    throw new HoldfastError(
      'bad-input',
      `Cannot reach ${JSON.stringify(direct.shown)} through a tunnel: expected a URL of PostgreSQL, MySQL or Redis with the server’s host, as ` +
        'the host of the files sees it: postgresql://user@127.0.0.1/name. Or run the tools on that host (host).',
    );
  }
  const to = {
    host: decodeURIComponent(host.replace(/^\[(.*)\]$/, '$1')),
    port: Number(port ?? engine.port),
  };
  refuseLostTls(query ?? '', direct.shown);
  const options = query === undefined || query === '' ? '' : `${query}&`;
  const at = (socket: string) =>
    parseDatabase(
      `${scheme}://${user === undefined ? '' : `${user}@`}${path}?${options}${engine.option(encodeURI(socket))}`,
      name,
      env,
    );
  return new TunnelledDatabase(direct.shown, to, engine.socketName, at);
}

/** What a client holds on its way to a server, and not on a Unix socket: libpq says nothing, and speaks in plain. */
const LOST: readonly { option: string; kept: readonly string[] }[] = [
  { option: 'sslmode', kept: ['disable', 'allow', 'prefer'] },
  { option: 'tls', kept: ['preferred', 'off', 'required', 'true', 'false'] },
];

/** The way from the host to the server would be in plain though the URL demands otherwise. @throws HoldfastError bad-input. */
function refuseLostTls(query: string, shown: string): void {
  const said = new URLSearchParams(query);
  for (const { option, kept } of LOST) {
    const lost = said.getAll(option).find((word) => !kept.includes(word));
    if (lost === undefined) continue;
    throw new HoldfastError(
      'bad-input',
      `Cannot reach ${JSON.stringify(shown)} through a tunnel with ${option}=${displayText(lost)}: its client sees a Unix socket, on which ` +
        `that isn’t held, and the way from the host to the server could be in plain. Run the tools on that host (host), or leave ${option} out if that way is safe.`,
    );
  }
}

/** As `parseDatabase`, for tools that run at `place`: `tunnel`, or any other. @throws HoldfastError as both. */
export function parseDatabaseAt(place: string, text: string, name: string, env: NodeJS.ProcessEnv): Database {
  return place === 'tunnel' ? tunnelledDatabase(text, name, env) : parseDatabase(text, name, env);
}

/** Where databases' tools may run beside a container: on the host, here, or here through a tunnel. */
export function isPlaceOfOurs(place: string): boolean {
  return place === 'host' || place === 'here' || place === 'tunnel';
}

class TunnelledDatabase implements Database {
  readonly shown: string;
  readonly #to: Destination;
  readonly #socketName: string | undefined;
  readonly #at: (socket: string) => Database;

  constructor(
    shown: string,
    to: Destination,
    socketName: string | undefined,
    at: (socket: string) => Database,
  ) {
    this.shown = shown;
    this.#to = to;
    this.#socketName = socketName;
    this.#at = at;
  }

  async prepareDumps(login: Host, context: DatabaseContext): Promise<PreparedDump[]> {
    const { database, host, tunnel, close } = await this.#open(login);
    try {
      const dumps = await database.prepareDumps(host, context);
      if (dumps.length === 0) await close();
      // The last one that is closed takes the tunnel with it.
      const open = new Set(dumps);
      return dumps.map((dump) =>
        closingAfter(dump, async () => {
          open.delete(dump);
          if (open.size === 0) await close();
        }),
      );
    } catch (error) {
      await close();
      throw explained(error, tunnel);
    }
  }

  async restore(
    login: Host,
    dump: StoredDump,
    terms: RestoreTerms,
    context: DatabaseContext,
  ): Promise<RestoredDatabase> {
    const { database, host, tunnel, close } = await this.#open(login);
    try {
      return await database.restore(host, dump, terms, context);
    } catch (error) {
      throw explained(error, tunnel);
    } finally {
      await close();
    }
  }

  async #open(
    login: Host,
  ): Promise<{ database: Database; host: Host; tunnel: Tunnel; close: () => Promise<void> }> {
    if (login.forward === undefined) {
      throw new HoldfastError(
        'host-unsupported',
        `Cannot reach ${JSON.stringify(this.shown)} through "${login.name}": it gives no way to its network, expected a host over SSH. ` +
          'Run the tools there (host), or in a container of it.',
      );
    }
    const tunnel = await login.forward(this.#to, { socketName: this.#socketName });
    const host = localHost();
    const close = async () => {
      await host.close();
      await tunnel.close();
    };
    return { database: this.#at(tunnel.socketPath), host, tunnel, close };
  }
}

/** A client of the socket only sees that it is closed. */
function explained(error: unknown, { failure }: Tunnel): unknown {
  return failure ?? error;
}

function closingAfter(dump: PreparedDump, closed: () => Promise<void>): PreparedDump {
  return {
    name: dump.name,
    isPinned: dump.isPinned,
    stream: () => dump.stream(),
    record: () => dump.record(),
    close: async () => {
      try {
        await dump.close();
      } finally {
        await closed();
      }
    },
  };
}
