import type { BlobIndex, BlobPlace, PackRows } from './blob-index.ts';
import { error, type Finding, hint } from './check-finding.ts';
import type { PackId } from './format/ids.ts';
import { packSizeBytes } from './format/pack-header.ts';
import type { PackedBlob } from './format/packed-blob.ts';
import type { OpenRepository } from './open-repository.ts';

/** Every pack that the index names, with its index entries. */
export type IndexedPacks = ReadonlyMap<PackId, readonly Readonly<PackRows>[]>;

export function groupPacks(index: BlobIndex): IndexedPacks {
  const packs = new Map<PackId, Readonly<PackRows>[]>();
  for (const rows of index.packs) {
    const known = packs.get(rows.id);
    if (known === undefined) packs.set(rows.id, [rows]);
    else known.push(rows);
  }
  return packs;
}

/** The blobs of one index entry, by rising offset. */
export function blobsOf(index: BlobIndex, rows: Readonly<PackRows>): PackedBlob[] {
  const blobs: PackedBlob[] = [];
  for (let row = rows.firstRow; row < rows.firstRow + rows.rowCount; row++) {
    const { offset, length, plainLength }: BlobPlace = index.placeAt(row);
    blobs.push({ type: index.typeAt(row), id: index.idAt(row), offset, length, plainLength });
  }
  return blobs.sort((a, b) => a.offset - b.offset);
}

/** Whether the packs that are there are those that the index names, with the sizes that follow from it. */
export async function* checkPacks(
  repository: OpenRepository,
  packs: IndexedPacks,
  signal?: AbortSignal,
): AsyncGenerator<Finding> {
  const { backend, index } = repository;
  const missing = new Set(packs.keys());
  for await (const { name, sizeBytes } of backend.list('pack', signal)) {
    const id = name as PackId;
    const entries = packs.get(id);
    missing.delete(id);
    if (entries === undefined) {
      yield hint('pack-unindexed', `Pack ${id} (${sizeBytes} bytes) is in no index.`);
    } else {
      yield* checkEntries(index, id, { entries, sizeBytes, version: repository.version });
    }
  }
  for (const id of missing) {
    const blobs = (packs.get(id) ?? []).reduce((sum, { rowCount }) => sum + rowCount, 0);
    yield error(
      'pack-missing',
      `Pack ${id} is missing: ${blobs === 1 ? '1 blob was' : `${blobs} blobs were`} in it.`,
    );
  }
}

function* checkEntries(
  index: BlobIndex,
  id: PackId,
  pack: { entries: readonly Readonly<PackRows>[]; sizeBytes: number; version: 1 | 2 },
): Generator<Finding> {
  const [first, ...others] = pack.entries.map((rows) => blobsOf(index, rows));
  if (first === undefined) return;
  if (others.length > 0) {
    const same = others.every((blobs) => describeBlobs(blobs) === describeBlobs(first));
    yield same
      ? hint('pack-twice', `Pack ${id} is named by ${pack.entries.length} index entries that agree.`)
      : error('pack-split', `Pack ${id} is named by ${pack.entries.length} index entries that differ.`);
    if (!same) return;
  }
  yield* checkSize(id, first, pack.sizeBytes);
  if (first.some(({ type }) => type !== first[0]?.type)) {
    yield hint('pack-mixed', `Pack ${id} holds trees and data.`);
  }
  if (pack.version === 1 && first.some(({ plainLength }) => plainLength !== null)) {
    yield error('compressed-in-version-1', `Pack ${id} has compressed blobs, which version 1 doesn't know.`);
  }
}

function* checkSize(id: PackId, blobs: readonly PackedBlob[], sizeBytes: number): Generator<Finding> {
  const expectedBytes = packSizeBytes(blobs);
  if (sizeBytes !== expectedBytes) {
    yield error(
      'pack-wrong-size',
      `Pack ${id} has ${sizeBytes} bytes, expected ${expectedBytes} by the index.`,
      id,
    );
  }
  let end = 0;
  for (const { id: blob, offset, length } of blobs) {
    if (offset !== end) {
      yield error(
        'pack-overlap',
        `Pack ${id}: the index has blob ${blob} at byte ${offset}, expected ${end}.`,
      );
      return;
    }
    end = offset + length;
  }
}

function describeBlobs(blobs: readonly PackedBlob[]): string {
  return blobs
    .map((blob) => `${blob.type} ${blob.id} ${blob.offset} ${blob.length} ${blob.plainLength}`)
    .join();
}
