import { fromText } from '../../bytestring.ts';
import { quote } from '../../hosts/quote.ts';

/** Exit status where there is nothing to ask with. */
export const NO_CLIENT = 77;

/** Shell: `ask` prints what an address of the container's own, or a Unix socket in it, answers; it fails without success. */
export function askScript({ url, socket }: { url: string; socket: string | null }): string {
  const at = socket === null ? '' : ` --unix-socket ${quote(fromText(socket))}`;
  const wget =
    socket === null ? `elif command -v wget >/dev/null; then ask() { wget -q -t 1 -T 10 -O - "$u"; }\n` : '';
  return `u=${quote(fromText(url))}
if command -v curl >/dev/null; then ask() { curl -q -sS -f --max-time 10${at} -- "$u"; }
${wget}else exit ${NO_CLIENT}; fi`;
}
