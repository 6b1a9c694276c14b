import { expect, test } from 'vitest';
import { RememberedTrees } from '../../../src/operations/backup/remembered-trees.ts';
import { type BlobId, idOf } from '../../../src/repository/format/ids.ts';
import { encodeTree } from '../../../src/repository/format/tree.ts';
import { fileNode } from '../../repository/nodes.ts';

const TREE = { nodes: [fileNode('a', [], 0)] };
const JSON_TEXT = encodeTree(TREE);
const ID = idOf<BlobId>(JSON_TEXT);

function storage() {
  const loads: BlobId[] = [];
  return {
    loads,
    loadBlob: async (_type: 'data' | 'tree', id: BlobId) => {
      loads.push(id);
      return JSON_TEXT;
    },
    prefetchTrees: (ids: Iterable<BlobId>) => void loads.push(...ids),
    saveTree: async () => ({ id: ID, added: true }),
    room: async () => {},
  };
}

test('a tree is loaded once, and one that was saved not at all', async () => {
  const store = storage();
  const trees = new RememberedTrees(store);
  await trees.saveTree(TREE);
  const other = 'b'.repeat(64) as BlobId;
  for (const id of [ID, other, other]) expect(await trees.loadBlob('tree', id)).toEqual(JSON_TEXT);
  trees.prefetchTrees([ID, other]);
  expect(store.loads).toEqual([other]);
});

test('no more is kept than fits', async () => {
  const store = storage();
  const trees = new RememberedTrees(store, JSON_TEXT.length);
  const ids = ['b', 'c', 'c'].map((letter) => letter.repeat(64) as BlobId);
  for (const id of ids) await trees.loadBlob('tree', id);
  expect(store.loads).toEqual(ids);
});
