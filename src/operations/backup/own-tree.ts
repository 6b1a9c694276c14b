import { type ByteString, fromText } from '../../bytestring.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import { modeOf } from '../../repository/format/mode.ts';
import type { Node, NodeType } from '../../repository/format/node.ts';
import type { Repository } from '../../repository/repository.ts';
import { saveContent } from './content.ts';

/** What Holdfast adds to a snapshot stands below this folder of its tree. */
export const OWN_FOLDER = '.holdfast' as ByteString;
export const OWN_PATH = '/.holdfast' as ByteString;
const MANIFEST_NAME = 'manifest.json' as ByteString;

/** Where a target's manifest stands in a snapshot's tree. */
export function manifestPath(target: string): ByteString {
  return `${OWN_PATH}/${fromText(target)}/${MANIFEST_NAME}` as ByteString;
}

/** Saves `/.holdfast/<target>/manifest.json` and the folders above it; gives the node of `/.holdfast`. */
export async function saveOwnTree(
  repository: Repository,
  own: { target: string; manifest: Buffer; timeNs: bigint },
): Promise<Node> {
  const { saved } = await saveContent(repository, own.manifest);
  const { blobs, sizeBytes } = await saved;
  const manifest = { ...ownNode(MANIFEST_NAME, 'file', own.timeNs), content: blobs, sizeBytes, links: 1n };
  const target = await folderOf(repository, fromText(own.target), manifest, own.timeNs);
  return folderOf(repository, OWN_FOLDER, target, own.timeNs);
}

async function folderOf(
  repository: Repository,
  name: ByteString,
  child: Node,
  timeNs: bigint,
): Promise<Node> {
  const subtree: BlobId = (await repository.saveTree({ nodes: [child] })).id;
  return { ...ownNode(name, 'dir', timeNs), subtree };
}

function ownNode(name: ByteString, type: NodeType, timeNs: bigint): Node {
  return {
    name,
    type,
    mode: modeOf(type, type === 'dir' ? 0o700 : 0o600),
    mtimeNs: timeNs,
    atimeNs: timeNs,
    ctimeNs: timeNs,
    uid: 0,
    gid: 0,
    user: 'root',
    group: 'root',
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
