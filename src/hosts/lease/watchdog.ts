import { RUNS } from '../process-mark.ts';
import { LOOK } from './watchdog-look.ts';
import { PROCESSES } from './watchdog-processes.ts';
import { START } from './watchdog-start.ts';

/** A lease is laid and armed within seconds; one that was not has a dead run, and goes. */
export const LAID_WITHIN_SECONDS = 120;

/**
 * What lies on the target while its application is stopped, and starts it again when nobody else does: a shell script
 * of its own, in the lease's folder.
 *
 * One file is the truth: `held`, which whoever starts the application first renames to `starting.PID.START`, its own
 * process by number and start time. A rename succeeds for one alone, so that there are never two starters; a starter
 * that died is followed by whoever renames its file to its own. At the end it becomes `started` or `failed`.
 *
 *     held ──▶ starting.PID.START ──▶ started | failed
 *               ▲            │ its process is gone
 *               └────────────┘
 *
 *     sh watchdog.sh watch        waits beside the runner, and starts the application when `renewed` is too old
 *     sh watchdog.sh start WHY    starts it now, unless another does
 *     sh watchdog.sh recover      after a reboot, or where the watchdog was killed: starts what was left stopped
 *     sh watchdog.sh command      becomes the start command, in a session of its own
 *
 * A start command outlives a starter that is killed: whoever follows waits for that one, which \`going\` names, before it looks
 * whether another is needed. One that takes too long is ended with all that it began, but only where the status says that the
 * application is stopped: else it may be what brings the application up, or be the application itself. It is asked to (TERM), and killed
 * only if it goes on for as long again. That is done once: an application that starts slowly, because it recovers, would never get to the end of it.
 * The next start may take as long as all tries together, and is left alone then.
 *
 * Time is the kernel's since boot, which goes on while a machine sleeps and which nobody sets. dash, busybox and bash
 * run it, with no tool but sleep, mv, rm, cat and date.
 */
export const WATCHDOG = `
cd "\${0%/*}" || exit 1
here=$PWD
. ./settings

say() { printf '%s %s\\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" >>log; } 2>/dev/null

now() { IFS=' .' read -r now rest </proc/uptime; }

put() { printf '%s\\n' "$2" >"$1.$$" && mv "$1.$$" "$1"; } 2>/dev/null

pause() { sleep 0.05 2>/dev/null || sleep 1; }

take() { mv "$1" "$mine" 2>/dev/null; } # FILE: true for one alone

starter_runs() { # starting.PID.START
  set -- $(IFS=.; echo $1)
  runs "$2" "$3"
}
${RUNS}${PROCESSES}${LOOK}${START}
watch() {
  say "watching, as process $$"
  while [ -e settings ]; do
    now
    put alive "$$ $start_of_me $now"
    if [ -e held ]; then
      if over && take held; then bring_up "$why"; fi
    elif [ -e started ] || [ -e failed ]; then
      return
    else
      follow
    fi
    sleep 1
  done
}

over() { # sets why
  now
  read -r renewed <renewed && read -r armed <held || return 1
  if [ $((now - renewed)) -ge "$lease" ]; then
    why="not renewed for $((now - renewed)) s"
  elif [ $((now - armed)) -ge "$longest" ]; then
    why="stopped for $((now - armed)) s"
  else
    return 1
  fi
}

follow() { # whoever started and died; or nobody, in a lease that is still being laid
  set -- starting.*
  if [ ! -e "$1" ]; then
    now
    if [ ! -e armed ] && [ $((now - begun)) -ge ${LAID_WITHIN_SECONDS} ]; then rm -rf "$here"; fi
    return
  fi
  starter_runs "$1" && return
  if take "$1"; then bring_up 'who started it has died'; fi
}

start_of $$ || exit 1
start_of_me=$start
mine=starting.$$.$start
case $1 in
  watch) watch ;;
  command)
    put going "$$ $start_of_me"
    cd / && exec sh "$here/start.sh" ;;
  start) if take held; then bring_up "$2"; fi ;;
  recover)
    read -r pid start then <alive
    if runs "$pid" "$start"; then exit; fi
    if take held; then bring_up 'nobody watched over it any more'; fi
    follow ;;
esac
`;
