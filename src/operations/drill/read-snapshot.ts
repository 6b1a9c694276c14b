import type { BlobId } from '../../repository/format/ids.ts';
import type { OpenRepository } from '../../repository/open.ts';
import { TreeWalk } from '../../repository/tree-walk.ts';
import { IDLE, type Reporter } from '../progress.ts';

/**
 * Reads every blob that a snapshot is made of, in the order in which they are stored; each is opened, and its hash
 * compared with its name. The index must be loaded.
 * @throws HoldfastError repository-damaged naming the first that isn't as it must be.
 */
export async function readSnapshot(
  repository: OpenRepository,
  tree: BlobId,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<{ blobs: number; bytes: number }> {
  const walk = new TreeWalk(repository, { signal });
  await walk.walk([tree]);
  const { index } = repository;
  const counts = { blobs: 0, bytes: 0 };
  const dataBlobs = function* dataBlobs(): Generator<BlobId> {
    for (const row of walk.reached) {
      if (index.typeAt(row) === 'data') yield index.idAt(row);
      else counts.blobs++; // the walk has read it
    }
  };
  for await (const blob of repository.lendBlobs('data', dataBlobs(), signal)) {
    counts.blobs++;
    counts.bytes += blob.bytes.length;
    blob.giveBack();
    reporter.onProgress({ ...IDLE, phase: 'reading-packs', bytesDone: counts.bytes });
  }
  return counts;
}
