import type { ByteString } from '../../bytestring.ts';
import { displayText, fromText, toText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import { quoted } from '../quoted.ts';

const MAX_LINKS = 40;

/**
 * The file that `path` means, where it is a link: what an application opens by it. A file in the link's place would be another one,
 * which the next deployment that makes the link anew leaves behind. As root only links of root are followed, and those that lead to
 * a folder of who made them: whoever may put a link in a folder must not choose what of the host root writes over.
 * @throws HoldfastError restore-blocked for any other link; command-failed.
 */
export async function behindLinks(host: Host, path: string, signal: AbortSignal): Promise<string> {
  const what = `look where ${quoted(path)} leads`;
  const { stdout } = await runSuccessfully(host, what, script(path), { signal });
  const [, word, target = ''] = /^(\w+) (.*)\n$/s.exec(stdout.toString('latin1')) ?? [];
  const found = toText(target as ByteString);
  if (word === 'file' && found !== null) return found;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore the SQLite database ${JSON.stringify(path)} on "${host.name}": it is a link ` +
      (word === 'foreign'
        ? `that somebody else than root made, to ${quoted(displayText(found ?? target))}, which isn't in a folder of theirs. If that is what is ` +
          'meant, name it (--into sqlite:/path); else remove the link.'
        : 'that leads to no file, expected a file, or a link to one. Remove it, or name another file (--into sqlite:/path).'),
  );
}

function script(path: string): string {
  return `p=${quote(fromText(path))} n=0
owner() { set -- $(ls -ldn "$1" 2>/dev/null); echo "$3"; }
while [ -L "$p" ]; do
  n=$((n + 1))
  [ $n -le ${MAX_LINKS} ] || { printf 'loop %s\\n' "$p"; exit 0; }
  t=$(readlink "$p") || exit 1
  case $t in /*) ;; *) t=$(dirname "$p")/$t ;; esac
  if [ "$(id -u)" = 0 ]; then
    o=$(owner "$p")
    [ "$o" = 0 ] || [ "$o" = "$(owner "$(dirname "$t")/.")" ] || { printf 'foreign %s\\n' "$t"; exit 0; }
  fi
  p=$t
done
if [ $n -gt 0 ] && d=$(cd -P "$(dirname "$p")" 2>/dev/null && pwd -P); then p=\${d%/}/$(basename "$p"); fi
printf 'file %s\\n' "$p"`;
}
