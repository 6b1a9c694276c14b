import type { ByteString } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import {
  booleanInput,
  choiceInput,
  commandsInput,
  listInput,
  requiredInput,
  textInput,
} from '../github/inputs.ts';
import type { HoldOptions } from '../operations/backup/application-hold.ts';
import type { RestoreOptions } from '../operations/restore/options.ts';
import type { SnapshotFilter } from '../repository/find-snapshot.ts';
import { cleanPath, parseSnapshotSpec, type SnapshotSpec } from '../settings/snapshot-spec.ts';
import { splitTags } from '../settings/tags.ts';
import { parseTime } from '../settings/time.ts';
import { type HostAccess, type RepositoryAccess, readHostAccess, readRepositoryAccess } from './access.ts';

export interface RestoreInputs {
  readonly host: HostAccess;
  readonly repository: RepositoryAccess;
  readonly spec: SnapshotSpec;
  readonly filter: SnapshotFilter;
  readonly options: Omit<RestoreOptions, 'snapshot'> & HoldOptions;
}

/** @throws HoldfastError bad-input, before anything is connected to. */
export async function readRestoreInputs(): Promise<RestoreInputs> {
  const repository = await readRepositoryAccess();
  const spec = parseSnapshotSpec(textInput('snapshot') ?? 'latest');
  return {
    host: readHostAccess(),
    repository,
    spec,
    filter: readFilter(),
    options: readOptions(spec, repository.retryLockMs),
  };
}

function readFilter(): SnapshotFilter {
  const tags = splitTags(listInput('tags'));
  const notAfter = textInput('not-after');
  const host = textInput('host');
  return {
    hosts: host === null ? [] : [host],
    target: textInput('of'),
    tags: tags.length === 0 ? [] : [tags],
    paths: listInput('paths'),
    ...(notAfter === null ? {} : { notAfterNs: parseTime(notAfter, 'the input `not-after`') }),
  };
}

function readOptions(spec: SnapshotSpec, retryLockMs: number): RestoreInputs['options'] {
  return {
    folder: spec.folder,
    target: readTarget(spec),
    includes: listInput('include'),
    iincludes: listInput('iinclude'),
    excludes: listInput('exclude'),
    iexcludes: listInput('iexclude'),
    overwrite: choiceInput('overwrite', ['always', 'if-changed', 'if-newer', 'never']),
    delete: booleanInput('delete'),
    owners: booleanInput('owners-by-name') ? 'names' : 'numeric',
    includeOwn: booleanInput('own'),
    verify: true,
    dryRun: booleanInput('dry-run'),
    noLock: false,
    retryLockMs,
    before: commandsInput('before'),
    after: commandsInput('after'),
  };
}

function readTarget({ folder }: SnapshotSpec): ByteString | null {
  const target = requiredInput('target', 'Give the folder to restore to, or `/` for the original place.');
  if (!target.startsWith('/')) {
    throw new HoldfastError(
      'bad-input',
      `Cannot restore to ${JSON.stringify(target)}: it is a relative path, expected an absolute one.`,
    );
  }
  const path = cleanPath(target, 'the input `target`');
  return path === '/' && folder === null ? null : path;
}
