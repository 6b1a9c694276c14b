import { type ErrorCode, HoldfastError } from '../errors.ts';
import type { Compression, ExpectedBlob } from './blob-sealing.ts';
import type { PackToCheck } from './check-pack.ts';
import type { FileOfBlobs } from './compare-file.ts';
import type { BlobType } from './format/packed-blob.ts';
import type { EntryToMake } from './make-entries.ts';
import type { Slab } from './slab-pool.ts';
import type { PartInMemory, Refusal, WriteTarget } from './write-files.ts';

// Blobs lie in a slab of shared memory, with a table of them. A batch to save is hashed first; the main thread answers
// which blobs are new; only those are compressed and sealed, each in the place where its plain bytes were.
//   hash → hashed → seal → sealed        open → opened        check → checked        verify → verified
//   compare → compared      write → written      make → made      open-ahead → opened-ahead      any → failed

export interface BlobWorkerData {
  readonly encrypt: Uint8Array;
  readonly macK: Uint8Array;
  readonly macR: Uint8Array;
  readonly compression: Compression;
}

interface BatchOfBlobs {
  readonly batch: number;
  /** A table (blob-tables.ts) and the blobs that it is of. */
  readonly slab: Slab;
  /** Rows of the table. */
  readonly count: number;
}

export type BlobRequest =
  | ({ readonly kind: 'hash'; readonly type: BlobType } & BatchOfBlobs)
  /** The table says which blobs are wanted; the others are forgotten. */
  | { readonly kind: 'seal'; readonly batch: number }
  | ({ readonly kind: 'open' } & BatchOfBlobs)
  /** The table is longer than others, and says of each blob whether it is open. Meanwhile another may take some of them. */
  | ({ readonly kind: 'open-ahead' } & BatchOfBlobs)
  /** The slab holds sealed blobs, and no table. */
  | {
      readonly kind: 'verify';
      readonly batch: number;
      readonly slab: Slab;
      readonly blobs: readonly BlobToVerify[];
    }
  /** The slab holds the whole pack, and no table. */
  | { readonly kind: 'check'; readonly batch: number; readonly slab: Slab; readonly pack: PackToCheck }
  /** No blob crosses: the thread reads the files itself. */
  | {
      readonly kind: 'compare';
      readonly batch: number;
      readonly folder: string;
      readonly files: readonly FileOfBlobs[];
    }
  /** No blob crosses here either. */
  | {
      readonly kind: 'make';
      readonly batch: number;
      readonly folder: string;
      readonly entries: readonly EntryToMake[];
    }
  /** Blobs are opened, each in its place in the span of a file, and then the files are written. */
  | ({
      readonly kind: 'write';
      readonly target: WriteTarget;
      readonly files: readonly PartInMemory[];
      readonly isReadAgain: boolean;
    } & BatchOfBlobs);

/** A sealed blob among others, by where it lies there. */
export interface BlobToVerify {
  readonly offset: number;
  readonly length: number;
  readonly expected: ExpectedBlob;
}

/** Of a blob that could not be opened. */
export interface OpenFailure {
  readonly row: number;
  readonly error: WireError;
}

export type BlobReply =
  | { readonly kind: 'hashed'; readonly batch: number }
  | { readonly kind: 'sealed'; readonly batch: number }
  | { readonly kind: 'opened'; readonly batch: number; readonly failures: readonly OpenFailure[] }
  | { readonly kind: 'opened-ahead'; readonly batch: number }
  | { readonly kind: 'verified'; readonly batch: number; readonly failures: readonly OpenFailure[] }
  | { readonly kind: 'checked'; readonly batch: number; readonly problems: readonly string[] }
  | { readonly kind: 'compared'; readonly batch: number; readonly faults: readonly (string | null)[] }
  /** Nothing was written if rows have failed. */
  | {
      readonly kind: 'written';
      readonly batch: number;
      readonly failedRows: readonly number[];
      readonly refusal: Refusal | null;
    }
  | { readonly kind: 'made'; readonly batch: number; readonly refusal: Refusal | null }
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
