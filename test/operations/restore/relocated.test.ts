import { expect, test } from 'vitest';
import { type ByteString, fromText } from '../../../src/bytestring.ts';
import type { FoundSwap } from '../../../src/operations/restore/found-swap.ts';
import { relocated } from '../../../src/operations/restore/relocated.ts';

const METADATA = { permissions: 0o755, uid: 0, gid: 0, mtimeNs: 0n };
const UNDO = '.holdfast-undo-x';

/** A swap whose workspace was in `was` (null: an old journal doesn't tell), is in `is`, and moved names in `parents`. */
function swap(was: string | null, is: string, parents: readonly string[], workspaces: string[]): FoundSwap {
  const at = was === null ? null : { path: fromText(`${was}/${UNDO}`), identity: '1:2' };
  return {
    head: { snapshotId: 'ab', timeNs: 0n, workspaces: workspaces.map(fromText), at },
    workspace: { home: { physical: fromText(is) } } as FoundSwap['workspace'],
    isDone: true,
    batches: parents.map((parent) => ({
      kind: 'place',
      parent: fromText(parent),
      parentIdentity: '1:3',
      group: 'g',
      names: [],
    })),
    folders: parents.map((path) => ({
      path: fromText(path),
      identity: '1:3',
      before: METADATA,
      after: METADATA,
    })),
  };
}

test.each([
  ['on a rescue system', '', '/mnt', ['/', '/srv/wiki'], ['/mnt', '/mnt/srv/wiki']],
  ['at its own place after a rescue', '/mnt', '/', ['/mnt', '/mnt/srv'], ['/', '/srv']],
  ['elsewhere, with the folders that it had', '/a/srv', '/b/c/srv', ['/a/srv/wiki'], ['/b/c/srv/wiki']],
  ['where it was', '/srv', '/srv', ['/srv/wiki'], ['/srv/wiki']],
  ['beside what never was on it', '/mnt', '/disk', ['/mnt/a', '/mntb', '/srv'], ['/disk/a', '/mntb', '/srv']],
] as const)('a disk that is mounted %s', (_, was, is, parents, expected) => {
  const { batches, folders, head } = relocated(swap(was, is, parents, [`${was}/${UNDO}`]));
  expect(batches.map(({ parent }) => parent)).toEqual(expected);
  expect(folders.map(({ path }) => path)).toEqual(expected);
  expect(head.workspaces).toEqual([is === '/' ? `/${UNDO}` : `${is}/${UNDO}`]);
});

test('a journal of an earlier version tells where it was if it was one alone', () => {
  const parents = ['/mnt/srv' as ByteString];
  const [one, more] = [[`/mnt/${UNDO}`], [`/mnt/${UNDO}`, `/mnt/data/${UNDO}`]];
  expect(relocated(swap(null, '/', parents, one)).batches[0]?.parent).toBe('/srv');
  expect(relocated(swap(null, '/', parents, more)).batches[0]?.parent).toBe('/mnt/srv');
});
