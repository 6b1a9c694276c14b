import { expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import type { FoundSwap } from '../../../src/operations/restore/found-swap.ts';
import { renumbered } from '../../../src/operations/restore/renumbered.ts';

const METADATA = { permissions: 0o755, uid: 0, gid: 0, mtimeNs: 0n };

/** A workspace that had the identity `was` and has `is`, beside a folder that had `parent`. */
function swap(was: string | null, is: string, parent: string): FoundSwap {
  return {
    head: {
      snapshotId: 'ab',
      timeNs: 0n,
      workspaces: [],
      at: was === null ? null : { path: '/srv/x' as ByteString, identity: was },
    },
    workspace: { identity: is } as FoundSwap['workspace'],
    isDone: true,
    batches: [{ kind: 'place', parent: '/srv' as ByteString, parentIdentity: parent, group: 'g', names: [] }],
    folders: [{ path: '/srv' as ByteString, identity: parent, before: METADATA, after: METADATA }],
  };
}

const identities = (swaps: readonly FoundSwap[]) =>
  swaps.map(({ batches, folders }) => [batches[0]?.parentIdentity, folders[0]?.identity]);

test('two disks that have changed numbers with each other', () => {
  const swaps = [swap('1:10', '2:10', '1:11'), swap('2:20', '1:20', '2:21')];
  expect(identities(renumbered(swaps))).toEqual([
    ['2:11', '2:11'],
    ['1:21', '1:21'],
  ]);
});

test.each([
  ['of a workspace that is another one', '1:10', '2:99'],
  ['that a journal of an earlier version does not tell', null, '2:10'],
  ['that is none', '', '2:10'],
])('a number %s stays', (_, was, is) => {
  expect(identities(renumbered([swap(was, is, '1:11')]))).toEqual([['1:11', '1:11']]);
});
