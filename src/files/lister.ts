import type { ByteString } from '../bytestring.ts';
import type { ListedEntry } from './listing.ts';
import type { ToolMessage } from './tool-message.ts';

/** A push parser of what a lister's script prints. */
export interface RecordParser {
  /** The entries that are complete with `chunk`. @throws HoldfastError command-failed if it isn't what it prints. */
  push(chunk: Buffer): ListedEntry[];
  /** Whether the end record has come. */
  readonly ended: boolean;
  /** The commands' exit status: the first that isn't 0. @throws HoldfastError command-failed if the list is cut off. */
  finish(): number;
}

/** What a lister's records lack of an entry, and what else has to be asked. */
export type Lack = 'device-number' | 'link-target';

/** A way to look at entries with a host's own tools. */
export interface Lister {
  /**
   * Shell that walks and prints a record for each entry, then an end record.
   *
   * @param walk What follows `find`: roots and tests, without an action.
   */
  walkScript(walk: string): string;
  /** Shell that reads paths, each ended by NUL, and prints a record for each that is there, then an end record. */
  lookScript(followSymlinks: boolean): string;
  parser(): RecordParser;
  /** What the records lack: of devices their number, of symlinks their target. */
  readonly lacks: Lack;
  /** What a line of stderr says of a path, or null. */
  parseMessage(line: ByteString): ToolMessage | null;
  /**
   * Why each of `missing` could not be looked at, as far as the lines of stderr say it.
   */
  failuresOf(lines: readonly ByteString[], missing: readonly ByteString[]): Map<ByteString, ToolMessage>;
}
