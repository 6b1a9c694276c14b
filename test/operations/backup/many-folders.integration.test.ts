import { afterEach, beforeEach, expect, test } from 'vitest';
import { CacheFolder } from '../../../src/backends/cache-folder.ts';
import { openDirectory } from '../../../src/backends/directory.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { KnownBackups } from '../../../src/operations/backup/known-backups.ts';
import { backup } from '../../../src/operations/backup.ts';
import type { OpenMarksFolder } from '../../../src/repository/marks.ts';
import { type OpenRepository, openRepository } from '../../../src/repository/open.ts';
import { restic } from '../../services/restic.ts';
import { SILENT } from '../prune/garbage.ts';
import { BackupFixture, fingerprint, PASSWORD } from './fixture.ts';

// So many folders that a thread opens the parent's trees while they are compared.

const FOLDERS = 2000;
const FILES_EACH = 3;

let fixture: BackupFixture;
beforeEach(async () => {
  fixture = await BackupFixture.create();
  await fixture.sh(
    `for f in $(seq ${FOLDERS}); do mkdir source/$f; (cd source/$f && seq ${FILES_EACH} | xargs touch); done`,
  );
  await fixture.settle();
});
afterEach(() => fixture.remove());

async function opened(openMarks?: OpenMarksFolder): Promise<OpenRepository> {
  const options = { threads: 2, ...(openMarks === undefined ? {} : { openMarks }) };
  return openRepository(openDirectory(fixture.repositoryPath), PASSWORD, options);
}

/** A backup, and how often the repository was told that trees would be opened ahead. */
async function backupTold(openMarks?: OpenMarksFolder) {
  const repository = await opened(openMarks);
  let told = 0;
  const openTreesAhead = repository.openTreesAhead.bind(repository);
  repository.openTreesAhead = () => {
    told++;
    openTreesAhead();
  };
  const host = localHost();
  try {
    const result = await backup(host, repository, fixture.options, SILENT, new AbortController().signal);
    return { result, told };
  } finally {
    await host.close();
    await repository.close();
  }
}

test('what changed among them is found, and all else is as it was', async () => {
  expect((await backupTold()).told).toBe(0);
  await fixture.sh('echo new > source/60/new; echo changed > source/100/2; rm source/7/3; rm -r source/99');
  const { result, told } = await backupTold();
  expect(told).toBe(1);
  const unmodified = FOLDERS * FILES_EACH - FILES_EACH - 2;
  expect(result.summary).toMatchObject({ filesNew: 1, filesChanged: 1, filesUnmodified: unmodified });
  // Those in which something changed, the source's own, and those above it.
  const above = fixture.source.split('/').length - 1;
  expect(result.summary).toMatchObject({ dirsNew: 0, dirsChanged: 3 + above, dirsUnmodified: FOLDERS - 4 });
  await restic(fixture.restic, ['check', '--read-data']);
  await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
  const restored = `${fixture.folder}/restored${fixture.source}`;
  expect(await fingerprint(restored)).toBe(await fingerprint(fixture.source));
});

test('a damaged tree of the parent is told, as it is without a thread', async () => {
  await backupTold();
  const messages: string[] = [];
  const repository = await opened();
  await repository.loadIndex();
  const rows = Array.from({ length: repository.index.rowCount }, (_, row) => row);
  const trees = rows.filter((row) => repository.index.typeAt(row) === 'tree');
  const { pack, offset } = repository.index.placeAt(trees[FOLDERS / 2] as number);
  await repository.close();
  const file = `repository/data/${pack.slice(0, 2)}/${pack}`;
  await fixture.sh(
    `chmod u+w ${file}; printf X | dd of=${file} bs=1 seek=${offset + 20} conv=notrunc status=none`,
  );
  await backupTold().catch((error: Error) => messages.push(error.message));
  expect(messages).toEqual([
    expect.stringMatching(/^Cannot read tree blob [0-9a-f]{64}: .*authentication code/),
  ]);
});

test('no thread is started for few trees, where the last backup left marks, but one for many', async () => {
  const openMarks = () => CacheFolder.open(`${fixture.folder}/cache`, 100_000_000);
  for (let i = 0; i < 2; i++) await backupTold(openMarks);
  expect([await asksForFew(openMarks, 63), await asksForFew(openMarks, 64)]).toEqual([true, false]);
  await fixture.sh('echo changed > source/100/2');
  expect((await backupTold(openMarks)).told).toBe(0);
  await fixture.sh('for f in $(seq 500 800); do touch -d 2001-01-01 source/$f; done');
  expect((await backupTold(openMarks)).told).toBe(1);
});

/** Whether few trees are expected to be asked for where so many of the entries that were listed by now have changed. */
async function asksForFew(openMarks: OpenMarksFolder, changes: number): Promise<boolean> {
  const repository = await opened(openMarks);
  const nowNs = BigInt(Date.now()) * 1_000_000n;
  const known = await new KnownBackups(repository, {
    options: fixture.options,
    hostname: 'testhost',
    ofAllHosts: false,
    reached: null,
    timeNs: nowNs,
    startedNs: nowNs,
    early: { countChanged: (_sinceNs, limit) => Math.min(changes, limit) },
    onWarning: () => {},
    signal: new AbortController().signal,
  }).read();
  await repository.close();
  expect(known.marks).not.toBeNull();
  return known.asksForFew;
}
