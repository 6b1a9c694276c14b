import { type ByteString, fromText } from '../../bytestring.ts';
import { blankNode } from '../../repository/format/blank-node.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Repository } from '../../repository/repository.ts';
import { type SavedContent, saveContent } from './content.ts';

/** What Holdfast adds to a snapshot stands below this folder of its tree. */
export const OWN_FOLDER = '.holdfast' as ByteString;
export const OWN_PATH = '/.holdfast' as ByteString;
const MANIFEST_NAME = 'manifest.json' as ByteString;
const DUMPS_NAME = 'dumps' as ByteString;
const BUCKETS_NAME = 'buckets' as ByteString;

/** Where a target's manifest stands in a snapshot's tree. */
export function manifestPath(target: string): ByteString {
  return `${OWN_PATH}/${fromText(target)}/${MANIFEST_NAME}` as ByteString;
}

/** Where a target's dumps stand in a snapshot's tree. */
export function dumpsPath(target: string): ByteString {
  return `${OWN_PATH}/${fromText(target)}/${DUMPS_NAME}` as ByteString;
}

/** Where the folders of a target's buckets stand in a snapshot's tree. */
export function bucketsPath(target: string): ByteString {
  return `${OWN_PATH}/${fromText(target)}/${BUCKETS_NAME}` as ByteString;
}

/** A dump's content, and under which name it is to stand. */
export interface DumpFile extends SavedContent {
  readonly name: string;
}

/**
 * Saves `/.holdfast/<target>/manifest.json`, the dumps beside it in `dumps`, what is in `buckets`, and the folders above them;
 * gives the node of `/.holdfast`.
 */
export async function saveOwnTree(
  repository: Repository,
  own: {
    target: string;
    manifest: Buffer;
    dumps: readonly DumpFile[];
    buckets: readonly { readonly name: string; readonly tree: BlobId }[];
    timeNs: bigint;
  },
): Promise<Node> {
  const { saved } = await saveContent(repository, own.manifest);
  const { blobs, sizeBytes } = await saved();
  const manifest = fileNode({ name: MANIFEST_NAME, blobs, sizeBytes }, own.timeNs);
  const children = [manifest];
  if (own.dumps.length > 0) {
    const files = own.dumps.map((dump) => fileNode(dump, own.timeNs));
    children.unshift(await folderOf(repository, DUMPS_NAME, files, own.timeNs));
  }
  if (own.buckets.length > 0) {
    const folders = own.buckets.map(({ name, tree }) => ({
      ...ownNode(fromText(name), 'dir', own.timeNs),
      subtree: tree,
    }));
    children.push(await folderOf(repository, BUCKETS_NAME, folders, own.timeNs));
  }
  const target = await folderOf(repository, fromText(own.target), children, own.timeNs);
  return folderOf(repository, OWN_FOLDER, [target], own.timeNs);
}

function fileNode({ name, blobs, sizeBytes }: DumpFile, timeNs: bigint): Node {
  return { ...ownNode(fromText(name), 'file', timeNs), content: blobs, sizeBytes, links: 1n };
}

async function folderOf(
  repository: Repository,
  name: ByteString,
  children: readonly Node[],
  timeNs: bigint,
): Promise<Node> {
  const nodes = children.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const subtree: BlobId = (await repository.saveTree({ nodes })).id;
  return { ...ownNode(name, 'dir', timeNs), subtree };
}

function ownNode(name: ByteString, type: 'dir' | 'file', timeNs: bigint): Node {
  const times = { mtimeNs: timeNs, atimeNs: timeNs, ctimeNs: timeNs };
  return { ...blankNode(name, type, type === 'dir' ? 0o700 : 0o600), ...times, user: 'root', group: 'root' };
}
