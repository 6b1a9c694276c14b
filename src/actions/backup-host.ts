import { formatBytes, formatCounted } from '../amounts.ts';
import { fail, warn } from '../github/annotations.ts';
import { textInput } from '../github/inputs.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary } from '../github/summary.ts';
import { ArchiveAfterFailure } from '../operations/archive/after-failure.ts';
import { type BackupResult, heldBy } from '../operations/backup/result.ts';
import { CopyFailure } from '../operations/copy-after-backup.ts';
import { DEFAULT_TARGET } from '../settings/target.ts';
import { shownPlaces } from './access.ts';
import { readArchivePlace, wayToArchive } from './archive-place.ts';
import { failedArchiveSummary, heldArchiveSummary } from './archive-summary.ts';
import { readBackupInputs } from './backup-inputs.ts';
import { annotationOf } from './backup-problems.ts';
import { dumpNames, lastCheckpoint, runBackup } from './backup-run.ts';
import { backupSummary, failedBackupSummary } from './backup-summary.ts';
import type { Configuration } from './configured-target.ts';
import { copyBackup, failedCopySummary } from './copy-to.ts';
import { issueOf } from './issues.ts';
import { type About, noticeCutOff, OF_A_HOST, runMain } from './notices.ts';
import { finishForMain } from './post.ts';
import type { StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/** What others are told of it. */
export const ABOUT: About = {
  ...OF_A_HOST,
  action: 'Backup',
  byEnvironment: true,
  settleIssue: issueOf('backup'),
};

/**
 * Backs up one target: its files become one snapshot.
 * @param configuration What a `backup.yml` said of it, for the manifest; null: the inputs say all.
 */
export async function main(configuration: Configuration | null = null): Promise<void> {
  const policy = { title: 'Backup failed', severity: 'fail', onFailure: summarizeFailure } as const;
  await runMain(ABOUT, policy, (tools) => backUp(tools, configuration));
}

/** Does what main could not when it was cut off: lets the application go on, and removes our lock. */
export async function post(): Promise<void> {
  await finishForMain();
  await noticeCutOff(ABOUT);
}

async function backUp(tools: StageTools, configuration: Configuration | null): Promise<void> {
  unfinished.mainStarted();
  const place = readArchivePlace();
  if (place !== null) {
    unfinished.needsNoRepository();
    const { backUpToArchive } = await import('./backup-archive.ts');
    return backUpToArchive(place, configuration, tools);
  }
  const inputs = await readBackupInputs(configuration);
  const title = `Back up ${inputs.options.target} on ${inputs.host.on}`;
  const { result, afterFailure } = await inGroup(title, () => runBackup(inputs, tools));
  giveOutputs(result);
  log.info(oneLine(result));
  annotateProblems(result);
  const snapshot = heldBy(result);
  if (afterFailure !== null) {
    // Who must see to the application isn't to wait for hours of copying.
    if (inputs.copyTo !== null && snapshot !== null) warn('No copy is made', NOT_COPIED);
    throw afterFailure;
  }
  addSummary(backupSummary(result, inputs.repository.location));
  if (inputs.copyTo === null || snapshot === null) return;
  const places = { from: inputs.repository, to: inputs.copyTo, snapshot };
  await inGroup('Copy to the second repository', () => copyBackup(places, tools));
}

const NOT_COPIED =
  'The snapshot is in the first repository alone, since an after command failed. The next run that ends well makes up for its copy.';

function annotateProblems(result: BackupResult): void {
  const annotation = annotationOf(result);
  if (annotation === null) return;
  const annotate = annotation.severity === 'fail' ? fail : warn;
  annotate(annotation.title, annotation.message);
}

function giveOutputs(result: BackupResult): void {
  const { summary } = result;
  setOutputs({
    'snapshot-id': result.snapshotId ?? '',
    'parent-id': result.parentId ?? '',
    complete: result.complete,
    'files-new': summary.filesNew,
    'files-changed': summary.filesChanged,
    'files-unmodified': summary.filesUnmodified,
    'files-total': summary.totalFilesProcessed,
    'bytes-total': summary.totalBytesProcessed,
    'bytes-read': result.bytesRead,
    'bytes-added': summary.dataAdded,
    'bytes-stored': summary.dataAddedPacked,
    dumps: dumpNames(result),
    'duration-seconds': Math.round(result.durationMs / 1000),
    'quiesced-seconds': result.quiescedMs === null ? '' : result.quiescedMs / 1000,
  });
}

function oneLine(result: BackupResult): string {
  const { summary } = result;
  const what = `${formatCounted(summary.totalFilesProcessed, 'file')}, ${formatBytes(summary.totalBytesProcessed)}`;
  const stored = `${formatBytes(result.bytesRead)} read, ${formatBytes(summary.dataAddedPacked)} stored`;
  if (result.unchanged)
    return `Unchanged since snapshot ${result.parentId?.slice(0, 8)}: ${what}; no new one was made.`;
  if (result.snapshotId === null) return `Dry run: ${what}; ${formatBytes(result.bytesRead)} would be read.`;
  return `Snapshot ${result.snapshotId.slice(0, 8)}: ${what}; ${stored}.`;
}

/** Of a backup that made no snapshot, whether it began or not. */
export function summarizeFailure(error: unknown): void {
  const copyFailure = copyFailureIn(error);
  if (copyFailure !== null) {
    addSummary(failedCopySummary(copyFailure));
    return;
  }
  const { way, repository } = shownPlaces();
  const target = textInput('of') ?? DEFAULT_TARGET;
  if (error instanceof ArchiveAfterFailure)
    addSummary(heldArchiveSummary(error, error.result, wayToArchive()));
  else if (textInput('format') === 'archive') addSummary(failedArchiveSummary(error, { target, on: way.on }));
  else
    addSummary(failedBackupSummary(error, { target, on: way.on, repository, checkpoint: lastCheckpoint() }));
}

/** That a run was cancelled hides what it was at. */
function copyFailureIn(error: unknown): CopyFailure | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof CopyFailure) return cause;
  }
  return null;
}
