import { HoldfastError } from '../errors.ts';
import type { BlobIndex } from './blob-index.ts';
import { isUnreadable } from './damage.ts';
import type { IndexId } from './format/ids.ts';
import { decodeIndex } from './format/index-file.ts';
import { readIndexRows } from './format/index-rows.ts';
import { inParallel } from './parallel.ts';
import type { SealedFiles } from './sealed-files.ts';

export interface IndexLoadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told of a file that can't be read; it is then left out. Without this, loading fails with that error. */
  readonly onUnreadable?: ((id: IndexId, error: unknown) => void) | undefined;
  /** Told of all files that are there, before any is read. */
  readonly onListed?: ((ids: readonly IndexId[]) => void) | undefined;
  /** Told of each file that was added whole. */
  readonly onLoaded?: ((id: IndexId) => void) | undefined;
}

/**
 * Adds what all index files say to `index`. A file that is gone since it was listed is no error: whoever replaced it
 * (a prune needs the exclusive lock) wrote its successor first.
 */
export async function loadIndexFiles(
  files: SealedFiles,
  index: BlobIndex,
  { signal, onUnreadable, onListed, onLoaded }: IndexLoadOptions,
): Promise<void> {
  const ids = (await files.list('index', signal)).map(({ id }) => id);
  onListed?.(ids);
  await inParallel(ids, files.backend.connections, async (id) => {
    try {
      const json = await files.loadIfThere('index', id, signal);
      if (json === null) return;
      const rows = readIndexRows(json);
      if (rows !== null) index.addAll(rows, id);
      else decodeIndex(json, (pack, blob) => index.add(pack, blob, id), `index ${id}`);
      onLoaded?.(id);
    } catch (error) {
      if (onUnreadable === undefined) throw withNextStep(error);
      if (!isUnreadable(error)) throw error;
      onUnreadable(id, error);
    }
  });
}

/** An index is the easiest of all to make anew, which nobody knows who wants a file back. */
function withNextStep(error: unknown): unknown {
  if (!(error instanceof HoldfastError) || error.code !== 'repository-damaged') return error;
  if (error.message.includes('check')) return error;
  return new HoldfastError(error.code, `${error.message} "holdfast check" says how it is mended.`, {
    cause: error,
  });
}
