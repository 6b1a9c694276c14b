import { resolve } from 'node:path';
import type { ByteString } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { HoldOptions } from '../operations/backup/application-hold.ts';
import type { RestoreOptions } from '../operations/restore/options.ts';
import type { ExportOptions } from '../operations/restore-tar.ts';
import { resolveSnapshot } from '../repository/find-snapshot.ts';
import type { Repository } from '../repository/repository.ts';
import { parseChoice } from '../settings/choice.ts';
import { cleanPath, parseSnapshotSpec } from '../settings/snapshot-spec.ts';
import type { RestoreFlags } from './commands/restore.ts';
import { snapshotFilter } from './filter.ts';
import { readPatterns } from './patterns.ts';
import { retryLockMs } from './session.ts';
import type { Task } from './task.ts';

/** What is to be restored; looks the snapshot up. @throws HoldfastError bad-input, snapshot-missing. */
export async function sourceOptions(
  { flags, signal }: Task<RestoreFlags>,
  text: string,
  repository: Repository,
): Promise<ExportOptions> {
  const spec = parseSnapshotSpec(text);
  return {
    snapshot: await resolveSnapshot(repository, spec.snapshot, snapshotFilter(flags), signal),
    folder: spec.folder,
    includes: [...flags.include, ...(await readPatterns(flags.includeFile))],
    iincludes: [...flags.iinclude, ...(await readPatterns(flags.iincludeFile))],
    excludes: [...flags.exclude, ...(await readPatterns(flags.excludeFile))],
    iexcludes: [...flags.iexclude, ...(await readPatterns(flags.iexcludeFile))],
    includeOwn: flags.own ?? false,
  };
}

/** The operation's options from flags. @throws As `sourceOptions`. */
export async function restoreOptions(
  task: Task<RestoreFlags>,
  text: string,
  repository: Repository,
): Promise<RestoreOptions & HoldOptions> {
  const { flags } = task;
  const source = await sourceOptions(task, text, repository);
  return {
    ...source,
    target: targetOf(flags, source.folder),
    overwrite: parseChoice(flags.overwrite, '--overwrite', ['always', 'if-changed', 'if-newer', 'never']),
    delete: flags.delete ?? false,
    owners: flags.ownersByName ? 'names' : 'numeric',
    verify: flags.verify,
    dryRun: flags.dryRun ?? false,
    noLock: !flags.lock,
    retryLockMs: retryLockMs(flags),
    before: flags.before,
    after: flags.after,
  };
}

/** The folder to restore below; null for the original place. Never by omission: restic asks for it too. */
function targetOf({ target, on }: RestoreFlags, folder: ByteString | null): ByteString | null {
  if (target === undefined || target === '') {
    throw new HoldfastError(
      'bad-input',
      'Cannot restore: no place is named. Give --target FOLDER, or --target / for the original place.',
    );
  }
  const path = cleanPath(on === 'local' ? resolve(target) : target, '--target');
  return path === '/' && folder === null ? null : path;
}
