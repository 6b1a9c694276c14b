import type { FileReader } from './file-reader.ts';
import type { ListedEntry } from './listing.ts';
import type { Hole } from './tar/decode.ts';
import type { ExtendedAttribute, Segment } from './tar/member.ts';

/**
 * A file's whole bytes, or its bytes as they stream, to be read once, with holes where it has them and the host's tar
 * didn't send them. Both are parts of larger buffers: copy what you keep.
 */
export type FileContent = Buffer | AsyncIterable<Buffer | Hole>;

/**
 * What comes of the entries of a batch, in this order: contents as the host sends them, at most one for a file, each to
 * be read before the next is asked for; then, when the host has accounted for everything, one outcome for every file.
 * A content counts only with the outcome `read`: before that it may be of no single moment, or zeros.
 */
export type ReadEvent =
  | {
      readonly kind: 'content';
      readonly entry: ListedEntry;
      readonly content: FileContent;
      readonly extendedAttributes: readonly ExtendedAttribute[];
      /** As tar saw it when it began to read: a content that ends early has less. 0 for what is no file. */
      readonly sizeBytes: bigint;
      /** Where a file has data that came with a map of its holes; else null. */
      readonly segments: readonly Segment[] | null;
      /** As in the outcome `changed`, and known before it. */
      readonly readAs: FileAccess | null;
    }
  /** There are no more contents: the host is free for the next batch while it accounts for this one. */
  | { readonly kind: 'received' }
  | { readonly kind: 'outcome'; readonly entry: ListedEntry; readonly outcome: ReadOutcome }
  /** Something that the host printed, although it reported success. Text of the host. */
  | { readonly kind: 'notice'; readonly message: string };

/**
 * - `read`: content and attributes are those of the listed file, which stood still from the listing to the end (of
 *   other entries only the attributes were read, and they are those of an entry of the same kind). `warning` says what could not be had (extended attributes), or is null.
 * - `changed`: it was written, replaced or cut while it was read: there may be a content, not of a single moment.
 *   `now` is what stands there after the reading. `readAs` is set when tar read a file of another owner or of other
 *   permissions than were listed: whoever leads tar elsewhere by a symlink in a folder's place must not come to own what
 *   was read there.
 * - `vanished`: it is gone.
 * - `unreadable`: the host could not read it, or not all of it.
 * Messages are text of the host: escape them before showing.
 */
export type ReadOutcome =
  | { readonly kind: 'read'; readonly warning: string | null }
  | {
      readonly kind: 'changed';
      readonly message: string;
      readonly now: ListedEntry | null;
      readonly readAs: FileAccess | null;
    }
  | { readonly kind: 'vanished'; readonly message: string }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Who may read a file. */
export type FileAccess = Pick<ListedEntry, 'uid' | 'gid' | 'permissions'>;

export interface ReadOptions {
  /** What `chooseReader` chose for the host. Default: that of hosts with GNU's tools. */
  readonly reader?: FileReader | undefined;
  readonly signal?: AbortSignal | undefined;
}
