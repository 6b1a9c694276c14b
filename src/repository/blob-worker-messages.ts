import { isMarkedAsUntransferable } from 'node:worker_threads';
import { type ErrorCode, HoldfastError } from '../errors.ts';
import type { Compression, ExpectedBlob } from './blob-sealing.ts';
import type { BlobId } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';

// A batch of blobs is hashed first; the main thread answers which are new; only those are compressed and sealed.
//   hash → hashed → seal → sealed        open → opened        any → failed

export interface BlobWorkerData {
  readonly encrypt: Uint8Array;
  readonly macK: Uint8Array;
  readonly macR: Uint8Array;
  readonly compression: Compression;
}

export type BlobRequest =
  | { readonly kind: 'hash'; readonly batch: number; readonly type: BlobType; readonly blobs: PackedBlobs }
  /** Positions in the batch of the blobs that are wanted; the others are forgotten. */
  | { readonly kind: 'seal'; readonly batch: number; readonly wanted: readonly number[] }
  | {
      readonly kind: 'open';
      readonly batch: number;
      readonly blobs: PackedBlobs;
      readonly expected: readonly ExpectedBlob[];
    };

export type BlobReply =
  | { readonly kind: 'hashed'; readonly batch: number; readonly ids: readonly BlobId[] }
  /** In the order of `wanted`. */
  | {
      readonly kind: 'sealed';
      readonly batch: number;
      readonly blobs: PackedBlobs;
      readonly compressed: readonly boolean[];
    }
  /** By position in the batch; a blob that failed has length 0 and an error. */
  | {
      readonly kind: 'opened';
      readonly batch: number;
      readonly blobs: PackedBlobs;
      readonly errors: readonly (WireError | null)[];
    }
  | { readonly kind: 'failed'; readonly batch: number; readonly error: WireError };

/** Blobs one after the other in one ArrayBuffer: a buffer costs more to hand over than a small blob to copy. */
export interface PackedBlobs {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
}

/** `bytes.buffer` may be transferred. It is a single blob's own if nothing else lies in there, else a copy. */
export function packBlobs(blobs: readonly Uint8Array[]): PackedBlobs {
  const lengths = blobs.map((blob) => blob.length);
  const [only] = blobs;
  if (blobs.length === 1 && only !== undefined && mayBeTransferred(only)) return { bytes: only, lengths };
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let position = 0;
  for (const blob of blobs) {
    bytes.set(blob, position);
    position += blob.length;
  }
  return { bytes, lengths };
}

/** Below it, a copy is cheaper than handing over a buffer. */
const MIN_TRANSFER_BYTES = 16 * 1024;

/** To transfer a buffer that others look into would empty them. */
function mayBeTransferred(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  const { buffer, length } = bytes;
  if (!(buffer instanceof ArrayBuffer) || isMarkedAsUntransferable(buffer)) return false;
  return length >= MIN_TRANSFER_BYTES && buffer.byteLength === length;
}

/** Views of `packed.bytes`. */
export function unpackBlobs({ bytes, lengths }: PackedBlobs): Buffer[] {
  let position = bytes.byteOffset;
  return lengths.map((length) => {
    const blob = Buffer.from(bytes.buffer, position, length);
    position += length;
    return blob;
  });
}

/** What of an error crosses threads: structured clones lose the class and the code. */
export interface WireError {
  /** Null if it isn't a HoldfastError. */
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly stack: string;
}

export function toWire(error: unknown): WireError {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { code: error instanceof HoldfastError ? error.code : null, message, stack };
}

export function fromWire({ code, message, stack }: WireError): HoldfastError {
  const cause = new Error(message);
  cause.stack = stack;
  if (code !== null) return new HoldfastError(code, message, { cause });
  return new HoldfastError('internal', `Cannot process a blob in a worker thread: ${message}`, { cause });
}
