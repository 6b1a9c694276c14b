import { AS_A_PERSON } from '../as-a-person.ts';
import { TREE } from '../process-tree.ts';

/** Shell, of the watchdog: what it runs in processes of their own, with a limit, and how it ends those and what they began. */
export const PROCESSES = `
${TREE}
own_session=
if command -v setsid >/dev/null; then own_session=setsid; fi

end_stop() { # a stop command that goes on would stop what was started
  read -r pid start <stopping || return 0
  runs "$pid" "$start" || return 0
  say "ending the stop command, which goes on"
  kill -TERM -"$pid"
  polls=0
  while runs "$pid" "$start" && [ $polls -lt 5 ]; do polls=$((polls + 1)); sleep 1; done
  kill -KILL -"$pid"
} 2>/dev/null

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
`;
