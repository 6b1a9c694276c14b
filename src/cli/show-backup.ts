import { formatBytes, formatCount, formatCounted, formatDuration } from '../amounts.ts';
import { rowsIn } from '../databases/fingerprint.ts';
import { type BackupResult, type DumpResult, heldBy } from '../operations/backup/result.ts';
import type { Output } from './output.ts';
import { summaryJson } from './snapshot-json.ts';

/** Tells what a backup did: restic's `summary` message, or the same for a person. */
export async function showBackup(output: Output, result: BackupResult): Promise<void> {
  await output.json(backupJson(result));
  for (const line of backupLines(result)) await output.line(line);
}

function backupJson(result: BackupResult): object {
  const { summary } = result;
  return {
    message_type: 'summary',
    ...whatBecame(result),
    ...(result.parentId === null ? {} : { parent: result.parentId }),
    complete: result.complete,
    ...summaryJson(summary),
    bytes_read: result.bytesRead,
    total_duration: result.durationMs / 1000,
    ...(result.quiescedMs === null ? {} : { quiesced_duration: result.quiescedMs / 1000 }),
    hostname: result.hostname,
    target: result.target,
    paths: result.paths,
    tags: result.tags,
    ...(result.dumps.length === 0 ? {} : { dumps: result.dumps.map(dumpJson) }),
    ...(result.buckets.length === 0 ? {} : { buckets: result.buckets }),
    problem_counts: result.problemCounts,
    problems: result.problems,
  };
}

function dumpJson({ record, change }: DumpResult): object {
  const { fingerprint, ...rest } = record;
  return {
    ...rest,
    tables: fingerprint === null ? null : Object.keys(fingerprint.tables).length,
    rows: fingerprint === null ? null : rowsIn(fingerprint),
    size_bytes_before: change?.sizeBytesBefore ?? null,
    rows_before: change?.rowsBefore ?? null,
    shrunk: change?.shrunk ?? [],
  };
}

/** `Dump app.dump: 12 tables, 21,117 rows, 10.4 MiB (21,000 rows before)` */
function dumpLine({ record, change }: DumpResult): string {
  const { fingerprint } = record;
  const tables = fingerprint === null ? 0 : Object.keys(fingerprint.tables).length;
  const rows = fingerprint === null ? 0 : rowsIn(fingerprint);
  const counts =
    fingerprint === null ? '' : `${formatCounted(tables, 'table')}, ${formatCounted(rows, 'row')}, `;
  const before =
    change === null
      ? ''
      : change.rowsBefore === null
        ? ` (${formatBytes(change.sizeBytesBefore)} before)`
        : ` (${formatCounted(change.rowsBefore, 'row')} before)`;
  return `Dump ${record.name}: ${counts}${formatBytes(record.size_bytes)}${before}`;
}

/** As restic: no ID where no snapshot was made. */
function whatBecame({ snapshotId, unchanged }: BackupResult): object {
  if (snapshotId !== null) return { snapshot_id: snapshotId };
  return unchanged ? { unchanged: true } : { dry_run: true };
}

function* backupLines(result: BackupResult): Generator<string> {
  const { summary } = result;
  const dry = heldBy(result) === null;
  for (const dump of result.dumps) yield dumpLine(dump);
  for (const { location, objects, size_bytes: bytes } of result.buckets)
    yield `Bucket ${location}: ${formatCounted(objects, 'object')}, ${formatBytes(bytes)}`;
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
  else if (result.unchanged)
    yield `unchanged since snapshot ${result.parentId?.slice(0, 8)}: no new one was made`;
  else if (result.complete) yield `snapshot ${result.snapshotId?.slice(0, 8)} saved`;
  else yield `snapshot ${result.snapshotId?.slice(0, 8)} saved, INCOMPLETE: see the warnings above`;
}
