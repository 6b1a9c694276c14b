import { fromText } from '../../src/bytestring.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';
import type { Node } from '../../src/repository/format/node.ts';
import type { Snapshot } from '../../src/repository/format/snapshot.ts';

const NODE: Omit<Node, 'name' | 'type'> = {
  mode: 0o644,
  mtimeNs: 1_700_000_000_123_456_789n,
  atimeNs: 1_700_000_000_123_456_789n,
  ctimeNs: 1_700_000_000_123_456_789n,
  uid: 0,
  gid: 0,
  user: 'root',
  group: 'root',
  inode: 7n,
  deviceId: 1n,
  sizeBytes: 0n,
  links: 1n,
  linkTarget: fromText(''),
  extendedAttributes: [],
  deviceNumber: 0n,
  content: null,
  subtree: null,
  error: '',
  otherFields: null,
};

export function fileNode(name: string, content: BlobId[], sizeBytes: number, over: Partial<Node> = {}): Node {
  return { ...NODE, name: fromText(name), type: 'file', content, sizeBytes: BigInt(sizeBytes), ...over };
}

export function folderNode(name: string, subtree: BlobId, over: Partial<Node> = {}): Node {
  return { ...NODE, name: fromText(name), type: 'dir', mode: 0o755 + 2 ** 31, subtree, ...over };
}

export function snapshotOf(tree: BlobId, over: Partial<Snapshot> = {}): Snapshot {
  return {
    timeNs: 1_700_000_000_000_000_000n,
    parent: null,
    tree,
    paths: ['/data'],
    hostname: 'db1',
    username: 'root',
    uid: 0,
    gid: 0,
    excludes: [],
    tags: [],
    original: null,
    programVersion: 'holdfast test',
    summary: null,
    ...over,
  };
}
