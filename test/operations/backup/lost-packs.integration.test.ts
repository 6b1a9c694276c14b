import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDirectory } from '../../../src/backends/directory.ts';
import { copySnapshots } from '../../../src/operations/copy.ts';
import { openRepository } from '../../../src/repository/open.ts';
import { makeRepository } from '../../services/repository.ts';
import { restic } from '../../services/restic.ts';
import { SILENT } from '../prune/garbage.ts';
import { BackupFixture, fingerprint, PASSWORD } from './fixture.ts';

// A disk that was repaired, a bucket in which somebody tidied up: the index names packs that are not there any more.

let fixture: BackupFixture;
beforeEach(async () => {
  fixture = await BackupFixture.create();
  await fixture.sh(`
    mkdir -p source/a/b/c source/d
    for i in $(seq 50); do echo "$i" > source/a/file$i; echo "b $i" > source/a/b/c/file$i; done
    head -c 9000000 /dev/urandom > source/d/large; head -c 700000 /dev/urandom > source/d/other`);
});
afterEach(() => fixture.remove());

const SMALL_PACKS = { opened: { packSizeBytes: 4 * 1024 * 1024 } };

async function packs(): Promise<string[]> {
  return (await fixture.sh('find repository/data -type f | sort')).trim().split('\n');
}

/** The newest is as the source is, by our restore and by restic's once the index is made anew. */
async function expectNewestRestores(): Promise<void> {
  const saved = await fingerprint(fixture.source);
  await fixture.sh('rm -rf ours theirs');
  await fixture.restore(fixture.path('ours'));
  expect(await fingerprint(`${fixture.folder}/ours${fixture.source}`)).toBe(saved);
  await restic(fixture.restic, ['repair', 'index']);
  await restic(fixture.restic, ['restore', 'latest', '--target', join(fixture.folder, 'theirs')]);
  expect(await fingerprint(`${fixture.folder}/theirs${fixture.source}`)).toBe(saved);
}

const LOSSES: [string, (pack: string) => string][] = [
  ['gone', (pack) => `rm ${pack}`],
  [
    'overwritten',
    (pack) => `chmod u+w ${pack}; head -c $(($(stat -c %s ${pack}) + 1)) /dev/urandom > ${pack}`,
  ],
  ['cut off', (pack) => `chmod u+w ${pack}; truncate -s $(($(stat -c %s ${pack}) / 2)) ${pack}`],
];

test.each(LOSSES)(
  'of packs that are %s the next backup saves anew what is still there, whichever it is',
  async (_, lose) => {
    await fixture.backup({}, SMALL_PACKS);
    await fixture.settle();
    await fixture.backup({}, SMALL_PACKS);
    await fixture.sh('cp -a repository whole');
    const all = await packs();
    expect(all.length).toBeGreaterThan(3);
    for (const pack of all) {
      await fixture.sh(`rm -rf repository; cp -a whole repository; ${lose(pack)}`);
      fixture.warnings.length = 0;
      expect(await fixture.backup({}, SMALL_PACKS)).toMatchObject({ complete: true });
      const id = pack.split('/').at(-1)?.slice(0, 8);
      expect(
        fixture.warnings.filter((line) => line.includes(`a pack is gone, cut off or overwritten (${id})`)),
      ).toHaveLength(1);
      await expectNewestRestores();
    }
  },
  120_000,
);

test('with all packs gone, everything is saved anew; with nothing lost, nothing is said', async () => {
  await fixture.backup();
  await fixture.settle();
  await fixture.backup();
  expect(fixture.warnings).toEqual([]);
  await fixture.sh('find repository/data -type f -delete');
  const result = await fixture.backup();
  expect(result).toMatchObject({ complete: true });
  expect(fixture.warnings.join()).toMatch(/packs are gone, cut off or overwritten/);
  await expectNewestRestores();
});

test('that nothing has changed is no reason not to save it anew', async () => {
  await fixture.backup();
  await fixture.settle();
  await fixture.sh('find repository/data -type f -delete');
  expect(await fixture.backup({ skipIfUnchanged: true })).toMatchObject({ unchanged: false });
  await expectNewestRestores();
});

test('a later backup reads nothing again, though the index still names what is lost', async () => {
  await fixture.backup();
  await fixture.settle();
  await fixture.sh('find repository/data -type f -delete');
  await fixture.backup();
  const { bytesRead } = await fixture.backup();
  expect(bytesRead).toBe(0);
  await expectNewestRestores();
});

test('a copy sends again what the destination has lost', async () => {
  await fixture.backup();
  const path = join(fixture.folder, 'copy');
  await makeRepository(path, PASSWORD);
  const warnings: string[] = [];
  const copy = async () => {
    const from = await openRepository(openDirectory(fixture.repositoryPath), PASSWORD);
    const to = await openRepository(openDirectory(path), PASSWORD);
    const options = { specs: [], filter: {}, lockSource: true, retryLockMs: 0, lockTimings: { settleMs: 5 } };
    const reporter = { ...SILENT, onWarning: (line: string) => void warnings.push(line) };
    const result = await copySnapshots(from, to, options, reporter, new AbortController().signal);
    await Promise.all([from.close(), to.close()]);
    return result;
  };
  await copy();
  await fixture.sh('find copy/data -type f -delete; touch source/new');
  await fixture.backup();
  expect((await copy()).copied).toHaveLength(1);
  expect(warnings.join()).toMatch(/is damaged: 2 packs gone, cut off or overwritten/);
  await restic({ repository: path, password: PASSWORD }, ['repair', 'index']);
  await restic({ repository: path, password: PASSWORD }, ['check', '--read-data']);
});
