import { appendFileSync } from 'node:fs';

/** A larger summary is dropped whole by the runner, with an error annotation. Half, so that other parts have room. */
export const MAX_SUMMARY_BYTES = 512 * 1024;
const CUT = '\n\n_Cut here: the rest stands in the log._\n';

/**
 * Adds `markdown` to the job's summary; cut at a line's end if it is too long. Does nothing where there is no
 * summary (older servers).
 */
export function addSummary(markdown: string): void {
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '') return;
  appendFileSync(file, fit(markdown));
}

function fit(markdown: string): string {
  if (Buffer.byteLength(markdown) <= MAX_SUMMARY_BYTES) return markdown;
  const kept = Buffer.from(markdown)
    .subarray(0, MAX_SUMMARY_BYTES - CUT.length)
    .toString('utf8');
  return kept.slice(0, kept.lastIndexOf('\n')) + CUT;
}

/**
 * `text` as it is in Markdown's tables and paragraphs: characters that would begin markup, HTML, a link, a mention or
 * a new cell are escaped. Names of files and hosts go through here.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]#|~>$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', ':&#47;&#47;');
}

/** `text` as code: in a fence of backticks longer than any inside it. Also inside a table's cell. */
export function markdownCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = longest > 0 ? ' ' : '';
  return `${fence}${padding}${text.replaceAll('|', '\\|')}${padding}${fence}`;
}
