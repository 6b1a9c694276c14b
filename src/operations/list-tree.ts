import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { findShownNode } from '../repository/find-node.ts';
import type { BlobId } from '../repository/format/ids.ts';
import type { Repository } from '../repository/repository.ts';
import { type PlacedNode, subtreeOf, walkTree } from './walk-tree.ts';

export interface ListTreeOptions {
  /** Absolute paths to list; none: the whole snapshot. */
  readonly paths: readonly ByteString[];
  /** Also what lies deeper than one level below `paths`. The whole snapshot is always listed to its depth. */
  readonly recursive: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What `ls` shows of the snapshot with tree `root`: each asked path itself, then what is in it.
 * @throws HoldfastError bad-input for a path that the snapshot doesn't hold.
 */
export async function* listEntries(
  repository: Repository,
  root: BlobId,
  options: ListTreeOptions,
): AsyncGenerator<PlacedNode> {
  const { signal } = options;
  const paths = options.paths.map(withoutTrailingSlash);
  if (paths.length === 0) {
    yield* walkTree(repository, root, { signal });
    return;
  }
  for (const path of paths) {
    const enter = () => options.recursive;
    if (path === '') {
      yield* walkTree(repository, root, { enter, signal });
      continue;
    }
    const placed = await nodeAt(repository, root, path, signal);
    yield placed;
    if (placed.node.type === 'dir') {
      yield* walkTree(repository, subtreeOf(placed), { below: placed.path, enter, signal });
    }
  }
}

/** By its path, or as `ls` shows that. @throws HoldfastError bad-input if the snapshot holds nothing at `path`. */
export async function nodeAt(
  repository: Pick<Repository, 'loadTree'>,
  root: BlobId,
  path: ByteString,
  signal?: AbortSignal,
): Promise<PlacedNode> {
  const placed = await findShownNode(repository, root, path, signal);
  if (placed !== null) return placed;
  throw new HoldfastError(
    'bad-input',
    `Cannot find "${display(path)}": the snapshot holds nothing there. List what it holds with \`holdfast ls\`.`,
  );
}

function withoutTrailingSlash(path: ByteString): ByteString {
  return path.replace(/\/+$/, '') as ByteString;
}
