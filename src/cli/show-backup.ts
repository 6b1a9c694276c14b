import type { BackupResult } from '../operations/backup/result.ts';
import { formatBytes, formatCount, formatCounted, formatDuration } from '../progress/amounts.ts';
import type { Output } from './output.ts';
import { summaryCounts } from './snapshot-json.ts';

/** Tells what a backup did: restic's `summary` message, or the same for a person. */
export async function showBackup(output: Output, result: BackupResult): Promise<void> {
  await output.json(backupJson(result));
  for (const line of backupLines(result)) await output.line(line);
}

function backupJson(result: BackupResult): object {
  const { summary } = result;
  return {
    message_type: 'summary',
    ...(result.snapshotId === null ? { dry_run: true } : { snapshot_id: result.snapshotId }),
    ...(result.parentId === null ? {} : { parent: result.parentId }),
    complete: result.complete,
    ...summaryCounts(summary),
    bytes_read: result.bytesRead,
    total_duration: result.durationMs / 1000,
    ...(result.quiescedMs === null ? {} : { quiesced_duration: result.quiescedMs / 1000 }),
    hostname: result.hostname,
    target: result.target,
    paths: result.paths,
    tags: result.tags,
    problem_counts: result.problemCounts,
    problems: result.problems,
  };
}

function* backupLines(result: BackupResult): Generator<string> {
  const { summary } = result;
  const dry = result.snapshotId === null;
  const row = (words: string, fresh: number, changed: number, same: number) =>
    `${words} ${formatCount(fresh).padStart(11)} new, ${formatCount(changed).padStart(9)} changed, ${formatCount(same).padStart(9)} unmodified`;
  yield row('Files:', summary.filesNew, summary.filesChanged, summary.filesUnmodified);
  yield row('Dirs: ', summary.dirsNew, summary.dirsChanged, summary.dirsUnmodified);
  if (dry) yield `Would read ${formatBytes(result.bytesRead)} from the host.`;
  else {
    yield `Read ${formatBytes(result.bytesRead)} from the host, added ${formatBytes(summary.dataAdded)} to the repository (${formatBytes(summary.dataAddedPacked)} stored).`;
  }
  const total = `${formatCounted(summary.totalFilesProcessed, 'file')}, ${formatBytes(summary.totalBytesProcessed)}`;
  yield `Processed ${total} in ${formatDuration(result.durationMs)}.`;
  if (result.quiescedMs !== null) yield `The application was held for ${formatDuration(result.quiescedMs)}.`;
  if (dry) yield 'Dry run: nothing was saved.';
  else if (result.complete) yield `snapshot ${result.snapshotId?.slice(0, 8)} saved`;
  else yield `snapshot ${result.snapshotId?.slice(0, 8)} saved, INCOMPLETE: see the warnings above`;
}
