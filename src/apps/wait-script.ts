/**
 * Shell that looks until the application is as it should be, and exits 0; after `limitSeconds` by the host's own clock, 1. For control
 * commands, whose callers define `look`: it sets `is` to 0 where it runs, 3 where it is stopped, else 9.
 *
 * @param otherwise What is said on stderr then: text within double quotes of the shell, whose `"`, `$` and backquotes are meant.
 */
export function waitScript(status: 0 | 3, limitSeconds: number, otherwise: string): string {
  return `IFS=' .' read -r now rest </proc/uptime
until=$((now + ${limitSeconds}))
while :; do
  look
  [ $is -ne ${status} ] || exit 0
  IFS=' .' read -r now rest </proc/uptime
  [ "$now" -lt $until ] || break
  sleep 0.2 2>/dev/null || sleep 1
done
echo "${otherwise}" >&2
exit 1`;
}
