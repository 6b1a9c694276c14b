import { describe, expect, it } from 'vitest';
import { findSnapshots, resolveSnapshot, type SnapshotFilter } from '../../src/repository/find-snapshot.ts';
import type { BlobId, SnapshotId } from '../../src/repository/format/ids.ts';
import type { Snapshot } from '../../src/repository/format/snapshot.ts';
import type { StoredSnapshot } from '../../src/repository/repository.ts';
import { INCOMPLETE_TAG, targetOf, targetTag } from '../../src/repository/tags.ts';
import { failureOf } from '../contract/backend.ts';
import { snapshotOf } from './nodes.ts';

const TREE = 'a'.repeat(64) as BlobId;

function stored(id: string, minute: number, over: Partial<Snapshot> = {}): StoredSnapshot {
  return {
    id: id.padEnd(64, '0') as SnapshotId,
    snapshot: snapshotOf(TREE, { timeNs: BigInt(minute) * 60_000_000_000n, ...over }),
  };
}

function repositoryOf(...all: StoredSnapshot[]) {
  return {
    async *snapshots() {
      yield* all.toReversed();
    },
    snapshotIds: async () => all.map(({ id }) => id),
    loadSnapshot: async (wanted: SnapshotId) =>
      (all.find(({ id }) => id === wanted) as StoredSnapshot).snapshot,
  };
}

const OF_SHOP = { tags: [targetTag('shop'), 'daily', 'site a'] };
const repository = repositoryOf(
  stored('1a', 1, { hostname: 'db1', paths: ['/data', '/etc'] }),
  stored('1b', 2, { hostname: 'db2', ...OF_SHOP }),
  stored('2c', 3, { hostname: 'db2', tags: ['daily'] }),
  stored('3d', 4, { hostname: 'db1', tags: [INCOMPLETE_TAG, targetTag('shop')] }),
);

describe('resolveSnapshot', () => {
  it('finds one by its ID and by a unique beginning of it', async () => {
    expect((await resolveSnapshot(repository, '1b'.padEnd(64, '0'))).snapshot.hostname).toBe('db2');
    expect((await resolveSnapshot(repository, '1b')).id).toMatch(/^1b/);
    expect((await resolveSnapshot(repository, '2')).id).toMatch(/^2c/);
  });

  it('names the candidates of an ambiguous beginning', async () => {
    const error = await failureOf(resolveSnapshot(repository, '1'));
    expect(error.code).toBe('bad-input');
    expect(error.message).toContain('1a0000000000 of 1970-01-01T00:01 on db1');
    expect(error.message).toContain('1b0000000000 of 1970-01-01T00:02 on db2');
  });

  it('says that there is none', async () => {
    expect((await failureOf(resolveSnapshot(repository, 'ffff'))).code).toBe('snapshot-missing');
    expect((await failureOf(resolveSnapshot(repositoryOf(), 'latest'))).code).toBe('snapshot-missing');
  });

  it.each(['', 'LATEST', 'xyz', '1a:/data', '\u001b[2J'])('refuses %j as no ID', async (spec) => {
    expect((await failureOf(resolveSnapshot(repository, spec))).code).toBe('bad-input');
  });

  it.each<[string, SnapshotFilter, string]>([
    ['everything', {}, '2c'],
    ['a host', { hosts: ['db1'] }, '1a'],
    ['one of several hosts', { hosts: ['db1', 'db2'] }, '2c'],
    ['a target', { target: 'shop' }, '1b'],
    ['a tag', { tags: [['daily']] }, '2c'],
    ['two tags together', { tags: [['daily', 'site a']] }, '1b'],
    ['either of two tags', { tags: [['nightly'], ['daily']] }, '2c'],
    ['no tags', { tags: [[]] }, '1a'],
    ['paths', { paths: ['/etc', '/data'] }, '1a'],
    ['a time', { notAfterNs: 150_000_000_000n }, '1b'],
    ['the very moment', { notAfterNs: 180_000_000_000n }, '2c'],
  ])('takes the newest complete one for latest, narrowed by %s', async (_, filter, id) => {
    expect((await resolveSnapshot(repository, 'latest', filter)).id).toMatch(new RegExp(`^${id}`));
  });

  it('never takes an incomplete one for latest, and says that there are only such', async () => {
    const error = await failureOf(resolveSnapshot(repository, 'latest', { hosts: ['db1'], target: 'shop' }));
    expect(error.code).toBe('snapshot-missing');
    expect(error.message).toContain('3d0000000000');
  });

  it('refuses a latest from the future, which would be it for ever; by its ID, and past it, all can be had', async () => {
    const minute = Math.floor(Date.now() / 60_000);
    const [now, forged] = [stored('4e', minute + 5), stored('5f', minute + 60)];
    expect((await resolveSnapshot(repositoryOf(now), 'latest')).id).toBe(now.id);
    const both = repositoryOf(now, forged);
    const error = await failureOf(resolveSnapshot(both, 'latest'));
    expect(error.code).toBe('snapshot-missing');
    expect(error.message).toContain('snapshot 5f0000000000, is from the future');
    expect(error.message).toContain('If it is this machine’s clock that is wrong, set it.');
    expect(error.message).toMatch(
      /The newest that was taken before now is snapshot 4e0000000000 \(....-..-..T..:..\)/,
    );
    const alone = await failureOf(resolveSnapshot(repositoryOf(forged), 'latest'));
    expect(alone.message).toContain('None was taken before now.');
    expect((await resolveSnapshot(both, forged.id)).id).toBe(forged.id);
    const notAfterNs = now.snapshot.timeNs;
    expect((await resolveSnapshot(both, 'latest', { notAfterNs })).id).toBe(now.id);
  });
});

describe('findSnapshots', () => {
  it('gives them oldest first', async () => {
    const found = await findSnapshots(repository, {});
    expect(found.map(({ id }) => id.slice(0, 2))).toEqual(['1a', '1b', '2c', '3d']);
  });
});

describe('targetOf', () => {
  it('reads what targetTag wrote', () => {
    expect(targetOf({ tags: ['x', targetTag('shop=1')] })).toBe('shop=1');
    expect(targetOf({ tags: ['x'] })).toBeNull();
  });
});
