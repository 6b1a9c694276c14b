import { formatBytes, formatDuration } from '../amounts.ts';
import type { Verified } from '../databases/database.ts';
import { whyNotVerified } from '../databases/fingerprint.ts';
import { markdownCode } from '../github/summary.ts';
import type { RestoreDatabaseResult } from '../operations/restore-database.ts';
import { comparedWords } from '../progress/compared-words.ts';
import { factsTable } from './markdown.ts';

/** The job summary of a dump that was put back, or of a dry run of that. */
export function databaseSummary(result: RestoreDatabaseResult, on: string): string {
  const { record, restored } = result;
  const what = `${markdownCode(record.name)} of ${markdownCode(result.snapshotId.slice(0, 8))} on ${markdownCode(on)}`;
  const rows: [string, string][] = [
    ['Dump', `${markdownCode(record.name)}, ${formatBytes(record.size_bytes)}`],
  ];
  if (restored === null) {
    return `### Dry run of the restore of ${what}\n\n${factsTable(rows)}\n\n**Next:** run it without \`dry-run\`.\n`;
  }
  const { database, movedAside, verified } = restored;
  if (database !== null) rows.push(['Database', markdownCode(database)]);
  if (movedAside !== null) rows.push(['What was there is called', markdownCode(movedAside)]);
  rows.push(['Compared', comparedCell(record, verified)], ['Took', formatDuration(result.durationMs)]);
  const mark = verified === null || verified.onlyCounted > 0 ? '⚠️' : '✅';
  const next =
    movedAside === null
      ? '**Next:** see that the application works with it.'
      : '**Next:** see that the application works with it; then drop what was there.';
  return `### ${mark} Restored ${what}\n\n${factsTable(rows)}\n\n${next}\n`;
}

function comparedCell({ fingerprint }: RestoreDatabaseResult['record'], verified: Verified | null): string {
  if (verified === null) return `no: ${whyNotVerified(fingerprint)}`;
  return comparedWords(verified);
}
