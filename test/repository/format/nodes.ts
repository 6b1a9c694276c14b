import type { ByteString } from '../../../src/bytestring.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';
import type { Node } from '../../../src/repository/format/node.ts';

/** SHA-256 of `hello`. */
export const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824' as BlobId;

/** ID of the tree without nodes. */
export const EMPTY_TREE = 'ac08ce34ba4f8123618661bef2425f7028ffb9ac740578a3ee88684d2523fee8' as BlobId;

/** A plain file of root's as a backup makes it, with what `fields` changes. */
export function node(name: string, fields: Partial<Node> = {}): Node {
  return {
    name: name as ByteString,
    type: 'file',
    mode: 0o644,
    mtimeNs: 1_795_254_474_627_524_309n,
    atimeNs: 1_795_254_474_627_524_309n,
    ctimeNs: 1_795_254_475_000_000_000n,
    uid: 0,
    gid: 0,
    user: 'root',
    group: 'root',
    inode: 10_406_501n,
    deviceId: 65_024n,
    sizeBytes: 5n,
    links: 1n,
    linkTarget: '' as ByteString,
    extendedAttributes: [],
    deviceNumber: 0n,
    content: [HELLO],
    subtree: null,
    error: '',
    otherFields: null,
    ...fields,
  };
}

/** Fields of what isn't a file. */
export const NOTHING_INSIDE = { sizeBytes: 0n, content: null } as const;
