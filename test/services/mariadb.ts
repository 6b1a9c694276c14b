import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Nothing of a test's server must outlive a power failure. */
const FAST = ['--innodb-flush-method=nosync', '--innodb-log-file-size=4M', '--sync-frm=0'];

/** Below a hook's own limit, so that it is the server's log that is told. */
const START_LIMIT_MS = 60_000;

/** The end of this script's stdin ends the server, also where the tests were killed. */
const SERVE = '"$@" & pid=$!; cat >/dev/null; kill -KILL $pid; wait $pid';

/** A MariaDB server of the test's own, on a socket in its own folder. */
export class MariadbServer {
  readonly folder: string;
  readonly #options: readonly string[];
  #guard: ChildProcess | null = null;

  private constructor(folder: string, options: readonly string[]) {
    this.folder = folder;
    this.#options = options;
  }

  /** @param options Of the server. */
  static async start(...options: readonly string[]): Promise<MariadbServer> {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-mariadb-'));
    await chmod(folder, 0o755);
    // Of its own: a server that starts removes other servers' temporary tables.
    await mkdir(join(folder, 'tmp'));
    await run('chown', ['mysql:', folder, join(folder, 'tmp')]);
    const server = new MariadbServer(folder, options);
    const first = ['--innodb-data-file-path=ibdata1:5M:autoextend', '--innodb-undo-tablespaces=0'];
    const accounts = ['--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'];
    await run('mariadb-install-db', [
      ...['--no-defaults', '--user=mysql', `--datadir=${server.#data}`, `--tmpdir=${folder}/tmp`],
      ...[...FAST, ...first, ...accounts],
    ]);
    await server.startAgain();
    return server;
  }

  async startAgain(): Promise<void> {
    const command = [
      ...['mariadbd', '--no-defaults', '--user=mysql', `--datadir=${this.#data}`, `--socket=${this.socket}`],
      ...[
        '--skip-networking',
        `--tmpdir=${this.folder}/tmp`,
        `--pid-file=${this.folder}/pid`,
        `--log-error=${this.folder}/log`,
      ],
      ...[...FAST, '--innodb-data-file-path=ibdata1:5M:autoextend', '--max-connections=50', ...this.#options],
    ];
    // A session of its own: what ends the tests must not end it before the server.
    const guard = spawn('sh', ['-c', SERVE, 'sh', ...command], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    });
    this.#guard = guard;
    guard.unref();
    if (guard.stdin instanceof Socket) guard.stdin.unref();
    const lastMs = performance.now() + START_LIMIT_MS;
    for (;;) {
      const answer = await this.sql('', 'SELECT 1').catch((error: unknown) => error);
      if (answer === '1') return;
      if (performance.now() > lastMs)
        throw new Error(`${answer}: ${await readFile(`${this.folder}/log`, 'utf8')}`);
      await sleep(50);
    }
  }

  get socket(): string {
    return join(this.folder, 's');
  }

  /** As a server that dies: nothing is said to clients in peace. */
  async stopAtOnce(): Promise<void> {
    const guard = this.#guard;
    this.#guard = null;
    if (guard === null) return;
    guard.ref();
    const ended = once(guard, 'exit');
    guard.stdin?.end();
    await ended;
  }

  async remove(): Promise<void> {
    await this.stopAtOnce();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs SQL as root, and gives what it selects, a line a row. */
  async sql(database: string, sql: string): Promise<string> {
    const args = [
      '--no-defaults',
      `--socket=${this.socket}`,
      '-uroot',
      '--batch',
      '-N',
      '--default-character-set=utf8mb4',
    ];
    const child = spawn('mariadb', [...args, `--database=${database}`], { env: { PATH: '/usr/bin:/bin' } });
    child.stdin.on('error', () => {});
    child.stdin.end(sql);
    const [out, error, code] = await Promise.all([
      textOf(child.stdout),
      textOf(child.stderr),
      new Promise((resolve) => child.once('close', resolve)),
    ]);
    if (code !== 0) throw new Error(`mariadb: ${error}`);
    return out.trimEnd();
  }

  /** A session that uses `database`, from when this resolves until it is ended. */
  async sleeper(database: string): Promise<{ end(): Promise<void> }> {
    const ended = this.sql(database, 'SELECT SLEEP(3600)').catch(() => {});
    const find = `SELECT id FROM information_schema.processlist WHERE db = '${database}' AND info LIKE 'SELECT SLEEP%'`;
    let id = '';
    while (id === '') id = await this.sql('', find);
    return {
      end: async () => {
        await this.sql('', `KILL ${id}`);
        await ended;
      },
    };
  }

  /** A `mariadb:` URL of one of its databases. */
  url(database: string, options: Readonly<Record<string, string>> = {}, user = 'root'): string {
    const all = { socket: this.socket, ...options };
    const query = Object.entries(all).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    return `mariadb://${user}@/${encodeURIComponent(database)}?${query.join('&')}`;
  }

  /** A folder of tools in which mariadb-dump is a shell script: `$real` is the tool itself. For the option `bin`. */
  async toolsWith(script: string, version = '"$real" --version'): Promise<string> {
    const bin = await mkdtemp(join(this.folder, 'bin-'));
    await chmod(bin, 0o755);
    const head = '#!/bin/sh\nreal=/usr/bin/mariadb';
    await writeFile(join(bin, 'mariadb'), `${head}\nexec "$real" "$@"\n`, { mode: 0o755 });
    const pass = `[ "$2" = --version ] && { ${version}; exit; }`;
    await writeFile(join(bin, 'mariadb-dump'), `${head}-dump\n${pass}\n${script}\n`, { mode: 0o755 });
    return bin;
  }

  get #data(): string {
    return join(this.folder, 'data');
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}
