import { appendFileSync } from 'node:fs';
import { displayText } from '../bytestring.ts';
import { failureText } from '../failure-text.ts';
import { log } from './log.ts';
import { appendWhole } from './runner-file.ts';

/** A larger summary is dropped whole by the runner, with an error annotation. Half, so that other parts have room. */
export const MAX_SUMMARY_BYTES = 512 * 1024;
const CUT = '\n\n_Cut here: the rest stands in the log._\n';

/**
 * Adds `markdown` to the job's summary; cut at a line's end if it is too long. Does nothing where there is no
 * summary (older servers). Never throws: what it says stands in the log, too, and decides nothing.
 */
export function addSummary(markdown: string): void {
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '') return;
  try {
    appendWhole('GITHUB_STEP_SUMMARY', 'the summary', () => appendFileSync(file, fit(markdown)));
  } catch (error) {
    log.warning(failureText(error));
  }
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
 * a new cell or block are escaped. Names of files and hosts go through here.
 */
export function escapeMarkdown(text: string): string {
  return onOneLine(text)
    .trim()
    .replace(/[\\`*_[\]#|~>$]/g, '\\$&')
    .replace(/^[-+=]|(?<=^\d{1,9})[.)]/, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', ':&#47;&#47;')
    .replace(/(?<=www)\./gi, '&#46;');
}

/** `text` as code: in a fence of backticks longer than any inside it. Also inside a table's cell. */
export function markdownCode(text: string): string {
  const line = text.trim() === '' ? JSON.stringify(text) : onOneLine(text); // there is no code of nothing
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = longest > 0 || /^ .* $/.test(line) ? ' ' : '';
  return `${fence}${padding}${line.replaceAll('|', '\\|')}${padding}${fence}`;
}

/** A line's end would end a paragraph, a cell, and the code in it. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, displayText);
}
