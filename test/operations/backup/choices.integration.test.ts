import { afterAll, beforeAll, expect, test } from 'vitest';
import { restic } from '../../services/restic.ts';
import { BackupFixture } from './fixture.ts';

let fixture: BackupFixture;
beforeAll(async () => {
  fixture = await BackupFixture.create('/var/tmp');
  await fixture.sh('mkdir source/d; echo one > source/a; echo two > source/d/b');
  await fixture.settle();
});
afterAll(() => fixture.remove());

const snapshots = async () => (await restic(fixture.restic, ['list', 'snapshots'])).trim().split('\n').length;

test('no snapshot is made of what the one before holds, and nothing is stored', async () => {
  const first = await fixture.backup({ skipIfUnchanged: true });
  expect(first).toMatchObject({ unchanged: false, snapshotId: expect.any(String) });
  const packs = await restic(fixture.restic, ['list', 'packs']);
  const again = await fixture.backup({ skipIfUnchanged: true });
  expect(again).toMatchObject({ unchanged: true, snapshotId: null, parentId: first.snapshotId });
  expect(await restic(fixture.restic, ['list', 'packs'])).toBe(packs);
  // Not even the mode of the root's neighbours: a snapshot is made of anything that differs.
  await fixture.sh('chmod 600 source/a');
  const other = await fixture.backup({ skipIfUnchanged: true });
  expect(other).toMatchObject({ unchanged: false, bytesRead: 4 });
  await restic(fixture.restic, ['check', '--read-data']);
});

test('one that is to stay is made all the same, and stock restic keeps it by its tag', async () => {
  await fixture.backup();
  const kept = await fixture.backup({ skipIfUnchanged: true, keepBecause: 'before upgrading, by hand' });
  expect(kept.tags).toEqual(
    expect.arrayContaining(['holdfast:keep', 'holdfast:because=before upgrading, by hand']),
  );
  const args = ['forget', '--dry-run', '--json', '--keep-tag', 'holdfast:keep'];
  const [group] = JSON.parse(await restic(fixture.restic, args));
  expect(group.keep.map(({ id }: { id: string }) => id)).toEqual([kept.snapshotId]);
});

test('an incomplete snapshot is not taken for one that holds everything', async () => {
  const partial = await fixture.backup({
    paths: [fixture.path('source/d')],
    before: ['true'],
    onUnreadable: 'fail',
    target: 'partial',
  });
  await restic(fixture.restic, ['tag', '--add', 'incomplete', partial.snapshotId ?? '']);
  const next = await fixture.backup({ paths: [fixture.path('source/d')], skipIfUnchanged: true });
  expect(next.snapshotId).not.toBeNull();
});

test('a file that was moved to another inode or ctime is not read again when these are ignored', async () => {
  // Not beside source/a, which was changed a moment ago: it would be read again in any case.
  const paths = [fixture.path('source/d')];
  await fixture.backup({ paths });
  await fixture.sh('cp -p source/d/b source/d/c; mv source/d/c source/d/b');
  expect(await fixture.backup({ paths, dryRun: true })).toMatchObject({ bytesRead: 4 });
  expect(await fixture.backup({ paths, dryRun: true, ignore: 'ctime' })).toMatchObject({ bytesRead: 4 });
  expect(await fixture.backup({ paths, dryRun: true, ignore: 'inode' })).toMatchObject({ bytesRead: 0 });
  await fixture.sh('touch -d 2001-01-01 source/d/b');
  expect(await fixture.backup({ paths, ignore: 'inode' })).toMatchObject({ bytesRead: 4 });
  await restic(fixture.restic, ['check', '--read-data']);
});

test('the recorded time is the one that is given, and a parent is never younger', async () => {
  const before = await snapshots();
  const timeNs = BigInt(Date.parse('2020-01-02T03:04:05Z')) * 1_000_000n;
  const old = await fixture.backup({ timeNs });
  expect(old.parentId).toBeNull();
  const shown = JSON.parse(await restic(fixture.restic, ['snapshots', '--json', old.snapshotId ?? '']));
  expect(shown[0].time).toBe('2020-01-02T03:04:05Z');
  expect(Date.parse(shown[0].summary.backup_start)).toBeGreaterThan(Date.parse('2025-01-01'));
  expect(await fixture.backup({ timeNs: timeNs + 1n })).toMatchObject({ parentId: old.snapshotId });
  expect(await snapshots()).toBe(before + 2);
});

test('the parent is the newest of the group that is asked for', async () => {
  const mine = await fixture.backup({ hostname: 'mine', tags: ['nightly'] });
  const theirs = await fixture.backup({ hostname: 'theirs' });
  const parentBy = async (groupBy: { host: boolean; paths: boolean; tags: boolean }) =>
    (await fixture.backup({ hostname: 'mine', tags: ['nightly'], dryRun: true, groupBy })).parentId;
  expect(await parentBy({ host: true, paths: true, tags: false })).toBe(mine.snapshotId);
  expect(await parentBy({ host: false, paths: true, tags: false })).toBe(theirs.snapshotId);
  expect(await parentBy({ host: false, paths: false, tags: true })).toBe(mine.snapshotId);
});
