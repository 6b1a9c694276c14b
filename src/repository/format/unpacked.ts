import { compress, decompress } from '../../crypto/zstd.ts';
import { decoding, FormatFault } from './fault.ts';

/** The first byte of a compressed file. Any other file starts with its JSON. */
const COMPRESSED = 2;
const OBJECT_START = 0x7b; // {
const ARRAY_START = 0x5b; // [

/**
 * Limit on the plain size of an index, snapshot or lock. restic closes an index at 50,000 blobs and one pack more
 * (409,199 blobs at most, by its header), of at most 200 bytes of JSON each: 88 MiB.
 */
const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;

/** What is sealed into an index, snapshot or lock file whose JSON is `json`: compressed since version 2. */
export function encodeUnpacked(json: Uint8Array, version: 1 | 2): Buffer {
  if (version === 1) return Buffer.from(json.buffer, json.byteOffset, json.byteLength);
  return Buffer.concat([Buffer.of(COMPRESSED), compress(json)]);
}

/**
 * The JSON in the opened bytes of an index, snapshot or lock file: compressed or plain, whatever the version is.
 * May share memory with `opened`.
 * @throws HoldfastError repository-damaged; repository-unsupported if the first byte says an encoding unknown to us.
 */
export function decodeUnpacked(opened: Uint8Array, what: string, limitBytes = MAX_UNPACKED_BYTES): Buffer {
  return decoding(what, () => {
    const first = opened[0];
    if (first === COMPRESSED) return decompress(opened.subarray(1), limitBytes, what);
    if (first === OBJECT_START || first === ARRAY_START) {
      return Buffer.from(opened.buffer, opened.byteOffset, opened.byteLength);
    }
    if (first === undefined) throw new FormatFault('it is empty', 'JSON or zstd');
    throw new FormatFault(`it starts with the byte ${first}`, '2, { or [', 'repository-unsupported');
  });
}
