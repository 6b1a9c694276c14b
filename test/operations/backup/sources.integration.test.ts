import { afterEach, beforeEach, expect, test } from 'vitest';
import { resolveSnapshot } from '../../../src/repository/find-snapshot.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture } from './fixture.ts';

let fixture: BackupFixture;
beforeEach(async () => {
  fixture = await BackupFixture.create();
});
afterEach(() => fixture.remove());

test('several sources, one of them a file, stand at their own absolute paths', async () => {
  await fixture.sh('mkdir -p other/x; echo 1 > source/a; echo 2 > other/x/b; echo 3 > single');
  await fixture.backup({
    paths: [fixture.path('source'), fixture.path('single'), fixture.path('other/x')],
  });
  const listed = (await restic(fixture.restic, ['ls', 'latest', fixture.folder, '--recursive'])).split('\n');
  expect(listed).toEqual(
    expect.arrayContaining([
      `${fixture.source}/a`,
      `${fixture.folder}/single`,
      `${fixture.folder}/other/x/b`,
    ]),
  );
});

test('a backup of nothing is refused: it would be complete, and what the next restore takes', async () => {
  await expect(fixture.backup({ paths: [] })).rejects.toThrow('Cannot back up nothing');
  expect(await fixture.snapshotCount()).toBe(0);
});

test('a source that is a symlink is told, unless what it leads to is a source, too', async () => {
  await fixture.sh('mkdir disk; echo 1 > disk/a; ln -s disk link; ln -s source/b inner; echo 2 > source/b');
  const paths = ['source', 'link', 'inner'].map((name) => fixture.path(name));
  await fixture.backup({ paths });
  expect(fixture.warnings).toEqual([
    `"${fixture.folder}/link" is a symlink: the link is saved, and nothing of what it leads to, "${fixture.folder}/disk". Name that, too.`,
  ]);
  await fixture.backup({ paths: [...paths, fixture.path('disk')] });
  expect(fixture.warnings).toHaveLength(1);
});

test('excludes what restic excludes', async () => {
  await fixture.sh(`cd source; mkdir -p a/b cache logs; echo x > a/b/keep.txt; echo x > a/b/drop.tmp; echo x > logs/1.log
    echo x > a/1.log; printf 'Signature: 8a477f597d28d172789f06886806bc55' > cache/CACHEDIR.TAG; echo x > cache/y; head -c 70000 /dev/zero > big`);
  const excludes = ['*.tmp', 'logs/**', `${fixture.source}/a/1.*`];
  await fixture.backup({ excludes, excludeCaches: true, excludeLargerThanBytes: 65536n });
  const flags = excludes.flatMap((pattern) => ['--exclude', pattern]);
  await restic(fixture.restic, [
    'backup',
    fixture.source,
    ...flags,
    '--exclude-caches',
    '--exclude-larger-than',
    '64k',
    '--tag',
    'theirs',
  ]);
  const ours = await restic(fixture.restic, [
    'ls',
    'latest',
    '--tag',
    'holdfast:target=files',
    fixture.source,
    '--recursive',
  ]);
  const theirs = await restic(fixture.restic, [
    'ls',
    'latest',
    '--tag',
    'theirs',
    fixture.source,
    '--recursive',
  ]);
  expect(withoutHeading(ours)).toEqual(withoutHeading(theirs));
  expect(ours).toContain('keep.txt');
});

test('sources of which none is there are named, and no snapshot is written', async () => {
  const missing = fixture.backup({ paths: [fixture.path('typo'), fixture.path('missing')] });
  await expect(missing).rejects.toMatchObject({
    code: 'source-missing',
    message: expect.stringMatching(/\/missing".*\/typo"/),
  });
  expect(await fixture.snapshotCount()).toBe(0);
});

test('a disk that is not mounted does not cost the backup of the others, and is never taken for a whole one', async () => {
  await fixture.sh('mkdir disk; echo kept > disk/data; echo hello > source/a');
  await fixture.settle();
  const paths = [fixture.path('source'), fixture.path('disk')];
  const whole = await fixture.backup({ paths });
  await fixture.sh('mv disk away; echo more >> source/a');
  const result = await fixture.backup({ paths, onUnreadable: 'warn', onChanged: 'warn' });
  expect(result).toMatchObject({ complete: false, parentId: whole.snapshotId });
  expect(result.problemCounts).toMatchObject({ missing: 1, unreadable: 0, vanished: 0 });
  expect(result.problems).toMatchObject([{ kind: 'missing', path: `${fixture.folder}/disk` }]);
  await restic(fixture.restic, ['check', '--read-data']);
  const [snapshot] = JSON.parse(await restic(fixture.restic, ['snapshots', '--json', '--tag', 'incomplete']));
  expect(snapshot.paths.toSorted()).toEqual([`${fixture.folder}/disk`, `${fixture.folder}/source`]);
  const listed = await restic(fixture.restic, ['ls', snapshot.id]);
  expect(listed).toContain('/source/a');
  expect(listed).not.toMatch(/\/disk$/m);
  const manifest = await restic(fixture.restic, ['dump', snapshot.id, '/.holdfast/files/manifest.json']);
  expect(JSON.parse(manifest)).toMatchObject({
    complete: false,
    problem_counts: { missing: 1 },
    problems: [{ kind: 'missing', path: `${fixture.folder}/disk` }],
  });
  expect((await fixture.withRepository((repo) => resolveSnapshot(repo, 'latest'))).id).toBe(whole.snapshotId);
  // Mounted again: what the complete snapshot has needn't be read.
  await fixture.sh('mv away disk');
  await fixture.settle();
  const again = await fixture.backup({ paths });
  expect(again).toMatchObject({ complete: true, parentId: result.snapshotId });
  expect(again.bytesRead).toBeLessThanOrEqual('hello\nmore\n'.length);
});

test('a dry run says what it would read, and writes nothing', async () => {
  await fixture.sh('echo hello > source/a');
  const before = await fixture.sh('find repository -type f | sort');
  const result = await fixture.backup({ dryRun: true });
  expect(result).toMatchObject({ snapshotId: null, bytesRead: 6 });
  expect(await fixture.sh('find repository -type f | sort')).toBe(before);
});

test('a dry run counts a file with several names as read once, as the backup reads it', async () => {
  await fixture.sh('cd source; head -c 100000 /dev/urandom > a; mkdir d; ln a d/b; ln a c; cp a other');
  await fixture.settle();
  const dry = await fixture.backup({ dryRun: true });
  const real = await fixture.backup();
  expect(dry.bytesRead).toBe(200_000);
  expect(real.bytesRead).toBe(dry.bytesRead);
  expect(dry.summary.totalBytesProcessed).toBe(real.summary.totalBytesProcessed);
});

test('hard links are read once, and restored as one file', async () => {
  await fixture.sh('cd source; head -c 1000000 /dev/urandom > a; mkdir d; ln a d/b; ln a c');
  await fixture.settle();
  expect((await fixture.backup()).bytesRead).toBe(1_000_000);
  await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
  expect(await fixture.sh(`stat -c %h restored${fixture.source}/d/b`)).toBe('3\n');
});

test('extended attributes are kept; one whose name is not UTF-8 is told, and nothing fails', async () => {
  await fixture.sh(
    `cd source; echo x > a; setfattr -n user.note -v kept a; setfattr -n $'user.\\xff' -v lost a; setfacl -m u:12345:r a`,
  );
  const result = await fixture.backup();
  expect(result.complete).toBe(true);
  expect(fixture.warnings.join()).toMatch(/a: its attribute .* isn't saved/);
  await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
  const restored = await fixture.sh(
    `cd restored${fixture.source}; getfattr -n user.note --only-values a; getfacl -n a | grep 12345`,
  );
  expect(restored).toBe('keptuser:12345:r--\n');
});

test('the manifest stands in the snapshot, and says how it was taken', async () => {
  await fixture.sh('echo hello > source/a');
  await fixture.backup({ target: 'shop', tags: ['nightly'] });
  const manifest = JSON.parse(
    await restic(fixture.restic, ['dump', 'latest', '/.holdfast/shop/manifest.json']),
  );
  expect(manifest).toMatchObject({
    manifest_version: 1,
    target: 'shop',
    hostname: 'testhost',
    paths: [fixture.source],
    complete: true,
  });
  const [snapshot] = JSON.parse(await restic(fixture.restic, ['snapshots', '--json']));
  expect(snapshot).toMatchObject({
    hostname: 'testhost',
    tags: ['nightly', 'holdfast:target=shop'],
    program_version: 'holdfast test',
  });
});

/** The lines that name entries: restic prints a heading above them. */
function withoutHeading(listed: string): string[] {
  return listed.split('\n').filter((line) => line.startsWith('/'));
}
