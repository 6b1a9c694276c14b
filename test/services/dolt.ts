import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { quickFolder } from '../memory-disk.ts';
import { CACHE } from './s3-server.ts';
import { ENDED_WITH_US, freePort } from './sshd.ts';

const run = promisify(execFile);

/** As scripts/setup-test-tools.sh builds it. */
export const DOLT_FOLDER = join(CACHE, 'dolt-2.2.0');
const DOLT = join(DOLT_FOLDER, 'dolt');

/** A Dolt sql-server of the test's own. It sends nothing to anybody. */
export class DoltServer {
  readonly folder: string;
  readonly port: number;
  #process: ChildProcess | null = null;
  #ended: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
  }

  static async start(): Promise<DoltServer> {
    const folder = await mkdtemp(join(quickFolder(), 'holdfast-dolt-server-'));
    const server = new DoltServer(folder, await freePort());
    for (const name of ['data', 'home/.dolt', 'staging', 'work'])
      await mkdir(join(folder, name), { recursive: true });
    const home = {
      'user.name': 't',
      'user.email': 't@example.com',
      'metrics.disabled': 'true',
      'versioncheck.disabled': 'true',
    };
    await writeFile(join(folder, 'home/.dolt/config_global.json'), JSON.stringify(home));
    const settings = [
      'log_level: warning',
      `data_dir: ${server.dataFolder}`,
      `cfg_dir: ${server.dataFolder}/.doltcfg`,
      'listener:',
      '  host: 127.0.0.1',
      `  port: ${server.port}`,
      `  socket: ${folder}/socket`,
      '',
    ];
    await writeFile(server.configFile, settings.join('\n'));
    await server.startAgain();
    return server;
  }

  get dataFolder(): string {
    return join(this.folder, 'data');
  }

  get staging(): string {
    return join(this.folder, 'staging');
  }

  get configFile(): string {
    return join(this.folder, 'config.yaml');
  }

  async startAgain(): Promise<void> {
    const log = join(this.folder, 'log');
    const command = `exec >>${log} 2>&1\n${ENDED_WITH_US}`;
    const child = spawn('sh', ['-c', command, 'sh', DOLT, 'sql-server', '--config', this.configFile], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: this.#environment,
      cwd: this.folder,
    });
    this.#process = child;
    this.#ended = new Promise((resolve) => child.once('exit', resolve));
    while (!existsSync(join(this.folder, 'socket'))) {
      if (child.exitCode !== null) throw new Error(`dolt does not start: ${await readFile(log, 'utf8')}`);
      await sleep(30);
    }
  }

  async stop(): Promise<void> {
    this.#process?.stdin?.end();
    await this.#ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs SQL as root, and gives what it selects as CSV without the names of columns. */
  async sql(statements: string, port = this.port): Promise<string> {
    const where = ['--host', '127.0.0.1', '--port', String(port), '--user', 'root', '--no-tls'];
    const running = run(DOLT, [...where, 'sql', '-r', 'csv'], {
      env: { ...this.#environment, DOLT_CLI_PASSWORD: '' },
      cwd: this.folder,
    });
    running.child.stdin?.end(statements);
    const { stdout } = await running;
    return stdout.trimEnd();
  }

  /** A `dolt:` URL of one of its databases; without a user it must name the folder. */
  url(
    database: string,
    options: Readonly<Record<string, string>> = {},
    user: string | null = 'root',
  ): string {
    const all = {
      bin: DOLT_FOLDER,
      staging: this.staging,
      'work-folder': join(this.folder, 'work'),
      ...options,
    };
    const query = Object.entries(all).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    const where = user === null ? '' : `${user}@127.0.0.1:${this.port}`;
    return `dolt://${where}/${encodeURIComponent(database)}?${query.join('&')}`;
  }

  get #environment(): NodeJS.ProcessEnv {
    return { PATH: '/usr/bin:/bin', HOME: join(this.folder, 'home'), DOLT_DISABLE_EVENT_FLUSH: '1' };
  }
}
