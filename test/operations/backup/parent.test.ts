import { describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { checkpointsAmong } from '../../../src/operations/backup/checkpoints.ts';
import { earlierSnapshots, parentsAmong } from '../../../src/operations/backup/parent.ts';
import type { BlobId, SnapshotId } from '../../../src/repository/format/ids.ts';
import type { Snapshot, SnapshotSummary } from '../../../src/repository/format/snapshot.ts';
import type { Repository, StoredSnapshot } from '../../../src/repository/repository.ts';
import { CHECKPOINT_TAG, INCOMPLETE_TAG, targetTag } from '../../../src/repository/tags.ts';
import { snapshotOf } from '../../repository/nodes.ts';

function stored(id: string, over: Partial<Snapshot> & { bytes?: number } = {}): StoredSnapshot {
  const { bytes, ...fields } = over;
  const summary = bytes === undefined ? null : ({ totalBytesProcessed: bytes } as SnapshotSummary);
  return { id: id as SnapshotId, snapshot: snapshotOf('a'.repeat(64) as BlobId, { summary, ...fields }) };
}

const incomplete = { tags: [INCOMPLETE_TAG] };

describe('parentsAmong', () => {
  const chosen = (...earlier: StoredSnapshot[]) => parentsAmong(earlier, ['/data']).map(({ id }) => id);

  test('there is none among none', () => {
    expect(chosen()).toEqual([]);
  });

  test('the newest, when it is complete, and nothing else', () => {
    expect(chosen(stored('old'), stored('partial', incomplete), stored('new'))).toEqual(['new']);
  });

  test('an incomplete one does not hide what the complete one before it has', () => {
    expect(chosen(stored('old'), stored('complete'), stored('partial', incomplete))).toEqual([
      'partial',
      'complete',
    ]);
  });

  test('a run cut off early does not hide what a longer one before it read', () => {
    const earlier = [
      stored('complete', { bytes: 900 }),
      stored('long', { ...incomplete, bytes: 500 }),
      stored('middle', { ...incomplete, bytes: 400 }),
      stored('short', { ...incomplete, bytes: 3 }),
    ];
    expect(chosen(...earlier)).toEqual(['short', 'long', 'complete']);
    expect(chosen(...earlier.slice(1))).toEqual(['short', 'long']);
  });

  test('of two that are equally full the newest is enough', () => {
    const twice = [stored('a', { ...incomplete, bytes: 5 }), stored('b', { ...incomplete, bytes: 5 })];
    expect(chosen(...twice)).toEqual(['b']);
  });

  test('one that lacks a path is none, one with more paths is', () => {
    const earlier = [
      stored('both', { paths: ['/data', '/etc'] }),
      stored('other', { paths: ['/etc'] }),
      stored('one'),
    ];
    expect(parentsAmong(earlier, ['/etc', '/data']).map(({ id }) => id)).toEqual(['both']);
    expect(chosen(...earlier.slice(0, 2))).toEqual(['both']);
  });
});

describe('checkpointsAmong', () => {
  const checkpoint = { tags: [targetTag('shop'), INCOMPLETE_TAG, CHECKPOINT_TAG], paths: ['/data', '/etc'] };
  const superseded = (...earlier: StoredSnapshot[]) =>
    checkpointsAmong(earlier, {
      hostname: 'db1',
      options: { target: 'shop', paths: [fromText('/etc'), fromText('/data')] },
    });

  test('are those of the same target and paths', () => {
    const earlier = [
      stored('ours', checkpoint),
      stored('of another target', {
        ...checkpoint,
        tags: [targetTag('blog'), INCOMPLETE_TAG, CHECKPOINT_TAG],
      }),
      stored('of fewer paths', { ...checkpoint, paths: ['/data'] }),
      stored('of another host', { ...checkpoint, hostname: 'other' }),
      stored('of more paths', { ...checkpoint, paths: ['/data', '/etc', '/srv'] }),
    ];
    expect(superseded(...earlier)).toEqual(['ours']);
  });

  test('never are what a run came to, complete or not', () => {
    const tags = (...own: string[]) => ({ ...checkpoint, tags: [targetTag('shop'), ...own] });
    expect(
      superseded(stored('a', tags()), stored('b', tags(INCOMPLETE_TAG)), stored('c', tags(CHECKPOINT_TAG))),
    ).toEqual([]);
  });
});

test('a snapshot from the future, taken while a clock went wrong, is never a parent', async () => {
  const at = (id: string, timeNs: bigint) => stored(id, { hostname: 'db', timeNs });
  const there = [at('later', 30n), at('now', 20n), at('before', 10n)];
  const repository = { snapshots: () => ReadableStream.from(there) } as unknown as Repository;
  const found = await earlierSnapshots(repository, { hostname: 'db', timeNs: 20n }, {});
  expect(found.map(({ id }) => id)).toEqual(['before', 'now']);
});
