import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fromText } from '../../src/bytestring.ts';
import { quoteAll } from '../../src/hosts/quote.ts';
import { type S3Server, startS3Server } from '../../test/services/s3-server.ts';
import { type Sshd, startSshd } from '../../test/services/sshd.ts';
import { measure, type Timed } from './measure.ts';
import { startThrottle } from './throttle.ts';
import { buildTree, type TreeName } from './trees.ts';

/** A password only matters here in that both programs have one. */
const PASSWORD = randomBytes(12).toString('hex');

/** Who is measured. */
export type Contender = 'holdfast' | 'restic';

/** Folders, programs and servers of one bench run; `close` removes them, the trees in the cache excepted. */
export class Workplace {
  readonly folder: string;
  readonly quick: boolean;
  readonly #cache: string;
  readonly #holdfast: string;
  readonly restic: string;
  #sshd: Sshd | null = null;
  #s3: S3Server | null = null;
  #throttle: Awaited<ReturnType<typeof startThrottle>> | null = null;
  #slowBucket: string | null = null;

  constructor(options: { program: string; restic: string; quick: boolean }) {
    this.#cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'holdfast', 'bench');
    this.folder = join(this.#cache, `work-${process.pid}`);
    mkdirSync(this.folder, { recursive: true });
    this.#holdfast = options.program;
    this.restic = options.restic;
    this.quick = options.quick;
  }

  tree(name: TreeName): string {
    return buildTree(this.#cache, name === 'reference' && this.quick ? 'quick' : name);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  remove(name: string): void {
    rmSync(this.path(name), { recursive: true, force: true });
  }

  /** A command of the contender on its repository `name`. */
  command(who: Contender, repository: string, ...args: readonly string[]): Timed {
    const program = who === 'holdfast' ? [process.execPath, this.#holdfast] : [this.restic];
    const env = { ...this.environment(repository), RESTIC_CACHE_DIR: this.path(cacheOf(who)) };
    return { argv: [...program, ...args], env };
  }

  /** Only restic's password and repository are known by the environment; its cache is ours too. */
  environment(repository: string): NodeJS.ProcessEnv {
    return {
      ...process.env,
      RESTIC_REPOSITORY: this.path(repository),
      RESTIC_PASSWORD: PASSWORD,
      RESTIC_CACHE_DIR: this.path(cacheOf('restic')),
    };
  }

  /** Makes an empty repository, instead of the one that was there. */
  async freshRepository(who: Contender, name: string): Promise<void> {
    this.remove(name);
    this.remove(cacheOf(who));
    await measure(this.command(who, name, 'init', ...(who === 'holdfast' ? ['--no-recovery-key'] : [])));
  }

  /** Makes a repository with one snapshot of `tree`, unless it is there. */
  async filledRepository(who: Contender, name: string, tree: string): Promise<void> {
    if (existsSync(this.path(name))) return;
    await this.freshRepository(who, name);
    await measure(this.command(who, name, 'backup', tree));
  }

  /** The backup of `tree` to an empty repository in a bucket of its own, on a real S3 server of this machine. */
  async backupToS3(who: Contender, tree: string): Promise<Timed> {
    this.#s3 ??= await startS3Server('minio');
    const { port, env: credentials } = this.#s3;
    const location = `s3:http://127.0.0.1:${port}/${await this.#s3.makeBucket()}`;
    this.remove(cacheOf(who));
    const made = this.command(who, '', 'init', ...(who === 'holdfast' ? ['--no-recovery-key'] : []));
    const env = { ...made.env, ...credentials, RESTIC_REPOSITORY: location };
    await measure({ ...made, env });
    return { ...this.command(who, '', 'backup', tree), env };
  }

  /** A backup by Holdfast to a bucket that is the same each time, on a server that takes and gives so many bytes a second. */
  async backupToSlowS3(bytesPerSecond: number, args: readonly string[]): Promise<Timed> {
    this.#s3 ??= await startS3Server('minio');
    this.#throttle ??= await startThrottle(this.#s3.port, bytesPerSecond);
    const isNew = this.#slowBucket === null;
    this.#slowBucket ??= await this.#s3.makeBucket();
    const location = `s3:http://127.0.0.1:${this.#throttle.port}/${this.#slowBucket}`;
    const env = { ...this.environment(''), ...this.#s3.env, RESTIC_REPOSITORY: location };
    if (isNew) await measure({ ...this.command('holdfast', '', 'init', '--no-recovery-key'), env });
    return { ...this.command('holdfast', '', 'backup', ...args), env };
  }

  /** An sshd on a free loopback port, started at the first call. */
  async sshd(): Promise<Sshd> {
    this.#sshd ??= await startSshd();
    writeFileSync(this.path('known_hosts'), `${this.#sshd.hostKeyLine}\n`);
    return this.#sshd;
  }

  /** How other programs reach the sshd: the system's own client. */
  async sshCommand(): Promise<string> {
    const { port, user, identityFile } = await this.sshd();
    const knownHosts = `UserKnownHostsFile=${this.path('known_hosts')}`;
    return quoteAll(
      [
        'ssh',
        '-p',
        `${port}`,
        '-l',
        user,
        '-i',
        identityFile,
        '-o',
        'IdentitiesOnly=yes',
        '-o',
        knownHosts,
      ].map(fromText),
    );
  }

  /** Holdfast's flags for the same. */
  async hostFlags(): Promise<string[]> {
    const { address, identityFile } = await this.sshd();
    return ['--on', address, '--identity', identityFile, '--known-hosts', this.path('known_hosts')];
  }

  async close(): Promise<void> {
    await this.#sshd?.stop();
    await this.#throttle?.stop();
    await this.#s3?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Each has its own, which goes with its repository alone. */
function cacheOf(who: Contender): string {
  return `${who}-cache`;
}
