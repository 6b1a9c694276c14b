import { fromText } from '../../bytestring.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import type { Control } from '../application.ts';
import type { DokkuPlaces, Service } from './settings.ts';

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
export function controlOf(
  apps: readonly string[],
  stopped: readonly Service[],
  { root, lib }: DokkuPlaces,
): Control {
  const names = quoteAll(apps.map(fromText));
  const services = quoteAll(stopped.map(({ type, name }) => fromText(`${type}:${name}`)));
  return {
    stop: [
      `held=${HELD_FILE} lib=${quote(fromText(lib))} root=${quote(fromText(root))}
mkdir -p "\${held%/*}" && : >"$held" || exit 1
${LOCK}${PAUSE}
for app in ${names}; do lock "$app" || exit 1; done
for service in ${services}; do pause "\${service%%:*}" "\${service#*:}" || exit 1; done`,
    ],
    start: [
      `held=${HELD_FILE} failed=
${RESUME}
[ -e "$held" ] || exit 0
while read -r kind one two; do
  case $kind in
    app) unlock "$one" || failed=1 ;;
    service) resume "$one" "$two" || failed=1 ;;
  esac
done <"$held"
[ -z "$failed" ] && rm -f "$held"`,
    ],
    status: `[ ! -e ${HELD_FILE} ] || exit 3`,
  };
}

/**
 * Shell. The file that `apps:lock` makes keeps no deploy from beginning: a deploy only looks whether another process has that file
 * locked (acquire_app_deploy_lock of Dokku), and removes it at its end. So a process of ours has it locked, too, until all is let go.
 */
const LOCK = `
begun() { echo "a deploy of $1 has begun" >&2; return 1; }
lock() {
  if dokku apps:locked "$1" </dev/null >/dev/null 2>&1; then begun "$1"; return; fi
  printf 'app %s\\n' "$1" >>"$held" && dokku apps:lock "$1" </dev/null || return 1
  command -v flock >/dev/null || return 0
  file=$lib/data/apps/$1/.deploy.lock
  [ -e "$file" ] || file=$root/$1/.deploy.lock
  [ -e "$file" ] || return 0
  keep 9<>"$file" || {
    # The file is that deploy's now: it isn't ours to remove.
    sed -i '$d' "$held"; begun "$1"
  }
}
keep() {
  flock -n 9 || return 1
  (trap '' HUP; while [ -e "$held" ]; do sleep 1; done) </dev/null >/dev/null 2>&1 &
}
`;

/**
 * Shell. A container that only pauses (Dokku's word: it is stopped) comes back as it was. \`stop\` also removes it: then it is made anew, of an image
 * that may be gone, and the links that applications have to it lead nowhere. Older plugins know \`stop\` alone, and keep it.
 */
const PAUSE = `
pause() {
  # What was stopped before is never started.
  if ${isDown('"$1"', '"$2"')}; then return 0; fi
  printf 'service %s %s\\n' "$1" "$2" >>"$held" || return 1
  dokku "$1:pause" "$2" </dev/null || dokku "$1:stop" "$2" </dev/null || return 1
  if ${isDown('"$1"', '"$2"')}; then return 0; fi
  echo "$1:$2 runs still" >&2; return 1
}
`;

/** Shell. A datastore's start is content, too, where there is nothing that it could start. A lock may be gone with its application. */
const RESUME = `
unlock() { dokku apps:unlock "$1" </dev/null || ! dokku apps:locked "$1" </dev/null >/dev/null 2>&1; }
resume() {
  dokku "$1:start" "$2" </dev/null || return 1
  if ${isDown('"$1"', '"$2"')}; then echo "$1:$2 doesn't run, although its start succeeded" >&2; return 1; fi
}
`;
