import { tmpdir } from 'node:os';
import { AfterFailure } from '../operations/backup/after-failure.ts';
import type { BackupResult } from '../operations/backup/result.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import { connect, openRepositoryOf } from './access.ts';
import { planApplication } from './application-plan.ts';
import type { BackupInputs } from './backup-inputs.ts';
import { databaseHost } from './database-inputs.ts';
import { quiesceOn } from './quiesce-inputs.ts';
import type { StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/** Runs one backup of this process: of a host's files, of databases, or of both. */
export function runBackup(inputs: BackupInputs, tools: StageTools): Promise<Saved> {
  return run(inputs, tools).catch(savedAllTheSame);
}

/** The dumps in the snapshot, one a line. */
export function dumpNames({ dumps }: BackupResult): string {
  return dumps.map(({ record }) => record.name).join('\n');
}

/** What stands when the one backup of this process fails, or null. */
export function lastCheckpoint(): SnapshotId | null {
  return checkpoint;
}

/** The result is told before the failure, whatever becomes of the application. */
function savedAllTheSame(error: unknown): Saved {
  if (error instanceof AfterFailure) return { result: error.result, afterFailure: error };
  throw error;
}

export interface Saved {
  readonly result: BackupResult;
  readonly afterFailure: AfterFailure | null;
}

async function run(
  {
    host: access,
    repository: place,
    quiesce: stopping,
    application,
    options: given,
    spoolBytes,
  }: BackupInputs,
  tools: StageTools,
): Promise<Saved> {
  const [{ backup }, { unlessFails }, { spoolOf }] = await Promise.all([
    import('../operations/backup.ts'),
    import('../operations/unless-fails.ts'),
    import('../progress/spool.ts'),
  ]);
  const { reporter, signal } = tools;
  const options = { ...given, quiesce: quiesceOn(access, stopping, tools) };
  const spool = spoolOf(
    { ...options, mayBeHeld: application !== null },
    { folder: process.env['RUNNER_TEMP'] || tmpdir(), maxBytes: spoolBytes },
    tools,
  );
  const opening = openRepositoryOf({ ...place, dryRun: given.dryRun }, tools, spool?.wrap);
  try {
    const host = await unlessFails(opening, connect(access, tools), (late) => late.close());
    try {
      const onApplication = (state: 'held' | 'released') => {
        unfinished.application(state);
        spool?.onApplication(state);
      };
      const reach = databaseHost(access, tools);
      const dumps = options.dumps?.map(({ database }) => ({ database, connect: reach }));
      const all = { ...options, dumps, onApplication, onCheckpoint };
      const planned =
        application === null
          ? all
          : await planApplication({ application, options: all }, { access, host }, tools);
      const result = await backup(host, opening, planned, reporter, signal);
      checkpoint = null;
      return { result, afterFailure: null };
    } finally {
      await host.close();
    }
  } finally {
    const repository = await opening.catch(() => null);
    await repository?.close();
  }
}

/** What stands when the one backup of this process fails, or null. */
let checkpoint: SnapshotId | null = null;

function onCheckpoint(id: SnapshotId): void {
  checkpoint = id;
}
