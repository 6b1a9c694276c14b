import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { appendFile, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { quickFolder } from '../memory-disk.ts';
import { freePort } from './sshd.ts';

const run = promisify(execFile);

const VERSIONS = '/usr/lib/postgresql';
const newest = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a))[0] ?? '';
/** The server's and the clients' programs, not Debian's wrappers, which are slow. */
export const POSTGRES_BIN = `${VERSIONS}/${newest}/bin`;

const AS_POSTGRES = ['--reuid', 'postgres', '--regid', 'postgres', '--init-groups'];

/** The server is a daemon: where the tests were killed, the end of this script's stdin ends it. */
const STOP_WHEN_ALONE =
  'cat >/dev/null; kill -QUIT "$(head -n 1 "$0/data/postmaster.pid")"; rm -rf -- "$0"; sleep 0.3; rm -rf -- "$0"';

/** A PostgreSQL server of the test's own, on a socket in its own folder. */
export class PostgresServer {
  /** Of the socket. */
  readonly folder: string;
  /** Of 127.0.0.1, if it was started with TLS; of the socket's name in any case. */
  readonly port: number;
  readonly #guard: ChildProcess;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
    // A session of its own: what ends the tests must not end it before the server.
    this.#guard = spawn('sh', ['-c', STOP_WHEN_ALONE, folder], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    this.#guard.unref();
    if (this.#guard.stdin instanceof Socket) this.#guard.stdin.unref();
  }

  /**
   * @param hba Lines of pg_hba.conf that come before `local all all trust`.
   * @param tlsName It listens on 127.0.0.1, too, with a certificate for this name, `folder/cert.pem`.
   */
  static async start(hba: readonly string[] = [], tlsName?: string): Promise<PostgresServer> {
    const folder = await mkdtemp(join(quickFolder(), 'holdfast-postgres-'));
    await run('chown', ['postgres:', folder]);
    const port = tlsName === undefined ? 5432 : await freePort();
    const server = new PostgresServer(folder, port);
    await server.#asPostgres(
      `${POSTGRES_BIN}/initdb`,
      '-D',
      server.#data,
      '-A',
      'trust',
      '-N',
      '-E',
      'UTF8',
      '--locale=C',
    );
    await writeFile(join(server.#data, 'pg_hba.conf'), [...hba, 'local all all trust', ''].join('\n'));
    const settings = [
      'fsync = off',
      `listen_addresses = '${tlsName === undefined ? '' : '127.0.0.1'}'`,
      `port = ${port}`,
      `unix_socket_directories = '${folder}'`,
      'max_connections = 30',
      ...(tlsName === undefined ? [] : await server.#makeCertificate(tlsName)),
    ];
    await appendFile(join(server.#data, 'postgresql.conf'), `${settings.join('\n')}\n`);
    await server.startAgain();
    return server;
  }

  /** Another server, which replays what this one writes. This one must have been started with `local replication all trust`. */
  async replica(): Promise<PostgresServer> {
    const folder = await mkdtemp(join(quickFolder(), 'holdfast-postgres-'));
    await run('chown', ['postgres:', folder]);
    const replica = new PostgresServer(folder, this.port);
    const from = ['-h', this.folder, '-p', String(this.port)];
    await replica.#asPostgres(
      `${POSTGRES_BIN}/pg_basebackup`,
      ...from,
      '-D',
      replica.#data,
      '-R',
      '-c',
      'fast',
    );
    await appendFile(join(replica.#data, 'postgresql.conf'), `unix_socket_directories = '${folder}'\n`);
    await replica.startAgain();
    return replica;
  }

  /** @returns The settings that use it. */
  async #makeCertificate(name: string): Promise<string[]> {
    const [key, certificate] = [join(this.folder, 'key.pem'), join(this.folder, 'cert.pem')];
    const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
    const names = ['-subj', '/CN=database', '-addext', `subjectAltName=DNS:${name}`];
    await this.#asPostgres('openssl', 'req', ...options, ...names, '-keyout', key, '-out', certificate);
    return ['ssl = on', `ssl_key_file = '${key}'`, `ssl_cert_file = '${certificate}'`];
  }

  async startAgain(): Promise<void> {
    await this.#asPostgres(
      `${POSTGRES_BIN}/pg_ctl`,
      '-D',
      this.#data,
      '-w',
      '-l',
      `${this.folder}/log`,
      'start',
    );
  }

  /** As a server that dies: nothing is said to clients in peace. */
  async stopAtOnce(): Promise<void> {
    await this.#asPostgres(`${POSTGRES_BIN}/pg_ctl`, '-D', this.#data, '-w', '-m', 'immediate', 'stop');
  }

  async remove(): Promise<void> {
    await this.stopAtOnce().catch(() => {}); // it may be stopped
    this.#guard.ref();
    const ended = once(this.#guard, 'exit');
    this.#guard.stdin?.end();
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs SQL, and gives what it selects, a line a row. */
  async sql(database: string, sql: string): Promise<string> {
    const psql = [`${POSTGRES_BIN}/psql`, '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-f', '-'];
    const child = spawn('setpriv', [...AS_POSTGRES, ...psql], {
      cwd: '/',
      env: {
        PATH: '/usr/bin:/bin',
        PGHOST: this.folder,
        PGPORT: String(this.port),
        PGUSER: 'postgres',
        PGDATABASE: database,
        PGCLIENTENCODING: 'UTF8',
      },
    });
    child.stdin.on('error', () => {});
    child.stdin.end(sql);
    const [out, error, code] = await Promise.all([
      textOf(child.stdout),
      textOf(child.stderr),
      new Promise((resolve) => child.once('close', resolve)),
    ]);
    if (code !== 0) throw new Error(`psql: ${error}`);
    return out.trimEnd();
  }

  /** A `postgresql:` URL of one of its databases. */
  url(database: string, options: Readonly<Record<string, string>> = {}, user = 'postgres'): string {
    const all = { host: this.folder, bin: POSTGRES_BIN, ...options };
    const query = Object.entries(all).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    return `postgresql://${user}@/${encodeURIComponent(database)}?${query.join('&')}`;
  }

  /** A folder of tools in which `name` is a shell script: `$real` is the tool itself. For the option `bin`. */
  async toolsWith(name: string, script: string): Promise<string> {
    const bin = await mkdtemp(join(this.folder, 'bin-'));
    await chmod(bin, 0o755);
    await mkdir(bin, { recursive: true });
    for (const tool of ['psql', 'pg_dump', 'pg_dumpall', 'pg_restore']) {
      const real = `${POSTGRES_BIN}/${tool}`;
      const pass = `[ "$1" = --version ] && exec "$real" --version\n`;
      const body = tool === name ? pass + script : 'exec "$real" "$@"';
      await writeFile(join(bin, tool), `#!/bin/sh\nreal=${real}\n${body}\n`, { mode: 0o755 });
    }
    return bin;
  }

  get #data(): string {
    return join(this.folder, 'data');
  }

  async #asPostgres(...command: string[]): Promise<void> {
    await run('setpriv', [...AS_POSTGRES, ...command], {
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    });
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}
