import type { ByteString } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import { CommandFailure } from '../hosts/output.ts';
import type { Lister } from './lister.ts';
import type { ListedEntry } from './listing.ts';
import { StreamingCommand } from './streaming-command.ts';
import type { ToolMessage } from './tool-message.ts';

/** What stands at given paths now. A path is in one of the two maps, or the host is broken. */
export interface Look {
  readonly entries: ReadonlyMap<ByteString, ListedEntry>;
  /** Why a path could not be looked at (`No such file or directory`), by path. */
  readonly failures: ReadonlyMap<ByteString, ToolMessage>;
}

/** Lines kept of stderr over one for each path. */
const MAX_OTHER_LINES = 20;

/** xargs: some command ended with 1 to 125, as find and stat do for a path that isn't there. */
const XARGS_SOME_FAILED = 123;

/**
 * Looks at `wanted` with `lister` alone: entries lack what its records lack.
 *
 * @throws HoldfastError command-failed if the command failed otherwise than by paths that can't be looked at, or gave
 *   no account of one.
 */
export async function look(
  host: Host,
  lister: Lister,
  wanted: readonly ByteString[],
  options: { readonly followSymlinks: boolean; readonly signal: AbortSignal | undefined },
): Promise<Look> {
  const entries = new Map<ByteString, ListedEntry>();
  if (wanted.length === 0) return { entries, failures: new Map() };
  const lines: ByteString[] = [];
  const command = await StreamingCommand.start(host, lister.lookScript(options.followSymlinks), {
    names: wanted,
    signal: options.signal,
    onErrorLine: (line) => {
      if (lines.length < wanted.length + MAX_OTHER_LINES) lines.push(line);
    },
  });
  try {
    const records = lister.parser();
    for await (const chunk of command.output()) {
      for (const entry of records.push(chunk)) entries.set(entry.path, entry);
    }
    const exit = await command.finish();
    const status = records.finish();
    const missing = wanted.filter((path) => !entries.has(path));
    const failures = lister.failuresOf(lines, missing);
    const isAccounted = missing.every((path) => failures.has(path));
    if (!isAccounted || (status !== 0 && status !== XARGS_SOME_FAILED)) {
      const stderr = Buffer.from(lines.slice(0, MAX_OTHER_LINES).join('\n'), 'latin1');
      throw new CommandFailure('look at files again', host, { exit, stderr });
    }
    return { entries, failures };
  } finally {
    await command.end();
  }
}
