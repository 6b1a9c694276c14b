import { type ByteString, displayText, fromText } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import { runToEnd } from '../hosts/output.ts';
import { quote } from '../hosts/quote.ts';

/**
 * One thing that can be proved of a restored application.
 * - `files`: by what was restored alone, with nothing of the application running
 * - `software`: by the application, which must have been started
 */
export interface Check {
  /** Letters and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly needs: 'files' | 'software';
  run(place: CheckPlace): Promise<CheckResult>;
}

/** Where something was restored to. */
export interface CheckPlace {
  readonly host: Host;
  /** The folder below which the snapshot's tree stands: `/` where it is in its original place. */
  readonly root: ByteString;
  readonly signal: AbortSignal;
}

/**
 * - `passed`: so many things were seen to be right; never none
 * - `failed`: something is wrong, or there was nothing to see
 * - `impossible`: it could not be looked at: a tool is missing. That isn't passed
 */
export type CheckResult =
  | { readonly state: 'passed'; readonly proved: number; readonly detail: string }
  | { readonly state: 'failed'; readonly detail: string }
  | { readonly state: 'impossible'; readonly detail: string };

/** A check's script ends so where a tool that it needs is missing; it prints which. */
export const IMPOSSIBLE = 77;

/**
 * A check by a shell script. It prints how many things it saw to be right on its last line, and exits 0; it exits 1 for
 * what is wrong, 77 where it can't look, and says why.
 * @param script `root` is quoted, without a slash at its end: `"$root/etc"` is `/etc` of what was restored.
 */
export function scriptCheck(about: Omit<Check, 'run'>, script: string): Check {
  return {
    ...about,
    async run({ host, root, signal }) {
      const prefix = root === '/' ? '' : root;
      const whole = `root=${quote(prefix as ByteString)}\n${script}`;
      const { exit, stdout, stderr } = await runToEnd(host, whole, { signal });
      const said = lastLines(stderr.length > 0 ? stderr : stdout);
      if (!('code' in exit)) return { state: 'failed', detail: `the check was killed by ${exit.signal}` };
      if (exit.code === IMPOSSIBLE) return { state: 'impossible', detail: said };
      if (exit.code !== 0) return { state: 'failed', detail: said || `exit status ${exit.code}` };
      const proved = Number(stdout.toString().trimEnd().split('\n').at(-1));
      if (Number.isSafeInteger(proved) && proved > 0) return { state: 'passed', proved, detail: said };
      return { state: 'failed', detail: 'there was nothing to look at' };
    },
  };
}

/** A check by a command: it passes if that exits 0, and can't look if it exits 77. */
export function commandCheck(about: Omit<Check, 'run'>, command: string): Check {
  return scriptCheck(
    about,
    `(${command}\n) >&2\ncode=$?\n[ $code -ne ${IMPOSSIBLE} ] || exit ${IMPOSSIBLE}\n[ $code -eq 0 ] || exit 1\necho 1`,
  );
}

/** Shell: for the end of a check that can't look. */
export function needsTool(tool: string): string {
  return `command -v ${quote(fromText(tool))} >/dev/null || { echo ${quote(fromText(`there is no ${tool}`))}; exit ${IMPOSSIBLE}; }`;
}

/**
 * Shell: `is_shell FILE` looks whether a shell can read it. Where it can't, bash shows the line, in which passwords may stand, and which
 * is any file's of this machine where the name is a link: we tell which line it is.
 */
export const IS_SHELL = `is_shell() {
  ${needsTool('bash')}
  [ -f "$1" ] || { echo "$1 is no file"; return 1; }
  said=$(bash -n "$1" 2>&1) && return
  line=$(printf '%s\\n' "$said" | sed -n 's/.*: line \\([0-9]*\\): .*/\\1/p' | head -n 1)
  echo "$1 can't be read by a shell: line \${line:-?}"
  return 1
}
`;

/** Shell: from here on `$(find …)` is names by lines, as they are: blanks and patterns in them are no others. */
export const BY_LINES = `set -f
IFS='
'
`;

const MAX_SHOWN_LINES = 5;

function lastLines(output: Buffer): string {
  const lines = output
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return displayText(lines.slice(-MAX_SHOWN_LINES).join(' | '));
}
