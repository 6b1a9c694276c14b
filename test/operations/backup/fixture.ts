import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Backend } from '../../../src/backends/backend.ts';
import { openDirectory } from '../../../src/backends/directory.ts';
import { type ByteString, fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import type { BackupOptions } from '../../../src/operations/backup/options.ts';
import type { BackupResult } from '../../../src/operations/backup/result.ts';
import { backup } from '../../../src/operations/backup.ts';
import type { Phase, Progress, Reporter } from '../../../src/operations/progress.ts';
import { type RestoreOptions, type RestoreResult, restore } from '../../../src/operations/restore.ts';
import { resolveSnapshot } from '../../../src/repository/find-snapshot.ts';
import { openRepository, type RepositoryOptions } from '../../../src/repository/open.ts';
import type { Repository } from '../../../src/repository/repository.ts';
import { quickFolder } from '../../memory-disk.ts';
import { makeRepository } from '../../services/repository.ts';
import { restic } from '../../services/restic.ts';
import { DEFAULT_OPTIONS } from '../restore/harness.ts';

export const PASSWORD = 'correct horse battery staple';

const run = promisify(execFile);

/** A folder to back up and a repository beside it. */
export class BackupFixture {
  readonly folder: string;
  readonly source: string;
  readonly repositoryPath: string;
  readonly warnings: string[] = [];
  readonly infos: string[] = [];
  /** The last report of each phase. */
  readonly progress = new Map<Phase, Progress>();

  private constructor(folder: string) {
    this.folder = folder;
    this.source = join(folder, 'source');
    this.repositoryPath = join(folder, 'repository');
  }

  /** @param within A folder whose own time must stay as it is, where that counts: /tmp is everybody's. */
  static async create(within = quickFolder()): Promise<BackupFixture> {
    const fixture = new BackupFixture(await mkdtemp(join(within, 'holdfast-backup-')));
    await fixture.sh('mkdir source');
    await fixture.renewRepository();
    return fixture;
  }

  /**
   * The same on a filesystem that keeps every time, to the nanosecond (ext4 knows the years 1901 to 2446), until
   * `remove`.
   */
  static async createOnTmpfs(): Promise<BackupFixture> {
    const fixture = new BackupFixture(await mkdtemp(join(tmpdir(), 'holdfast-backup-')));
    await run('mount', ['-t', 'tmpfs', '-o', 'size=2g', 'tmpfs', fixture.folder]);
    await fixture.sh('chmod 755 .; mkdir source');
    await fixture.renewRepository();
    return fixture;
  }

  /** Puts an empty repository in place of the one that is there. */
  async renewRepository(): Promise<void> {
    await rm(this.repositoryPath, { recursive: true, force: true });
    await makeRepository(this.repositoryPath, PASSWORD);
    this.warnings.length = 0;
    this.progress.clear();
    this.infos.length = 0;
  }

  /** Runs a shell script in the fixture's folder. */
  async sh(script: string): Promise<string> {
    const { stdout } = await run('bash', ['-ec', script], { cwd: this.folder, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  }

  get restic(): { repository: string; password: string } {
    return { repository: this.repositoryPath, password: PASSWORD };
  }

  async withRepository<T>(
    work: (repository: Repository) => Promise<T>,
    over: (backend: Backend) => Backend = (backend) => backend,
    options: RepositoryOptions = {},
  ): Promise<T> {
    const repository = await openRepository(over(openDirectory(this.repositoryPath)), PASSWORD, options);
    try {
      return await work(repository);
    } finally {
      await repository.close();
    }
  }

  async backup(
    options: Partial<BackupOptions> = {},
    on: {
      host?: Host;
      signal?: AbortSignal;
      over?: (backend: Backend) => Backend;
      opened?: RepositoryOptions;
      /** Told of the repository before the backup. */
      watch?: (repository: Repository) => void;
    } = {},
  ): Promise<BackupResult> {
    const host = on.host ?? localHost();
    const signal = on.signal ?? new AbortController().signal;
    try {
      return await this.withRepository(
        (repository) => {
          on.watch?.(repository);
          return backup(host, repository, { ...this.options, ...options }, this.#reporter, signal);
        },
        on.over,
        on.opened,
      );
    } finally {
      if (on.host === undefined) await host.close();
    }
  }

  /** Restores a snapshot, by default the newest, below `target`. */
  async restore(
    target: ByteString,
    { spec = 'latest', ...options }: Partial<RestoreOptions> & { spec?: string } = {},
    host = localHost(),
  ): Promise<RestoreResult> {
    return await this.withRepository(async (repository) => {
      const snapshot = await resolveSnapshot(repository, spec);
      const whole = { ...DEFAULT_OPTIONS, snapshot, target, ...options };
      return restore(host, repository, whole, this.#reporter, new AbortController().signal);
    });
  }

  get options(): BackupOptions {
    return {
      paths: [fromText(this.source)],
      excludes: [],
      iexcludes: [],
      excludeCaches: false,
      excludeIfPresent: [],
      excludeLargerThanBytes: null,
      oneFileSystem: false,
      hostname: 'testhost',
      target: 'files',
      tags: [],
      parent: 'newest',
      before: [],
      after: [],
      onUnreadable: 'fail',
      onChanged: 'auto',
      dryRun: false,
      retryLockMs: 0,
      // Storage of this machine shows a lock at once.
      lockTimings: { settleMs: 5 },
      programVersion: 'holdfast test',
    };
  }

  /** As stock restic counts them. */
  async snapshotCount(): Promise<number> {
    return JSON.parse(await restic(this.restic, ['snapshots', '--json'])).length;
  }

  path(name: string): ByteString {
    return fromText(join(this.folder, name));
  }

  /**
   * Lets two seconds pass since the last change of a file: a younger ctime isn't trusted. `clockStepMs` is how far behind
   * the host's clock can be, when it tells only whole seconds.
   */
  async settle(clockStepMs = 0): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 2100 + clockStepMs));
  }

  async remove(): Promise<void> {
    await run('umount', ['-l', this.folder]).catch(() => {}); // only if it is a tmpfs
    await rm(this.folder, { recursive: true, force: true });
  }

  get #reporter(): Reporter {
    return {
      onProgress: (progress) => this.progress.set(progress.phase, { ...progress }),
      onWarning: (message) => this.warnings.push(message),
      onInfo: (message) => this.infos.push(message),
    };
  }
}

/**
 * Everything that tells two trees apart, a line an entry: type, mode, owner, size, mtime to the nanosecond, link
 * target, content, device number, which names are one file, and extended attributes with access lists and
 * capabilities. Sockets, which nobody saves, are left out.
 *
 * @param hashes What tells contents: sha256sum reads holes, too, which takes seconds a GiB; HASHES_OF_DATA doesn't.
 */
export async function fingerprint(folder: string, hashes = ['sha256sum', '-z']): Promise<string> {
  const script = `
    cd "$1"; shift
    find . ! -type s -printf '%y %m %U %G %s %T@ %l %n %P\\0' | sed -z -E 's/^(d [^ ]+ [^ ]+ [^ ]+) [0-9]+/\\1 -/' | sort -z | tr '\\0' '\\n'
    find . -type f -print0 | sort -z | xargs -0r "$@" | tr '\\0' '\\n'
    find . '(' -type b -o -type c ')' -print0 | sort -z | xargs -0r stat --printf '%t:%T %n\\n'
    find . -type f -links +1 -printf '%i %P\\0' | sort -z | awk -v RS='\\0' '{ i = $1; $1 = ""; if (!(i in n)) n[i] = ++c; print n[i] $0 }'
    find . -print0 | sort -z | xargs -0r getfattr -h -d -m - -e hex --
  `;
  const { stdout } = await run('bash', ['-ec', script, 'sh', folder, ...hashes], {
    encoding: 'latin1',
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** Of files alike but for where their zeros are holes, this says the same: of a file's blocks that aren't all zeros, and their places. */
export const HASHES_OF_DATA = [
  'python3',
  '-c',
  `
import hashlib, os, sys
BLOCK = 4096
for name in map(os.fsencode, sys.argv[1:]):
    hash = hashlib.sha256()
    with open(name, 'rb', buffering=0) as file:
        end = 0
        while True:
            try: start = os.lseek(file.fileno(), end, os.SEEK_DATA)
            except OSError: break
            end = os.lseek(file.fileno(), start, os.SEEK_HOLE)
            for place in range(start - start % BLOCK, end, BLOCK):
                block = os.pread(file.fileno(), BLOCK, place)
                if block.strip(b'\\0'):
                    hash.update(b'%d %d ' % (place, len(block)))
                    hash.update(block)
    sys.stdout.buffer.write(hash.hexdigest().encode() + b'  ' + name + b'\\0')
`,
];
