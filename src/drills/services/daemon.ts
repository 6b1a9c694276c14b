import { fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import { CommandFailure, runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { ServicePlace } from './service.ts';

/** A server that a script of ours starts. All of it is POSIX shell, run in the service's folder. */
export interface Daemon {
  /** For messages. */
  readonly title: string;
  /** What comes before either of the others; it exits by itself, with words on stderr, where the image lacks something. */
  readonly prepare: string;
  /** What `makeDaemon` does. Default: nothing is to be made. */
  readonly make?: string;
  /** The server, in the foreground; null: `prepare` starts it and waits for it, and exits NOT_READY where it doesn't come. */
  readonly command: string | null;
  /** Succeeds once it answers; what it prints goes nowhere. */
  readonly isReady: string;
  /** Prints what is to be known of it, a line each. */
  readonly facts: string;
}

/** Of a script whose server doesn't answer in time. */
export const NOT_READY = 96;

/**
 * In seconds, between two looks: short for a server that comes at once, then longer. The drill's own clock ends it if the shell's
 * pauses are longer.
 */
const FIRST_PAUSE = 0.02;
const LATER_PAUSE = 0.1;
const SHORT_PAUSES = 25;

/** Shell: prints the path of the first of some programs that one of the usual folders has. */
export const FIND_PROGRAM = `find_program() { for p in "$@"; do
  for d in $(echo "$PATH" | tr : ' ') /usr/local/sbin /usr/local/bin /usr/sbin /usr/bin /sbin /bin /usr/libexec /usr/local/mysql/bin /opt/dolt/bin; do
    [ -f "$d/$p" ] && [ -x "$d/$p" ] && { echo "$d/$p"; return 0; }; done; done; return 1; }
lacks() { echo "$1 is in none of the usual folders: the image holds no $2" >&2; exit 127; }`;

/** Makes what the server needs; `startDaemon` comes after it. @throws HoldfastError host-unsupported; cancelled. */
export async function makeDaemon(place: ServicePlace, daemon: Daemon): Promise<void> {
  await runWithin(place, daemon, `${headOf(daemon, place)}\n${daemon.make ?? ''}`);
}

/** @returns what `facts` prints. @throws HoldfastError host-unsupported; cancelled. */
export async function startDaemon(place: ServicePlace, daemon: Daemon): Promise<string[]> {
  const output = await runWithin(place, daemon, scriptOf(daemon, place));
  return output.trim().split('\n');
}

/** @returns what the script prints. */
async function runWithin(
  { host, limitMs, spentMs, signal }: ServicePlace,
  { title }: Daemon,
  script: string,
): Promise<string> {
  const limit = AbortSignal.timeout(Math.max(0, Math.ceil(limitMs - spentMs)));
  const output = await runToEnd(host, script, { signal: AbortSignal.any([signal, limit]) }).catch(
    (error: unknown) => {
      signal.throwIfAborted();
      throw limit.aborted ? notReady(title, limitMs, error) : error;
    },
  );
  if (isSuccess(output.exit)) return output.stdout.toString('utf8');
  const cause = new CommandFailure(`start ${title} for the drill`, host, output);
  throw 'code' in output.exit && output.exit.code === NOT_READY
    ? notReady(title, limitMs, cause)
    : new HoldfastError('host-unsupported', cause.message, { cause });
}

function scriptOf(daemon: Daemon, place: ServicePlace): string {
  const { command, isReady, facts } = daemon;
  const later = (place.limitMs - place.spentMs) / 1000 - SHORT_PAUSES * FIRST_PAUSE;
  const tries = SHORT_PAUSES + Math.max(1, Math.ceil(later / LATER_PAUSE));
  const start = `setsid ${command} >log 2>&1 </dev/null &
pid=$!; i=0
until ${isReady} >/dev/null 2>&1; do
  kill -0 $pid 2>/dev/null || { tail -n 5 log >&2; exit 1; }
  i=$((i + 1)); [ $i -lt ${tries} ] || { tail -n 5 log >&2; exit ${NOT_READY}; }
  [ $i -le ${SHORT_PAUSES} ] && sleep ${FIRST_PAUSE} || sleep ${LATER_PAUSE}
done`;
  return `${headOf(daemon, place)}
${command === null ? '' : start}
${facts}`;
}

function headOf({ prepare }: Daemon, { folder }: ServicePlace): string {
  // A core would hold production data; Podman can't be told by words of its own (see runWords).
  // Slim images may lack it: then the server is of the shell's session, and ends with the container as well.
  return `cd ${quote(fromText(folder))} || exit 1
ulimit -c 0 2>/dev/null
command -v setsid >/dev/null || setsid() { "$@"; }
${FIND_PROGRAM}
${prepare}`;
}

function notReady(title: string, limitMs: number, cause: unknown): HoldfastError {
  const said = cause instanceof CommandFailure ? ` (${cause.message})` : '';
  return new HoldfastError(
    'host-unsupported',
    `Cannot go on with the drill: ${title} isn't ready after ${limitMs / 1000} s${said}, expected it to answer. Allow it ` +
      'more time, or look at the image.',
    { cause },
  );
}
