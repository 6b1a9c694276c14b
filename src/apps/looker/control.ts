import { fromText } from '../../bytestring.ts';
import { parseDuration } from '../../duration.ts';
import { scriptAs } from '../../hosts/as-user.ts';
import { RUNS } from '../../hosts/process-mark.ts';
import { quote } from '../../hosts/quote.ts';
import type { Control } from '../application.ts';
import { folderOf, type LookerSettings } from './settings.ts';

/** What `./looker status` exits with when nobody listens. */
export const NOBODY_LISTENS = 7;

/**
 * `stop` and `start` exit 0 whatever came of them, so neither is believed. Stopped is: nobody listens, and the process that
 * ran before is gone, which can be long after `stop` has given up. That it runs only its status says.
 */
export function controlOf(settings: LookerSettings): Control {
  const { user, service } = settings;
  const here = `cd ${quote(fromText(folderOf(settings)))} || exit 9\n`;
  const unit = service === undefined ? null : quote(fromText(service));
  const limitSeconds = Math.ceil(parseDuration(settings['stop-limit'], 'stop-limit') / 1000);
  return {
    stop: [
      unit === null
        ? scriptAs(user, `${here}${REMEMBER}./looker stop </dev/null\n${untilGone(limitSeconds)}`)
        : `systemctl stop ${unit} || exit 1\n${scriptAs(user, `${here}${REMEMBER}${untilGone(limitSeconds)}`)}`,
    ],
    settleMs: Math.max(limitSeconds * 1000, parseDuration(settings['start-limit'], 'start-limit')),
    start: [
      unit === null
        ? scriptAs(user, `${here}${REMEMBER}${onceGone(limitSeconds)}./looker start </dev/null`)
        : `systemctl start ${unit}`,
    ],
    status: scriptAs(user, `${here}./looker status </dev/null >/dev/null 2>&1\n${STATUS}`),
  };
}

/** The process that runs, by number and start time: a number may soon be another's. */
const REMEMBER = `${RUNS}
pid= start= ran=
{ read -r pid rest <.tmp/looker.pid; } 2>/dev/null
start_of "$pid" && ran=$start
`;

function untilGone(limitSeconds: number): string {
  return `IFS=' .' read -r now rest </proc/uptime
until=$((now + ${limitSeconds}))
while :; do
  ./looker status </dev/null >/dev/null 2>&1
  code=$?
  lives=no
  [ -n "$ran" ] && runs "$pid" "$ran" && lives=yes
  [ $code -eq ${NOBODY_LISTENS} ] && [ $lives = no ] && exit 0
  IFS=' .' read -r now rest </proc/uptime
  [ "$now" -lt $until ] || break
  sleep 0.2 2>/dev/null || sleep 1
done
echo "Looker is still there ${limitSeconds} s after its stop command: status $code, process \${pid:-unknown} lives: $lives" >&2
exit 1`;
}

/**
 * Where a stop was cut off its process may outlive its port, and `start` does nothing beside it. One that comes up meanwhile needs no
 * start.
 */
function onceGone(limitSeconds: number): string {
  return `IFS=' .' read -r now rest </proc/uptime
until=$((now + ${limitSeconds}))
while [ -n "$ran" ] && runs "$pid" "$ran" && [ "$now" -lt $until ]; do
  ./looker status </dev/null >/dev/null 2>&1 && exit 0
  sleep 0.2 2>/dev/null || sleep 1
  IFS=' .' read -r now rest </proc/uptime
done
`;
}

/** Of a lease: 3 is stopped. */
const STATUS = `case $? in 0) exit 0 ;; ${NOBODY_LISTENS}) exit 3 ;; *) exit 9 ;; esac`;
