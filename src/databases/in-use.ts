/**
 * Shell that prints `in-use PID NAME` of a process that has the file `$p` open, as far as /proc shows it to the account: root sees
 * all. Nothing where nobody has, or nothing can be known.
 */
export const WHO_HAS_IT_OPEN = `for d in /proc/[0-9]*; do
  for l in "$d"/fd/*; do
    if [ "$l" -ef "$p" ]; then n=; read -r n <"$d/comm"; echo "in-use \${d#/proc/} $n"; break 2; fi
  done
done 2>/dev/null`;

/** As WHO_HAS_IT_OPEN: of a process of that name whose folder is `$p`. @param names Of letters and dashes. */
export function whoRunsIn(names: readonly string[]): string {
  return `for d in /proc/[0-9]*; do
  n=; read -r n <"$d/comm" || continue
  case $n in ${names.join(' | ')}) [ ! "$d/cwd" -ef "$p" ] || { echo "in-use \${d#/proc/} $n"; break; } ;; esac
done 2>/dev/null`;
}

/** What those scripts said, ready to show: `redis-server (process 123)`; null: nobody is known to. */
export function userIn(said: string): string | null {
  const [, pid, name = ''] = /^in-use (\d+) (.*)$/m.exec(said) ?? [];
  return pid === undefined ? null : `${name.replace(/[^\w.:+-]/g, '?') || 'a process'} (process ${pid})`;
}
