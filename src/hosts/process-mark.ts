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
