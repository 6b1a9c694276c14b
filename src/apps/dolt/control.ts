import { fromText } from '../../bytestring.ts';
import { parseDuration } from '../../duration.ts';
import { scriptAs } from '../../hosts/as-user.ts';
import { RUNS } from '../../hosts/process-mark.ts';
import { quote } from '../../hosts/quote.ts';
import type { Control } from '../application.ts';
import { waitScript } from '../wait-script.ts';
import type { DoltSettings } from './settings.ts';

/**
 * How the server is stopped and started; null: nothing says so. It is never killed: that may damage a journal. By itself a server notes its
 * process in `sql-server.info`; one that died leaves the note, so that the process is asked what it is.
 */
export function controlOf(settings: DoltSettings, dataFolder: string, user: string): Control | null {
  const { service, stop, start } = settings;
  if (service === undefined && stop.length === 0) return null;
  const unit = service === undefined ? '' : quote(fromText(service));
  const status = settings.status ?? scriptAs(user, `${ownStatus(dataFolder)}exit $is`);
  const look = `look() { (${'\n'}${status}${'\n'}); is=$?; }\n`;
  const until = (is: 0 | 3) =>
    `${look}${untilIs(is, limitSeconds(settings, is === 3 ? 'stop-limit' : 'start-limit'))}`;
  return {
    stop: [...(service === undefined ? stop : [`systemctl stop ${unit}`]), until(3)],
    start: [
      // A unit that was just put back isn't known yet.
      ...(service === undefined ? start : [`systemctl daemon-reload; systemctl start ${unit}`]),
      until(0),
    ],
    status,
    settleMs: (Math.max(...LIMITS.map((name) => limitSeconds(settings, name))) + OWN_LIMIT_SECONDS) * 1000,
  };
}

const LIMITS = ['stop-limit', 'start-limit'] as const;
/** What the commands themselves may take (systemd gives a unit 90 s) before we wait, and some more. */
const OWN_LIMIT_SECONDS = 180;

function limitSeconds(settings: DoltSettings, name: (typeof LIMITS)[number]): number {
  return Math.ceil(parseDuration(settings[name], name) / 1000);
}

/** Shell that sets `is`: 0 it runs, 3 it is stopped. */
function ownStatus(dataFolder: string): string {
  return `${RUNS}
is=3 pid=
{ IFS=: read -r pid rest <${quote(fromText(dataFolder))}/.dolt/sql-server.info; } 2>/dev/null
case $pid in
  '' | *[!0-9]*) ;;
  *) ! start_of "$pid" || case $(tr '\\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null) in '' | *sql-server*) is=0 ;; esac ;;
esac
`;
}

function untilIs(status: 0 | 3, limit: number): string {
  const what = status === 3 ? 'not stopped' : 'not up';
  return waitScript(status, limit, `Dolt is ${what} after ${limit} s`);
}

/**
 * Shell that exits 1 where another process has a database in `dataFolder` open, and says which: a server whose note is missing, or that runs in a
 * container. Where there is no `flock` nobody can tell.
 */
export function seeUnlocked(dataFolder: string): string {
  return `cd ${quote(fromText(dataFolder))} 2>/dev/null || exit 0
command -v flock >/dev/null || exit 0
for lock in .dolt/noms/LOCK */.dolt/noms/LOCK; do
  [ ! -f "$lock" ] || flock -n "$lock" true || { echo "another process has $lock open" >&2; exit 1; }
done`;
}
