import type { FileOfBlobs } from './compare-file.ts';
import type { Node } from './format/node.ts';
import type { EntryToMake } from './make-entries.ts';
import type { Repository } from './repository.ts';
import type { ReadStretch } from './stretch.ts';
import type { Refusal } from './write-files.ts';

/** What a restore reads: trees and blobs. A repository has them, and an archive can be read as if it had. */
export interface BlobSource
  extends Pick<Repository, 'loadIndex' | 'blobSize' | 'blobPlace' | 'loadBlobs' | 'lendBlobs' | 'loadTree'> {
  /** The folder of this machine that it lies in; undefined: it lies elsewhere. */
  readonly folder?: string | undefined;

  /**
   * Where a file's content lies, for a source that can be read in one order alone. Without it, where its first blob lies
   * says it.
   */
  filePlace?(file: Node): { packOrdinal: number; offset: number } | null;

  /**
   * Reads files of this machine, which lie in `folder`, and compares them with the blobs that they are to be made of, in as
   * many threads as there are. Absent where there are none.
   * @returns Of each what is wrong with it, ready to show; null: nothing.
   */
  compareFiles?(folder: string, files: readonly FileOfBlobs[]): Promise<readonly (string | null)[]>;

  /**
   * Loads what files are made of, for a thread to open and write. Absent, or null, where there are none.
   * @throws As `loadBlobs`.
   */
  readonly readStretch?: ReadStretch | null;

  /**
   * Has a thread make folders and symlinks below a folder of this machine, where there is `readStretch`.
   * @returns What the system refused; null: nothing.
   */
  makeEntries?(folder: string, entries: readonly EntryToMake[]): Promise<Refusal | null>;
}
