import { type ByteString, display, toText } from '../bytestring.ts';
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
  return (await walkTo(repository, rootTree, path, isNamed, signal)).at(-1) ?? null;
}

/**
 * The same of a path as `ls` shows it, where there is nothing by that very name: whoever copies it from there finds
 * also what no command line can name, bytes that are no UTF-8. With the path that it really has.
 */
export async function findShownNode(
  repository: Pick<BlobSource, 'loadTree'>,
  rootTree: BlobId,
  path: ByteString,
  signal?: AbortSignal,
): Promise<{ readonly path: ByteString; readonly node: Node } | null> {
  const nodes = await walkTo(repository, rootTree, path, isShownAs, signal);
  const node = nodes.at(-1);
  return node === undefined
    ? null
    : { path: nodes.map(({ name }) => `/${name}`).join('') as ByteString, node };
}

type IsIt = (node: Node, name: ByteString) => boolean;

const isNamed: IsIt = (node, name) => node.name === name;
const isShownAs: IsIt = (node, name) => display(node.name) === toText(name);

/** The nodes on the way to `path`, itself the last; none if it isn't there. */
async function walkTo(
  repository: Pick<BlobSource, 'loadTree'>,
  rootTree: BlobId,
  path: ByteString,
  isIt: IsIt,
  signal?: AbortSignal,
): Promise<Node[]> {
  let tree: BlobId | null = rootTree;
  const way: Node[] = [];
  for (const name of path.split('/').filter((part) => part !== '') as ByteString[]) {
    if (tree === null) return [];
    const { nodes } = await repository.loadTree(tree, signal);
    const found = nodes.find((node) => isNamed(node, name)) ?? nodes.find((node) => isIt(node, name));
    if (found === undefined) return [];
    way.push(found);
    tree = found.subtree;
  }
  return way;
}
