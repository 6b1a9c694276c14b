import type { ByteString } from '../../bytestring.ts';
import { modeOf } from './mode.ts';
import type { Node, NodeType } from './node.ts';

/** The node of an entry that no host has: root's by number, without names, times and content. */
export function blankNode(name: ByteString, type: NodeType, permissions: number): Node {
  return {
    name,
    type,
    mode: modeOf(type, permissions),
    mtimeNs: 0n,
    atimeNs: 0n,
    ctimeNs: 0n,
    uid: 0,
    gid: 0,
    user: '',
    group: '',
    inode: 0n,
    deviceId: 0n,
    sizeBytes: 0n,
    links: 0n,
    linkTarget: '' as ByteString,
    extendedAttributes: [],
    deviceNumber: 0n,
    content: null,
    subtree: null,
    error: '',
    otherFields: null,
  };
}
