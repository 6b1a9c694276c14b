import { lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromText } from '../../src/bytestring.ts';
import { asHoldfastError } from '../../src/errors.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { restore } from '../../src/operations/restore.ts';
import { findSnapshots } from '../../src/repository/find-snapshot.ts';
import { casesOf, limitOf } from '../cases.ts';
import { quickFolder } from '../memory-disk.ts';
import { DEFAULT_OPTIONS, describeTree, SILENT } from '../operations/restore/harness.ts';
import { Forgery, nodesOf, treeJson } from './forged-trees.ts';

// What test/hostile/forged-trees.test.ts proves of plans and archives, on a real filesystem, by root.

const CASES = casesOf(150); // 0.2 s each
const LIMIT_MS = limitOf(CASES, 1600);

let folder: string;
let host: Host;

beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-forged-'));
  host = localHost();
  for (const name of ['victim', 'target', 'target/a']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'victim', 'b'), 'precious');
});
afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

test(
  'a forged tree is restored below its target, or refused with an error that blames it; all else stays as it was',
  async () => {
    const victim = await describeTree(join(folder, 'victim'));
    let restored = 0;
    const { mtimeMs } = await lstat(join(folder, 'victim'));
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (generate) => {
        const forged = await Forgery.another();
        try {
          const inner = await forged.tree(treeJson(generate(() => nodesOf(forged.blobs))));
          const out = `{"name":"out","type":"symlink","mtime":"2026-11-21T09:47:54.62Z","linktarget":"../victim"}`;
          const nodes = generate(() => nodesOf({ ...forged.blobs, trees: [inner] }));
          await forged.snapshot(await forged.tree(treeJson([...nodes, out])));
          const [, snapshot] = await findSnapshots(forged.repository, {});
          if (snapshot === undefined) throw new Error('The snapshot is not there.');
          const target = fromText(join(folder, 'target'));
          const options = { ...DEFAULT_OPTIONS, noLock: true, snapshot, target };
          try {
            await restore(host, forged.repository, options, SILENT, new AbortController().signal);
            restored++;
          } catch (thrown) {
            expect(asHoldfastError(thrown)?.code, String(thrown)).toMatch(
              /^(repository-\w+|restore-\w+|bad-input|no-permission|no-space|command-failed)$/,
            );
          }
          expect(await describeTree(join(folder, 'victim'))).toEqual(victim);
          expect((await lstat(join(folder, 'victim'))).mtimeMs).toBe(mtimeMs);
          expect((await readdir(folder)).filter((name) => !name.startsWith('.holdfast-')).sort()).toEqual([
            'target',
            'victim',
          ]);
        } finally {
          await forged.repository.close();
        }
      }),
      { numRuns: CASES, endOnFailure: true },
    );
    expect(restored).toBeGreaterThan(CASES / 20); // else nothing was tried
  },
  LIMIT_MS,
);
