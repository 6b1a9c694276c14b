import type { ByteString } from '../../bytestring.ts';
import { modeOf } from '../../repository/format/mode.ts';
import type { Node } from '../../repository/format/node.ts';

/** A folder that no snapshot has, as `mkdir` makes it for us alone. */
export function folderNode(name: ByteString, permissions = 0o700): Node {
  return {
    name,
    type: 'dir',
    mode: modeOf('dir', permissions),
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
