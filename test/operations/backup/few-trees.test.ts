import { expect, test } from 'vitest';
import { fewTrees } from '../../../src/operations/backup/few-trees.ts';
import type { TreeStore } from '../../../src/operations/backup/tree-assembly.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';

test('none is loaded ahead of few trees; of more than 200 all are', async () => {
  const seen: string[] = [];
  const trees: TreeStore = {
    loadBlob: async () => Buffer.from('tree'),
    prefetchTrees: (ids) => void seen.push(`ahead ${[...ids].join()}`),
    saveTree: async () => ({ id: 'saved' as BlobId, added: true }),
    room: async () => void seen.push('room'),
  };
  const few = fewTrees(trees, () => void seen.push('many'));
  const id = 'a' as BlobId;
  for (let i = 0; i < 199; i++) {
    expect((await few.loadBlob('tree', id)).toString()).toBe('tree');
    few.prefetchTrees([id]);
  }
  expect(seen).toEqual([]);
  for (let i = 0; i < 3; i++) await few.loadBlob('tree', id);
  few.prefetchTrees([id]);
  await few.room();
  expect(seen).toEqual(['many', 'ahead a', 'room']);
  expect(await few.saveTree({ nodes: [] })).toEqual({ id: 'saved', added: true });
});
