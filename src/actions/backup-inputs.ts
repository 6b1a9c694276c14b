import type { ConfiguredApplication } from '../apps/applications.ts';
import { fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import {
  booleanInput,
  choiceInput,
  commandsInput,
  listInput,
  requiredList,
  selectionInput,
  textInput,
} from '../github/inputs.ts';
import { currentRun } from '../github/run.ts';
import type { BackupOptions } from '../operations/backup/options.ts';
import { parseCheckpointInterval } from '../settings/checkpoint-interval.ts';
import { parseKeepBecause } from '../settings/retention.ts';
import { parseSpoolSize } from '../settings/spool-size.ts';
import { parseNewTags } from '../settings/tags.ts';
import { parseLargestSize } from '../size.ts';
import { PROGRAM_VERSION } from '../version.ts';
import { type HostAccess, type RepositoryAccess, readHostAccess, readRepositoryAccess } from './access.ts';
import { readApplication } from './application-plan.ts';
import { readBuckets } from './bucket-inputs.ts';
import type { Configuration } from './configured-target.ts';
import { readCopyTo } from './copy-to.ts';
import { readDumps } from './database-inputs.ts';
import { type QuiesceInputs, readQuiesceInputs } from './quiesce-inputs.ts';
import { hostnameFor, readStorage, targetInput } from './snapshot-inputs.ts';
import { readVolumeInputs } from './volume-inputs.ts';

export interface BackupInputs {
  readonly host: HostAccess;
  readonly repository: RepositoryAccess;
  /** A second repository, for a copy of the snapshot. */
  readonly copyTo: RepositoryAccess | null;
  /** How the application is stopped under a lease; undefined: it isn't. */
  readonly quiesce: QuiesceInputs | undefined;
  /** The application whose profile says how; null: none. */
  readonly application: ConfiguredApplication | null;
  readonly options: BackupOptions;
  /** Null: the default. */
  readonly spoolBytes: number | null;
}

/** @throws HoldfastError bad-input, before anything is connected to. */
export async function readBackupInputs(configuration: Configuration | null = null): Promise<BackupInputs> {
  const repository = { ...(await readRepositoryAccess()), storage: readStorage() };
  const host = readHostAccess();
  const copyTo = readCopyTo(repository);
  const spoolBytes = parseSpoolSize(textInput('spool-size'), 'the input `spool-size`');
  const application = readApplication();
  return {
    host,
    repository,
    copyTo,
    quiesce: application === null ? readQuiesceInputs() : undefined,
    application,
    options: {
      ...readOptions(host.on, repository.retryLockMs),
      origin: { configuration, run: currentRun() },
    },
    spoolBytes,
  };
}

export function readOptions(on: string, retryLockMs: number): BackupOptions {
  const larger = textInput('exclude-larger-than');
  const dumps = readDumps();
  const buckets = readBuckets();
  return {
    paths: readPaths(dumps.length + buckets.length > 0 || textInput('app') !== null),
    dumps,
    buckets,
    excludes: listInput('exclude'),
    iexcludes: listInput('iexclude'),
    excludeCaches: booleanInput('exclude-caches'),
    excludeIfPresent: listInput('exclude-if-present'),
    excludeLargerThanBytes:
      larger === null ? null : parseLargestSize(larger, 'the input `exclude-larger-than`'),
    oneFileSystem: booleanInput('one-file-system'),
    hostname: hostnameFor(on),
    target: targetInput(),
    tags: parseNewTags(selectionInput('tags'), 'the input `tags`'),
    keepBecause: keepBecauseInput(),
    parent: readParent(),
    skipIfUnchanged: booleanInput('skip-if-unchanged'),
    ignore: booleanInput('ignore-inode') ? 'inode' : booleanInput('ignore-ctime') ? 'ctime' : 'nothing',
    firstPass: !booleanInput('no-first-pass'),
    volume: readVolumeInputs(),
    before: commandsInput('before'),
    after: commandsInput('after'),
    onUnreadable: choiceInput('on-unreadable', ['fail', 'warn']),
    onChanged: choiceInput('on-changed', ['auto', 'fail', 'warn']),
    checkpointEveryMs: parseCheckpointInterval(
      textInput('checkpoint-interval'),
      'the input `checkpoint-interval`',
    ),
    dryRun: booleanInput('dry-run'),
    retryLockMs,
    programVersion: PROGRAM_VERSION,
  };
}

function keepBecauseInput(): string | undefined {
  const reason = textInput('keep-because');
  return reason === null ? undefined : parseKeepBecause(reason, 'the input `keep-because`');
}

function readParent(): BackupOptions['parent'] {
  const parent = textInput('parent');
  if (!booleanInput('force')) return parent === null ? 'newest' : { spec: parent };
  if (parent === null) return 'none';
  throw new HoldfastError(
    'bad-input',
    'Cannot use both the inputs `force: true` and `parent`: expected one of them.',
  );
}

function readPaths(mayBeNone: boolean) {
  const paths = mayBeNone
    ? listInput('paths')
    : requiredList('paths', 'Give the absolute paths to back up, one a line.');
  const relative = paths.find((path) => !path.startsWith('/'));
  if (relative !== undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot back up ${JSON.stringify(relative)}: it is a relative path, expected an absolute one.`,
    );
  }
  return paths.map(fromText);
}
