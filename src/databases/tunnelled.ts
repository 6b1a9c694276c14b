import { dirname } from 'node:path';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import { localHost } from '../hosts/local.ts';
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
interface Engine {
  readonly port: number;
  readonly socketName?: string;
  readonly option: (socket: string) => string;
}

const ENGINES: Readonly<Record<string, Engine>> = {
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
  const said = new URLSearchParams(query ?? '');
  refuseLostName(said, direct.shown);
  const to = {
    host: said.get('hostaddr') ?? decodeURIComponent(host.replace(/^\[(.*)\]$/, '$1')),
    port: Number(port ?? engine.port),
  };
  // At the end here it would lead past the tunnel.
  const options = (query ?? '')
    .split('&')
    .filter((option) => option !== '' && !option.startsWith('hostaddr='));
  const login = user === undefined ? '' : `${user}@`;
  const parsed = (authority: string, option: string) =>
    parseDatabase(`${scheme}://${login}${authority}${path}?${[...options, option].join('&')}`, name, env);
  // The name stays, for the certificate; where it is, is this machine's end.
  const atPort = (number: number) => parsed(`${host}:${number}`, 'hostaddr=127.0.0.1');
  const atSocket = (socket: string) => parsed('', engine.option(encodeURI(socket)));
  const open = async (login: Host): Promise<Opened | undefined> => {
    if (demandsTls(said)) {
      const tunnel = await login.forwardPort?.(to);
      return tunnel && { tunnel, database: atPort(tunnel.port) };
    }
    const tunnel = await login.forward?.(to, { socketName: engine.socketName });
    return tunnel && { tunnel, database: atSocket(tunnel.socketPath) };
  };
  return new TunnelledDatabase(direct.shown, open);
}

/** libpq holds it on its way to a port, and not on a Unix socket: there it says nothing, and speaks in plain. */
function demandsTls(said: URLSearchParams): boolean {
  return !['disable', 'allow', 'prefer'].includes(said.get('sslmode') ?? 'prefer');
}

/** What the client of MySQL compares with the name that it connects to, which is ours. @throws HoldfastError bad-input. */
function refuseLostName(said: URLSearchParams, shown: string): void {
  const kept = ['preferred', 'off', 'required', 'true', 'false'];
  const lost = said.getAll('tls').find((word) => !kept.includes(word));
  if (lost === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot reach ${JSON.stringify(shown)} through a tunnel with tls=${displayText(lost)}: its client sees a Unix socket, and no name that the ` +
      'certificate could say. Run the tools on that host (host), or say tls=required if the way from the host to the server is safe.',
  );
}

/** A tunnel, and the database at its end here. */
interface Opened {
  readonly tunnel: { readonly failure: HoldfastError | null; close(): Promise<void> };
  readonly database: Database;
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
  readonly #openTunnel: (login: Host) => Promise<Opened | undefined>;

  constructor(shown: string, openTunnel: (login: Host) => Promise<Opened | undefined>) {
    this.shown = shown;
    this.#openTunnel = openTunnel;
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

  /** @throws HoldfastError host-unsupported, and as openTunnel. */
  async #open(login: Host): Promise<Opened & { host: Host; close: () => Promise<void> }> {
    const opened = await this.#openTunnel(login);
    if (opened === undefined) {
      throw new HoldfastError(
        'host-unsupported',
        `Cannot reach ${JSON.stringify(this.shown)} through "${login.name}": it gives no way to its network, expected a host over SSH. ` +
          'Run the tools there (host), or in a container of it.',
      );
    }
    const host = localHost();
    const close = async () => {
      await host.close();
      await opened.tunnel.close();
    };
    return { ...opened, host, close };
  }
}

/** A client only sees that it is closed. */
function explained(error: unknown, { failure }: Opened['tunnel']): unknown {
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
