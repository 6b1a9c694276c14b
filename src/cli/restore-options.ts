import { resolve } from 'node:path';
import type { ByteString } from '../bytestring.ts';
import { parseChoice } from '../choice.ts';
import { HoldfastError } from '../errors.ts';
import { givenPath } from '../files/given-path.ts';
import type { HoldOptions } from '../operations/backup/application-hold.ts';
import type { RestoreOptions } from '../operations/restore/options.ts';
import type { ExportOptions } from '../operations/restore-tar.ts';
import type { SnapshotFilter } from '../repository/find-snapshot.ts';
import { dumpAsFile } from '../settings/dump-file.ts';
import { parseSnapshotSpec } from '../settings/snapshot-spec.ts';
import { snapshotFilter } from './filter.ts';
import type { GlobalFlags } from './flags.ts';
import { readPatterns } from './patterns.ts';
import type { RestoreFlags } from './restore-flags.ts';
import { retryLockMs } from './session.ts';
import type { Task } from './task.ts';

/** What is to be restored, as the flags say it: read before anything is opened, so that a mistake is told at once. */
export interface SourceRequest {
  /** An ID, the beginning of one, or `latest`. */
  readonly snapshot: string;
  /** Narrows `latest`. */
  readonly filter: SnapshotFilter;
  readonly parts: Omit<ExportOptions, 'snapshot'>;
}

/** @throws HoldfastError bad-input. */
export async function readSourceRequest(
  { flags, terminal }: Task<RestoreFlags>,
  text: string,
): Promise<SourceRequest> {
  const { snapshot, folder } = parseSnapshotSpec(text);
  const filter = snapshotFilter(flags, terminal.env);
  if (flags.database !== undefined)
    return { snapshot, filter, parts: dumpAsFile(flags.database === true ? null : flags.database) };
  const includes = [...flags.include, ...(await readPatterns(flags.includeFile))];
  const iincludes = [...flags.iinclude, ...(await readPatterns(flags.iincludeFile))];
  requireSomething(flags, [...includes, ...iincludes]);
  return {
    snapshot,
    filter,
    parts: {
      folder,
      includes,
      iincludes,
      excludes: [...flags.exclude, ...(await readPatterns(flags.excludeFile))],
      iexcludes: [...flags.iexclude, ...(await readPatterns(flags.iexcludeFile))],
      includeOwn: flags.own ?? false,
    },
  };
}

/** An empty variable, or an empty file: all would be restored where a part was meant. */
function requireSomething(
  { include, iinclude, includeFile, iincludeFile }: RestoreFlags,
  patterns: readonly string[],
): void {
  const isAsked = [include, iinclude, includeFile, iincludeFile].some(({ length }) => length > 0);
  if (!isAsked || patterns.some((pattern) => pattern !== '')) return;
  throw new HoldfastError(
    'bad-input',
    'Cannot choose what is restored: --include and its kin hold no pattern, expected one at least. Leave them out to restore everything.',
  );
}

/** How it is to be restored to a host. @throws HoldfastError bad-input. */
export function readRestoreOptions(
  flags: RestoreFlags & GlobalFlags,
  { parts }: SourceRequest,
): Omit<RestoreOptions, 'snapshot'> & HoldOptions {
  return {
    ...parts,
    target: targetOf(flags, parts.folder),
    overwrite: parseChoice(flags.overwrite, '--overwrite', ['always', 'if-changed', 'if-newer', 'never']),
    delete: flags.delete ?? false,
    owners: flags.ownershipByName ? 'names' : 'numeric',
    verify: flags.verify,
    dryRun: flags.dryRun ?? false,
    noLock: !flags.lock || flags.asOf !== undefined,
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
  if (target.startsWith('~')) {
    throw new HoldfastError(
      'bad-input',
      `Cannot restore to ${JSON.stringify(target)}: no shell has read its "~", expected a folder. Write the path out` +
        `${on === 'local' ? ', or ./~… for a folder that is called so' : ''}.`,
    );
  }
  const path = givenPath(on === 'local' ? resolve(target) : target, '--target');
  return path === '/' && folder === null ? null : path;
}
