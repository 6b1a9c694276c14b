import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The end of this script's stdin ends the server, also where the tests were killed. */
const SERVE = '"$@" & pid=$!; cat >/dev/null; kill -KILL $pid; wait $pid';

/** Below a hook's own limit: then it is told what doesn't answer. */
const START_LIMIT_MS = 60_000;

/** A Redis server of the test's own, on a socket in its own folder, where its `dump.rdb` is, too. */
export class RedisServer {
  readonly folder: string;
  #guard: ChildProcess | null = null;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** @param rdb What it loads. */
  static async start({
    rdb,
    options = [],
  }: {
    rdb?: Uint8Array;
    options?: readonly string[];
  } = {}): Promise<RedisServer> {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-redis-'));
    const server = new RedisServer(folder);
    if (rdb !== undefined) await writeFile(join(folder, 'dump.rdb'), rdb);
    await server.#start(options);
    return server;
  }

  async #start(options: readonly string[]): Promise<void> {
    const own = [
      '--port',
      '0',
      '--unixsocket',
      this.socket,
      '--dir',
      this.folder,
      '--save',
      '',
      '--enable-debug-command',
      'local',
    ];
    const guard = spawn(
      'sh',
      ['-c', SERVE, 'sh', 'redis-server', ...own, '--repl-diskless-sync-delay', '0', ...options],
      {
        stdio: ['pipe', 'ignore', 'ignore'],
        detached: true,
        env: { PATH: '/usr/bin:/bin' },
      },
    );
    this.#guard = guard;
    guard.unref();
    if (guard.stdin instanceof Socket) guard.stdin.unref();
    const lastMs = performance.now() + START_LIMIT_MS;
    while (performance.now() < lastMs) {
      if ((await this.ask('PING').catch(() => '')) === 'PONG') return;
      await sleep(25);
    }
    throw new Error('redis-server does not answer');
  }

  get socket(): string {
    return join(this.folder, 's');
  }

  async ask(...command: readonly string[]): Promise<string> {
    const { stdout } = await run('redis-cli', ['-s', this.socket, ...command]);
    return stdout.trimEnd();
  }

  url(options: Readonly<Record<string, string>> = {}, user = ''): string {
    const query = Object.entries({ socket: this.socket, ...options }).map(
      ([key, value]) => `${key}=${value}`,
    );
    return `redis://${user === '' ? '' : `${user}@`}?${query.join('&')}`;
  }

  /** A folder of tools in which redis-cli is a shell script: `$real` is the tool itself. For the option `bin`. */
  async toolsWith(script: string): Promise<string> {
    const bin = await mkdtemp(join(this.folder, 'bin-'));
    await chmod(bin, 0o755);
    const pass = 'case " $* " in *" --rdb "*) ;; *) exec "$real" "$@";; esac';
    await writeFile(join(bin, 'redis-cli'), `#!/bin/sh\nreal=/usr/bin/redis-cli\n${pass}\n${script}\n`, {
      mode: 0o755,
    });
    return bin;
  }

  async remove(): Promise<void> {
    const guard = this.#guard;
    this.#guard = null;
    if (guard !== null) {
      guard.ref();
      const ended = once(guard, 'exit');
      guard.stdin?.end();
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}
