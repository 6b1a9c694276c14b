import { describe, expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import type { ListedEntry } from '../../../src/files/listing.ts';
import { unpackerOf } from '../../../src/files/unpackers.ts';
import { Owners } from '../../../src/operations/restore/owners.ts';
import { StagedNodes } from '../../../src/operations/restore/staged-nodes.ts';
import { lookAtLeftovers, verifyMetadata } from '../../../src/operations/restore/verify.ts';
import { folderNode } from '../../repository/nodes.ts';
import { file, listed, sketched } from './nodes.ts';

const FOLDER = folderNode('', '0'.repeat(64) as never);
const plain = file({ sizeBytes: 5n });
const linked = file({ sizeBytes: 5n, links: 2n, inode: 9n });
/** In `new`: one group with a folder and two names of one file. */
const staged = { g: { dir: { f: plain, deep: { x: plain } }, one: linked, two: linked } };

const GOOD: readonly ListedEntry[] = [
  listed(FOLDER, '/w/new'),
  listed(FOLDER, '/w/new/g', { permissions: 0o700, mtimeNs: 1n }),
  listed(linked, '/w/new/g/two', { inode: 50n }),
  listed(FOLDER, '/w/new/g/dir'),
  listed(FOLDER, '/w/new/g/dir/deep'),
  listed(plain, '/w/new/g/dir/deep/x'),
  listed(plain, '/w/new/g/dir/f'),
  listed(linked, '/w/new/g/one', { inode: 50n }),
];

function tree(entries: readonly ListedEntry[], canGive = true) {
  async function* listing() {
    for (const entry of entries) yield [entry];
  }
  return {
    path: '/w/new' as ByteString,
    folder: sketched(staged, 'new' as ByteString),
    owners: new Owners(canGive, null),
    nodes: new StagedNodes(0, unpackerOf('gnu')),
    isTime: unpackerOf('gnu').isTime,
    listing: listing(),
  };
}

const without = (path: string) => GOOD.filter((entry) => entry.path !== path);
const altered = (path: string, over: Partial<ListedEntry>) =>
  GOOD.map((entry) => (entry.path === path ? { ...entry, ...over } : entry));

describe('verifying what was restored', () => {
  test('accepts what is as it was saved, in whatever order a folder lists', async () => {
    await verifyMetadata(tree(GOOD));
  });

  const faults: [string, readonly ListedEntry[], RegExp][] = [
    ['a missing file', without('/w/new/g/dir/f'), /dir\/f": it is missing/],
    ['a missing file in the last folder', without('/w/new/g/dir/deep/x'), /deep\/x": it is missing/],
    ['a missing folder', GOOD.filter(({ path }) => !path.startsWith('/w/new/g/dir')), /dir": it is missing/],
    ['everything missing', GOOD.slice(0, 1), /g": it is missing/],
    ['a wrong mode', altered('/w/new/g/dir/f', { permissions: 0o600 }), /mode is 0600, expected 0644/],
    ['a wrong mode of a folder', altered('/w/new/g/dir', { permissions: 0o700 }), /mode is 0700/],
    ['a wrong size', altered('/w/new/g/dir/f', { sizeBytes: 4n }), /size is 4, expected 5/],
    ['a wrong owner', altered('/w/new/g/dir/f', { gid: 5 }), /owner is 0:5, expected 0:0/],
    ['another type', altered('/w/new/g/dir/f', { type: 'symlink' }), /it is a symlink/],
    ['two files instead of one with two names', altered('/w/new/g/two', { inode: 51n }), /file of its own/],
    ['something that nobody sent', [...GOOD, listed(plain, '/w/new/g/evil')], /evil": nothing of that name/],
  ];
  test.each(faults)('refuses %s', async (_, entries, message) => {
    await expect(verifyMetadata(tree(entries))).rejects.toThrow(message);
    await expect(verifyMetadata(tree(entries))).rejects.toMatchObject({ code: 'restore-mismatch' });
  });

  test('does not accept a wrong time, by one nanosecond, but for what the filesystem says to it', async () => {
    const mtimeNs = plain.mtimeNs + 1n;
    expect(await verifyMetadata(tree(altered('/w/new/g/dir/f', { mtimeNs })))).toEqual([
      { path: '/w/new/g/dir/f', isSymlink: false, savedNs: plain.mtimeNs, mtimeNs },
    ]);
  });

  test('leaves owners alone where they can not be given', async () => {
    await verifyMetadata(tree(altered('/w/new/g/dir/f', { uid: 5 }), false));
  });

  test('refuses a listing that is not in order rather than take it for complete', async () => {
    await expect(verifyMetadata(tree([...GOOD, listed(plain, '/w/new/g/dir/late')]))).rejects.toMatchObject({
      code: 'internal',
    });
  });
});

describe('what an earlier run left', () => {
  const names = async (entries: readonly ListedEntry[]) => {
    const { need, strange } = await lookAtLeftovers(tree(entries));
    const flat = (folder: typeof need, path: string): string[] =>
      [...folder.children].flatMap(([name, below]) =>
        below === 'all' ? [`${path}/${name}`] : [`${path}/${name}/`, ...flat(below, `${path}/${name}`)],
      );
    return { need: flat(need, '').sort(), strange };
  };

  test('needs only names of one file again when all is there', async () => {
    expect(await names(GOOD)).toEqual({ need: ['/g/', '/g/one', '/g/two'], strange: [] });
  });

  test('needs what is missing or was not written to its end, and the folders around it', async () => {
    const cut = altered('/w/new/g/dir/deep/x', { sizeBytes: 2n, mtimeNs: 7n }).filter(
      ({ path }) => path !== '/w/new/g/dir/f',
    );
    expect((await names(cut)).need).toEqual([
      '/g/',
      '/g/dir/',
      '/g/dir/deep/',
      '/g/dir/deep/x',
      '/g/dir/f',
      '/g/one',
      '/g/two',
    ]);
  });

  test('needs a folder again whose metadata is not final, without its contents', async () => {
    expect((await names(altered('/w/new/g/dir/deep', { permissions: 0o700 }))).need).toContain(
      '/g/dir/deep/',
    );
  });

  test('names what is not part of the restore, topmost only', async () => {
    const more = [...GOOD, listed(FOLDER, '/w/new/g/other'), listed(plain, '/w/new/g/other/x')];
    expect((await names(more)).strange).toEqual(['/w/new/g/other']);
  });
});
