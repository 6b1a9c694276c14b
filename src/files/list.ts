import type { ByteString } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import { listWithFind } from './find-listing.ts';
import type { ListedBatch, ListOptions } from './listed-batch.ts';

export type { ListedBatch, ListingProblem, ListOptions } from './listed-batch.ts';

/**
 * Lists `roots` and all below them on the host, by its own find, in batches as they come: parents first, subtrees
 * contiguous, sources sorted, those that lie in another listed once. Entries that the options leave out don't come.
 * Memory: one batch. Not iterating on stops the host's find.
 *
 * The iteration ends normally only when the list is complete, but for what its problems say.
 *
 * @param roots Absolute paths.
 * @throws HoldfastError bad-input, source-missing if none of the roots is there, source-unreadable, command-failed (a
 *   list that is cut off or isn't one), and what the host throws.
 */
export function listTree(
  host: Host,
  roots: readonly ByteString[],
  options: ListOptions = {},
): AsyncIterable<ListedBatch> {
  return listWithFind(host, roots, options);
}
