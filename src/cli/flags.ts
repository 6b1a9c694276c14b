import type { Command } from 'commander';
import type { S3Settings } from '../backends/s3-settings.ts';
import type { PasswordFlags } from './password.ts';

/** Flags of every command. They may stand before and after its name, as restic's. */
export interface GlobalFlags extends PasswordFlags {
  readonly repo?: string | undefined;
  readonly repositoryFile?: string | undefined;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** How often -v was given. */
  readonly verbose: number;
  /** False with --no-lock. */
  readonly lock: boolean;
  readonly retryLock?: string;
  readonly profile?: string;
  readonly compression?: string | undefined;
  readonly packSize?: string | undefined;
  readonly keyHint?: string | undefined;
  readonly cacert?: string | undefined;
  /** No flag: of a second repository, how its storage is reached. */
  readonly s3?: S3Settings | undefined;
  /** `s3.region=…`: restic's -o. */
  readonly option?: readonly string[] | undefined;
  readonly objectLock?: string | undefined;
  readonly objectLockDays?: string | undefined;
  /** Of commands that only read. */
  readonly asOf?: string | undefined;
  /** False with --no-cache. */
  readonly cache: boolean;
  readonly cacheDir?: string;
  readonly cleanupCache?: boolean;
}

/** Where files are: --on and how to get there. */
export interface HostFlags {
  readonly on: string;
  readonly identity?: string;
  readonly identityPassphraseFile?: string;
  readonly sshPasswordFile?: string;
  readonly knownHosts?: string;
  readonly jump: readonly string[];
  readonly become?: string;
  readonly sshClient?: string;
  readonly container?: string;
}

/** Which snapshots are meant, as restic's filters. */
export interface FilterFlags {
  readonly host: readonly string[];
  readonly tag: readonly string[];
  readonly path: readonly string[];
  readonly of?: string;
  readonly notAfter?: string;
}

/** For flags that may be given several times. */
export function collect(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

export function addGlobalFlags(program: Command): void {
  program
    .option('-r, --repo <location>', 'repository to use (default: $RESTIC_REPOSITORY)')
    .option(
      '--repository-file <file>',
      'read the repository’s location from a file (default: $RESTIC_REPOSITORY_FILE)',
    )
    .option('-p, --password-file <file>', 'read the password from a file (default: $RESTIC_PASSWORD_FILE)')
    .option(
      '--password-command <command>',
      'get the password from a command (default: $RESTIC_PASSWORD_COMMAND)',
    )
    .option('--json', 'print JSON for a program; the last line is the result')
    .option('-q, --quiet', 'print results and problems alone')
    .option(
      '-v, --verbose',
      'say more: each change of a restore, all figures of a prune, where a failure came from',
      (_value, count: number) => count + 1,
      0,
    )
    .option('--no-lock', 'do not lock the repository when reading it (for storage that can’t be written)')
    .option(
      '--retry-lock <duration>',
      'wait this long for somebody else’s lock, e.g. 5m (default: fail at once)',
    )
    .option('--key-hint <key>', 'ID of the key to try first (default: $RESTIC_KEY_HINT)')
    .option(
      '--compression <mode>',
      'of what is written: auto, off, fastest, better, max; not in version 1 (default: $RESTIC_COMPRESSION, else auto)',
    )
    .option(
      '--pack-size <size>',
      'in MiB, of packs that are written: 4 to 128 (default: $RESTIC_PACK_SIZE, else 16)',
    )
    .option(
      '--cacert <file>',
      'believe the authorities whose certificates are in a file, too, for S3 (default: $RESTIC_CACERT)',
    )
    .option(
      '-o, --option <key=value>',
      's3.region, s3.bucket-lookup, s3.connections, s3.storage-class, s3.sse, s3.sse-kms-key-id; several',
      collect,
      [],
    )
    .option(
      '--object-lock <mode>',
      'lock what is saved to S3 against removal: compliance (by anybody), or governance',
    )
    .option('--object-lock-days <days>', 'for so many days; extended when less than half is left')
    .option('--no-cache', 'keep nothing of a repository on this machine')
    .option(
      '--cache-dir <folder>',
      'where caches lie (default: $RESTIC_CACHE_DIR, else $XDG_CACHE_HOME, else ~/.cache); ours below holdfast/',
    )
    .option('--cleanup-cache', 'remove caches of repositories that were not used for 30 days')
    .option('--profile <file>', 'write a CPU profile of this run to a file');
}

/** For commands that read a repository. */
export function addAsOfFlag(command: Command): Command {
  return command.option(
    '--as-of <time>',
    'the repository as it was then, from an S3 bucket that keeps versions: 2026-11-21T10:47:54',
  );
}

export function addHostFlags(command: Command): void {
  command
    .option('--on <host>', 'where the files are: local, or ssh://user@host:port', 'local')
    .option(
      '--identity <file>',
      'private key to log in with (default: those of $SSH_AUTH_SOCK, then ~/.ssh/id_*)',
    )
    .option('--identity-passphrase-file <file>', 'read its passphrase from a file')
    .option(
      '--ssh-password-file <file>',
      'log in with the password in a file, instead of the agent’s keys (default: $HOLDFAST_SSH_PASSWORD)',
    )
    .option(
      '--known-hosts <file>',
      'known_hosts file, or the host’s SHA256:… fingerprint (default: ~/.ssh/known_hosts)',
    )
    .option(
      '--jump <host>',
      'go through this host: ssh://user@host:port; several: in this order',
      collect,
      [],
    )
    .option('--become <how>', 'run commands with more rights: sudo (must not ask for a password)')
    .option(
      '--ssh-client <client>',
      'ssh2 (built in), or openssh: the system’s ssh with your own configuration',
      'ssh2',
    )
    .option(
      '--container <container>',
      'the files are in a container there: docker:[USER@]NAME, podman:[USER@]NAME, compose:[USER@]PROJECT/SERVICE',
    );
}

/** What narrows snapshots. @param host Its letter is restic's, which forget has for something else. */
export function addFilterFlags(command: Command, host = '-H, --host <name>'): void {
  command
    .option(
      host,
      'only snapshots of this host; several: of any of them (default: $RESTIC_HOST; empty: of all)',
      collect,
      [],
    )
    .option(
      '--tag <tag,…>',
      'only snapshots with all of these tags; several: with any such list',
      collect,
      [],
    )
    .option('--path <path>', 'only snapshots of this path; several: of all of them', collect, [])
    .option('--of <target>', 'only snapshots of this application')
    .option('--not-after <time>', 'only snapshots taken until then: 2026-11-21, 2026-11-21T10:47:54');
}
