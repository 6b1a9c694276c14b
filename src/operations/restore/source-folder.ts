import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { joinPath } from '../../files/paths.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Picks } from './picks.ts';
import type { SourceTrees } from './source-trees.ts';

/** A folder of what is restored: its picked children, in the tree's order. */
export interface SourceFolder {
  readonly path: ByteString;
  children(): Promise<SourceChild[]>;
}

export interface SourceChild {
  readonly node: Node;
  /** Null for everything but a folder. */
  readonly folder: SourceFolder | null;
  readonly picks: Picks;
}

/** The folder whose tree is `tree`, of which `picks` is restored. Its path is where it will stand on the host. */
export function sourceFolder(trees: SourceTrees, tree: BlobId, picks: Picks, path: ByteString): SourceFolder {
  return {
    path,
    async children() {
      const { nodes } = await trees.load(tree, path);
      const picked = nodes.filter((node) => picks === 'whole' || picks.children.has(node.name));
      trees.readAhead(picked);
      return picked.map((node, at) => {
        if (node.type !== 'dir') return { node, folder: null, picks: 'whole' };
        const below = picks === 'whole' ? 'whole' : (picks.children.get(node.name) ?? 'whole');
        const childPath = joinPath(path, node.name);
        const folder = sourceFolder(trees, treeOf(node, childPath), below, childPath);
        return { node, folder: readingAhead(folder, () => trees.readAhead(picked, at + 1)), picks: below };
      });
    },
  };
}

/** `folder`, behind which the next ones are read as soon as somebody looks into it. */
function readingAhead({ path, children }: SourceFolder, readAhead: () => void): SourceFolder {
  return {
    path,
    children() {
      readAhead();
      return children();
    },
  };
}

/** @throws HoldfastError repository-damaged if a folder's node names no tree. */
export function treeOf(node: Node, path: ByteString): BlobId {
  if (node.subtree !== null) return node.subtree;
  throw new HoldfastError(
    'repository-damaged',
    `Cannot restore the folder "${display(path)}": its node names no tree, expected one. Exclude it to restore the rest; "holdfast check" says what else is damaged.`,
  );
}
