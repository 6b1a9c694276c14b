import { fromText } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import { runSuccessfully } from '../hosts/output.ts';
import { quote } from '../hosts/quote.ts';
import { quoted } from './quoted.ts';

/** Of a restore much may lie there. */
const REMOVE_LIMIT_MS = 60_000;
/** A cancelled run has little time. */
const REMOVE_WHEN_CANCELLED_MS = 5000;

/** A new folder below `parent`, which nobody else may read; to be removed by `removeFolder`. @throws HoldfastError command-failed. */
export async function makeFolder(host: Host, parent: string, signal: AbortSignal): Promise<string> {
  const script = `umask 077; exec mktemp -d ${quote(fromText(`${parent}/holdfast-XXXXXX`))}`;
  const { stdout } = await runSuccessfully(host, `make a folder in ${quoted(parent)}`, script, { signal });
  return stdout.toString('utf8').replace(/\n$/, '');
}

/** Removes a folder of ours; `signal` is the run's, whose being aborted doesn't keep it. Never rejects: false if it is left. */
export async function removeFolder(host: Host, folder: string, signal: AbortSignal): Promise<boolean> {
  const limit = AbortSignal.timeout(signal.aborted ? REMOVE_WHEN_CANCELLED_MS : REMOVE_LIMIT_MS);
  const script = `rm -rf -- ${quote(fromText(folder))}`;
  return runSuccessfully(host, `remove ${quoted(folder)}`, script, { signal: limit }).then(
    () => true,
    () => false,
  );
}

/**
 * Shell that makes the folder `$d`, for us alone, and goes into it; false if that isn't where it is then. Whoever owns the folder
 * around it may put a symlink in the place of anything there at any moment, and so choose what root writes to or gives away: of
 * what is in here, by names without a folder, that isn't so.
 */
export const MAKE_AND_ENTER = `mkdir -m 700 "$d" && cd -P "$d" && [ -O . ] && [ -z "$(ls -A .)" ] &&
case "$(ls -ld .)" in drwx------*) ;; *) echo "somebody put another folder in the place of $d" >&2; false;; esac`;
