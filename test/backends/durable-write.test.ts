import type { PathLike } from 'node:fs';
import type * as FileSystem from 'node:fs/promises';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeDurably } from '../../src/backends/durable-write.ts';

/** What the system was asked for, in order. */
const asked: string[] = [];

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>();
  return {
    ...real,
    open: async (path: PathLike, ...how: [string | number, number?]) => {
      const handle = await real.open(path, ...how);
      const [sync, writev] = [handle.sync.bind(handle), handle.writev.bind(handle)];
      const name = String(path).includes('-tmp-') ? 'temporary file' : basename(String(path));
      const said = (what: string) => asked.push(`${what} ${name}`);
      handle.sync = () => sync().finally(() => said('sync'));
      handle.writev = ((...parts: Parameters<typeof writev>) =>
        writev(...parts).finally(() => said('write'))) as typeof writev;
      return handle;
    },
    link: (from: PathLike, to: PathLike) =>
      real.link(from, to).finally(() => asked.push(`name ${basename(String(to))}`)),
  };
});

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'holdfast-durable-'));
  asked.length = 0;
});
afterEach(() => rm(root, { recursive: true }));

const MODES = { file: 0o400, folder: 0o700, settled: true };

test('a power cut at any moment leaves no name without its bytes: bytes are synced, then named, then the folder is synced', async () => {
  await writeDurably(join(root, 'pack'), [Buffer.from('bytes')], { modes: MODES, root });
  expect(asked).toEqual([
    'write temporary file',
    'sync temporary file',
    'name pack',
    `sync ${basename(root)}`,
  ]);
  expect(await readFile(join(root, 'pack'), 'utf8')).toBe('bytes');
});

test('a folder that was made for it is synced into the one around it, before the file is there', async () => {
  await writeDurably(join(root, 'ab', 'pack'), [Buffer.from('bytes')], { modes: MODES, root });
  expect(asked[0]).toBe(`sync ${basename(root)}`);
  expect(asked.slice(-3)).toEqual(['sync temporary file', 'name pack', 'sync ab']);
});
