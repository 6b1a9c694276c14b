import { type BlobId, idOf } from '../../repository/format/ids.ts';
import { encodeTree } from '../../repository/format/tree.ts';
import type { Repository } from '../../repository/repository.ts';
import type { TreeStore } from './tree-assembly.ts';

/** Trees as a dry run needs them: the parent's can be loaded; of new ones only the IDs are known. */
export function dryTrees(repository: Repository): TreeStore {
  return {
    loadBlob: (type, id, signal) => repository.loadBlob(type, id, signal),
    prefetchTrees: (ids) => repository.prefetchTrees(ids),
    saveTree: async (tree) => ({ id: idOf<BlobId>(encodeTree(tree)), added: false }),
    room: async () => {},
  };
}
