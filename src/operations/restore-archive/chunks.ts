import { createHash } from 'node:crypto';
import type { TarMember } from '../../files/tar/decode.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import { ZERO_BLOB_BYTES } from '../restore/holes.ts';

/** As large as a repository's largest blob may be, halved: what a restore holds of a file at once. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * A piece of a file of an archive. Data is a copy, good for as long as it is held; zeros are those of a hole, which
 * nobody reads.
 */
export type Chunk =
  | { readonly kind: 'data'; readonly bytes: Buffer }
  | { readonly kind: 'zeros'; readonly sizeBytes: number };

/** Cuts a member's content into the same chunks each time that it is read. */
export async function* chunksOf({ content }: Pick<TarMember, 'content'>): AsyncGenerator<Chunk> {
  if (Buffer.isBuffer(content)) {
    if (content.length > 0) yield { kind: 'data', bytes: Buffer.from(content) };
    return;
  }
  let gathered = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let filled = 0;
  const take = (): Chunk => {
    const bytes = gathered.subarray(0, filled);
    gathered = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    filled = 0;
    return { kind: 'data', bytes };
  };
  for await (const part of content) {
    if ('holeBytes' in part) {
      if (filled > 0) yield take();
      for (let left = part.holeBytes; left > 0; left -= ZERO_BLOB_BYTES)
        yield { kind: 'zeros', sizeBytes: Math.min(left, ZERO_BLOB_BYTES) };
      continue;
    }
    for (let at = 0; at < part.length; ) {
      if (filled === CHUNK_BYTES) yield take();
      const length = Math.min(part.length - at, CHUNK_BYTES - filled);
      part.copy(gathered, filled, at, at + length);
      filled += length;
      at += length;
    }
  }
  if (filled > 0) yield take();
}

export function idOfBytes(bytes: Uint8Array): BlobId {
  return createHash('sha256').update(bytes).digest('hex') as BlobId;
}
