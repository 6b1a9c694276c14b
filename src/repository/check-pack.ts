import { createHash } from 'node:crypto';
import type { RepositoryKey } from '../crypto/seal.ts';
import { type ExpectedBlob, refuseGiant, verifyBlob } from './blob-sealing.ts';
import { reasonOf } from './check-finding.ts';
import { isUnreadable } from './damage.ts';
import type { PackId } from './format/ids.ts';
import type { PackedBlob } from './format/packed-blob.ts';
import { readPackEnd } from './pack-end.ts';

/** Of a larger pack no more than this is in memory. */
export const PIECE_BYTES = 32 * 1024 * 1024;

export interface PackToCheck {
  readonly id: PackId;
  readonly sizeBytes: number;
  /** What the index says is in it, by rising offset. */
  readonly indexed: readonly PackedBlob[];
}

/** How a pack is read, and its blobs opened. */
export interface PackSource {
  readonly load: (range: { offset: number; length: number }) => Promise<Buffer>;
  /** Opens and verifies a blob. @throws HoldfastError repository-damaged. */
  readonly open: (sealed: Uint8Array, expected: ExpectedBlob) => unknown;
}

/**
 * What is wrong with a pack, a sentence each: its hash, its header against the index, and each blob.
 * @throws what isn't damage.
 */
export async function checkPack(
  pack: PackToCheck,
  source: PackSource,
  key: RepositoryKey,
): Promise<string[]> {
  const problems: string[] = [];
  try {
    const actual = await hashOf(pack, source);
    if (actual !== pack.id)
      problems.push(`its ${pack.sizeBytes} bytes have the hash ${actual}: it was altered.`);
    const header = await readPackEnd({ ...pack, load: source.load }, key);
    if (!isSameList(header, pack.indexed)) problems.push('its header names other blobs than the index does.');
    for (const blob of pack.indexed) {
      const problem = await openingFault(blob, source);
      if (problem !== null) problems.push(problem);
    }
  } catch (caught) {
    if (!isUnreadable(caught)) throw caught;
    problems.push(reasonOf(caught));
  }
  return problems;
}

/** As `checkPack`, of one whose `bytes` are there. Blocks the thread, some 10 ms a MiB. */
export function checkWholePack(pack: PackToCheck, bytes: Buffer, key: RepositoryKey): Promise<string[]> {
  const load = async ({ offset, length }: { offset: number; length: number }) =>
    bytes.subarray(offset, offset + length);
  return checkPack(pack, { load, open: (sealed, expected) => verifyBlob(key, sealed, expected) }, key);
}

async function hashOf({ sizeBytes }: PackToCheck, { load }: PackSource): Promise<string> {
  const hash = createHash('sha256');
  for (let offset = 0; offset < sizeBytes; offset += PIECE_BYTES) {
    hash.update(await load({ offset, length: Math.min(PIECE_BYTES, sizeBytes - offset) }));
  }
  return hash.digest('hex');
}

async function openingFault(
  { id, offset, length, plainLength }: PackedBlob,
  { load, open }: PackSource,
): Promise<string | null> {
  try {
    refuseGiant(`blob ${id}`, { length, plainLength });
    await open(await load({ offset, length }), { id, plainLength });
    return null;
  } catch (caught) {
    if (!isUnreadable(caught)) throw caught;
    return reasonOf(caught);
  }
}

function isSameList(header: readonly PackedBlob[], indexed: readonly PackedBlob[]): boolean {
  return header.length === indexed.length && header.every((blob, i) => isSameBlob(blob, indexed[i]));
}

function isSameBlob(blob: PackedBlob, other: PackedBlob | undefined): boolean {
  return (
    blob.id === other?.id &&
    blob.type === other.type &&
    blob.offset === other.offset &&
    blob.length === other.length &&
    blob.plainLength === other.plainLength
  );
}
