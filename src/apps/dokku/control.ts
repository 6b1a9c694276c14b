import { fromText } from '../../bytestring.ts';
import { quoteAll } from '../../hosts/quote.ts';
import type { Control } from '../application.ts';
import type { Service } from './settings.ts';

/**
 * Shell: true where a service's own status says that it doesn't run. One that can't say may run.
 * @param type With `name`: parts of words of the shell, quoted.
 */
export function isDown(type: string, name: string): string {
  return `case $(dokku ${type}:info ${name} --status </dev/null 2>/dev/null) in exited* | created* | dead* | missing* | stopped*) true ;; *) false ;; esac`;
}

/** What we locked and stopped, so that nothing else is unlocked and started: it outlives us, and a reboot. */
export const HELD_FILE = '/var/lib/holdfast/dokku.held';

/**
 * Dokku has no mode in which it holds still: applications run on. What can be held are deploys, by a lock of each application,
 * and datastores that know no export. A lease sees to it that both are let go.
 */
export function controlOf(apps: readonly string[], stopped: readonly Service[]): Control {
  const names = quoteAll(apps.map(fromText));
  const services = quoteAll(stopped.map(({ type, name }) => fromText(`${type}:${name}`)));
  return {
    stop: [
      `held=${HELD_FILE}
mkdir -p "\${held%/*}" && : >"$held" || exit 1
for app in ${names}; do
  if dokku apps:locked "$app" </dev/null >/dev/null 2>&1; then echo "a deploy of $app has begun" >&2; exit 1; fi
  printf 'app %s\\n' "$app" >>"$held" && dokku apps:lock "$app" </dev/null || exit 1
done
for service in ${services}; do
  # What was stopped before is never started.
  type=\${service%%:*} name=\${service#*:}
  if ${isDown('"$type"', '"$name"')}; then continue; fi
  printf 'service %s %s\\n' "\${service%%:*}" "\${service#*:}" >>"$held"
  dokku "\${service%%:*}:stop" "\${service#*:}" </dev/null || exit 1
done`,
    ],
    start: [
      `held=${HELD_FILE} failed=
[ -e "$held" ] || exit 0
while read -r kind one two; do
  case $kind in
    app) dokku apps:unlock "$one" </dev/null || failed=1 ;;
    service) dokku "$one:start" "$two" </dev/null || failed=1 ;;
  esac
done <"$held"
[ -z "$failed" ] && rm -f "$held"`,
    ],
    status: `[ ! -e ${HELD_FILE} ] || exit 3`,
  };
}
