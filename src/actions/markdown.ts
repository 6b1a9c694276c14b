import { markdownCode } from '../github/summary.ts';

/** A table of two columns without titles. Cells are Markdown already. */
export function factsTable(facts: readonly (readonly [name: string, value: string])[]): string {
  return ['| | |', '| --- | --- |', ...facts.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

/** Each as code, with commas between; `none` if there are none. */
export function codeList(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.map(markdownCode).join(', ');
}

/** A block of lines for a shell. The fence is longer than any in the lines. */
export function shellBlock(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}sh`, ...lines, fence].join('\n');
}
