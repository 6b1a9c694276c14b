import type { ListedEntry } from '../../files/listing.ts';
import type { UntimedDevices } from '../../files/untimed.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Ignored } from './options.ts';
import type { KeptEntry, PreviousNode } from './previous-folder.ts';

/**
 * Clock steps within which two changes of a file can carry the same ctime: 4 ms on most kernels, 1 s on ext4 with
 * 128-byte inodes. 2 s leaves room for both.
 */
export const CTIME_GRANULE_NS = 2_000_000_000n;

/**
 * A ctime that isn't older says nothing of an entry of a listing that began at `listingStartedNs`: the entry may have changed again
 * within the same tick.
 */
export function trustedUntil(listingStartedNs: bigint): bigint {
  return listingStartedNs - CTIME_GRANULE_NS;
}

/** A file that needn't be read: its node as a parent has it, and that node's content. */
export interface UnchangedFile {
  readonly node: Node;
  readonly content: BlobId[];
}

/** Judges whether a file is as a parent snapshot saw it. */
export class Comparison {
  readonly #repository: Pick<Repository, 'blobSize'>;
  readonly #ignored: Ignored;
  readonly #untimed: UntimedDevices;
  /** Kinds of filesystems on which something wasn't trusted since they keep no ctime of their own. */
  readonly distrusted = new Set<string>();

  constructor(
    repository: Pick<Repository, 'blobSize'>,
    ignored: Ignored = 'nothing',
    untimed: UntimedDevices = new Map(),
  ) {
    this.#repository = repository;
    this.#ignored = ignored;
    this.#untimed = untimed;
  }

  /**
   * The first of `previous` (the file as each parent has it) since which `entry` is unchanged. Null when it must be
   * read: it changed since all of them, or one of its blobs is missing from the repository, or its blobs don't add up
   * to its size (a node that another program damaged must not be handed on).
   */
  findUnchanged(entry: ListedEntry, previous: readonly PreviousNode[]): UnchangedFile | null {
    for (const { node, listingStartedNs } of previous) {
      const { type, content } = node;
      if (type !== 'file' || content === null || !this.#isUntouched(entry, node, listingStartedNs)) continue;
      if (this.#storedBytes(content) === entry.sizeBytes) return { node, content };
    }
    return null;
  }

  /**
   * The first of `previous` since which `entry`, which has no content, is unchanged: its extended attributes are as
   * they were. Null: they must be read.
   */
  findUntouched(entry: ListedEntry, previous: readonly PreviousNode[]): Node | null {
    const found = previous.find(
      ({ node, listingStartedNs }) =>
        node.type === entry.type && this.#isUntouched(entry, node, listingStartedNs),
    );
    return found?.node ?? null;
  }

  /** Whether an entry of which a parent says all the same is unchanged since, with a content that can be taken over. */
  isKept(entry: ListedEntry, { content, listingStartedNs }: KeptEntry): boolean {
    return (
      this.#isTrusted(entry, listingStartedNs) &&
      (entry.type !== 'file' || this.#storedBytes(content) === entry.sizeBytes)
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

  /**
   * Same size, mtime, ctime and inode, as restic judges it. Devices aren't compared: their numbers change by mount and
   * by volume snapshot. A ctime younger than the parent's listing less the granule isn't trusted: the file may have
   * changed again within the same tick. Nor is one that is none: see UntimedDevices. Where the ctime is to be ignored, the mtime is judged so.
   */
  #isUntouched(entry: ListedEntry, previous: Node, listingStartedNs: bigint): boolean {
    const ignored = this.#ignored;
    return (
      (entry.type !== 'file' || entry.sizeBytes === previous.sizeBytes) &&
      entry.mtimeNs === previous.mtimeNs &&
      (ignored !== 'nothing' || entry.ctimeNs === previous.ctimeNs) &&
      (ignored === 'inode' || entry.inode === previous.inode) &&
      this.#isTrusted(entry, listingStartedNs)
    );
  }

  #isTrusted(entry: ListedEntry, listingStartedNs: bigint): boolean {
    const untilNs = trustedUntil(listingStartedNs);
    if (this.#ignored !== 'nothing') return entry.mtimeNs < untilNs;
    return entry.ctimeNs < untilNs && !this.#isUntimed(entry);
  }

  #isUntimed({ device, type }: ListedEntry): boolean {
    const kind = this.#untimed.get(device);
    if (kind === undefined) return false;
    if (type === 'file') this.distrusted.add(kind);
    return true;
  }
}
