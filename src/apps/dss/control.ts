import { fromText } from '../../bytestring.ts';
import { parseDuration } from '../../duration.ts';
import { scriptAs } from '../../hosts/as-user.ts';
import { RUNS } from '../../hosts/process-mark.ts';
import { quote } from '../../hosts/quote.ts';
import type { Control } from '../application.ts';
import { waitScript } from '../wait-script.ts';
import type { DssSettings } from './settings.ts';

/**
 * What `dss status` says, for a lease: each of its processes runs (0); its supervisor isn't running and that process is gone (3);
 * anything between (9). `dss stop` gives up after 20 s and exits 1 also when there was nothing to stop, `dss start` when the
 * backend isn't up within 2 minutes: so neither is believed, and nothing is ever killed, for H2 databases break by that.
 */
export function controlOf(settings: DssSettings, user: string): Control {
  const { service } = settings;
  const here = `cd ${quote(fromText(settings['data-dir']))} || exit 9\n${LOOK}`;
  const unit = service === undefined ? null : quote(fromText(service));
  const stopLimit = limitSeconds(settings, 'stop-limit');
  const startLimit = limitSeconds(settings, 'start-limit');
  const stop = `${here}look\n[ $is -ne 3 ] || exit 0\nbin/dss stop </dev/null\n${untilIs(3, stopLimit)}`;
  const start = `${here}${onceSettled(stopLimit)}[ $is -ne 0 ] || exit 0\nbin/dss start </dev/null\n${untilIs(0, startLimit)}`;
  return {
    stop:
      unit === null
        ? [scriptAs(user, stop)]
        : [`systemctl stop ${unit}`, scriptAs(user, `${here}${untilIs(3, stopLimit)}`)],
    start:
      unit === null
        ? [scriptAs(user, start)]
        : [`systemctl start ${unit}`, scriptAs(user, `${here}${untilIs(0, startLimit)}`)],
    status: scriptAs(user, `${here}look\nexit $is`),
    settleMs: (stopLimit + startLimit + OWN_LIMIT_SECONDS) * 1000,
  };
}

/** What `dss start` itself waits for its backend, before we do, and some more. */
const OWN_LIMIT_SECONDS = 180;

function limitSeconds(settings: DssSettings, name: 'stop-limit' | 'start-limit'): number {
  return Math.ceil(parseDuration(settings[name], name) / 1000);
}

/** `look` sets `is`, and `said` to what the status was. */
const LOOK = `${RUNS}
look() {
  said=$(bin/dss status </dev/null 2>&1)
  pid= lives=no
  { read -r pid rest <run/supervisord.pid; } 2>/dev/null
  [ -n "$pid" ] && start_of "$pid" && lives=yes
  case $said in
    *'supervisor is not running'*) if [ $lives = no ]; then is=3; else is=9; fi ;;
    *) is=9
      states=$(printf '%s\\n' "$said" | sed -n 's/^[A-Za-z][A-Za-z0-9_:-]*  *\\([A-Z][A-Z]*\\).*/\\1/p' | sort -u)
      [ "$states" != RUNNING ] || is=0 ;;
  esac
}
`;

/** Where a stop was cut off it is between both for a while, and `dss start` does nothing then. */
function onceSettled(limit: number): string {
  return `IFS=' .' read -r now rest </proc/uptime
until=$((now + ${limit}))
look
while [ $is -eq 9 ] && [ "$now" -lt $until ]; do
  sleep 0.2 2>/dev/null || sleep 1
  IFS=' .' read -r now rest </proc/uptime
  look
done
`;
}

function untilIs(status: 0 | 3, limit: number): string {
  const what = status === 3 ? 'still there' : 'not up';
  const command = status === 3 ? 'stop' : 'start';
  return waitScript(
    status,
    limit,
    `DSS is ${what} ${limit} s after its ${command} command (supervisor \${pid:-unknown} lives: $lives): $said`,
  );
}
