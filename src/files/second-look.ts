import type { ByteString } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import { CommandFailure } from '../hosts/output.ts';
import { quote } from '../hosts/quote.ts';
import { FIND_FORMAT, FindRecords, PRINT_END } from './find-records.ts';
import type { ListedEntry } from './listing.ts';
import { StreamingCommand } from './streaming-command.ts';
import { parseToolMessage, type ToolMessage } from './tool-message.ts';

/** What stands at given paths now. A path is in one of the two maps, or the host is broken. */
export interface Look {
  readonly entries: ReadonlyMap<ByteString, ListedEntry>;
  /** Why a path could not be looked at (`No such file or directory`), by path. */
  readonly failures: ReadonlyMap<ByteString, ToolMessage>;
}

export interface LookOptions {
  /** Look at what symlinks lead to, as if they were that. Default: at the symlinks themselves. */
  readonly followSymlinks?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Lines kept of those that name no path, for the message of a failure. */
const MAX_OTHER_LINES = 20;

/** xargs: some command ended with 1 to 125, as find does for a path that isn't there. */
const XARGS_SOME_FAILED = 123;

/**
 * Looks at `paths` (absolute, a few thousand at most) on a host with GNU find, by one command.
 *
 * @throws HoldfastError command-failed if the command failed otherwise than by paths that can't be looked at, or gave
 *   no account of one.
 */
export async function lookAt(
  host: Host,
  paths: Iterable<ByteString>,
  options: LookOptions = {},
): Promise<Look> {
  const entries = new Map<ByteString, ListedEntry>();
  const failures = new Map<ByteString, ToolMessage>();
  const otherLines: ByteString[] = [];
  const wanted = [...paths];
  if (wanted.length === 0) return { entries, failures };
  const command = await StreamingCommand.start(host, script(options.followSymlinks ?? false), {
    names: wanted,
    signal: options.signal,
    onErrorLine: (line) => {
      const message = parseToolMessage(line, 'find');
      if (message !== null) failures.set(message.path, message);
      else if (otherLines.length < MAX_OTHER_LINES) otherLines.push(line);
    },
  });
  try {
    const records = new FindRecords();
    for await (const chunk of command.output()) {
      for (const entry of records.push(chunk)) entries.set(entry.path, entry);
    }
    const exit = await command.finish();
    const status = records.finish();
    const missing = wanted.find((path) => !entries.has(path) && !failures.has(path));
    if (missing !== undefined || (status !== 0 && status !== XARGS_SOME_FAILED)) {
      throw new CommandFailure('look at files again', host, {
        exit,
        stderr: Buffer.from(otherLines.join('\n'), 'latin1'),
      });
    }
  } finally {
    await command.end();
  }
  return { entries, failures };
}

/** The names are cut into commands by xargs: find takes a list from a file only since findutils 4.9. */
function script(followSymlinks: boolean): string {
  const find = `find ${followSymlinks ? '-L ' : ''}"$@" -maxdepth 0 -printf ${quote(FIND_FORMAT as ByteString)}`;
  return `cd /; xargs -0 -r sh -c ${quote(find as ByteString)} find${PRINT_END}`;
}

/** Whether `message` says that the path isn't there. */
export function saysVanished(message: ToolMessage): boolean {
  return /(^|: )(No such file or directory|Not a directory)$/.test(message.reason);
}
