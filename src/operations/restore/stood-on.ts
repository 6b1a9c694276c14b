import { type ByteString, display, displayText, fromBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { ancestorsOf, joinPath } from '../../files/paths.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import type { GroupsOnMount } from './groups.ts';
import type { Stay } from './plan.ts';

/** What a swap runs, and what brings our scripts to it. */
const TOOLS = 'sh mv mkdir chmod chown stat xargs rm rmdir touch cat ls id env setsid';

/** Where a system has its programs and libraries: nothing else is worth the question. */
const OF_A_SYSTEM = /^\/(usr|s?bin|lib[^/]*|nix|gnu|run)(\/|$)/;

const LIMIT_BYTES = 1024 * 1024;
const MAX_LINKS = 40;
const MAX_NAMED = 8;

/**
 * Every name on the way to what a program needs: symlinks, too. glibc's loader tells libraries when it is asked by this
 * variable; a program that is linked otherwise runs, with nothing to do and nothing to read. musl's loader is among what
 * a process has mapped.
 */
const NEEDED = `
walk() {
  d= rest=\${1#/} left=${MAX_LINKS}
  while [ -n "$rest" ]; do
    c=\${rest%%/*}
    case $rest in */*) rest=\${rest#*/};; *) rest=;; esac
    case $c in ""|.) continue;; ..) d=\${d%/*}; continue;; esac
    if [ -L "$d/$c" ] && [ $left -gt 0 ]; then
      printf "%s\\0" "$d/$c"
      left=$((left - 1)) t=$(readlink "$d/$c")
      case $t in /*) d=;; esac
      rest=$t/$rest
    else d=$d/$c
    fi
  done
  printf "%s\\0" "$d"
}
me=$(id -u)
{
  for tool in ${TOOLS}; do command -v $tool; done
  while IFS=: read -r name x uid gid full home shell; do [ "$uid" != "$me" ] || echo "$shell"; done </etc/passwd
  sed -n 's|^[^/]* \\(/.*\\)$|\\1|p' /proc/self/maps
} 2>/dev/null | sort -u | while IFS= read -r file; do
  case $file in /*) ;; *) continue;; esac
  walk "$file"
  [ -x "$file" ] || continue
  LD_TRACE_LOADED_OBJECTS=1 "$file" </dev/null 2>/dev/null |
    sed -n 's|^.*[[:space:]]\\(/[^ ]*\\) (0x.*$|\\1|p' | while IFS= read -r library; do walk "$library"; done
done
:`;

/**
 * Refuses to move away, be it for a moment, what the host's own commands run by: the one that is to put the new one in
 * its place could not start any more, nor could anybody log in to mend it.
 *
 * @throws HoldfastError restore-blocked.
 */
export async function assertNotStoodOn(
  host: Host,
  mounts: readonly GroupsOnMount[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const moved = new Set<ByteString>();
  for (const { groups } of mounts) {
    for (const { stay, standing } of groups)
      for (const name of awayFrom(stay)) moved.add(joinPath(standing.physical, name));
  }
  if (![...moved].some((path) => OF_A_SYSTEM.test(path))) return;
  const blocked = new Map<ByteString, ByteString>();
  for (const path of await neededBySwaps(host, signal)) {
    for (const around of [...ancestorsOf(path), path]) if (moved.has(around)) blocked.set(around, path);
  }
  if (blocked.size > 0) throw stoodOn(host, blocked);
}

function awayFrom(stay: Stay): ByteString[] {
  return [...stay.changes]
    .filter(([, plan]) => plan === 'replace' || plan === 'remove')
    .map(([name]) => name);
}

/** Paths of programs, libraries and the symlinks on the way to them, absolute. */
export async function neededBySwaps(host: Host, signal: AbortSignal | undefined): Promise<ByteString[]> {
  const options = { limitBytes: LIMIT_BYTES, signal };
  const { stdout } = await runSuccessfully(host, 'ask what its commands run by', NEEDED, options);
  return [...new Set(fromBytes(stdout).split('\0') as ByteString[])].filter((path) => path !== '');
}

function stoodOn(host: Host, blocked: ReadonlyMap<ByteString, ByteString>): HoldfastError {
  const names = [...blocked.keys()].sort();
  const shown = names.slice(0, MAX_NAMED).map((path) => `"${display(path)}"`);
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
  const needed = display(blocked.get(names[0] as ByteString) as ByteString);
  return new HoldfastError(
    'restore-blocked',
    `Cannot restore ${shown.join(', ')}${more} on ${displayText(host.name)}: its running system, and the commands that would swap them in, need them all the while ("${needed}" is one), expected what it can do without for a moment. Nothing was written. Leave them out with --exclude; or replace only what differs with --overwrite if-changed; or start the machine from another system, mount its disk there, and restore with --target.`,
  );
}
