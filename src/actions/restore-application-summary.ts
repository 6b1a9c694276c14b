import { formatBytes, formatCounted, formatDuration } from '../amounts.ts';
import { markdownCode } from '../github/summary.ts';
import type { RestoreApplicationResult } from '../operations/restore-application.ts';
import { comparedWords } from '../progress/compared-words.ts';
import { codeList, factsTable } from './markdown.ts';

/** The job summary of an application that was put back, or of a dry run of that. */
export function applicationSummary(
  { record, steps, files, databases, buckets, durationMs }: RestoreApplicationResult,
  { on, dryRun }: { on: string; dryRun: boolean },
): string {
  const version = record.version === null ? '' : ` ${markdownCode(record.version)}`;
  const what = `${markdownCode(record.profile)}${version} on ${markdownCode(on)}`;
  const list = steps.map((title, i) => `${i + 1}. ${markdownCode(title)}`).join('\n');
  if (dryRun)
    return `### Dry run of the restore of ${what}\n\n${list}\n\n**Next:** run it without \`dry-run\`.\n`;
  const rows: [string, string][] = files.map((part) => [
    `Files to ${markdownCode(part.target)}`,
    `${formatCounted(part.files, 'file')}, ${formatBytes(part.bytes)}`,
  ]);
  for (const { record: dump, restored } of databases) {
    const verified = restored?.verified ?? null;
    const aside = restored?.movedAside ?? null;
    rows.push([
      `Dump ${markdownCode(dump.name)}`,
      (verified === null ? 'not compared: it has no fingerprint' : comparedWords(verified)) +
        (aside === null ? '' : `; what was there is called ${markdownCode(aside)}`),
    ]);
  }
  for (const { record: saved, into, written } of buckets)
    rows.push([
      `Bucket ${markdownCode(saved.name)} to ${markdownCode(into)}`,
      `${formatCounted(saved.objects, 'object')}, ${formatBytes(saved.size_bytes)}, each proved${
        written !== null && written.others > 0
          ? `; ${formatCounted(written.others, 'object')} there that the snapshot doesn’t have`
          : ''
      }`,
    ]);
  const undo = files.flatMap(({ undoFolders }) => undoFolders);
  rows.push(['What was there is in', codeList(undo)], ['Took', formatDuration(durationMs)]);
  return `### ✅ Restored ${what}\n\n${factsTable(rows)}\n\n${list}\n\n**Next:** see that it works; then remove what was there.\n`;
}
