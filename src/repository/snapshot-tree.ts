import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { findShownNode } from './find-node.ts';
import type { BlobId } from './format/ids.ts';
import type { Repository } from './repository.ts';

/**
 * The tree of `folder` (absolute; null: the root) in the snapshot with tree `root`.
 * @throws HoldfastError bad-input if the snapshot holds nothing there, or no folder.
 */
export async function treeAt(
  repository: Repository,
  root: BlobId,
  folder: ByteString | null,
  signal?: AbortSignal,
): Promise<BlobId> {
  if (folder === null) return root;
  const node = (await findShownNode(repository, root, folder, signal))?.node ?? null;
  if (node?.type === 'dir' && node.subtree !== null) return node.subtree;
  throw new HoldfastError(
    'bad-input',
    `Cannot find the folder "${display(folder)}": the snapshot holds ${node === null ? 'nothing' : `a ${node.type}`} there. ` +
      'List what it holds with `holdfast ls`.',
  );
}
