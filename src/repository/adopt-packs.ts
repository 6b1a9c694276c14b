import type { Backend } from '../backends/backend.ts';
import { throwIfCancelled } from '../backends/cancel.ts';
import type { RepositoryKey } from '../crypto/seal.ts';
import type { BlobIndex } from './blob-index.ts';
import { isUnreadable } from './damage.ts';
import type { PackId } from './format/ids.ts';
import { encodeIndex } from './format/index-file.ts';
import type { PackedBlob } from './format/packed-blob.ts';
import { INDEX_BLOBS } from './index-writer.ts';
import { lookAtPacks } from './look-at-packs.ts';
import { readPackEnd } from './pack-end.ts';
import { inParallel } from './parallel.ts';

interface AdoptedPack {
  readonly id: PackId;
  readonly blobs: readonly PackedBlob[];
}

export interface AdoptedCounts {
  readonly packs: number;
  readonly blobs: number;
}

/** What it needs of an open repository. */
export interface PackAdopter {
  readonly backend: Backend;
  readonly index: BlobIndex;
  readonly masterKey: RepositoryKey;
  saveIndex(json: Buffer): Promise<void>;
}

/**
 * Indexes the packs that no index names: those that a run stored before it was cut off. What is in them then needn't
 * be stored again. Only the end of a pack is read: its header, which must be authentic and account for every byte. One
 * that isn't so is left for prune.
 *
 * Lists all packs. Take a lock and load the index first; a pack that another run stores meanwhile may come to be named
 * by two indexes, which is allowed.
 */
export async function adoptPacks(repository: PackAdopter, signal?: AbortSignal): Promise<AdoptedCounts> {
  const { backend, index, masterKey } = repository;
  const { strays } = await lookAtPacks(repository, signal);
  const adopted: AdoptedPack[] = [];
  await inParallel(strays, backend.connections, async ({ name, sizeBytes }) => {
    const id = name as PackId;
    const load = (range: { offset: number; length: number }) =>
      backend.load({ kind: 'pack', name }, range, signal);
    try {
      adopted.push({ id, blobs: await readPackEnd({ id, sizeBytes, load }, masterKey) });
    } catch (error) {
      if (!isUnreadable(error)) throw error;
    }
  });
  for (const packs of inGroups(adopted)) {
    throwIfCancelled(signal);
    await repository.saveIndex(encodeIndex(packs));
    for (const { id, blobs } of packs) for (const blob of blobs) index.add(id, blob, null);
  }
  return { packs: adopted.length, blobs: adopted.reduce((sum, { blobs }) => sum + blobs.length, 0) };
}

/** As many packs to a group as go into one index file. */
function* inGroups(packs: readonly AdoptedPack[]): Generator<AdoptedPack[]> {
  let group: AdoptedPack[] = [];
  let blobCount = 0;
  for (const pack of packs) {
    group.push(pack);
    blobCount += pack.blobs.length;
    if (blobCount < INDEX_BLOBS) continue;
    yield group;
    group = [];
    blobCount = 0;
  }
  if (group.length > 0) yield group;
}
