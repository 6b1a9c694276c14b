import { resolve } from 'node:path';
import { parseBucket } from '../buckets/bucket.ts';
import { type ByteString, display, displayText, fromText } from '../bytestring.ts';
import { parseChoice } from '../choice.ts';
import { HoldfastError } from '../errors.ts';
import { currentRun } from '../github/run.ts';
import { withoutPassword } from '../hosts/address.ts';
import type { BackupOptions } from '../operations/backup/options.ts';
import { parseCheckpointInterval } from '../settings/checkpoint-interval.ts';
import { parseGroupBy } from '../settings/group-by.ts';
import { parseKeepBecause } from '../settings/retention.ts';
import { parseNewTags } from '../settings/tags.ts';
import { DEFAULT_TARGET, parseTarget } from '../settings/target.ts';
import { parseTime } from '../settings/time.ts';
import { parseLargestSize } from '../size.ts';
import { PROGRAM_VERSION } from '../version.ts';
import type { BackupFlags } from './backup-flags.ts';
import { databasesOf } from './database-flags.ts';
import { readFilesFrom } from './files-from.ts';
import type { GlobalFlags } from './flags.ts';
import { readPatterns } from './patterns.ts';
import { retryLockMs } from './session.ts';
import type { Terminal } from './terminal.ts';
import { volumeOptions } from './volume-flags.ts';

/** The operation's options from flags. @throws HoldfastError bad-input. */
export async function backupOptions(
  flags: BackupFlags & GlobalFlags,
  args: readonly string[],
  terminal: Pick<Terminal, 'stdin' | 'env'>,
): Promise<BackupOptions> {
  if (flags.force && flags.parent !== undefined) {
    throw new HoldfastError('bad-input', 'Cannot use both --force and --parent: expected one of them.');
  }
  const dumps = databasesOf(flags, terminal.env);
  const buckets = (flags.bucket ?? []).map((url) => parseBucket(url, '--bucket', terminal.env));
  if (dumps.length === 0 && flags.app === undefined && flags.databaseOn !== 'host') {
    throw new HoldfastError(
      'bad-input',
      'Cannot use --database-on without --database: expected both. Say which database is to be saved.',
    );
  }
  const mayBeNone = dumps.length + buckets.length > 0 || flags.app !== undefined;
  return {
    paths: await readPaths(flags, args, terminal.stdin, mayBeNone),
    dumps,
    buckets,
    excludes: [...flags.exclude, ...(await readPatterns(flags.excludeFile))],
    iexcludes: [...flags.iexclude, ...(await readPatterns(flags.iexcludeFile))],
    excludeCaches: flags.excludeCaches ?? false,
    excludeIfPresent: flags.excludeIfPresent,
    excludeLargerThanBytes:
      flags.excludeLargerThan === undefined
        ? null
        : parseLargestSize(flags.excludeLargerThan, '--exclude-larger-than'),
    oneFileSystem: flags.oneFileSystem ?? false,
    hostname: (flags.host ?? terminal.env['RESTIC_HOST']) || null,
    target: flags.of === undefined ? DEFAULT_TARGET : parseTarget(flags.of, '--of'),
    tags: parseNewTags(flags.tag, '--tag'),
    keepBecause:
      flags.keepBecause === undefined ? undefined : parseKeepBecause(flags.keepBecause, '--keep-because'),
    parent: flags.force ? 'none' : flags.parent === undefined ? 'newest' : { spec: flags.parent },
    groupBy: parseGroupBy(flags.groupBy, '--group-by'),
    timeNs: flags.time === undefined ? undefined : parseTime(flags.time, '--time'),
    skipIfUnchanged: flags.skipIfUnchanged,
    ignore: flags.ignoreInode ? 'inode' : flags.ignoreCtime ? 'ctime' : 'nothing',
    firstPass: flags.firstPass,
    volume: volumeOptions(flags),
    before: flags.before,
    after: flags.after,
    onUnreadable: parseChoice(flags.onUnreadable, '--on-unreadable', ['fail', 'warn']),
    onChanged: parseChoice(flags.onChanged, '--on-changed', ['auto', 'fail', 'warn']),
    checkpointEveryMs: parseCheckpointInterval(flags.checkpointInterval ?? null, '--checkpoint-interval'),
    dryRun: flags.dryRun ?? false,
    retryLockMs: retryLockMs(flags),
    programVersion: PROGRAM_VERSION,
    origin: originIn(terminal.env),
  };
}

/** The command line is run by workflows, too. */
function originIn(env: Terminal['env']): BackupOptions['origin'] {
  const run = currentRun(env);
  return run === null ? undefined : { configuration: null, run };
}

/** Each once: a path that is named twice is recorded once. */
async function readPaths(
  flags: BackupFlags,
  args: readonly string[],
  stdin: Terminal['stdin'],
  mayBeNone: boolean,
): Promise<ByteString[]> {
  const listed = await readFilesFrom(flags, stdin);
  const paths = [...args.map(fromArgument), ...listed].map((path) => absolutePath(path, flags.on));
  if (paths.length > 0) return [...new Set(paths)];
  const isListed = flags.filesFrom.length + flags.filesFromVerbatim.length + flags.filesFromRaw.length > 0;
  if (!isListed && mayBeNone) return [];
  throw new HoldfastError(
    'bad-input',
    isListed
      ? 'Cannot back up: the files that list the paths name none, expected at least one.'
      : 'Cannot back up: no path is named. Give one or more, or --files-from a list of them.',
  );
}

/** Node reads arguments as UTF-8, and puts U+FFFD for whatever isn't: another name than the one that was given. */
function fromArgument(path: string): ByteString {
  if (!path.includes('\ufffd')) return fromText(path);
  throw new HoldfastError(
    'bad-input',
    `Cannot back up ${JSON.stringify(path)}: it is not valid UTF-8, expected UTF-8 on the command line. Give it in a file, ` +
      'by --files-from-raw.',
  );
}

/** An empty path is a variable that isn't set, not the working folder. Relative paths have a meaning on this machine alone: another one's working folder is nobody's intention. */
function absolutePath(path: ByteString, on: string): ByteString {
  if (path === '') {
    throw new HoldfastError(
      'bad-input',
      'Cannot back up "": it is empty, expected a path. Give one, or `.` for the working folder; a variable may be unset.',
    );
  }
  if (path.startsWith('/')) return path;
  // Bytes stay bytes: only `/` and `.` have a meaning here.
  if (on === 'local') return resolve(fromText(process.cwd()), path) as ByteString;
  throw new HoldfastError(
    'bad-input',
    `Cannot back up "${display(path)}" of ${displayText(withoutPassword(on))}: it is a relative path, expected an absolute one.`,
  );
}
