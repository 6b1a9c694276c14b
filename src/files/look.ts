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
  options: {
    readonly followSymlinks: boolean;
    readonly signal: AbortSignal | undefined;
    /** Entries as they were: one that is so still is given itself, so that thousands don't wait twice. In the order of `wanted`. */
    readonly known?: readonly ListedEntry[] | undefined;
  },
): Promise<Look> {
  const entries = new Map<ByteString, ListedEntry>();
  if (wanted.length === 0) return { entries, failures: new Map() };
  const known = new KnownEntries(options.known ?? []);
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
      for (const entry of records.push(chunk)) {
        const now = known.sameAs(entry);
        entries.set(now.path, now);
      }
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

/** So many that are gone are passed over in a row. */
const MOST_GONE = 64;

/** Entries that come again in their order, but for some that are gone. Where they don't, nothing is lost but memory. */
class KnownEntries {
  readonly #entries: readonly ListedEntry[];
  #next = 0;

  constructor(entries: readonly ListedEntry[]) {
    this.#entries = entries;
  }

  /** The known entry that says all that `entry` says; else `entry`. */
  sameAs(entry: ListedEntry): ListedEntry {
    const at = this.#indexOf(entry.path);
    if (at === null) return entry;
    this.#next = at + 1;
    const known = this.#entries[at] as ListedEntry;
    return isSameEntry(known, entry) ? known : entry;
  }

  /** Null: it isn't known, or came out of order. */
  #indexOf(path: ByteString): number | null {
    const end = Math.min(this.#next + MOST_GONE, this.#entries.length);
    for (let at = this.#next; at < end; at++) {
      if (this.#entries[at]?.path === path) return at;
    }
    return null;
  }
}

function isSameEntry(a: ListedEntry, b: ListedEntry): boolean {
  for (const field in a) {
    if (a[field as keyof ListedEntry] !== b[field as keyof ListedEntry]) return false;
  }
  return true;
}
