import { formatBytes } from '../amounts.ts';
import { urlOf } from '../databases/databases.ts';
import type { DumpRecord } from '../databases/record.ts';
import { booleanInput, commandsInput, textInput } from '../github/inputs.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary } from '../github/summary.ts';
import { restoreDatabase } from '../operations/restore-database.ts';
import { databasesOutcome } from '../operations/restore-outcome.ts';
import { recorded } from '../operations/restore-record.ts';
import { connect, openRepositoryOf, readHostAccess, readRepositoryAccess } from './access.ts';
import { resolveConfigured as resolveSnapshot } from './configured-inputs.ts';
import { databaseEnvironment, databaseHost, parserOfPlace } from './database-inputs.ts';
import { databaseSummary } from './restore-database-summary.ts';
import { readSource } from './restore-inputs.ts';
import { readRestoreRecorder } from './restore-recorder.ts';
import type { StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/** Puts a dump of a snapshot back into its database. */
export async function restoreDatabaseOf(tools: StageTools): Promise<void> {
  const access = await readRepositoryAccess();
  const way = readHostAccess();
  const { spec, filter } = readSource();
  const options = { ...readOptions(access.retryLockMs), connectDatabase: databaseHost(way, tools) };
  const recorder = readRestoreRecorder(access, way, tools);
  const result = await inGroup(`Restore a database on ${way.on}`, async () => {
    const repository = await openRepositoryOf(access, tools);
    try {
      const { reporter, signal } = tools;
      const snapshot = await resolveSnapshot(repository, spec.snapshot, filter, signal);
      const about = { source: repository, snapshot, what: 'database' } as const;
      const restore = async () => {
        const host = await connect(way, tools);
        try {
          return await restoreDatabase(host, repository, { ...options, snapshot }, reporter, signal);
        } finally {
          await host.close();
        }
      };
      return await recorded(recorder, about, restore, (one) => databasesOutcome([one]));
    } finally {
      await repository.close();
    }
  });
  const { restored, record } = result;
  setOutputs({
    'snapshot-id': result.snapshotId,
    'bytes-total': record.size_bytes,
    database: restored?.database ?? '',
    'moved-aside': restored?.movedAside ?? '',
    'duration-seconds': Math.round(result.durationMs / 1000),
  });
  log.info(`Snapshot ${result.snapshotId.slice(0, 8)}: ${record.name}, ${formatBytes(record.size_bytes)}.`);
  if (result.afterFailure !== null) throw result.afterFailure;
  addSummary(databaseSummary(result, way.on));
}

function readOptions(retryLockMs: number) {
  const url = textInput('into');
  const env = databaseEnvironment(url === null ? [] : [url]);
  const parse = parserOfPlace();
  const given = url === null ? null : parse(url, 'the input `into`', env);
  return {
    name: textInput('database'),
    into: (record: DumpRecord) => given ?? parse(urlOf(record), 'the input `into`', env),
    overwrite: booleanInput('overwrite-database'),
    dryRun: booleanInput('dry-run'),
    noLock: false,
    retryLockMs,
    before: commandsInput('before'),
    after: commandsInput('after'),
    onApplication: unfinished.application,
  };
}
