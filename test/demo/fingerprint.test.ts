import {
  chmod,
  link,
  lutimes,
  mkdir,
  mkdtemp,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareFingerprints, type Fingerprint, fingerprint } from '../../scripts/demo/fingerprint.ts';

let root: string;
let saved: Fingerprint;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'holdfast-fingerprint-'));
  await mkdir(join(root, 'folder'));
  await writeFile(join(root, 'folder/file'), 'content', { mode: 0o644 });
  await writeFile(join(root, 'other'), 'content');
  await symlink('target', join(root, 'symlink'));
  await link(join(root, 'other'), join(root, 'second name'));
  for (const name of ['folder/file', 'other', 'folder', '']) await utimes(join(root, name), 1e9, 1e9);
  await lutimes(join(root, 'symlink'), 1e9, 1e9);
  saved = await fingerprint(root);
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function differences(): Promise<readonly string[]> {
  return compareFingerprints(saved, await fingerprint(root)).differences;
}

describe('the demo’s comparison', () => {
  test('finds nothing in a tree that is the same', async () => {
    expect(await differences()).toEqual([]);
  });

  const faults: Record<string, () => Promise<unknown>> = {
    'a changed byte under the old time': async () => {
      await writeFile(join(root, 'folder/file'), 'Content');
      await utimes(join(root, 'folder/file'), 1e9, 1e9);
    },
    'another mode': () => chmod(join(root, 'folder/file'), 0o600),
    'a time that differs by a microsecond': () => utimes(join(root, 'other'), 1e9, 1e9 + 1e-6),
    'a missing file': () => rm(join(root, 'folder/file')),
    'a new file': () => writeFile(join(root, 'new'), ''),
    'a renamed file': () => rename(join(root, 'folder/file'), join(root, 'folder/renamed')),
    'a symlink with another target': async () => {
      await rm(join(root, 'symlink'));
      await symlink('elsewhere', join(root, 'symlink'));
    },
    'a copy where there was a hard link': async () => {
      await rm(join(root, 'second name'));
      await writeFile(join(root, 'second name'), 'content');
      await utimes(join(root, 'second name'), 1e9, 1e9);
      await utimes(root, 1e9, 1e9);
    },
  };

  test.each(Object.keys(faults))('finds %s', async (fault) => {
    await faults[fault]?.();
    expect(await differences()).not.toEqual([]);
  });

  test('takes a folder that is left out as empty', async () => {
    const without = await fingerprint(root, ['folder']);
    expect([...without.keys()]).toEqual(['', 'folder', 'other', 'second name', 'symlink']);
  });
});
