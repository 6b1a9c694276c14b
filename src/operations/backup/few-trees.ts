import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import { hasManyFolders } from '../many-folders.ts';
import type { TreeStore } from './tree-assembly.ts';

/** Files in so many or so large folders that opening their trees keeps threads busy: those start while the lock settles. */
const LARGE_BACKUP_FILES = 100_000;

/** To open so many one by one takes as long as a thread for it takes to start. */
const FEW_TREES = 200;

/**
 * `trees`, of which few are expected to be asked for: none is loaded ahead. Where more are asked for after all, `expectMany` is called,
 * and from then on they are.
 */
export function fewTrees(trees: TreeStore, expectMany: () => void): TreeStore {
  let loaded = 0;
  return {
    loadBlob: (type, id, signal) => {
      if (++loaded === FEW_TREES) expectMany();
      return trees.loadBlob(type, id, signal);
    },
    prefetchTrees: (ids) => {
      if (loaded >= FEW_TREES) trees.prefetchTrees(ids);
    },
    saveTree: (tree) => trees.saveTree(tree),
    room: () => trees.room(),
  };
}

/** Says that the trees of most folders of `parents` will be asked for. */
export function expectAllTrees(repository: Repository, parents: readonly StoredSnapshot[]): void {
  if (parents.some(isLarge)) repository.startThreads();
  else if (parents.some(({ snapshot }) => hasManyFolders(snapshot))) repository.openTreesAhead();
}

function isLarge({ snapshot }: StoredSnapshot): boolean {
  return (snapshot.summary?.totalFilesProcessed ?? 0) >= LARGE_BACKUP_FILES;
}
