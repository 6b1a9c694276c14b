import { formatBytes, formatCount, formatCounted, formatDuration } from '../amounts.ts';
import { display } from '../bytestring.ts';
import { failureText } from '../failure-text.ts';
import { escapeMarkdown, markdownCode } from '../github/summary.ts';
import type { RestoreChange, RestoreResult } from '../operations/restore/options.ts';
import { RestoreAfterFailure } from '../operations/restore/restore-after-failure.ts';
import type { UndoResult } from '../operations/restore-undo.ts';
import { undoCommand } from '../settings/undo-command.ts';
import type { ShownPlaces, ShownWay } from './access.ts';
import { codeList, factsTable, shellBlock } from './markdown.ts';
import { nextSteps, withEnvironment } from './next-steps.ts';

/** The log names them all. */
const MAX_CHANGES_SHOWN = 50;

/** The job summary of a restore that was done, or of a dry run. */
export function restoreSummary(
  result: RestoreResult,
  place: { way: ShownWay; changes: readonly RestoreChange[] },
): string {
  const id = markdownCode(result.snapshotId.slice(0, 8));
  const what = `${id} to ${markdownCode(place.way.on)}`;
  const heading = result.dryRun ? `### Dry run of the restore of ${what}` : `### ✅ Restored ${what}`;
  const parts = [heading, facts(result)];
  if (result.dryRun) parts.push(changesTable(result, place.changes));
  else parts.push(inTheWay(result));
  parts.push(next(result, place.way));
  return `${parts.join('\n\n')}\n`;
}

/** The job summary of an archive that was written. */
export function tarSummary(archive: {
  snapshotId: string;
  files: number;
  bytes: number;
  file: string;
}): string {
  const rows: [string, string][] = [
    ['File on the runner', markdownCode(archive.file)],
    ['Holds', `${formatCounted(archive.files, 'file')}, ${formatBytes(archive.bytes)}`],
  ];
  const heading = `### ✅ Wrote ${markdownCode(archive.snapshotId.slice(0, 8))} as a tar archive`;
  const next = '**Next:** use it in this job: a runner’s files are gone after it. It is not encrypted.';
  return `${[heading, factsTable(rows), next].join('\n\n')}\n`;
}

/** The job summary of a restore that was undone, or of a dry run of that. */
export function undoSummary(result: UndoResult, on: string): string {
  const what = `the restore of ${markdownCode(result.snapshotId.slice(0, 8))} on ${markdownCode(on)}`;
  const names = formatCounted(result.names, 'topmost name');
  if (result.dryRun) {
    return `### Dry run: undoing ${what}\n\n**Would change:** ${names}.\n\n**Next:** run it without \`dry-run\`.\n`;
  }
  const kept = `**Put back:** ${names}. What had been restored, with all that was changed there since, lies in ${codeList(result.keptIn)} on the host.`;
  return `### ✅ Undid ${what}\n\n${kept}\n\n**Next:** see that the application works; then remove what had been restored.\n`;
}

/** The job summary of a restore that was not done, or whose after commands failed. */
export function failedRestoreSummary(error: unknown, what: { snapshot: string } & ShownPlaces): string {
  if (error instanceof RestoreAfterFailure) return heldSummary(error, what.way);
  return failedSummary(error, what.repository, {
    heading: `Restore of ${markdownCode(what.snapshot)} to ${markdownCode(what.way.on)} failed`,
    left: '**Restored:** nothing is swapped in unless the message says so; what stood there still stands. Whatever was sent by then is kept beside it, and the same restore goes on from there.',
  });
}

/** The job summary of an undo that was not done, or not to its end. */
export function failedUndoSummary(error: unknown, on: string): string {
  return failedSummary(error, null, {
    heading: `Undo of a restore on ${markdownCode(on)} failed`,
    left: '**Put back:** nothing, or only a part if it was cut off meanwhile. Nothing is deleted: what is not put back yet still lies in the undo folder, and the same undo goes on from there.',
  });
}

/** The job summary of an archive that was not written. */
export function failedTarSummary(
  error: unknown,
  what: { snapshot: string; repository: string | null },
): string {
  return failedSummary(error, what.repository, {
    heading: `Writing ${markdownCode(what.snapshot)} as a tar archive failed`,
    left: '**Written:** nothing: a half-written archive is removed.',
  });
}

function failedSummary(
  error: unknown,
  repository: string | null,
  { heading, left }: { heading: string; left: string },
): string {
  const { advice, commands } = nextSteps(error);
  const parts = [`### ❌ ${heading}`, escapeMarkdown(failureText(error)), left, `**Next:** ${advice}`];
  if (commands.length > 0) parts.push(shellBlock(withEnvironment(commands, repository)));
  return `${parts.join('\n\n')}\n`;
}

/** What was restored, for a person who must see to the application first. */
function heldSummary(error: RestoreAfterFailure, way: ShownWay): string {
  const { result } = error;
  const what = `${markdownCode(result.snapshotId.slice(0, 8))} to ${markdownCode(way.on)}`;
  const [heading, again] = result.dryRun
    ? [`Dry run of the restore of ${what}`, 'Then run it without `dry-run`.']
    : [`Restored ${what}`, 'The restore is done and need not be run again.'];
  const parts = [
    `### ❌ ${heading}, but an after command failed`,
    escapeMarkdown(failureText(error)),
    '**Held:** the application may still be stopped.',
    facts(result),
  ];
  if (!result.dryRun) parts.push(inTheWay(result));
  parts.push(
    `**Next:** run the \`after\` commands by hand on the host, and see that the application works. ${again}`,
  );
  const undo = takeBack(result, way);
  if (undo !== null) parts.push(undo);
  return `${parts.join('\n\n')}\n`;
}

function facts(result: RestoreResult): string {
  const sent = `${formatCounted(result.sentFiles, 'file')}, ${formatBytes(result.sentBytes)}`;
  const rows: [string, string][] = [
    ['To', markdownCode(result.target)],
    [
      'Chosen',
      `${formatCounted(result.files, 'file')} in ${formatCounted(result.folders, 'folder')}, ${formatBytes(result.bytes)}`,
    ],
    [
      'Already there as saved',
      `${formatCounted(result.unchangedFiles, 'file')}, ${formatBytes(result.unchangedBytes)}`,
    ],
    [result.dryRun ? 'Would be sent' : 'Sent', sent],
  ];
  if (result.leftFiles > 0)
    rows.push(['There otherwise, and left as it is (`overwrite`)', formatCounted(result.leftFiles, 'file')]);
  if (result.resumedFiles > 0)
    rows.push(['Sent by an earlier run', formatCounted(result.resumedFiles, 'file')]);
  const changes = `${formatCount(result.created)} new, ${formatCount(result.replaced)} replaced, ${formatCount(result.removed)} removed`;
  rows.push([result.dryRun ? 'Would be swapped in' : 'Swapped in', changes]);
  rows.push(['Took', formatDuration(result.durationMs)]);
  return factsTable(rows);
}

function inTheWay({ undoFolders }: RestoreResult): string {
  if (undoFolders.length === 0) return '**In the way:** nothing was.';
  return `**In the way:** what stood there lies in ${codeList(undoFolders)} on the host.`;
}

function changesTable(result: RestoreResult, changes: readonly RestoreChange[]): string {
  const total = changesOf(result);
  if (total === 0) return '**Would change:** nothing.';
  const shown = changes.slice(0, MAX_CHANGES_SHOWN);
  const lines = ['| what | path |', '| --- | --- |'];
  lines.push(...shown.map(({ kind, path }) => `| ${kind} | ${markdownCode(display(path))} |`));
  if (total > shown.length)
    lines.push('', `… and ${formatCount(total - shown.length)} more: the log names them.`);
  return lines.join('\n');
}

function changesOf({ created, replaced, removed }: RestoreResult): number {
  return created + replaced + removed;
}

function next(result: RestoreResult, way: ShownWay): string {
  if (result.dryRun)
    return changesOf(result) > 0 ? '**Next:** run it without `dry-run`.' : '**Next:** nothing.';
  const undo = takeBack(result, way);
  if (undo === null) return '**Next:** see that the application works.';
  return `**Next:** see that the application works; then remove the undo folder on the host, which takes up space. ${undo}`;
}

/** Null if nothing was in the way. */
function takeBack({ undoFolders: [folder] }: RestoreResult, way: ShownWay): string | null {
  if (folder === undefined) return null;
  const parts = [`To take the restore back instead:\n\n${shellBlock([undoCommand(folder, way)])}`];
  if (way.secrets.length > 0)
    parts.push(LOGINS[way.secrets.includes('identity') ? 'identity' : 'ssh-password']);
  return parts.join('\n\n');
}

/** GitHub shows no secret again, and one on a command line would be in the shell's history. */
const LOGINS: Record<ShownWay['secrets'][number], string> = {
  identity:
    'It logs in with the keys of your agent or your own; for the key of the input `identity`, add `--identity FILE`.',
  'ssh-password':
    'Write the password of the input `ssh-password` to a file, and add `--ssh-password-file FILE`.',
};
