import { type ByteString, fromBytes } from '../../bytestring.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quoteAll } from '../../hosts/quote.ts';
import type { Mounts } from './mounts.ts';
import { UNDO_PREFIX } from './workspace-name.ts';

/** A restore below a folder leaves its undo folder as deep as what it replaced lay: `TARGET/srv/wiki/data`. */
export const SEARCH_DEPTH = 8;
/** Nearly all lie no deeper: they are found before the search of a whole machine takes its time. */
const SHALLOW_DEPTH = 3;
const SHALLOW_SECONDS = 5;
export const SEARCH_SECONDS = 20;

const LIMIT_BYTES = 16 * 1024 * 1024;

export interface FoundBelow {
  readonly folders: readonly ByteString[];
  /** False: the search took too long and was ended, or a tool of the host doesn't know how. */
  readonly isWhole: boolean;
}

/**
 * Undo folders of ours below `folder` (without symlinks), at most SEARCH_DEPTH deep in each filesystem. What Holdfast
 * has moved away or staged is not searched. What can't be read is left out: no restore of ours was there.
 */
export async function searchUndoFolders(
  host: Host,
  folder: ByteString,
  { mounts, signal }: { mounts: Mounts; signal: AbortSignal },
): Promise<FoundBelow> {
  const script = searchScript([folder, ...mounts.writableBelow(folder)]);
  const { stdout } = await runToEnd(host, script, { limitBytes: LIMIT_BYTES, signal });
  const parts = fromBytes(stdout).split('\0') as ByteString[];
  const end = parts.indexOf('' as ByteString);
  return { folders: [...new Set(parts.slice(0, end))], isWhole: parts[end + 1] === 'whole' };
}

/** Without `timeout` on the host only what isn't deep is searched. 1 is find's word for what it couldn't read. */
function searchScript(starts: readonly ByteString[]): string {
  const find = (depth: number) =>
    `find ${quoteAll(starts)} -xdev -maxdepth ${depth} -name '.holdfast-*' -prune ` +
    `-name '${UNDO_PREFIX}*' -type d -user "$(id -u)" -print0 2>/dev/null`;
  return `
if command -v timeout >/dev/null; then
  timeout ${SHALLOW_SECONDS} ${find(SHALLOW_DEPTH)}
  timeout ${SEARCH_SECONDS} ${find(SEARCH_DEPTH)}
  status=$?
else ${find(SHALLOW_DEPTH)}; status=cut
fi
printf '\\0'
case $status in 0|1) printf 'whole\\0';; *) printf 'cut\\0';; esac`;
}
