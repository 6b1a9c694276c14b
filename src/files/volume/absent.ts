import type { ByteString } from '../../bytestring.ts';
import type { ListedBatch, ListingProblem } from '../listed-batch.ts';
import type { ListedEntry } from '../listing.ts';
import { baseName } from '../paths.ts';
import { EMPTY_SUBVOLUME_INODE, SNAPSHOT_FOLDER } from './btrfs.ts';
import type { VolumePlace } from './place.ts';

/**
 * A listing of a snapshot, with a problem for each folder that is empty there, and each file that is another one, because another
 * filesystem, another subvolume or a file stands in its place: nothing of that is saved, and nobody must think so. Excluded folders aren't listed.
 */
export async function* tellAbsent(
  listing: AsyncIterable<ListedBatch>,
  place: VolumePlace,
): AsyncGenerator<ListedBatch> {
  for await (const batch of listing) {
    const problems = batch.entries.flatMap((entry) => problemOf(entry, place));
    yield problems.length === 0 ? batch : { ...batch, problems: [...batch.problems, ...problems] };
  }
}

function problemOf({ type, path, inode }: ListedEntry, place: VolumePlace): ListingProblem[] {
  if (place.absent.has(path)) return [problem(path, 'something else is mounted on it')];
  const isEmptySubvolume = type === 'dir' && place.fileSystem === 'btrfs' && inode === EMPTY_SUBVOLUME_INODE;
  if (!isEmptySubvolume || SNAPSHOT_FOLDER.test(baseName(path))) return [];
  return [problem(path, 'it is a subvolume of its own')];
}

function problem(path: ByteString, why: string): ListingProblem {
  const message = `${why}, of which a snapshot of the volume has nothing: back it up by itself, or exclude it`;
  return { kind: 'unreadable', path, message };
}
