import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');

/** The restic builds that judge us: scripts/setup-test-tools.sh installs them. */
export const RESTIC_0_19 = join(cache, 'holdfast/restic-0.19.1/restic');
export const RESTIC_0_14 = '/usr/bin/restic';

/** One repository as one build of restic sees it. */
export class StockRestic {
  readonly password = 'a password';
  readonly #program: string;
  readonly #environment: Record<string, string>;

  constructor(program: string, repository: string, timeZone = 'UTC') {
    this.#program = program;
    this.#environment = {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      RESTIC_REPOSITORY: repository,
      RESTIC_PASSWORD: this.password,
      RESTIC_CACHE_DIR: join(repository, 'cache-of-the-test'),
      TZ: timeZone,
    };
  }

  /** The key to try first: an ID, or its beginning. */
  set keyHint(id: string) {
    this.#environment['RESTIC_KEY_HINT'] = id;
  }

  start(args: readonly string[], folder = '/') {
    return spawn(this.#program, ['--no-cache', ...args], { cwd: folder, env: this.#environment });
  }

  /** Its standard output; rejects unless it ends with status 0. */
  async run(args: readonly string[], folder?: string): Promise<Buffer> {
    const child = this.start(args, folder);
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    child.stdin.end();
    const [stdout, stderr, status] = await Promise.all([buffer(child.stdout), buffer(child.stderr), ended]);
    if (status !== 0) throw new Error(`restic ${args.join(' ')} ended with ${status}: ${stderr.toString()}`);
    return stdout;
  }

  async lines(args: readonly string[]): Promise<string[]> {
    return (await this.run(args)).toString().trim().split('\n');
  }

  /** What `restic cat` indents for a person, as it is stored: without white space between the tokens. */
  async catCompact(args: readonly string[]): Promise<string> {
    const indented = (await this.run(['cat', ...args])).toString();
    return indented.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
  }
}
