import { resolve } from 'node:path';
import { type ByteString, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { BackupOptions } from '../operations/backup/options.ts';
import { parseCheckpointInterval } from '../settings/checkpoint-interval.ts';
import { parseChoice } from '../settings/choice.ts';
import { parseSize } from '../settings/size.ts';
import { splitTags } from '../settings/tags.ts';
import { DEFAULT_TARGET, parseTarget } from '../settings/target.ts';
import { PROGRAM_VERSION } from '../version.ts';
import type { BackupFlags } from './commands/backup.ts';
import type { GlobalFlags } from './flags.ts';
import { readPatterns } from './patterns.ts';
import { retryLockMs } from './session.ts';

/** The operation's options from flags. @throws HoldfastError bad-input. */
export async function backupOptions(
  flags: BackupFlags & GlobalFlags,
  paths: readonly string[],
): Promise<BackupOptions> {
  if (flags.force && flags.parent !== undefined) {
    throw new HoldfastError('bad-input', 'Cannot use both --force and --parent: expected one of them.');
  }
  return {
    paths: paths.map((path) => absolutePath(path, flags.on)),
    excludes: [...flags.exclude, ...(await readPatterns(flags.excludeFile))],
    iexcludes: [...flags.iexclude, ...(await readPatterns(flags.iexcludeFile))],
    excludeCaches: flags.excludeCaches ?? false,
    excludeIfPresent: flags.excludeIfPresent,
    excludeLargerThanBytes:
      flags.excludeLargerThan === undefined
        ? null
        : parseSize(flags.excludeLargerThan, '--exclude-larger-than'),
    oneFileSystem: flags.oneFileSystem ?? false,
    hostname: flags.host ?? null,
    target: flags.of === undefined ? DEFAULT_TARGET : parseTarget(flags.of, '--of'),
    tags: splitTags(flags.tag),
    parent: flags.force ? 'none' : flags.parent === undefined ? 'newest' : { spec: flags.parent },
    before: flags.before,
    after: flags.after,
    onUnreadable: parseChoice(flags.onUnreadable, '--on-unreadable', ['fail', 'warn']),
    onChanged: parseChoice(flags.onChanged, '--on-changed', ['auto', 'fail', 'warn']),
    checkpointEveryMs: parseCheckpointInterval(flags.checkpointInterval ?? null, '--checkpoint-interval'),
    dryRun: flags.dryRun ?? false,
    retryLockMs: retryLockMs(flags),
    programVersion: PROGRAM_VERSION,
  };
}

/** An empty path is a variable that isn't set, not the working folder. Relative paths have a meaning on this machine alone: another one's working folder is nobody's intention. */
function absolutePath(path: string, on: string): ByteString {
  if (path === '') {
    throw new HoldfastError(
      'bad-input',
      'Cannot back up "": it is empty, expected a path. Give one, or `.` for the working folder; a variable may be unset.',
    );
  }
  if (path.startsWith('/')) return fromText(path);
  if (on === 'local') return fromText(resolve(path));
  throw new HoldfastError(
    'bad-input',
    `Cannot back up ${JSON.stringify(path)} of ${on}: it is a relative path, expected an absolute one.`,
  );
}
