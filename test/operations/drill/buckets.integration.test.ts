import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provesWhole } from '../../../src/drills/statement.ts';
import { MemoryBucket } from '../../buckets/store.ts';
import { RESTIC, restic } from '../../services/restic.ts';
import { BackupFixture, PASSWORD } from '../backup/fixture.ts';
import { drillOf, problemsOf } from './fixture.ts';

let fixture: BackupFixture;

beforeAll(async () => {
  fixture = await BackupFixture.create();
  const bucket = new MemoryBucket();
  for (const key of ['a//b', 'a/c', '../up', 'é.txt', `long/${'x'.repeat(300)}`])
    bucket.put1(key, `of ${key}`);
  bucket.put1('nothing', '');
  bucket.metadata.set('a/c', { origin: 'etl' });
  await fixture.sh('echo hello >source/a');
  await fixture.backup({ target: 'app', buckets: [bucket] });
});
afterAll(() => fixture?.remove());

describe('a bucket', () => {
  test('is restored object by object, proved, and the proof shown to fail', async () => {
    const result = await drillOf(fixture);
    expect(problemsOf(result)).toEqual([]);
    expect(result.checks.find(({ kind }) => kind === 'bucket')).toMatchObject({
      name: 'bucket memory',
      found: expect.stringMatching(/^all the same: 6 objects with [\d,]+ bytes hashed$/),
      proves_data: true,
    });
    const control = result.checks.find(({ controls }) => controls === 'bucket memory');
    expect(control).toMatchObject({ result: 'passed', found: expect.stringContaining('content differs') });
    expect(result.statement.predicate).toMatchObject({
      left_out: [],
      buckets_left_out: [],
      witness: 'not-asked',
    });
    expect(provesWhole(result.statement.predicate)).toBe(true);
  });

  test.each([
    [
      'one byte off',
      'printf X | dd of=a/c bs=1 seek=1 conv=notrunc 2>/dev/null; touch -d @1700000001 a/c',
      'differs',
    ],
    ['an object that is missing', 'rm nothing', 'nothing": it is missing'],
  ])('fails by %s', async (_what, script, told) => {
    const result = await drillOf(fixture, {
      afterRestore: async ({ run, filesFolder }) =>
        void (await run('files', `cd ${filesFolder}/../buckets/memory\n${script}`)),
    });
    expect(result.passed).toBe(false);
    expect(problemsOf(result)).toEqual([expect.stringMatching(/^bucket memory failed: /)]);
    expect(problemsOf(result)[0]).toContain(told);
  });

  test('that is left out by its name is told, and the snapshot doesn’t count as proved', async () => {
    const { passed, statement } = await drillOf(fixture, { leaveOut: ['memory'] });
    expect(passed).toBe(true);
    expect(statement.predicate).toMatchObject({ left_out: ['memory'], buckets_left_out: ['memory'] });
    expect(provesWhole(statement.predicate)).toBe(false);
  });
});

describe('a snapshot that somebody has changed', () => {
  /** By its ID, for it is from the future. */
  const newest = async () => {
    const all = JSON.parse(await restic(fixture.restic, ['snapshots', '--json']));
    return { how: 'id', spec: all.at(-1).id } as const;
  };

  test('by its manifest holds more than that tells of, and nothing passes for want of being told', async () => {
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/forged`]);
    await fixture.sh(`cd forged; export RESTIC_REPOSITORY=${fixture.repositoryPath} RESTIC_PASSWORD='${PASSWORD}'
      tr -d '\\n' <.holdfast/app/manifest.json | sed -E 's/"buckets": ?\\[[^]]*\\]/"buckets": []/' >m; mv m .holdfast/app/manifest.json
      ${RESTIC.current} backup --quiet --no-cache --tag holdfast:target=app --time '2050-01-01 00:00:00' .holdfast .${fixture.source}`);
    const result = await drillOf(fixture, { choice: await newest(), maxAgeMs: 3_600_000 });
    expect(result.passed).toBe(false);
    expect(problemsOf(result)).toEqual([
      expect.stringMatching(/^contents failed: .*\/buckets\/memory".*the manifest doesn’t tell of it/),
      // Or it would be fresh for ever.
      expect.stringMatching(/^recovery point failed: its time is .* d ahead of this machine’s clock/),
    ]);
  });

  test('by its tag does not pass on its files alone', async () => {
    await restic(fixture.restic, ['tag', '--remove', 'holdfast:target=app', 'latest']);
    const result = await drillOf(fixture, { choice: await newest() });
    expect(result.passed).toBe(false);
    expect(problemsOf(result)).toEqual([expect.stringContaining('the snapshot’s tag names no target')]);
  });
});
