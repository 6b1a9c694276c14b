/** How long an application is waited for that was told to stop, where its status can't say what has become of it. */
const UNCLEAR_SECONDS = 10;

/** Shell, of the watchdog: what the status command says of the application, and how long that is not believed. */
export const LOOK = `
ask() { # sets is: 0 runs, 3 is stopped, else nobody knows
  is=9
  [ -e status.sh ] || return 0
  limited 30 status.sh /dev/null
  if [ $code != late ]; then is=$code; else end_all $child 5 || kill_left $child; fi
}

goes_down() { # what was told to stop, by a command that worked or not, may do so late: nobody may believe too early that it runs on
  if [ ! -e status.sh ] || [ -e was_down ] || [ -e going ]; then return; fi
  if [ ! -e stopping ] && [ ! -e stopped ]; then return; fi
  now
  soon=$((now + ${UNCLEAR_SECONDS}))
  late=$((now + start_limit))
  [ $late -ge $soon ] || late=$soon
  [ $is -ne 0 ] || say 'it was told to stop, and is waited for'
  while [ $is -ne 3 ] && now; do
    if [ $is -eq 0 ]; then until=$late; else until=$soon; fi # a status that can't say may never do
    [ "$now" -lt $until ] || break
    sleep 1
    ask
  done
  [ $is -ne 0 ] || say 'it was told to stop, and runs still: should it stop later, nobody starts it'
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

comes_up() { # after the start command ended
  now
  if [ "$ended" = 0 ]; then until=$((now + patience)); else until=$((now + 5)); fi
  ask
  while [ -e status.sh ] && [ $is -ne 0 ] && now && [ "$now" -lt $until ]; do
    pause
    ask
  done
}
`;
