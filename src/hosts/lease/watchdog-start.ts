/** What a start that takes too long has at least to end by itself: what recovers from a crash must not be killed in it. */
const END_SECONDS = 60;

/** Shell, of the watchdog: from the moment that it alone may start the application until that runs, or is given up. */
export const START = `
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

wait_for_operator() {
  [ -e "$hold" ] && say "not started while $hold is there"
  while [ -e "$hold" ]; do sleep 1; done
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

finish() { # STATE WORDS
  say "$2"
  if [ "$1" = started ]; then rm -f "$down"; else : >"$down"; fi 2>/dev/null
  [ "$1" = started ] || logger -t holdfast -p user.crit "$name: $2" 2>/dev/null
  mv "$mine" "$1"
  exit
}
`;
