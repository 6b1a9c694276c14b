import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveStore } from '../../src/archive/archive-store.ts';
import { openFolderStore } from '../../src/archive/folder-store.ts';
import { archiveStoreContract, pieces } from '../contract/archive-store.ts';

archiveStoreContract('a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'archive-store-'));
  return {
    store: openFolderStore(folder),
    cleanUp: () => rm(folder, { recursive: true }),
    leftovers: async () => (await readdir(folder)).length,
  };
});

describe('a folder of archives', () => {
  let folder: string;
  let store: ArchiveStore;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-store-'));
    store = openFolderStore(folder);
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('keeps archives for their owner alone', async () => {
    await store.put('a.tar', pieces(Buffer.from('x')));
    expect((await stat(join(folder, 'a.tar'))).mode & 0o777).toBe(0o600);
  });

  it('shows no part of what is being written', async () => {
    const seen: string[] = [];
    await store.put(
      'a.tar',
      (async function* () {
        yield Buffer.from('half');
        for await (const { name } of store.list()) seen.push(name);
        yield Buffer.from('rest');
      })(),
    );
    expect(seen).toEqual([]);
  });

  it('removes what a killed run left a day ago, and not what another is writing', async () => {
    const [old, fresh] = ['.a.tar-tmp-123', '.b.tar-tmp-456'].map((name) => join(folder, name));
    await writeFile(old as string, 'x');
    await writeFile(fresh as string, 'x');
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
    await utimes(old as string, twoDaysAgo, twoDaysAgo);
    await store.put('c.tar', pieces(Buffer.from('x')));
    expect((await readdir(folder)).sort()).toEqual(['.b.tar-tmp-456', 'c.tar']);
  });

  it('makes no folder where none is: its disk may not be mounted', async () => {
    const absent = openFolderStore(join(folder, 'absent'));
    await expect(absent.put('a.tar', pieces(Buffer.from('x')))).rejects.toMatchObject({
      code: 'backend-failed',
      message: expect.stringContaining("the folder isn't there, expected one"),
    });
    expect(await readdir(folder)).toEqual([]);
  });
});
