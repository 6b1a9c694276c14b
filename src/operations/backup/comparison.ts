import type { ListedEntry } from '../../files/listing.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Repository } from '../../repository/repository.ts';

/**
 * Clock steps within which two changes of a file can carry the same ctime: 4 ms on most kernels, 1 s on ext4 with
 * 128-byte inodes. 2 s leaves room for both.
 */
export const CTIME_GRANULE_NS = 2_000_000_000n;

/** Judges whether a file is as the parent snapshot saw it. */
export class Comparison {
  readonly #repository: Repository;
  readonly #trustedBeforeNs: bigint;

  /**
   * @param previousListingNs When the parent's listing began, by the host's clock. A file whose ctime is younger than
   *   that less the granule may have changed again within the same tick: it is read again.
   */
  constructor(repository: Repository, previousListingNs: bigint) {
    this.#repository = repository;
    this.#trustedBeforeNs = previousListingNs - CTIME_GRANULE_NS;
  }

  /**
   * The content of `entry` if it is unchanged since `previous`: same size, mtime, ctime and inode, as restic judges
   * it. Devices aren't compared: their numbers change by mount and by volume snapshot.
   * Null when it must be read again, also because one of its blobs is missing from the repository or because its
   * blobs don't add up to its size (a node that another program damaged must not be handed on).
   */
  contentIfUnchanged(entry: ListedEntry, previous: Node | undefined): BlobId[] | null {
    if (previous === undefined || previous.type !== 'file' || previous.content === null) return null;
    if (!this.#isUntouched(entry, previous)) return null;
    return this.#storedBytes(previous.content) === entry.sizeBytes ? previous.content : null;
  }

  #isUntouched(entry: ListedEntry, previous: Node): boolean {
    return (
      entry.sizeBytes === previous.sizeBytes &&
      entry.mtimeNs === previous.mtimeNs &&
      entry.ctimeNs === previous.ctimeNs &&
      entry.inode === previous.inode &&
      entry.ctimeNs < this.#trustedBeforeNs
    );
  }

  /** Size of the content, or null if a part of it is missing. */
  #storedBytes(content: readonly BlobId[]): bigint | null {
    let sizeBytes = 0;
    for (const id of content) {
      const blobBytes = this.#repository.blobSize('data', id);
      if (blobBytes === null) return null;
      sizeBytes += blobBytes;
    }
    return BigInt(sizeBytes);
  }
}
