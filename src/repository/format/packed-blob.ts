import type { BlobId } from './ids.ts';

export type BlobType = 'data' | 'tree';

/** Where a blob lies in its pack, as the pack's header and the index say it. Sizes fit 32 bits. */
export interface PackedBlob {
  readonly type: BlobType;
  readonly id: BlobId;
  /** Bytes from the start of the pack. */
  readonly offset: number;
  /** Bytes as stored, sealed: 32 more than what was sealed. */
  readonly length: number;
  /** Bytes of the plain blob if it is compressed, null if it isn't. Never 0: an empty blob is never compressed. */
  readonly plainLength: number | null;
}
