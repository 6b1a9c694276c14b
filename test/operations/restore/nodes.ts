import type { ByteString } from '../../../src/bytestring.ts';
import type { ListedEntry } from '../../../src/files/listing.ts';
import type { SourceChild, SourceFolder } from '../../../src/operations/restore/source-folder.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';
import { permissionsOf } from '../../../src/repository/format/mode.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { fileNode, folderNode } from '../../repository/nodes.ts';

/** A tree as nested objects: a folder, or a node that is no folder. */
export type Sketch = { readonly [name: string]: Sketch | Node };

const NO_TREE = '0'.repeat(64) as BlobId;

export function file(over: Partial<Node> = {}): Node {
  return fileNode('', over.content ?? [], Number(over.sizeBytes ?? 0n), over);
}

export function sketched(sketch: Sketch, path = '/root' as ByteString): SourceFolder {
  return {
    path,
    async children(): Promise<SourceChild[]> {
      return Object.entries(sketch).map(([name, value]) => {
        const childPath = `${path}/${name}` as ByteString;
        if ('mtimeNs' in value)
          return { node: { ...(value as Node), name: name as ByteString }, folder: null, picks: 'whole' };
        return {
          node: folderNode(name, NO_TREE),
          folder: sketched(value as Sketch, childPath),
          picks: 'whole',
        };
      });
    },
  };
}

/** What a listing would show of `node` at `path`, restored without fault. */
export function listed(node: Node, path: string, over: Partial<ListedEntry> = {}): ListedEntry {
  return {
    path: path as ByteString,
    type: node.type as ListedEntry['type'],
    permissions: permissionsOf(node.mode),
    uid: node.uid,
    gid: node.gid,
    sizeBytes: node.sizeBytes,
    blocks: 8n,
    mtimeNs: node.mtimeNs,
    ctimeNs: 0n,
    device: 1n,
    inode: 2n,
    links: node.links,
    linkTarget: node.linkTarget,
    deviceNumber: node.deviceNumber,
    ...over,
  };
}
