import { createHash } from 'node:crypto';
import { type ByteString, fromBytes } from '../../bytestring.ts';
import { type BlobId, ID_BYTES } from '../../repository/format/ids.ts';
import type { Snapshot } from '../../repository/format/snapshot.ts';
import { MARK_BYTES } from './mark.ts';

/** Of fewer folders and files the trees are compared as fast as marks are read. */
const FEW_FOLDERS = 500;
const FEW_FILES = 20_000;
/** The paths of more folders would take too much memory. */
const MOST_FOLDERS = 100_000;

/** After so long all is compared once more, whatever the marks say: a damaged tree, or a fault of ours, must not stay unseen. */
const MAX_AGE_NS = 7n * 24n * 3600n * 1_000_000_000n;

const VERSION_BYTES = 32;
const TIME_BYTES = 8;
const LENGTH_BYTES = 2;

/** A folder whose entries, when they had this mark, were all as its tree has them. */
export interface MarkedFolder {
  readonly path: ByteString;
  readonly mark: Buffer;
  readonly tree: BlobId;
}

/** Whether a snapshot's folders are worth marks. */
export function isWorthMarks({ summary }: Snapshot): boolean {
  const { dirsNew = 0, dirsChanged = 0, dirsUnmodified = 0, totalFilesProcessed = 0 } = summary ?? {};
  const folders = dirsNew + dirsChanged + dirsUnmodified;
  return folders <= MOST_FOLDERS && (folders >= FEW_FOLDERS || totalFilesProcessed >= FEW_FILES);
}

/**
 * The marks of a snapshot's folders, as a backup leaves them for the next. Numbers are big-endian:
 *
 *     SHA-256 of the program's version (32), when all was compared (8, in ns since 1970), then for each folder: length of its path (2), path, mark (32), ID of its
 *     tree (32)
 */
export class FolderMarks {
  /** When all folders were last compared with their trees, in ns since 1970. */
  readonly comparedNs: bigint;
  readonly #bytes: Buffer;
  /** Where each folder's mark stands. */
  readonly #places = new Map<ByteString, number>();

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.comparedNs = bytes.readBigInt64BE(VERSION_BYTES);
    let end: number;
    for (let at = VERSION_BYTES + TIME_BYTES; at < bytes.length; at = end) {
      const pathAt = at + LENGTH_BYTES;
      const markAt = pathAt + bytes.readUInt16BE(at);
      this.#places.set(fromBytes(bytes.subarray(pathAt, markAt)), markAt);
      end = markAt + MARK_BYTES + ID_BYTES;
    }
  }

  /**
   * Null: they were made long ago, or by another version of the program, which may write trees in another way.
   * @param bytes As `encodeMarks` made them.
   */
  static decode(
    bytes: Buffer,
    { programVersion, nowNs }: { readonly programVersion: string; readonly nowNs: bigint },
  ): FolderMarks | null {
    if (!bytes.subarray(0, VERSION_BYTES).equals(hashOf(programVersion))) return null;
    const marks = new FolderMarks(bytes);
    const ageNs = nowNs - marks.comparedNs;
    return ageNs < 0n || ageNs > MAX_AGE_NS ? null : marks;
  }

  /** The folder, if it has a mark. */
  find(path: ByteString): MarkedFolder | null {
    const markAt = this.#places.get(path);
    if (markAt === undefined) return null;
    const treeAt = markAt + MARK_BYTES;
    const tree = this.#bytes.toString('hex', treeAt, treeAt + ID_BYTES) as BlobId;
    return { path, mark: this.#bytes.subarray(markAt, treeAt), tree };
  }
}

/** What `FolderMarks.decode` reads. */
export function encodeMarks(
  folders: readonly MarkedFolder[],
  { programVersion, comparedNs }: { readonly programVersion: string; readonly comparedNs: bigint },
): Buffer {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigInt64BE(comparedNs);
  const parts = [hashOf(programVersion), time];
  for (const { path, mark, tree } of folders) {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt16BE(path.length);
    parts.push(length, Buffer.from(path, 'latin1'), mark, Buffer.from(tree, 'hex'));
  }
  return Buffer.concat(parts);
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
