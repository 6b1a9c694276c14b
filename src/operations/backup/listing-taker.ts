import type { ListedEntry } from '../../files/listing.ts';
import type { BlobId } from '../../repository/format/ids.ts';

/** A folder that is, with all below it, as the parent's tree has it; but for what stands of itself in the folder above. */
export interface UnchangedFolder {
  readonly entry: ListedEntry;
  readonly tree: BlobId;
  /** With those below it, as the other counts. */
  readonly folders: number;
  readonly files: number;
  readonly bytes: bigint;
}

/** Who takes what a listing gives: all of a folder together, the folder itself first. */
export interface ListingTaker {
  /** Null: there is nothing to wait for. */
  takeEntry(entry: ListedEntry): Promise<void> | null;
  takeUnchanged(folder: UnchangedFolder): Promise<void>;
}
