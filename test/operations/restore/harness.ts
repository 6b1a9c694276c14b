import { execFile } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDirectory } from '../../../src/backends/directory.ts';
import { fromBytes } from '../../../src/bytestring.ts';
import { HoldfastError } from '../../../src/errors.ts';
import type { Host } from '../../../src/hosts/host.ts';
import type { Progress, Reporter } from '../../../src/operations/progress.ts';
import type { RestoreOptions, RestoreResult } from '../../../src/operations/restore.ts';
import { restore } from '../../../src/operations/restore.ts';
import { resolveSnapshot } from '../../../src/repository/find-snapshot.ts';
import { openRepository } from '../../../src/repository/open.ts';
import type { Repository } from '../../../src/repository/repository.ts';
import { quickFolder } from '../../memory-disk.ts';
import { makeRepository } from '../../services/repository.ts';

const run = promisify(execFile);

export const RESTIC = join(homedir(), '.cache/holdfast/restic-0.19.1/restic');
export const PASSWORD = 'correct horse';

export const DEFAULT_OPTIONS: Omit<RestoreOptions, 'snapshot'> = {
  folder: null,
  target: null,
  includes: [],
  excludes: [],
  iincludes: [],
  iexcludes: [],
  overwrite: 'always',
  delete: false,
  owners: 'numeric',
  includeOwn: false,
  verify: true,
  dryRun: false,
  noLock: false,
  retryLockMs: 0,
};

export const SILENT: Reporter = { onProgress: () => {}, onInfo: () => {}, onWarning: () => {} };

/** A folder that is removed at the end, a restic repository in it, and what stock restic has saved. */
export class Bench implements AsyncDisposable {
  readonly folder: string;
  readonly messages: string[] = [];
  #repository: Repository | null = null;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(within = quickFolder()): Promise<Bench> {
    const bench = new Bench(await mkdtemp(join(within, 'holdfast-restore-')));
    await makeRepository(bench.repositoryPath, PASSWORD);
    return bench;
  }

  get repositoryPath(): string {
    return join(this.folder, 'repository');
  }

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Runs stock restic on the repository. */
  async restic(args: readonly string[], binary = RESTIC, cwd = this.folder): Promise<string> {
    const env = { ...process.env, RESTIC_PASSWORD: PASSWORD, RESTIC_REPOSITORY: this.repositoryPath };
    const { stdout } = await run(binary, ['--no-cache', ...args], { env, cwd, maxBuffer: 1 << 28 });
    return stdout;
  }

  async sh(script: string): Promise<string> {
    const { stdout } = await run('/bin/sh', ['-ec', script], { cwd: this.folder, maxBuffer: 1 << 28 });
    return stdout;
  }

  /** The same for what only bash can say. */
  async bash(script: string): Promise<string> {
    const { stdout } = await run('bash', ['-ec', script], { cwd: this.folder, maxBuffer: 1 << 28 });
    return stdout;
  }

  async repository(): Promise<Repository> {
    this.#repository ??= await openRepository(openDirectory(this.repositoryPath), PASSWORD);
    return this.#repository;
  }

  /** Forgets what was read, so that a new snapshot is seen. */
  async reopen(): Promise<Repository> {
    await this.#repository?.close();
    this.#repository = null;
    return this.repository();
  }

  async options(options: Partial<RestoreOptions> & { spec?: string } = {}): Promise<RestoreOptions> {
    const { spec = 'latest', ...rest } = options;
    return {
      snapshot: await resolveSnapshot(await this.reopen(), spec),
      ...DEFAULT_OPTIONS,
      ...rest,
    };
  }

  async restore(
    host: Host,
    options: Partial<RestoreOptions> & { spec?: string } = {},
    { signal = new AbortController().signal, onProgress = (_: Progress): void => {} } = {},
  ): Promise<RestoreResult> {
    const whole = await this.options(options);
    return restore(host, await this.repository(), whole, { ...this.reporter, onProgress }, signal);
  }

  readonly reporter = {
    onProgress: () => {},
    onInfo: (message: string) => void this.messages.push(message),
    onWarning: (message: string) => void this.messages.push(message),
  };

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#repository?.close();
    await run('/bin/sh', ['-c', 'chattr -R -i "$1" 2>/dev/null; rm -rf "$1"', '_', this.folder]);
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Every entry below `root` with all that a restore must give back, as lines that a diff can show. */
export async function describeTree(root: string): Promise<string[]> {
  const lines: string[] = [];
  const links = new Map<string, string>();
  await describe(Buffer.from(root), '', lines, links);
  return lines.sort();
}

/** The same with extended attributes and ACLs, by the system's own tool. */
export async function describeAttributes(root: string): Promise<string> {
  const { stdout } = await run('/bin/sh', [
    '-c',
    'cd "$1" && getfattr -RPh -d -m - -e hex . | sort',
    '_',
    root,
  ]);
  return stdout;
}

/** A host on which the n-th command that `isHit` picks never starts, as if the connection was lost just then. */
export function losing(host: Host, isHit: (script: string) => boolean): Host & { hits: number } {
  return {
    name: host.name,
    hits: 0,
    start(script, options) {
      if (isHit(script)) {
        this.hits++;
        throw new HoldfastError('host-unreachable', 'Cannot reach the host: the test cut the connection.');
      }
      return host.start(script, options);
    },
    close: async () => {},
  };
}

async function describe(
  path: Buffer,
  shown: string,
  lines: string[],
  links: Map<string, string>,
): Promise<void> {
  const entries = (await readdir(path, { encoding: 'buffer' })).sort(Buffer.compare);
  for (const name of entries) {
    const child = Buffer.concat([path, Buffer.from('/'), name]);
    const childShown = `${shown}/${JSON.stringify(fromBytes(name))}`;
    const stat = await lstat(child, { bigint: true });
    const { mode, uid, gid, mtimeNs, rdev } = stat;
    const parts = [childShown, mode.toString(8), uid, gid, mtimeNs, rdev];
    if (stat.isSymbolicLink()) parts.push(fromBytes(await readlink(child, { encoding: 'buffer' })));
    if (stat.isFile()) {
      parts.push(stat.size, (await readFile(child)).toString('base64').slice(0, 64));
      const inode = `${stat.dev}:${stat.ino}`;
      if (stat.nlink > 1n) parts.push(`links to ${links.get(inode) ?? 'itself'}`);
      if (!links.has(inode)) links.set(inode, childShown);
    }
    lines.push(parts.join(' '));
    if (stat.isDirectory()) await describe(child, childShown, lines, links);
  }
}
