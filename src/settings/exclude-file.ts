/**
 * The patterns in a file as restic reads it: one a line, without white space around it; empty lines and lines that
 * begin with `#` are left out; `$NAME` and `${NAME}` stand for environment variables, `$$` for a dollar sign.
 */
export function parseExcludeFile(
  text: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      line.replace(
        /\$(?:(\$)|\{(\w+)\}|(\w+))/g,
        (_, dollar, braced, bare) => dollar ?? env[braced ?? bare] ?? '',
      ),
    );
}
