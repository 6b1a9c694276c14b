import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

/** What lies in a store under one name. */
export interface StoredArchive {
  readonly name: string;
  readonly sizeBytes: number;
  /** When it was stored, by the store's own clock, in milliseconds since 1970; null where the store doesn't say. */
  readonly storedMs: number | null;
}

/**
 * Where archives lie: each name is one whole stream of bytes that is written once. A store knows nothing of what is in
 * them. Every implementation passes test/contract/archive-store.ts.
 *
 * Names fit NAME_PATTERN: safe as a file of any system, as an S3 key and as a GitHub artifact.
 */
export interface ArchiveStore {
  /** For messages, without credentials: `/srv/archives`, `s3:https://host/bucket/prefix`. */
  readonly location: string;
  /** The folder of this machine that it is; undefined: it lies elsewhere. */
  readonly folder?: string | undefined;

  /**
   * Stores all that `stream` gives, durably, under a name that doesn't exist yet: when it resolves, the whole of it is
   * there; until then, and if it fails, nothing is under that name, and what was sent is removed as far as the storage
   * allows. Memory is bounded whatever the length, which nobody knows beforehand; no copy is made on this machine's disk.
   * Buffers of `stream` are read until the next one is asked for, and not after.
   *
   * @throws What `stream` throws, as it is. HoldfastError backend-failed (also if the name is taken), no-space,
   *   no-permission, cancelled.
   */
  put(name: string, stream: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<void>;

  /**
   * The bytes under `name`, from the first to the last, with back-pressure. Not iterating on ends the request.
   *
   * @throws HoldfastError backend-failed; `isMissing(error)` of src/backends/backend.ts when nothing is under that name.
   *   It throws as well if fewer bytes come than the store says there are: a stream that ends is whole.
   */
  get(name: string, signal?: AbortSignal): AsyncIterable<Buffer>;

  /** All that is stored, in no order; names that don't fit NAME_PATTERN are left out. Empty if there is nothing. */
  list(signal?: AbortSignal): AsyncIterable<StoredArchive>;

  /** Removes what is under `name`. Resolves too when nothing is. */
  remove(name: string, signal?: AbortSignal): Promise<void>;

  close(): Promise<void>;
}

/** Names that a store takes: 1 to 200 letters, digits, points, underscores and hyphens, not beginning with a point. */
export const NAME_PATTERN = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/;

/** @throws HoldfastError internal: names are ours, never a user's. */
export function assertName(name: string): void {
  if (NAME_PATTERN.test(name)) return;
  throw new HoldfastError(
    'internal',
    `Cannot store an archive as ${displayText(JSON.stringify(name))}: the name doesn't fit ${NAME_PATTERN}.`,
  );
}
