import type { ByteString } from '../../bytestring.ts';
import type { BlobId } from './ids.ts';

/** Types of a tree's node, in restic's words. Unknown ones are kept as they are. */
export type NodeType =
  | 'file'
  | 'dir'
  | 'symlink'
  | 'fifo'
  | 'socket'
  | 'dev'
  | 'chardev'
  | 'irregular'
  | (string & {});

/**
 * One entry of a tree: what restic's `data.Node` holds. Field order, omissions and escapes of its JSON are in
 * tree.ts. 64-bit numbers are bigint: inodes and sizes past 2^53 survive.
 */
export interface Node {
  name: ByteString;
  type: NodeType;
  /** Go's FileMode: type bits and 0o777 (see mode.ts). 0 to 2^32 − 1. */
  mode: number;
  /** Nanoseconds since 1970, negative before. */
  mtimeNs: bigint;
  atimeNs: bigint;
  ctimeNs: bigint;
  /** 0 to 2^32 − 1. */
  uid: number;
  gid: number;
  user: string;
  group: string;
  inode: bigint;
  deviceId: bigint;
  sizeBytes: bigint;
  links: bigint;
  linkTarget: ByteString;
  extendedAttributes: ExtendedAttribute[];
  /** Linux st_rdev of a device, else 0. */
  deviceNumber: bigint;
  /** Blobs of a file's content in order; null for everything else. */
  content: BlobId[] | null;
  /** Tree of a directory; null for everything else. */
  subtree: BlobId | null;
  error: string;
  /** Fields that we don't know (and generic_attributes), as raw JSON by name: written back as they were read. */
  otherFields: ReadonlyMap<string, string> | null;
}

export interface ExtendedAttribute {
  /** Should be UTF-8: the format has no way to keep another byte of it, and it comes back as U+FFFD. */
  readonly name: ByteString;
  readonly value: Uint8Array;
}

/** Nodes strictly rising by raw name bytes. One that was decoded may be otherwise: `treeFault` (node-fault.ts) tells. */
export interface Tree {
  readonly nodes: readonly Node[];
}
