import { SEAL_OVERHEAD_BYTES } from '../../crypto/seal.ts';
import { decoding, FormatFault, shown } from './fault.ts';
import { asArray, asId, asUint, isAbsent, MAX_UINT32 } from './fields.ts';
import type { BlobId, PackId } from './ids.ts';
import type { BlobType, PackedBlob } from './packed-blob.ts';
import { asObject, jsonText } from './parse-json.ts';

/** What an index says of one pack: all of its blobs, in any order. */
export interface IndexedPack {
  readonly id: PackId;
  readonly blobs: readonly PackedBlob[];
}

export type VisitBlob = (pack: PackId, blob: PackedBlob) => void;

/** The JSON of an index file, as restic writes it: with a line feed at the end. */
export function encodeIndex(packs: Iterable<IndexedPack>): Buffer {
  let json = '{"packs":[';
  let separator = '';
  for (const pack of packs) {
    json += `${separator}{"id":"${pack.id}","blobs":[${pack.blobs.map(blobJson).join(',')}]}`;
    separator = ',';
  }
  return Buffer.from(`${json}]}\n`, 'latin1');
}

/**
 * Calls `visit` with every blob in an index's JSON, in its order; all blobs of a pack come with the same string
 * `pack`. Nothing is visited before the whole index is found to be sound. `supersedes` and unknown fields are ignored.
 *
 * @throws HoldfastError repository-damaged; repository-unsupported for the array that restic wrote before 2015.
 */
export function decodeIndex(json: Uint8Array, visit: VisitBlob, what = 'an index'): void {
  for (const { id, blobs } of decoding(what, () => readPacks(json))) {
    for (const blob of blobs) visit(id, blob);
  }
}

function blobJson(blob: PackedBlob): string {
  const plain = blob.plainLength === null ? '' : `,"uncompressed_length":${blob.plainLength}`;
  return `{"id":"${blob.id}","type":"${blob.type}","offset":${blob.offset},"length":${blob.length}${plain}}`;
}

function readPacks(json: Uint8Array): IndexedPack[] {
  const index: unknown = JSON.parse(jsonText(json));
  if (Array.isArray(index)) {
    throw new FormatFault(
      'it is an array, as in repositories of 2015',
      'an object',
      'repository-unsupported',
    );
  }
  const { packs } = asObject(index, 'the whole');
  if (isAbsent(packs)) throw new FormatFault('packs is missing', 'an array');
  return asArray(packs, 'packs').map(readPack);
}

function readPack(value: unknown): IndexedPack {
  const { id, blobs } = asObject(value, 'a pack');
  return { id: asId(id, "a pack's id"), blobs: asArray(blobs, 'blobs').map(readBlob) };
}

function readBlob(value: unknown): PackedBlob {
  const { id, type, offset, length, uncompressed_length: plainLength } = asObject(value, 'a blob');
  const blob = {
    type: asBlobType(type),
    id: asId<BlobId>(id, "a blob's id"),
    offset: asUint(offset, 'offset', MAX_UINT32),
    length: asUint(length, 'length', MAX_UINT32),
    plainLength: asUint(plainLength, 'uncompressed_length', MAX_UINT32) || null,
  };
  if (!isPossiblePlace(blob.offset, blob.length)) {
    throw new FormatFault(
      `a blob is at ${blob.offset} with the length ${blob.length}`,
      `at least ${SEAL_OVERHEAD_BYTES} bytes that end by ${MAX_UINT32}`,
    );
  }
  return blob;
}

function asBlobType(value: unknown): BlobType {
  if (value === 'data' || value === 'tree') return value;
  throw new FormatFault(`a blob's type is ${shown(value)}`, '"data" or "tree"');
}

function isPossiblePlace(offset: number, length: number): boolean {
  return length >= SEAL_OVERHEAD_BYTES && offset + length <= MAX_UINT32;
}
