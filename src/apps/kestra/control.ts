import { fromText } from '../../bytestring.ts';
import { parseDuration } from '../../duration.ts';
import { scriptAs } from '../../hosts/as-user.ts';
import { RUNS } from '../../hosts/process-mark.ts';
import { quote } from '../../hosts/quote.ts';
import type { Control } from '../application.ts';
import { UNIT_STATE } from '../units.ts';
import { waitScript } from '../wait-script.ts';
import { composeFunctions, words } from './command.ts';
import type { KestraSettings } from './settings.ts';

/**
 * Kestra ends its tasks for up to 5 minutes before it stops, and comes up long after its process does: so `stop` and `start`
 * wait until what they are for is seen. It runs (0) when all of its parts do, and are healthy where somebody can ask; it is
 * stopped (3) when none does; between them (9) nobody knows. Nothing of ours kills it.
 */
export function controlOf(settings: KestraSettings): Control {
  const look = lookOf(settings);
  const { stop, start } = commandsOf(settings);
  return {
    stop: [`${look}${stop}\n${untilIs(3, limitSeconds(settings, 'stop-limit'))}`],
    start: [`${look}${start}\n${untilIs(0, limitSeconds(settings, 'start-limit'))}`],
    status: `${look}exit $is`,
    settleMs: (Math.max(...LIMITS.map((name) => limitSeconds(settings, name))) + OWN_LIMIT_SECONDS) * 1000,
  };
}

const LIMITS = ['stop-limit', 'start-limit'] as const;
/** What the commands themselves may take (systemd gives a unit 90 s) before we wait, and some more. */
const OWN_LIMIT_SECONDS = 180;

/** For a restore: of a host that has never run it, whose containers are still to be made. */
export function restoredControlOf(settings: KestraSettings): Control {
  const control = controlOf(settings);
  if (settings.compose === undefined) return control;
  const up = each(settings.services.toReversed(), 'compose up -d --no-recreate --no-deps "$part" || exit 1');
  const limit = limitSeconds(settings, 'start-limit');
  return { ...control, start: [`${lookOf(settings)}${up}\n${untilIs(0, limit)}`] };
}

/** Shell: prints the status, as it would exit with it, and then a line `PART STATE` for each part. */
export function partsScript(settings: KestraSettings): string {
  return `${lookOf(settings)}printf '%s\\n%s\\n' "$is" "$parts"`;
}

function limitSeconds(settings: KestraSettings, name: (typeof LIMITS)[number]): number {
  return Math.ceil(parseDuration(settings[name], name) / 1000);
}

/** In the order of the settings they are stopped, and in the opposite one started. */
function commandsOf(settings: KestraSettings): { stop: string; start: string } {
  const { compose, services, units } = settings;
  const seconds = limitSeconds(settings, 'stop-limit');
  if (compose !== undefined) {
    return {
      stop: each(services, `compose stop -t ${seconds} "$part" || exit 1`),
      start: each(services.toReversed(), 'compose start "$part" || exit 1'),
    };
  }
  if (units.length > 0) {
    return {
      stop: each(units, 'systemctl stop "$part" || exit 1'),
      start: each(units.toReversed(), 'systemctl start "$part" || exit 1'),
    };
  }
  // Only what was just seen to be Kestra.
  const stop = `case $parts in *' running') kill -TERM "$pid" || exit 1 ;; esac`;
  return { stop, start: plainStart(settings) };
}

function each(parts: readonly string[], command: string): string {
  return `for part in ${words(parts)}; do ${command}; done`;
}

/** `look` sets `is`, and `parts` to what each part's state is. It has been called once when the script goes on. */
function lookOf(settings: KestraSettings): string {
  const { compose, services, units, 'pid-file': pidFile } = settings;
  const states =
    compose !== undefined
      ? `${composeFunctions(settings)}${composeStates(services)}`
      : units.length > 0
        ? unitStates(units)
        : plainStates(pidFile ?? '');
  return `${states}${HEALTH(settings.health)}${LOOK}look\n`;
}

/** One question for all of them. What `docker compose run` made isn't Kestra itself. */
function composeStates(services: readonly string[]): string {
  const label = (name: string) => `{{index .Config.Labels "com.docker.compose.${name}"}}`;
  const format = `${label('service')} {{.State.Status}} {{.State.ExitCode}} ${label('oneoff')}`;
  return `states() {
  ids=$(compose ps -a -q ${words(services)}) || { echo 'compose unknown'; return; }
  found=
  [ -z "$ids" ] || found=$("$engine" inspect -f ${quote(fromText(format))} $ids </dev/null) || { echo 'engine unknown'; return; }
  for part in ${words(services)}; do
    there=
    while read -r name state code oneoff; do
      [ "$name" = "$part" ] && [ "$oneoff" != True ] || continue
      there=1
      echo "$part $state $code"
    done <<END
$found
END
    [ -n "$there" ] || echo "$part absent"
  done
}
`;
}

function unitStates(units: readonly string[]): string {
  return `${UNIT_STATE}states() {
  for part in ${words(units)}; do echo "$part $(unit_state "$part")"; done
}
`;
}

/** A number may be another's by now: what isn't Kestra is never told to end. */
function plainStates(pidFile: string): string {
  return `${RUNS}
states() {
  { read -r pid rest <${quote(fromText(pidFile))}; } 2>/dev/null || pid=
  if [ -z "$pid" ] || ! start_of "$pid"; then echo "process gone"
  elif tr '\\000' ' ' <"/proc/$pid/cmdline" | grep -qi kestra; then echo "process running"
  else echo "process foreign"; fi
}
{ read -r pid rest <${quote(fromText(pidFile))}; } 2>/dev/null || pid=
`;
}

/** `healthy`: also where nobody asks. */
const HEALTH = (url: string | undefined) =>
  url === undefined
    ? 'healthy() { :; }\n'
    : `healthy() {
  said=$(curl -fsS -m 5 ${quote(fromText(url))} 2>/dev/null || wget -q -T 5 -O - ${quote(fromText(url))} 2>/dev/null) || return 1
  printf '%s' "$said" | tr -d ' \\n' | grep -q '"status":"UP"'
}
`;

const LOOK = `look() {
  parts=$(states)
  up=0 down=0 all=0
  while read -r part state code; do
    all=$((all + 1))
    case $state in
      running | active | reloading) up=$((up + 1)) ;;
      exited | created | dead | absent | inactive | failed | gone) down=$((down + 1)) ;;
    esac
  done <<END
$parts
END
  is=9
  [ $down -ne $all ] || is=3
  [ $up -ne $all ] || { is=9; ! healthy || is=0; }
}
`;

function untilIs(status: 0 | 3, limit: number): string {
  const what = status === 3 ? 'still there' : 'not up';
  return waitScript(
    status,
    limit,
    `Kestra is ${what} ${limit} s after its ${status === 3 ? 'stop' : 'start'} command: $parts`,
  );
}

/**
 * In a session of its own: what ends us must not end it. Its number is written once it is known. One that is there and isn't healthy
 * (it comes up, or is told to stop and ends its tasks) isn't started beside itself.
 */
function plainStart(settings: KestraSettings): string {
  const { 'pid-file': pidFile = '', 'start-command': start = '', 'log-file': log, user } = settings;
  const run = quote(fromText(`exec ${start}`));
  const begin = `cd / && { setsid sh -c ${run} </dev/null >>${quote(fromText(log))} 2>&1 & echo $!; }`;
  return `case $parts in *' running') ;; *)
  pid=$(${scriptAs(user, begin)}) && [ -n "$pid" ] && printf '%s\\n' "$pid" >${quote(fromText(pidFile))} || exit 1 ;;
esac`;
}
