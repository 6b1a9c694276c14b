import { fromText } from '../bytestring.ts';
import { quote } from './quote.ts';

/**
 * The protocol between us and a host's shell, the same over every transport.
 *
 * A transport starts one fixed command line, which sh, bash, zsh, mksh, ash, fish, tcsh and rbash all can run as
 * login shells. It reads one line of its stdin and evaluates it; our lines follow one another, each read by a shell
 * that the line before has made:
 *
 *     line 1 (only with sudo)  as the login user     exec sudo -n sh -c '…'
 *     line 2                   rc files' environment setsid, env -i, umask; then the same `sh -c` again
 *     line 3                   clean environment     the preamble (CommandIdentity), which we wait for
 *     line 4                   the same              the script
 *     then                                           the script's own stdin
 *
 * So no script ever stands on a command line, where every user of the host could read it, and none runs before we
 * know how to end it. A shell reads a line from a pipe byte by byte: nothing of what follows is lost. A line that was
 * cut off, which could mean something terrible, has no newline at its end: then `read` fails, and nothing runs.
 */
export const READ_AND_EVALUATE = 'IFS= read -r s && eval "$s"';

/** Inside the quotes there may be no `'`, `!`, newline (tcsh) and no pair of backslashes (fish). */
export const SHELL_COMMAND = `sh -c '${READ_AND_EVALUATE}'`;

/** Folders where systems keep their tools, for a user's own PATH often lacks sbin; the last ones are NixOS's, snap's … */
const SYSTEM_PATH = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
  '/snap/bin',
  '/opt/bin',
  '/run/wrappers/bin',
  '/run/current-system/sw/bin',
].join(':');

export interface ShellOptions {
  /** Random: what stdout and stderr say before it isn't the script's. */
  readonly marker: string;
  readonly become: 'sudo' | undefined;
  /** Also end stderr with a report of the exit status (see ExitReport), for a transport that can't tell. */
  readonly reportExit: boolean;
}

/** What the preamble says of a script: its processes are its group, or, without one, the tree below its shell. */
export interface CommandIdentity {
  readonly kind: 'group' | 'tree';
  readonly pid: number;
  /** When its shell started, in the kernel's ticks since boot, or `-`: tells a number that was used again. */
  readonly start: string;
}

/** @returns null for words that our preamble doesn't say. */
export function parseIdentity(words: readonly string[]): CommandIdentity | null {
  const [kind, pid, start] = words;
  if ((kind !== 'group' && kind !== 'tree') || start === undefined) return null;
  return /^[1-9][0-9]*$/.test(pid ?? '') && /^([0-9]+|-)$/.test(start)
    ? { kind, pid: Number(pid), start }
    : null;
}

/** What a transport sends first to the fixed command line; the host answers with the preamble. */
export function openingLines({ marker, become, reportExit }: ShellOptions): Buffer {
  const next = reportExit ? reportExitOfNextLine(marker) : READ_AND_EVALUATE;
  const lines = [CLEAN_ENVIRONMENT, `${preamble(marker)}\n${next}`];
  if (become === 'sudo') lines.unshift(BECOME_ROOT);
  return Buffer.from(lines.map(toLine).join(''));
}

/**
 * What it sends next.
 * @throws HoldfastError bad-input for a NUL in the script.
 */
export function scriptLine(script: string, { reportExit }: Pick<ShellOptions, 'reportExit'>): Buffer {
  const evaluate = `unset s n\neval ${quote(fromText(script))}`;
  return Buffer.from(toLine(reportExit ? `${SAY_EXIT}\n${evaluate}` : evaluate));
}

/** Root needs no sudo, and many a container has none. */
const BECOME_ROOT = `
PATH="$PATH:${SYSTEM_PATH}"; export PATH
[ "$(id -u)" = 0 ] && exec ${SHELL_COMMAND}
exec sudo -n -- ${SHELL_COMMAND}`;

/** Sets `group` and `start` of this shell from Linux's /proc, or `group` alone from ps where there is no /proc. */
const LOOK_AT_MYSELF = `
if IFS= read -r stat; then
  set -- \${stat##*')'}
  group=$3 start=\${20}
fi </proc/$$/stat 2>/dev/null || group=$(ps -o pgid= -p $$ 2>/dev/null)
set -- $group
group=\${1:-0}`;

/** setsid makes a group of its own without a fork unless this shell leads one, so its exit status survives. */
const CLEAN_ENVIRONMENT = `
umask 077
PATH=${SYSTEM_PATH}; export PATH
${LOOK_AT_MYSELF}
own=
[ "$group" = $$ ] || own=$(command -v setsid)
exec $own env -i PATH="$PATH" LC_ALL=C TZ=UTC0 HOME="\${HOME:-/}" USER="\${USER:-$(id -un)}" ${SHELL_COMMAND}`;

function preamble(marker: string): string {
  return `
start=-
${LOOK_AT_MYSELF}
[ "$group" = $$ ] && group=group || group=tree
printf '%s %s %s %s\\n' ${marker} $group $$ $start
printf '%s\\n' ${marker} >&2
set --; unset stat group start`;
}

/** Signals that end a shell and that it can outlive; what it outlives, its children still get. */
const SIGNALS = 'HUP INT QUIT PIPE ALRM TERM USR1 USR2';

/**
 * A child runs the next line, and we report how that ended. `$?` alone can't tell `exit 137` from death by KILL, so
 * the child says its code as it exits by itself (SAY_EXIT). What it says goes through a pipe, not to stderr, because
 * a daemon that the script starts keeps the descriptor (`9>&9`: ksh hands over none but those it is told to). A shell prints the text of what it ran when that is killed: it
 * can't, our stderr is closed.
 */
function reportExitOfNextLine(marker: string): string {
  return `
trap : ${SIGNALS}
exec 7>&1 8>&2 2>/dev/null
{ exec 9>&1 >&7 7>&-
  trap : ${SIGNALS}
  ${SHELL_COMMAND} 2>&8 8>&- 9>&9
  echo status $? >&9
} | { trap '' ${SIGNALS}
  exec >&8 7>&- 8>&-
  while read -r word code; do
    case $word in exit) exit=$code ;; status) break ;; esac
  done
  if [ "$exit" = $code ] || [ $code -le 128 ] || [ $code -gt 192 ]; then kind=code
  else kind=signal code=$(kill -l $((code - 128))); fi
  printf '%s %s %s\\n' ${marker} $kind $code
}`;
}

/** Not in mksh: with such a trap it makes exit status 0 of a death by TERM. There codes over 128 are taken for signals. */
const SAY_EXIT = `[ -n "$KSH_VERSION" ] || trap 'echo exit $? >&9' EXIT`;

/**
 * `script` as one line, its newline at the end, that a POSIX shell evaluates to the same. Inside it only the newline
 * needs care: it is put in from a variable.
 */
function toLine(script: string): string {
  const lines = script
    .trim()
    .split('\n')
    .map((line) => `'${line.replaceAll("'", `'\\''`)}'`);
  return `n=$(printf '\\nx'); n=\${n%x}; eval ${lines.join('"$n"')}\n`;
}
