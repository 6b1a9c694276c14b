import { booleanInput, commandsInput, requiredList, selectionInput } from '../github/inputs.ts';
import { currentRun } from '../github/run.ts';
import { parseNewTags } from '../settings/tags.ts';
import { PROGRAM_VERSION } from '../version.ts';
import { readHostAccess, readRepositoryAccess } from './access.ts';
import type { BackupInputs } from './backup-inputs.ts';
import { readDumps } from './database-inputs.ts';
import { hostnameFor, readStorage, targetInput } from './snapshot-inputs.ts';

/** A backup of databases alone. @throws HoldfastError bad-input, before anything is connected to. */
export async function readDumpDbInputs(): Promise<BackupInputs> {
  const repository = { ...(await readRepositoryAccess()), storage: readStorage() };
  const host = readHostAccess();
  requiredList('databases', 'Name the databases to dump, one a line: `postgresql://user@host/name`.');
  return {
    host,
    repository,
    copyTo: null,
    quiesce: undefined,
    application: null,
    spoolBytes: null,
    options: {
      ...WITHOUT_FILES,
      dumps: readDumps(),
      hostname: hostnameFor(host.on),
      target: targetInput(),
      tags: parseNewTags(selectionInput('tags'), 'the input `tags`'),
      before: commandsInput('before'),
      after: commandsInput('after'),
      dryRun: booleanInput('dry-run'),
      retryLockMs: repository.retryLockMs,
      programVersion: PROGRAM_VERSION,
      origin: { configuration: null, run: currentRun() },
    },
  };
}

const WITHOUT_FILES = {
  paths: [],
  excludes: [],
  iexcludes: [],
  excludeCaches: false,
  excludeIfPresent: [],
  excludeLargerThanBytes: null,
  oneFileSystem: false,
  parent: 'newest',
  onUnreadable: 'fail',
  onChanged: 'auto',
} as const;
