import type { ByteString } from '../bytestring.ts';
import type { BlobSource } from './blob-source.ts';
import type { BlobId } from './format/ids.ts';
import type { Node } from './format/node.ts';

/**
 * The node at `path` (absolute) in the tree of a snapshot, or null if there is none.
 * The root itself has no node: null.
 */
export async function findNode(
  repository: Pick<BlobSource, 'loadTree'>,
  rootTree: BlobId,
  path: ByteString,
  signal?: AbortSignal,
): Promise<Node | null> {
  let tree: BlobId | null = rootTree;
  let found: Node | null = null;
  for (const name of path.split('/').filter((part) => part !== '')) {
    if (tree === null) return null;
    const { nodes } = await repository.loadTree(tree, signal);
    found = nodes.find((node) => node.name === name) ?? null;
    if (found === null) return null;
    tree = found.subtree;
  }
  return found;
}
