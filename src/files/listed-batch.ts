import type { ByteString } from '../bytestring.ts';
import type { FileReader } from './file-reader.ts';
import type { ListedEntry } from './listing.ts';
import type { ExcludeOptions } from './selection.ts';

export interface ListOptions extends ExcludeOptions {
  /** What `chooseReader` chose for the host. Default: that of hosts with GNU's tools. */
  readonly reader?: FileReader | undefined;
  /** Don't cross into other filesystems than that of the source: mount points are listed, and nothing below them. */
  readonly oneFileSystem?: boolean | undefined;
  /** Leave out what lies beside a CACHEDIR.TAG with its signature. */
  readonly excludeCaches?: boolean | undefined;
  /** `NAME` or `NAME:HEADER`: leave out what lies beside such a file. */
  readonly excludeIfPresent?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Some entries of a listing, and what went wrong meanwhile; either can be empty. */
export interface ListedBatch {
  readonly entries: readonly ListedEntry[];
  readonly problems: readonly ListingProblem[];
}

/**
 * - `unreadable`: a folder whose entries could not be listed (itself it was), or an entry that could not be looked at
 *   or has a path longer than MAX_PATH_BYTES (it isn't listed). What is missing so must not be taken for deleted.
 * - `missing`: a source that isn't there, while others are
 * - `vanished`: deleted while the listing went on
 * - `notice`: something that the host printed, although it reported success
 */
export interface ListingProblem {
  readonly kind: 'unreadable' | 'missing' | 'vanished' | 'notice';
  /** Null when the message names no path. */
  readonly path: ByteString | null;
  /** Text of the host: escape it before showing. */
  readonly message: string;
}
