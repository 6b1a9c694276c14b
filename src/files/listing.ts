import type { ByteString } from '../bytestring.ts';

/** What a listing says an entry is. `other` is what we don't know how to save (a door, a whiteout …). */
export type FileType = 'file' | 'dir' | 'symlink' | 'fifo' | 'socket' | 'dev' | 'chardev' | 'other';

/** One entry of a host's tree, as its `find` saw it: an lstat. Times are nanoseconds since 1970, negative before. */
export interface ListedEntry {
  /** Absolute, without trailing slash; the root is `/`. Any byte but NUL. */
  readonly path: ByteString;
  readonly type: FileType;
  /** Permission bits with setuid, setgid and sticky: 0 to 0o7777. */
  readonly permissions: number;
  readonly uid: number;
  readonly gid: number;
  readonly sizeBytes: bigint;
  /** Allocated 512-byte blocks. 0 with a size: the file is all hole, or its filesystem doesn't say. */
  readonly blocks: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly device: bigint;
  readonly inode: bigint;
  readonly links: bigint;
  /** Target of a symlink, else empty. */
  readonly linkTarget: ByteString;
  /** Linux st_rdev of a device, else 0. */
  readonly deviceNumber: bigint;
}
