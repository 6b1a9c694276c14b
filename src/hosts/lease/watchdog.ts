import { AS_A_PERSON } from '../as-a-person.ts';
import { TREE } from '../process-tree.ts';

/** A lease is laid and armed within seconds; one that was not has a dead run, and goes. */
export const LAID_WITHIN_SECONDS = 120;
/** What a start that takes too long has at least to end by itself: what recovers from a crash must not be killed in it. */
const END_SECONDS = 60;

/** What a stop command is given that failed, or after which nobody can say. */
const SHORT_STOP_SECONDS = 10;

/**
 * Shell: `start_of PID` sets `start` to when the process started; `runs PID START` says whether it is that one. A number may
 * be another's by now, and what has ended stays in /proc until somebody waits for it.
 */
export const RUNS = `
start_of() {
  IFS= read -r line </proc/$1/stat || return 1
  set -- \${line##*')'}
  case $1 in [ZX]) return 1 ;; esac
  start=\${20}
} 2>/dev/null
runs() { [ -n "$1" ] && start_of "$1" && [ "$start" = "$2" ]; }
`;

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

${RUNS}
take() { mv "$1" "$mine" 2>/dev/null; } # FILE: true for one alone

starter_runs() { # starting.PID.START
  set -- $(IFS=.; echo $1)
  runs "$2" "$3"
}

end_stop() { # a stop command that goes on would stop what was started
  read -r pid start <stopping || return 0
  runs "$pid" "$start" || return 0
  say "ending the stop command, which goes on"
  kill -TERM -"$pid"
  polls=0
  while runs "$pid" "$start" && [ $polls -lt 5 ]; do polls=$((polls + 1)); sleep 1; done
  kill -KILL -"$pid"
} 2>/dev/null

${TREE}
own_session=
if command -v setsid >/dev/null; then own_session=setsid; fi

await() { # SECONDS: until the process child is gone; false where it goes on
  now
  limit=$((now + $1))
  while runs "$child" "$begun_at"; do
    now
    [ "$now" -lt $limit ] || return 1
    pause
  done
}

limited() { # SECONDS WORDS OUTPUT: runs a script of ours; sets code, which is late where it goes on
  (${AS_A_PERSON}; cd / && exec $own_session sh "$here"/$2) </dev/null >>"$3" 2>&1 &
  child=$!
  if start_of $child; then begun_at=$start; else begun_at=; fi
  if await "$1"; then
    wait $child
    code=$?
  else
    code=late
  fi
}

group() { # PID: those in its process group that run
  for status in /proc/[0-9]*/stat; do
    IFS= read -r line <$status || continue
    one=\${line%% *}
    set -- $1 \${line##*')'}
    case $2 in [ZX]) continue ;; esac
    [ $4 = $1 ] && echo $one
  done 2>/dev/null
}

end_all() { # PID SECONDS: asks the process, its group and its descendants to end; false where some go on. Sets marks
  marks=
  in_group=" $(echo $(group $1)) "
  others=
  for target in $(tree $1); do # each is asked once: a second time may mean more
    case $in_group in *" $target "*) ;; *) others="$others $target" ;; esac
  done
  for target in $in_group $others; do
    start_of $target && marks="$marks $target.$start"
  done
  kill -TERM -$1
  for target in $others; do kill -TERM $target; done
  now
  give_up=$((now + $2))
  while left $1; do
    now
    [ "$now" -lt $give_up ] || return 1
    pause
  done
} 2>/dev/null

left() { # PID: whether some of what end_all asked go on. A number may be another's by now
  for mark in $marks; do
    runs "\${mark%.*}" "\${mark#*.}" && return
  done
  [ -n "$(group $1)" ]
}

kill_left() { # PID: those, and what they have begun since
  for mark in $marks; do
    if runs "\${mark%.*}" "\${mark#*.}"; then
      for target in $(tree "\${mark%.*}"); do kill -KILL $target; done
    fi
  done
  for target in $(group $1); do kill -KILL $target; done
} 2>/dev/null

ask() { # sets is: 0 runs, 3 is stopped, else nobody knows
  is=9
  [ -e status.sh ] || return 0
  limited 30 status.sh /dev/null
  if [ $code != late ]; then is=$code; else end_all $child 5 || kill_left $child; fi
}

stays_up() { # what is being stopped says that it runs, too
  polls=0
  while [ $is -eq 0 ] && [ $polls -lt 5 ]; do
    sleep 1
    ask
    polls=$((polls + 1))
  done
  [ $is -eq 0 ]
}

goes_down() { # what was told to stop says for a while that it runs, or can't say: nobody may believe that too early
  if [ ! -e status.sh ] || [ -e was_down ] || [ -e going ]; then return; fi
  now
  code=0
  if [ -e stopping ]; then at=$now # its command was ended just now
  elif [ ! -e stopped ]; then return
  else { read -r at code <stopped && [ "$at" -le "$now" ]; } 2>/dev/null || at=$now
  fi
  soon=$((at + ${SHORT_STOP_SECONDS}))
  late=$((at + start_limit))
  if [ "$code" != 0 ] || [ $late -lt $soon ]; then late=$soon; fi
  [ $is -ne 0 ] || [ "$now" -ge $late ] || say 'it was told to stop, and is waited for'
  while [ $is -ne 3 ] && now; do
    if [ $is -eq 0 ]; then until=$late; else until=$soon; fi # a status that can't say may never do
    [ "$now" -lt $until ] || return
    sleep 1
    ask
  done
}

comes_up() { # after the start command ended
  now
  if [ "$ended" = 0 ]; then until=$((now + patience)); else until=$((now + 5)); fi
  ask
  while [ -e status.sh ] && [ $is -ne 0 ] && now && [ "$now" -lt $until ]; do
    pause
    ask
  done
}

finish() { # STATE WORDS
  say "$2"
  if [ "$1" = started ]; then rm -f "$down"; else : >"$down"; fi 2>/dev/null
  [ "$1" = started ] || logger -t holdfast -p user.crit "$name: $2" 2>/dev/null
  mv "$mine" "$1"
  exit
}

wait_for_operator() {
  [ -e "$hold" ] && say "not started while $hold is there"
  while [ -e "$hold" ]; do sleep 1; done
}

bring_up() { # WHY
  say "starting the application: $1"
  end_stop
  tries=0
  cut=
  patience=$start_limit
  if [ -e cut ]; then is_cut; fi
  if adopt; then judge; fi
  ask
  goes_down
  if [ $is -eq 0 ] && stays_up; then finish started 'the application runs already'; fi
  while :; do
    wait_for_operator
    tries=$((tries + 1))
    limited "$patience" 'watchdog.sh command' start.out
    judge
    sleep $tries
  done
}

adopt() { # a start command that goes on although its starter died: another beside it would be two
  { read -r child begun_at <going; } 2>/dev/null && runs "$child" "$begun_at" || return 1
  say "the start command of the one before goes on"
  tries=1
  code=unknown
  await "$patience" || code=late
}

judge() { # what a start command came to; returns where it is to be tried again
  ended=$code began=$child
  if [ "$ended" = late ]; then
    say "the start command goes on after $patience s"
    ask
    [ $is -eq 0 ] && finish started 'the application runs; its start command goes on'
    [ $is -eq 3 ] || finish failed "nobody knows whether it runs, and its start command goes on: look at it"
    [ -z "$cut" ] || finish failed 'it is stopped still, and its start command goes on, which is not ended a second time: look at it'
    end_start $began
  else
    say "the start command ended with $ended"
    comes_up
  fi
  [ $is -eq 0 ] && finish started 'the application runs'
  if [ ! -e status.sh ]; then
    [ "$ended" = 0 ] && finish started 'the application was started'
    finish failed 'without a status command nobody knows whether to start it again: look at it'
  fi
  [ $is -eq 3 ] || finish failed "nobody knows whether it runs, for the status command says $is: look at it"
  [ $tries -lt "$max_tries" ] || finish failed "still stopped after $tries tries: start it by hand"
}

is_cut() {
  cut=1
  patience=$((start_limit * max_tries))
}

end_start() { # PID: one that brings up what is slow must not be killed in the middle of it
  say 'it is stopped still: ending the start command and all that it began'
  put cut 1 # for whoever follows us
  is_cut
  grace=$start_limit
  [ $grace -ge ${END_SECONDS} ] || grace=${END_SECONDS}
  if end_all $1 $grace; then ask; return; fi
  kept=$marks # asking may end a status command
  ask
  [ $is -eq 3 ] || return
  marks=$kept
  say "it goes on $grace s after it was told to end: killing it"
  kill_left $1
  ask
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
