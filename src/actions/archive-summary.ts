import { formatBytes, formatCount, formatDuration } from '../amounts.ts';
import { fromText } from '../bytestring.ts';
import { failureText } from '../failure-text.ts';
import { escapeMarkdown, markdownCode } from '../github/summary.ts';
import { quote } from '../hosts/quote.ts';
import type { ArchiveResult } from '../operations/archive.ts';
import { problemTotal, remedy } from './backup-problems.ts';
import { notSaved } from './backup-summary.ts';
import { codeList, factsTable, shellBlock } from './markdown.ts';
import { nextSteps } from './next-steps.ts';

/** How a person comes to the archive. */
export interface WayToArchive {
  /** Null: it can't be shown. */
  readonly location: string | null;
  readonly isByPassphrase: boolean;
}

/** The job summary of an archive that was made, complete or not. */
export function archiveSummary(result: ArchiveResult, way: WayToArchive): string {
  return `${[heading(result), ...body(result, way)].join('\n\n')}\n`;
}

/** Of one whose after commands failed. */
export function heldArchiveSummary(error: unknown, result: ArchiveResult, way: WayToArchive): string {
  const parts = [
    `### ❌ Archive of ${whose(result)} made, but an after command failed`,
    escapeMarkdown(failureText(error)),
    '**Held:** the application may still be stopped: run the `after` commands by hand on the host, and see that it works, before anything else.',
    ...body(result, way),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Of one that was not made. */
export function failedArchiveSummary(error: unknown, what: { target: string; on: string }): string {
  const { advice } = nextSteps(error);
  const parts = [
    `### ❌ Archive of ${markdownCode(what.target)} on ${markdownCode(what.on)} failed`,
    escapeMarkdown(failureText(error)),
    '**Saved:** nothing. What is left of it in the store has no manifest, and counts for nothing; archives from before are untouched.',
    `**Next:** ${advice}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function heading(result: ArchiveResult): string {
  if (!result.complete) return `### ⚠️ Archive of ${whose(result)} is incomplete`;
  return problemTotal(result) === 0
    ? `### ✅ Made an archive of ${whose(result)}`
    : `### ⚠️ Made an archive of ${whose(result)}, with problems`;
}

function whose({ target, hostname }: ArchiveResult): string {
  return `${markdownCode(target)} on ${markdownCode(hostname)}`;
}

function body(result: ArchiveResult, way: WayToArchive): string[] {
  const rows: [string, string][] = [
    ['Archive', markdownCode(result.archiveFile)],
    ['Paths', codeList(result.paths)],
    ['Files', formatCount(result.files)],
    ['Size', `${formatBytes(result.contentBytes)} (${formatBytes(result.storedBytes)} stored)`],
    ['SHA-256', markdownCode(result.storedSha256)],
    ['Took', formatDuration(result.durationMs)],
  ];
  if (result.quiescedMs !== null) rows.push(['Application held for', formatDuration(result.quiescedMs)]);
  if (result.tags.length > 0) rows.push(['Tags', codeList(result.tags)]);
  return [factsTable(rows), notSaved(result), next(result, way)];
}

function next(result: ArchiveResult, { location, isByPassphrase }: WayToArchive): string {
  const todo = result.complete ? 'nothing' : `${remedy(result)} Then run the job again`;
  if (location?.startsWith('artifact:')) {
    // A terminal reaches none.
    return (
      `**Next:** ${todo}. To look at what was saved, run the action \`restore\` with \`archive-from: 'artifact:'\`, ` +
      `\`artifact-token\` and \`snapshot: ${result.id}\`.`
    );
  }
  const from = location === null ? 'LOCATION' : quote(fromText(location));
  const key = isByPassphrase ? ' --age-passphrase-file passphrase.txt' : ' --age-identity key.txt';
  const by = result.archiveFile.endsWith(SEALED) ? key : '';
  const look = [`holdfast restore ${result.id} --archive-from ${from}${by} --target /tmp/restored`];
  return `**Next:** ${todo}. To look at what was saved:\n\n${shellBlock(look)}`;
}

const SEALED = '.age';
