import { type ByteString, fromText } from '../../bytestring.ts';
import { blankNode } from '../../repository/format/blank-node.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
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

function ownNode(name: ByteString, type: 'dir' | 'file', timeNs: bigint): Node {
  const times = { mtimeNs: timeNs, atimeNs: timeNs, ctimeNs: timeNs };
  return { ...blankNode(name, type, type === 'dir' ? 0o700 : 0o600), ...times, user: 'root', group: 'root' };
}
