import { type ErrorCode, HoldfastError } from '../errors.ts';
import type { Compression, ExpectedBlob } from './blob-sealing.ts';
import type { PackToCheck } from './check-pack.ts';
import type { BlobId } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';
import type { Slab } from './slab-pool.ts';

// Blobs lie in a slab of shared memory; messages say where. A batch to save is hashed first; the main thread answers
// which blobs are new; only those are compressed and sealed, each in the place where its plain bytes were.
//   hash → hashed → seal → sealed        open → opened        check → checked        any → failed

export interface BlobWorkerData {
  readonly encrypt: Uint8Array;
  readonly macK: Uint8Array;
  readonly macR: Uint8Array;
  readonly compression: Compression;
}

/** A part of a slab. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** A blob to save, and the room that its sealed bytes may take from `offset` on. */
export interface SaveSpan extends Span {
  readonly room: number;
}

/** A sealed blob. */
export interface OpenSpan extends Span {
  readonly expected: ExpectedBlob;
  /** Where in the same slab its plain bytes go: there is room for as many as are expected. */
  readonly plain: Span;
}

export type BlobRequest =
  | {
      readonly kind: 'hash';
      readonly batch: number;
      readonly type: BlobType;
      readonly slab: Slab;
      readonly blobs: readonly SaveSpan[];
    }
  /** Positions in the batch of the blobs that are wanted; the others are forgotten. */
  | { readonly kind: 'seal'; readonly batch: number; readonly wanted: readonly number[] }
  | {
      readonly kind: 'open';
      readonly batch: number;
      readonly slab: Slab;
      readonly blobs: readonly OpenSpan[];
    }
  /** The slab holds the whole pack. */
  | { readonly kind: 'check'; readonly batch: number; readonly slab: Slab; readonly pack: PackToCheck };

/** Of a blob that was sealed, in place of its plain bytes. */
export interface SealedSpan {
  readonly length: number;
  readonly compressed: boolean;
}

export type BlobReply =
  | { readonly kind: 'hashed'; readonly batch: number; readonly ids: readonly BlobId[] }
  /** In the order of `wanted`. */
  | { readonly kind: 'sealed'; readonly batch: number; readonly blobs: readonly SealedSpan[] }
  /** By position in the batch. */
  | { readonly kind: 'opened'; readonly batch: number; readonly errors: readonly (WireError | null)[] }
  | { readonly kind: 'checked'; readonly batch: number; readonly problems: readonly string[] }
  | { readonly kind: 'failed'; readonly batch: number; readonly error: WireError };

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
