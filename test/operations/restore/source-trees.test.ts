import { expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import { sourceFolder } from '../../../src/operations/restore/source-folder.ts';
import { SourceTrees } from '../../../src/operations/restore/source-trees.ts';
import { WantedWalk } from '../../../src/operations/restore/wanted.ts';
import type { BlobSource } from '../../../src/repository/blob-source.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';
import { folderNode } from '../../repository/nodes.ts';

const id = (number: number) => number.toString(16).padStart(64, '0') as BlobId;
const ROOT = id(0);
const FOLDERS = 40;
const root = {
  nodes: Array.from({ length: FOLDERS }, (_, i) => folderNode(`f${String(i).padStart(2, '0')}`, id(i + 1))),
};

/** Trees that arrive only when they are let in, and which of them were asked for. */
function slowTrees() {
  const asked: number[] = [];
  const repository = {
    async loadTree(tree: BlobId) {
      asked.push(Number.parseInt(tree, 16));
      return tree === ROOT ? root : { nodes: [] };
    },
  } as unknown as BlobSource;
  return { asked, repository, trees: new SourceTrees(repository) };
}

/** By how many folders the reading was ahead of the one that was looked into. */
function isAhead(asked: readonly number[], at: number): void {
  const ahead = Math.max(...asked) - at;
  expect(ahead).toBeLessThanOrEqual(8);
  expect(ahead).toBeGreaterThanOrEqual(Math.min(4, FOLDERS - at));
}

test('folders are read ahead of who looks into them, all the way to the last one, and not far', async () => {
  const { asked, trees } = slowTrees();
  const children = await sourceFolder(trees, ROOT, 'whole', '/' as ByteString).children();
  for (const [i, { folder }] of children.entries()) {
    const looking = folder?.children();
    isAhead(asked, i + 1);
    await looking;
  }
  expect(asked).toEqual([...asked].sort((a, b) => a - b));
  expect(new Set(asked).size).toBe(asked.length);
});

test.each(['all', 'own'] as const)(
  'so is the walk before a restore, of what was chosen as %s',
  async (choice) => {
    const { asked, repository, trees } = slowTrees();
    let at = 0;
    const choose = (path: ByteString) => {
      const found = root.nodes.findIndex(({ name }) => `/${name}` === path);
      if (found > 0) {
        at = found;
        isAhead(asked, at);
      }
      return choice;
    };
    const { totals } = await new WantedWalk(repository, trees, choose).wanted({ tree: ROOT, device: 0n }, 0);
    expect(totals.folders).toBe(FOLDERS);
    expect(at).toBe(choice === 'own' ? FOLDERS - 1 : 0);
    expect(new Set(asked).size).toBe(FOLDERS + 1);
  },
);

test.each(['all', 'own'] as const)(
  'and it finds what was a filesystem of its own, chosen as %s',
  async (choice) => {
    const on = (name: string, tree: number, deviceId: bigint) => folderNode(name, id(tree), { deviceId });
    const stored = new Map([
      [ROOT, [on('data', 1, 2n), on('srv', 2, 1n), on('unknown', 3, 0n)]],
      [id(1), [on('same', 3, 2n)]],
      [id(2), [on('disk', 3, 3n), on('plain', 3, 1n)]],
      [id(3), []],
    ]);
    const repository = {
      loadTree: async (tree: BlobId) => ({ nodes: stored.get(tree) ?? [] }),
    } as unknown as BlobSource;
    const found = async (device: bigint) => {
      const walk = new WantedWalk(repository, new SourceTrees(repository), () => choice);
      return (await walk.wanted({ tree: ROOT, device }, 0)).traits.mountPoints;
    };
    expect((await found(1n)).toSorted()).toEqual(['/data', '/srv/disk']);
    expect(await found(0n)).toEqual(['/srv/disk']);
  },
);
