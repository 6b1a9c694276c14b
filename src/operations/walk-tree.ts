import type { ByteString } from '../bytestring.ts';
import { display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { BlobId } from '../repository/format/ids.ts';
import type { Node, Tree } from '../repository/format/node.ts';
import type { Repository } from '../repository/repository.ts';

/** A node of a snapshot and where it stands: absolute, without trailing slash. */
export interface PlacedNode {
  readonly path: ByteString;
  readonly node: Node;
}

/**
 * Every node below the tree `root`, parents before their children, siblings in the tree's order.
 *
 * @param options.below Path of `root` itself; default `` (the root of the snapshot).
 * @param options.enter Whether to go into a folder; default: into every one.
 * @param options.check Called with each tree before its nodes come, and the path of its folder. Trees come as they were
 *   read: whoever makes paths of their names for anything but a person's eyes refuses those that aren't safe here.
 * @throws HoldfastError repository-damaged for a folder without a tree, or one that can't be read.
 */
export async function* walkTree(
  repository: Repository,
  root: BlobId,
  options: {
    below?: ByteString | undefined;
    enter?: ((folder: PlacedNode) => boolean) | undefined;
    check?: ((tree: Tree, path: ByteString) => void) | undefined;
    signal?: AbortSignal | undefined;
  } = {},
): AsyncGenerator<PlacedNode> {
  const { below = '' as ByteString, enter = () => true, check = () => {}, signal } = options;
  const load = async (id: BlobId, path: ByteString) => {
    const tree = await repository.loadTree(id, signal);
    check(tree, path);
    return { path, nodes: tree.nodes, next: 0 };
  };
  // A stack of our own: a tree may be deeper than JavaScript's.
  const open = [await load(root, below)];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    signal?.throwIfAborted();
    const node = level.nodes[level.next++];
    if (node === undefined) {
      open.pop();
      continue;
    }
    const placed = { path: `${level.path}/${node.name}` as ByteString, node };
    yield placed;
    if (node.type === 'dir' && enter(placed)) open.push(await load(subtreeOf(placed), placed.path));
  }
}

/** @throws HoldfastError repository-damaged if the folder has no tree. */
export function subtreeOf({ path, node }: PlacedNode): BlobId {
  if (node.subtree !== null) return node.subtree;
  throw new HoldfastError(
    'repository-damaged',
    `Cannot read the folder "${display(path)}": its node has no tree. Run \`holdfast check\`.`,
  );
}
