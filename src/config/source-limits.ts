/** A file larger than this is no configuration. */
export const MAX_SOURCE_BYTES = 256 * 1024;

const MAX_LINE_CHARACTERS = 4096;

/** Far more than anybody nests, in brackets or by `- - -` on one line. */
const MAX_OPEN_BRACKETS = 100;
const NESTED_ON_A_LINE = /^[ \t]*(?:[-?:][ \t]+){20}/;

/**
 * What the YAML library must not be given, or null: it builds a pattern for each depth of nesting, and some hundred
 * thousand brackets end the process without an error. Brackets are counted in texts and comments, too.
 */
export function extremeIn(text: string): { readonly line: number; readonly what: string } | null {
  if (Buffer.byteLength(text) > MAX_SOURCE_BYTES) {
    return { line: 1, what: `it is larger than ${MAX_SOURCE_BYTES / 1024} KiB` };
  }
  let open = 0;
  for (const [i, line] of text.split('\n').entries()) {
    if (line.length > MAX_LINE_CHARACTERS) {
      return { line: i + 1, what: `the line is longer than ${MAX_LINE_CHARACTERS} characters` };
    }
    for (const bracket of line.match(/[[{\]}]/g) ?? [])
      open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (open > MAX_OPEN_BRACKETS || NESTED_ON_A_LINE.test(line))
      return { line: i + 1, what: 'it is nested too deeply' };
  }
  return null;
}
