import { throwIfCancelled } from '../../backends/cancel.ts';
import type { IndexId, PackId } from '../format/ids.ts';
import type { PackedBlob } from '../format/packed-blob.ts';
import { encodeReadableIndex, INDEX_BLOBS } from '../index-writer.ts';
import type { OpenRepository } from '../open-repository.ts';
import { goes, type PrunePlan } from './plan.ts';
import type { IndexedPack, StoredPacks } from './stored-packs.ts';

interface PackEntry {
  readonly id: PackId;
  readonly blobs: readonly PackedBlob[];
}

/**
 * Writes indexes of the packs that stay, in place of the files that name packs that go, and of small ones. Those it only
 * names: they still have to be removed, before any pack is.
 * @throws HoldfastError lock-lost.
 */
export async function rewriteIndexes(
  repository: OpenRepository,
  { packs, decision }: PrunePlan,
  signal?: AbortSignal,
): Promise<readonly IndexId[]> {
  const isGoing = (pack: IndexedPack) => goes(decision, pack.id);
  if (!packs.indexed.some((pack) => isGoing(pack) || isNamedTwice(pack))) return [];
  const obsolete = obsoleteFiles(repository, packs, isGoing);
  const isNamedElsewhere = ({ entries }: IndexedPack) =>
    entries.some(({ index }) => index !== null && !obsolete.has(index));
  const rewritten = packs.indexed.filter((pack) => !isGoing(pack) && !isNamedElsewhere(pack));
  for (const group of inGroups(rewritten, packs)) {
    throwIfCancelled(signal);
    await repository.saveIndex(encodeReadableIndex(group));
  }
  return [...obsolete];
}

/** As a prune that was cut off leaves them. */
function isNamedTwice({ entries }: IndexedPack): boolean {
  return entries.length > 1;
}

/** Files that name a pack that goes or that is named twice, and those that aren't full: a backup each night makes one. */
function obsoleteFiles(
  { indexFiles }: OpenRepository,
  packs: StoredPacks,
  isGoing: (pack: IndexedPack) => boolean,
): Set<IndexId> {
  const blobs = new Map<IndexId, number>();
  const obsolete = new Set<IndexId>();
  for (const pack of packs.indexed) {
    for (const { index, rowCount } of pack.entries) {
      if (index === null) continue;
      blobs.set(index, (blobs.get(index) ?? 0) + rowCount);
      if (isGoing(pack) || isNamedTwice(pack)) obsolete.add(index);
    }
  }
  for (const index of indexFiles) if ((blobs.get(index) ?? 0) < INDEX_BLOBS) obsolete.add(index);
  return obsolete;
}

/** As many packs to a group as go into one index file. */
function* inGroups(indexed: readonly IndexedPack[], packs: StoredPacks): Generator<PackEntry[]> {
  let group: PackEntry[] = [];
  let blobCount = 0;
  for (const pack of indexed) {
    const blobs = [...blobsOf(pack, packs)].sort((a, b) => a.offset - b.offset);
    group.push({ id: pack.id, blobs });
    blobCount += blobs.length;
    if (blobCount < INDEX_BLOBS) continue;
    yield group;
    group = [];
    blobCount = 0;
  }
  if (group.length > 0) yield group;
}

function* blobsOf(pack: IndexedPack, packs: StoredPacks): Generator<PackedBlob> {
  const { index } = packs;
  for (const row of packs.rowsOf(pack)) {
    const { offset, length, plainLength } = index.placeAt(row);
    yield { type: index.typeAt(row), id: index.idAt(row), offset, length, plainLength };
  }
}
