import { createHash } from 'node:crypto';
import { type ByteString, fromBytes } from '../../bytestring.ts';
import { type BlobId, ID_BYTES } from '../../repository/format/ids.ts';
import type { Snapshot } from '../../repository/format/snapshot.ts';
import { MARK_BYTES } from './mark.ts';
import type { NodeNames } from './node-of-entry.ts';

/** Of fewer folders and files the trees are compared as fast as marks are read. */
const FEW_FOLDERS = 500;
const FEW_FILES = 20_000;
/** The paths of more folders would take too much memory. */
const MOST_FOLDERS = 100_000;

const CONTEXT_BYTES = 32;

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
 * What stands in nodes beside what a listing says, as a hash: marks that were made with another are none. So are those of another
 * version of the program, which may write trees in another way.
 */
export function contextOf({ users, groups }: NodeNames, programVersion: string): Buffer {
  const context = [programVersion, [...users], [...groups]];
  return createHash('sha256').update(JSON.stringify(context)).digest();
}

/**
 * The marks of a snapshot's folders, as a backup leaves them for the next:
 *
 *     context (32), then for each folder: length of its path (2, BE), path, mark (32), ID of its tree (32)
 */
export class FolderMarks {
  readonly #bytes: Buffer;
  /** Where each folder's mark stands. */
  readonly #places = new Map<ByteString, number>();

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Null: they were made in another context. @param bytes As `encodeMarks` made them. */
  static decode(bytes: Buffer, context: Buffer): FolderMarks | null {
    if (!bytes.subarray(0, CONTEXT_BYTES).equals(context)) return null;
    const marks = new FolderMarks(bytes);
    for (let at = CONTEXT_BYTES; at < bytes.length; ) {
      const pathEnd = at + 2 + bytes.readUInt16BE(at);
      marks.#places.set(fromBytes(bytes.subarray(at + 2, pathEnd)), pathEnd);
      at = pathEnd + MARK_BYTES + ID_BYTES;
    }
    return marks;
  }

  /** The folder's, if it has one. */
  find(path: ByteString): MarkedFolder | null {
    const at = this.#places.get(path);
    if (at === undefined) return null;
    const treeAt = at + MARK_BYTES;
    const tree = this.#bytes.toString('hex', treeAt, treeAt + ID_BYTES) as BlobId;
    return { path, mark: this.#bytes.subarray(at, treeAt), tree };
  }
}

/** What `FolderMarks.decode` reads. */
export function encodeMarks(folders: readonly MarkedFolder[], context: Buffer): Buffer {
  const parts = [context];
  for (const { path, mark, tree } of folders) {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(path.length);
    parts.push(length, Buffer.from(path, 'latin1'), mark, Buffer.from(tree, 'hex'));
  }
  return Buffer.concat(parts);
}
