import { compilePatterns } from '../files/path-patterns.ts';
import type { BlobId } from '../repository/format/ids.ts';
import type { Repository } from '../repository/repository.ts';
import { type PlacedNode, walkTree } from './walk-tree.ts';

export interface FindOptions {
  /** Patterns with restic's meaning; what is in a folder that matches matches too. */
  readonly patterns: readonly string[];
  readonly ignoreCase: boolean;
  /** Only what was changed (mtime) not before, and not after. */
  readonly oldestNs?: bigint | undefined;
  readonly newestNs?: bigint | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What matches in the snapshot with tree `root`, in the tree's order. @throws HoldfastError bad-input: a bad pattern. */
export async function* findEntries(
  repository: Repository,
  root: BlobId,
  options: FindOptions,
): AsyncGenerator<PlacedNode> {
  const patterns = compilePatterns(options.patterns, { ignoreCase: options.ignoreCase });
  const { oldestNs, newestNs, signal } = options;
  const enter = ({ path }: PlacedNode) => patterns.matches(path) || patterns.mayMatchBelow(path);
  for await (const placed of walkTree(repository, root, { enter, signal })) {
    const { mtimeNs } = placed.node;
    if (oldestNs !== undefined && mtimeNs < oldestNs) continue;
    if (newestNs !== undefined && mtimeNs > newestNs) continue;
    if (patterns.matches(placed.path)) yield placed;
  }
}
