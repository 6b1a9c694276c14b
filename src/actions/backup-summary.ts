import { formatBytes, formatCount, formatCounted, formatDuration } from '../amounts.ts';
import { rowsIn } from '../databases/fingerprint.ts';
import { failureText } from '../failure-text.ts';
import { escapeMarkdown, markdownCode } from '../github/summary.ts';
import { AfterFailure } from '../operations/backup/after-failure.ts';
import { OWN_PATH } from '../operations/backup/own-tree.ts';
import {
  type BackupProblem,
  type BackupResult,
  type DumpResult,
  heldBy,
} from '../operations/backup/result.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import { problemTotal, remedy, uncertainty, type WithProblems } from './backup-problems.ts';
import { codeList, factsTable, shellBlock } from './markdown.ts';
import { nextSteps, shellEnvironment, withEnvironment } from './next-steps.ts';

/** More stand in the snapshot's manifest and in the log. */
const MAX_PROBLEMS_SHOWN = 50;

/** The job summary of a backup that made a snapshot, complete or not. */
export function backupSummary(result: BackupResult, repository: string): string {
  return `${[heading(result), facts(result), ...databases(result), ...buckets(result), notSaved(result), next(result, repository)].join('\n\n')}\n`;
}

/** The job summary of a backup that made none, or whose after commands failed. */
export function failedBackupSummary(
  error: unknown,
  what: { target: string; on: string; repository: string | null; checkpoint: SnapshotId | null },
): string {
  if (error instanceof AfterFailure) return heldSummary(error, what.repository);
  const { advice, commands } = nextSteps(error);
  const parts = [
    `### ❌ Backup of ${markdownCode(what.target)}${what.on === '?' ? '' : ` on ${markdownCode(what.on)}`} failed`,
    escapeMarkdown(failureText(error)),
    savedByFailed(what.checkpoint),
    `**Next:** ${advice}`,
  ];
  if (commands.length > 0) parts.push(shellBlock(withEnvironment(commands, what.repository)));
  return `${parts.join('\n\n')}\n`;
}

function savedByFailed(checkpoint: SnapshotId | null): string {
  if (checkpoint === null)
    return '**Saved:** nothing. No snapshot was made; those from before are untouched.';
  return (
    `**Saved:** a part. Checkpoint ${markdownCode(checkpoint.slice(0, 8))} holds what was read by then: it is tagged ` +
    '`incomplete` and is never `latest`, and the next run goes on from it. The snapshots from before are untouched.'
  );
}

/** What was saved, for a person who must see to the application first. */
function heldSummary(error: AfterFailure, repository: string | null): string {
  const { result } = error;
  const joint = result.complete ? 'but' : 'and';
  const parts = [
    `### ❌ ${outcome(result)}, ${joint} an after command failed`,
    escapeMarkdown(failureText(error)),
    '**Held:** the application may still be stopped: run the `after` commands by hand on the host, and see that it works, before anything else.',
    facts(result),
    notSaved(result),
    next(result, repository, 'nothing is to be saved again'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function outcome(result: BackupResult): string {
  const what = whatWasSaved(result);
  if (result.unchanged) return `Nothing has changed of ${what}`;
  if (result.snapshotId === null) return `Dry run of the backup of ${what}`;
  return result.complete ? `Backed up ${what}` : `Backup of ${what} is incomplete`;
}

function whatWasSaved({ target, hostname }: BackupResult): string {
  return `${markdownCode(target)} on ${markdownCode(hostname)}`;
}

function heading(result: BackupResult): string {
  const what = whatWasSaved(result);
  if (result.unchanged) return `### ✅ Nothing has changed of ${what}`;
  if (result.snapshotId === null) return `### Dry run of the backup of ${what}`;
  if (!result.complete) return `### ⚠️ Backup of ${what} is incomplete`;
  return problemTotal(result) === 0 ? `### ✅ Backed up ${what}` : `### ⚠️ Backed up ${what}, with problems`;
}

function facts(result: BackupResult): string {
  const { summary } = result;
  const rows: [string, string][] = [
    ['Snapshot', snapshotCell(result)],
    ['Paths', codeList(result.paths)],
    [
      'Files',
      `${formatCount(summary.totalFilesProcessed)} (${formatCount(summary.filesNew)} new, ${formatCount(summary.filesChanged)} changed, ${formatCount(summary.filesUnmodified)} unmodified)`,
    ],
    ['Size', formatBytes(summary.totalBytesProcessed)],
    [heldBy(result) === null ? 'Would be read' : 'Read from the host', formatBytes(result.bytesRead)],
  ];
  if (result.snapshotId !== null) {
    const stored = formatBytes(summary.dataAddedPacked);
    rows.push(['Added to the repository', `${formatBytes(summary.dataAdded)} (${stored} stored)`]);
  }
  rows.push(['Took', formatDuration(result.durationMs)]);
  if (result.quiescedMs !== null) rows.push(['Application held for', formatDuration(result.quiescedMs)]);
  if (result.tags.length > 0 && !result.unchanged) rows.push(['Tags', codeList(result.tags)]);
  return factsTable(rows);
}

/** A table of the dumps, if there are any. */
function databases({ dumps }: BackupResult): string[] {
  if (dumps.length === 0) return [];
  const lines = [
    '| dump | tables | rows | size | since the last one |',
    '| --- | --- | --- | --- | --- |',
    ...dumps.map(dumpRow),
  ];
  const shrunk = dumps.flatMap(({ record, change }) =>
    (change?.shrunk ?? []).map((line) => `- ${markdownCode(record.name)}: ${escapeMarkdown(line)}`),
  );
  const told = shrunk.length === 0 ? [] : [`**Shrunk since the last dump:**\n\n${shrunk.join('\n')}`];
  return [lines.join('\n'), ...told];
}

/** A table of the buckets, if there are any. */
function buckets({ buckets: all }: BackupResult): string[] {
  if (all.length === 0) return [];
  const rows = all.map(
    ({ location, objects, size_bytes: bytes }) =>
      `| ${markdownCode(location)} | ${formatCount(objects)} | ${formatBytes(bytes)} |`,
  );
  return [['| bucket | objects | size |', '| --- | --- | --- |', ...rows].join('\n')];
}

function dumpRow({ record, change }: DumpResult): string {
  const { fingerprint } = record;
  const tables = fingerprint === null ? '' : formatCount(Object.keys(fingerprint.tables).length);
  const rows = fingerprint === null ? '' : formatCount(rowsIn(fingerprint));
  return `| ${markdownCode(record.name)} | ${tables} | ${rows} | ${formatBytes(record.size_bytes)} | ${sinceCell(change)} |`;
}

function sinceCell(change: DumpResult['change']): string {
  if (change === null) return 'none to compare with';
  const { rowsBefore, rowsNow, sizeBytesBefore } = change;
  if (rowsBefore === null || rowsNow === null) return `${formatBytes(sizeBytesBefore)} before`;
  const difference = rowsNow - rowsBefore;
  if (difference === 0) return 'as many rows';
  return `${formatCounted(Math.abs(difference), 'row')} ${difference > 0 ? 'more' : 'fewer'}`;
}

function snapshotCell(result: BackupResult): string {
  const id = heldBy(result);
  if (id === null) return 'none (dry run)';
  return `${markdownCode(id.slice(0, 8))}${result.unchanged ? ' (holds it already: no new one was made)' : ''}`;
}

export function notSaved(result: WithProblems): string {
  const total = problemTotal(result);
  if (total === 0) return '**Not saved:** nothing but what the inputs exclude.';
  const shown = result.problems.slice(0, MAX_PROBLEMS_SHOWN);
  const lines = [
    ...(result.complete ? [`**Uncertain:** ${uncertainty(result)}`, ''] : []),
    `**Not saved as it is:** ${formatCounted(total, 'entry', 'entries')}.`,
    '',
    '| path | what happened |',
    '| --- | --- |',
    ...shown.map(problemRow),
  ];
  const more = total - shown.length;
  if (more > 0)
    lines.push('', `… and ${formatCount(more)} more: the log and the snapshot’s manifest name them.`);
  return lines.join('\n');
}

function problemRow({ kind, path, message }: BackupProblem): string {
  return `| ${markdownCode(path)} | ${kind}: ${escapeMarkdown(message)} |`;
}

function next(result: BackupResult, repository: string | null, nothing = 'nothing'): string {
  const held = heldBy(result);
  if (held === null) return '**Next:** run it without `dry-run`.';
  const id = held.slice(0, 8);
  // What Holdfast added a restore leaves out, unless that is all there is to look at: dumps alone, say.
  const isOwnAlone = result.paths.every((path) => path.startsWith(`${OWN_PATH}/`));
  const what = isOwnAlone ? `${id}:${OWN_PATH}` : id;
  const look = [...shellEnvironment(repository), `holdfast restore ${what} --target /tmp/restored`];
  if (result.complete) {
    const todo = problemTotal(result) === 0 ? nothing : CALM;
    return `**Next:** ${todo}. To look at what was saved (stock restic takes the same command):\n\n${shellBlock(look)}`;
  }
  return (
    `**Next:** ${remedy(result)} Then run the job again: only what isn’t saved yet is read. ` +
    `Until then the snapshot is tagged \`incomplete\` and is never \`latest\`, but what is in it can be restored:\n\n${shellBlock(look)}`
  );
}

const CALM =
  'if the application must be consistent, let `before` and `after` hold it still; leave out with `exclude` what needs no backup';
