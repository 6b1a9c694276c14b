import { formatBytes, formatCounted } from '../amounts.ts';
import { rowsIn } from '../databases/fingerprint.ts';
import { warn } from '../github/annotations.ts';
import { textInput } from '../github/inputs.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary } from '../github/summary.ts';
import type { BackupResult } from '../operations/backup/result.ts';
import { DEFAULT_TARGET } from '../settings/target.ts';
import { shownPlaces } from './access.ts';
import { dumpNames, lastCheckpoint, runBackup } from './backup-run.ts';
import { backupSummary, failedBackupSummary } from './backup-summary.ts';
import { readDumpDbInputs } from './dump-db-inputs.ts';
import { issueOf } from './issues.ts';
import { type About, noticeCutOff, OF_A_HOST, runMain } from './notices.ts';
import { finishForMain } from './post.ts';
import type { StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

const ABOUT: About = {
  ...OF_A_HOST,
  action: 'Dump',
  byEnvironment: false,
  settleIssue: issueOf('dump'),
};

/** Streams dumps of databases into one snapshot. */
export async function main(): Promise<void> {
  const policy = { title: 'Dump failed', severity: 'fail', onFailure: summarizeFailure } as const;
  await runMain(ABOUT, policy, dumpDatabases);
}

export async function post(): Promise<void> {
  await finishForMain();
  await noticeCutOff(ABOUT);
}

async function dumpDatabases(tools: StageTools): Promise<void> {
  unfinished.mainStarted();
  const inputs = await readDumpDbInputs();
  const title = `Dump databases of ${inputs.options.target} on ${inputs.host.on}`;
  const { result, afterFailure } = await inGroup(title, () => runBackup(inputs, tools));
  giveOutputs(result);
  log.info(oneLine(result));
  const shrunk = shrunkIn(result);
  if (shrunk.length > 0) warn('A dump has shrunk', `${shrunk.join('; ')}. See whether that is meant.`);
  if (afterFailure !== null) throw afterFailure;
  addSummary(backupSummary(result, inputs.repository.location));
}

function shrunkIn(result: BackupResult): string[] {
  return result.dumps.flatMap(({ record, change }) =>
    (change?.shrunk ?? []).map((line) => `${record.name}: ${line}`),
  );
}

function giveOutputs(result: BackupResult): void {
  const { summary } = result;
  const fingerprints = result.dumps.flatMap(({ record: { fingerprint } }) => fingerprint ?? []);
  const tableCount = fingerprints.reduce((sum, one) => sum + Object.keys(one.tables).length, 0);
  const rowCount = fingerprints.reduce((sum, one) => sum + rowsIn(one), 0);
  setOutputs({
    'snapshot-id': result.snapshotId ?? '',
    'parent-id': result.parentId ?? '',
    dumps: dumpNames(result),
    tables: tableCount,
    rows: rowCount,
    shrunk: shrunkIn(result).length > 0,
    'bytes-total': summary.totalBytesProcessed,
    'bytes-added': summary.dataAdded,
    'bytes-stored': summary.dataAddedPacked,
    'duration-seconds': Math.round(result.durationMs / 1000),
  });
}

function oneLine(result: BackupResult): string {
  if (result.snapshotId === null) return 'Dry run: the databases can be dumped.';
  const what = `${formatCounted(result.dumps.length, 'dump')}, ${formatBytes(result.bytesRead)}`;
  return `Snapshot ${result.snapshotId.slice(0, 8)}: ${what}; ${formatBytes(result.summary.dataAddedPacked)} stored.`;
}

function summarizeFailure(error: unknown): void {
  const { way, repository } = shownPlaces();
  const target = textInput('of') ?? DEFAULT_TARGET;
  addSummary(failedBackupSummary(error, { target, on: way.on, repository, checkpoint: lastCheckpoint() }));
}
