import { formatBytes, formatDuration } from '../amounts.ts';
import { urlOf } from '../databases/databases.ts';
import { whyNotVerified } from '../databases/fingerprint.ts';
import type { DumpRecord } from '../databases/record.ts';
import type { RestoreDatabaseResult } from '../operations/restore-database.ts';
import { databasesOutcome } from '../operations/restore-outcome.ts';
import { recorded } from '../operations/restore-record.ts';
import { comparedWords } from '../progress/compared-words.ts';
import { connect } from './connect.ts';
import { databaseHost, parserOf } from './database-flags.ts';
import type { Output } from './output.ts';
import type { RestoreFlags } from './restore-flags.ts';
import { readSourceRequest } from './restore-options.ts';
import { restoreRecorder } from './restore-recorder.ts';
import { retryLockMs, withRepository } from './session.ts';
import type { Task } from './task.ts';

/** Puts a dump of the snapshot that `spec` names back into its database, and tells what became of it. */
export async function restoreDatabaseOf(task: Task<RestoreFlags>, spec: string): Promise<void> {
  const [{ restoreDatabase }, { resolveSnapshot }] = await Promise.all([
    import('../operations/restore-database.ts'),
    import('../repository/find-snapshot.ts'),
  ]);
  const { flags, terminal, reporter } = task;
  const request = await readSourceRequest(task, spec);
  const parse = parserOf(flags.databaseOn);
  const given = flags.into === undefined ? null : parse(flags.into, '--into', terminal.env);
  const into = (record: DumpRecord) => given ?? parse(urlOf(record), '--into', terminal.env);
  const result = await withRepository(task, 'none', async ({ repository, signal }) => {
    const snapshot = await resolveSnapshot(repository, request.snapshot, request.filter, signal);
    const about = { source: repository, snapshot, what: 'database' } as const;
    const restore = async () => {
      const host = await connect(task);
      try {
        return await restoreDatabase(host, repository, options, reporter, signal);
      } finally {
        await host.close();
      }
    };
    const options = {
      snapshot,
      name: flags.database === true ? null : (flags.database ?? null),
      into,
      connectDatabase: databaseHost(task),
      overwrite: flags.overwriteDatabase ?? false,
      dryRun: flags.dryRun ?? false,
      noLock: !flags.lock,
      retryLockMs: retryLockMs(flags),
      before: flags.before,
      after: flags.after,
    };
    return recorded(await restoreRecorder(task), about, restore, (one) => databasesOutcome([one]));
  });
  await show(task.output, result);
  if (result.afterFailure !== null) throw result.afterFailure;
}

async function show(output: Output, result: RestoreDatabaseResult): Promise<void> {
  const { record, restored } = result;
  await output.json({
    message_type: 'summary',
    snapshot_id: result.snapshotId,
    dump: record.name,
    ...(restored === null ? { dry_run: true } : {}),
    total_bytes: record.size_bytes,
    database: restored?.database ?? null,
    moved_aside: restored?.movedAside ?? null,
    verified_tables: restored?.verified?.tables ?? null,
    verified_rows: restored?.verified?.rows ?? null,
    verified_only_counted: restored?.verified?.onlyCounted ?? null,
    seconds_elapsed: result.durationMs / 1000,
  });
  for (const line of lines(result)) await output.line(line);
}

function* lines({ snapshotId, record, restored, durationMs }: RestoreDatabaseResult): Generator<string> {
  const what = `Snapshot ${snapshotId.slice(0, 8)}: dump ${record.name}, ${formatBytes(record.size_bytes)}.`;
  yield what;
  if (restored === null) {
    yield 'Dry run: nothing was written.';
    return;
  }
  const { movedAside, verified, database } = restored;
  if (movedAside !== null) yield `The database that was there is called ${movedAside} now.`;
  if (verified === null) {
    yield `Not compared: ${whyNotVerified(record.fingerprint)}.`;
  } else {
    yield `Compared: ${comparedWords(verified)}.`;
  }
  yield `restored${database === null ? '' : ` to ${database}`} in ${formatDuration(durationMs)}`;
}
