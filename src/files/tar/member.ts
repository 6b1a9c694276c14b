import type { ByteString } from '../../bytestring.ts';

/** Kinds of tar members that we know; `dev` is a block device, as in a listing. */
export type TarType = 'file' | 'hardlink' | 'symlink' | 'chardev' | 'dev' | 'dir' | 'fifo';

/** An extended attribute: the name with its namespace (`user.comment`), any bytes as the value. */
export interface ExtendedAttribute {
  readonly name: ByteString;
  readonly value: Uint8Array;
}

/** What a tar archive says of a member, whatever dialect it is written in. */
export interface TarHeader {
  /** As in the archive, without the slash that ends a folder's name. Not checked for `..` or a leading slash. */
  readonly path: ByteString;
  readonly type: TarType;
  /** Target of a symlink, or the path of the member that a hard link repeats; else empty. */
  readonly linkTarget: ByteString;
  /** Permission bits with setuid, setgid and sticky: 0 to 0o7777. */
  readonly permissions: number;
  /** 0 to 2^32 − 1. */
  readonly uid: number;
  readonly gid: number;
  /** Empty when the archive has numbers only. */
  readonly user: ByteString;
  readonly group: ByteString;
  /** Nanoseconds since 1970, negative before. */
  readonly mtimeNs: bigint;
  /** Null when the archive doesn't say (only pax can). */
  readonly ctimeNs: bigint | null;
  /** Size of the file as read, its holes included; 0 for all other kinds. */
  readonly sizeBytes: bigint;
  /** Of a device, else 0. */
  readonly deviceMajor: number;
  readonly deviceMinor: number;
  readonly extendedAttributes: readonly ExtendedAttribute[];
  /** Whether the archive holds a map of the file's holes instead of all of its bytes. */
  readonly sparse: boolean;
}

/** A run of a sparse file's data; what lies between two of them, or behind the last, is a hole. */
export interface Segment {
  readonly offset: number;
  readonly length: number;
}
