import { HoldfastError } from '../errors.ts';

/** The kinds of file in a repository, as restic names them. */
export type FileKind = 'config' | 'key' | 'lock' | 'index' | 'snapshot' | 'pack';

/** One stored file: `name` is its ID (64 hex digits), or empty for the one `config`. */
export interface FileHandle {
  readonly kind: FileKind;
  readonly name: string;
  /** Of a pack, by those who know it: that trees are in it, so that a cache keeps it. It is the same file either way. */
  readonly holdsTrees?: boolean;
}

export interface StoredFile {
  readonly name: string;
  readonly sizeBytes: number;
}

/** A part of a file. */
export interface ByteRange {
  readonly offset: number;
  /** Default: to the end. */
  readonly length?: number;
  /**
   * Memory of `length` bytes that they may be put into; what is returned then lies in it, or doesn't. Nothing writes to it
   * any more once the load has settled.
   */
  readonly into?: Uint8Array;
}

/**
 * Where a repository's files lie. A backend knows nothing of what is in them. Retry, cache and limits are wrappers
 * of this same interface. Every implementation passes test/contract/backend.ts.
 */
export interface Backend {
  /** For messages, without credentials: `/srv/backup`, `s3:https://host/bucket/prefix`. */
  readonly location: string;
  /** The folder of this machine that it is; undefined: it lies elsewhere. */
  readonly folder?: string | undefined;
  /** How many operations may usefully run at once. */
  readonly connections: number;
  /** Where what is saved is locked against removal, and only there. */
  readonly retention?: RetentionLocks | undefined;

  /** Makes the folders that the layout needs. Idempotent. */
  create(): Promise<void>;

  /**
   * Stores `data` durably under a name that doesn't exist yet: after the promise resolves the file is whole even if
   * the power fails, and until then no reader sees a part of it. `data` must not change before it settles, and is read no
   * more after that: its memory serves for other data then.
   * Resolves too if the name holds exactly these bytes already (so that it can be tried again); what is there is
   * never replaced.
   * @throws HoldfastError no-space, no-permission, backend-failed.
   */
  save(file: FileHandle, data: readonly Uint8Array[], signal?: AbortSignal): Promise<void>;

  /**
   * The bytes from `offset` (default 0), `length` of them (default: to the end). Exactly `length` or an error.
   * @throws HoldfastError with code backend-failed; `isMissing(error)` when the file isn't there, `isShort(error)`
   * when it ends before the range does; repository-damaged without a length when there is more than MAX_WHOLE_BYTES.
   */
  load(file: FileHandle, range?: ByteRange, signal?: AbortSignal): Promise<Buffer>;

  /** Size of a file, or null if it isn't there. */
  stat(file: FileHandle, signal?: AbortSignal): Promise<{ sizeBytes: number } | null>;

  /** Files of a kind whose names are IDs, in no order. Others are left out. Empty if the folder isn't there. */
  list(kind: Exclude<FileKind, 'config'>, signal?: AbortSignal): AsyncIterable<StoredFile>;

  /**
   * Removes a file. Resolves too when it isn't there.
   * @throws HoldfastError retained when the storage's own lock forbids it: the file is then as it was.
   */
  remove(file: FileHandle, signal?: AbortSignal): Promise<void>;

  close(): Promise<void>;
}

/** Every version of a file that its storage keeps. */
export interface FileVersions {
  readonly name: string;
  /** Removed, so far as readers go: behind a marker. */
  readonly isHidden: boolean;
  readonly versionIds: readonly string[];
}

/**
 * Locks of the storage's own (S3 Object Lock), under which a file can't be removed before its time. What is saved is locked
 * for `days`, but for the repository's own locks.
 */
export interface RetentionLocks {
  readonly days: number;
  /** Every file of a kind that any version is left of, each once. */
  versions(kind: FileKind, signal?: AbortSignal): AsyncIterable<FileVersions>;
  /**
   * Sees to it that a version stays locked for half of `days` at least, by extending its lock to all of them. Says whether
   * it did. @throws HoldfastError no-permission, backend-failed.
   */
  hold(file: FileHandle, versionId: string, signal?: AbortSignal): Promise<boolean>;
}

/**
 * What is loaded to a file's end has no more bytes: twice the largest index. Whoever can write to the storage can leave
 * files of any size there, and needs no password for it.
 */
export const MAX_WHOLE_BYTES = 256 * 1024 * 1024;

/** The error for a file that has more. */
export function tooLargeToLoad(file: FileHandle, location: string, sizeBytes: number): HoldfastError {
  return new HoldfastError(
    'repository-damaged',
    `Cannot read ${describeFile(file)} in "${location}": it has ${sizeBytes} bytes, expected at most ${MAX_WHOLE_BYTES}. ` +
      "It isn't what its name says; if you didn't put it there, find out who did, then remove it.",
  );
}

/** The cause when a file isn't there. */
export class MissingFileError extends Error {
  override readonly name = 'MissingFileError';
}

/** The cause when a file ends before the range that was asked for. */
export class ShortFileError extends Error {
  override readonly name = 'ShortFileError';
}

/** The cause when a fault may pass by itself (a busy disk, a lost connection), so that trying again makes sense. */
export class PassingFaultError extends Error {
  override readonly name = 'PassingFaultError';
}

/**
 * The cause when the storage is there, but its medium does not give back what this one file holds (a bad sector, say).
 * To those who read, the file is damaged.
 */
export class ReadFaultError extends Error {
  override readonly name = 'ReadFaultError';
}

export function isMissing(error: unknown): boolean {
  return hasCause(error, (cause) => cause instanceof MissingFileError);
}

export function isShort(error: unknown): boolean {
  return hasCause(error, (cause) => cause instanceof ShortFileError);
}

export function isPassing(error: unknown): boolean {
  return hasCause(error, (cause) => cause instanceof PassingFaultError);
}

export function isReadFault(error: unknown): boolean {
  return hasCause(error, (cause) => cause instanceof ReadFaultError);
}

function hasCause(error: unknown, matches: (cause: Error) => boolean): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if (matches(e)) return true;
  }
  return false;
}

/** `file` for messages: `pack 1f0c…`, `config`. */
export function describeFile(file: FileHandle): string {
  return file.kind === 'config' ? 'config' : `${file.kind} ${file.name}`;
}
