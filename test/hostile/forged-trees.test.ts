import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { HoldfastError } from '../../src/errors.ts';
import { readTar } from '../../src/files/tar/decode.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';
import { casesOf, limitOf } from '../cases.ts';
import { readEveryWay } from './every-reader.ts';
import { Forgery, nodesOf, treeJson } from './forged-trees.ts';

const CASES = casesOf(1000);
const LIMIT_MS = limitOf(CASES);

let forgery: Forgery;

beforeEach(async () => {
  forgery = await Forgery.make();
  return () => forgery.repository.close();
});

describe('a forged tree', () => {
  test(
    'is read or refused with an error that blames it, and what comes out as an archive stays in its folder',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (generate) => {
          const forged = await Forgery.another();
          try {
            const inner = await forged.tree(treeJson(generate(() => nodesOf(forged.blobs))));
            const middle = await forged.tree(treeJson(generate(() => nodesOf(forged.blobs))));
            const root = `{"name":"x","type":"dir","subtree":"${middle}"}`;
            const nodes = generate(() => nodesOf({ ...forged.blobs, trees: [inner, middle] }));
            await forged.snapshot(await forged.tree(treeJson([...nodes, root])));
            const outcomes = await readEveryWay(forged.backend);
            for (const archives of ['dump', 'exportTar']) {
              const outcome = outcomes.get(archives);
              if (outcome === undefined || 'code' in outcome) continue;
              for (const archive of outcome.value as Buffer[]) await expectToStayInside(archive);
            }
          } finally {
            await forged.repository.close();
          }
        }),
        { numRuns: CASES, endOnFailure: true },
      );
    },
    LIMIT_MS,
  );

  test.each([
    ['..', 'file'],
    ['../../etc/cron.d/x', 'file'],
    ['/etc/passwd', 'file'],
    ['a/b', 'file'],
    ['', 'file'],
    ['.', 'dir'],
    ['..', 'dir'],
  ])('with the name %j of a %s gives no archive', async (name, type) => {
    const [five = ''] = forgery.blobs.data;
    const rest = type === 'dir' ? `"subtree":"${forgery.blobs.trees[0]}"` : `"size":5,"content":["${five}"]`;
    const node = `{"name":${JSON.stringify(name)},"type":"${type}",${rest}}`;
    const below = await forgery.tree(treeJson([node]));
    await forgery.snapshot(await forgery.tree(treeJson([`{"name":"x","type":"dir","subtree":"${below}"}`])));
    await expectNoArchive();
  });

  test('with a symlink and a folder of one name gives no archive: its files would go through the symlink', async () => {
    const link = '{"name":"a","type":"symlink","linktarget":"/etc"}';
    const folder = `{"name":"a","type":"dir","subtree":"${forgery.blobs.trees[0]}"}`;
    await forgery.snapshot(await forgery.tree(treeJson([link, folder])));
    await expectNoArchive();
  });

  test(
    'deeper than any stack is walked, compared and checked, or refused',
    async () => {
      let tree: BlobId = await forgery.tree(treeJson([]));
      for (let depth = 0; depth < 3000; depth++) {
        tree = await forgery.tree(`{"nodes":[{"name":"d","type":"dir","subtree":"${tree}"}]}`);
      }
      await forgery.snapshot(tree);
      const outcomes = await readEveryWay(forgery.backend);
      expect(outcomes.get('check')).toHaveProperty('value');
      expect(outcomes.get('exportTar')).toMatchObject({ code: 'restore-unsafe' });
    },
    LIMIT_MS,
  );

  test('that is a data blob, and a file whose content is a tree, are damage', async () => {
    const [five = '' as BlobId] = forgery.blobs.data as BlobId[];
    await forgery.snapshot(five);
    const outcomes = await readEveryWay(forgery.backend);
    expect(outcomes.get('ls')).toMatchObject({ code: 'repository-damaged' });
    expect(outcomes.get('check')).toMatchObject({ value: expect.arrayContaining(['tree-missing']) });
  });
});

async function expectNoArchive(): Promise<void> {
  const outcomes = await readEveryWay(forgery.backend);
  for (const archives of ['dump', 'exportTar']) {
    expect([archives, outcomes.get(archives)]).toEqual([
      archives,
      expect.objectContaining({ code: 'restore-unsafe' }),
    ]);
  }
  expect(outcomes.get('check')).toMatchObject({ value: expect.arrayContaining(['node-broken']) });
}

/** No member of a tar archive leaves the folder that it is unpacked in, or goes through a symlink. */
async function expectToStayInside(archive: Buffer): Promise<void> {
  const folders = new Set(['']);
  const seen = new Set<string>();
  try {
    for await (const { header } of readTar(chunksOf(archive))) {
      const parts = header.path.split('/');
      expect(parts).not.toContain('..');
      expect(parts).not.toContain('.');
      expect(parts).not.toContain('');
      expect(seen).not.toContain(header.path);
      expect(folders).toContain(parts.slice(0, -1).join('/'));
      seen.add(header.path);
      if (header.type === 'dir') folders.add(header.path);
      if (header.type === 'hardlink') expect(seen).toContain(header.linkTarget);
    }
  } catch (error) {
    if (error instanceof HoldfastError) throw new Error('We can’t read our own archive.', { cause: error });
    throw error;
  }
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
