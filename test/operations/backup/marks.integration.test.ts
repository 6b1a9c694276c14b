import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDirectory } from '../../../src/backends/directory.ts';
import { openCacheFolder } from '../../../src/backends/open-cache.ts';
import { fromText } from '../../../src/bytestring.ts';
import type { BackupOptions } from '../../../src/operations/backup/options.ts';
import type { BackupResult } from '../../../src/operations/backup/result.ts';
import { resolveSnapshot } from '../../../src/repository/find-snapshot.ts';
import { type BlobId, idOf } from '../../../src/repository/format/ids.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { openRepository } from '../../../src/repository/open.ts';
import type { Repository } from '../../../src/repository/repository.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture, fingerprint, PASSWORD } from './fixture.ts';

// So many folders that marks are left of them (folder-marks.ts).

const OUTER = 20;
const INNER = 26;
const FOLDERS = OUTER * INNER + OUTER + 1;

let fixture: BackupFixture;

beforeEach(async () => {
  // Where nobody else changes the time of a folder above it.
  fixture = await BackupFixture.create('/opt');
  await fixture.sh(
    `mkdir cache # in which what is made doesn’t change the folder above the source
     cd source
     for a in $(seq ${OUTER}); do
       for b in $(seq ${INNER}); do mkdir -p a$a/b$b; echo "$a $b" > a$a/b$b/file; ln -s file a$a/b$b/link; done
       echo $a > a$a/file
     done`,
  );
  await fixture.settle();
});
afterEach(() => fixture.remove());

interface Marked extends BackupResult {
  /** How many trees were asked for. */
  readonly trees: number;
}

/** A backup that takes and leaves marks. */
async function marked(options: Partial<BackupOptions> = {}): Promise<Marked> {
  let trees = 0;
  const result = await fixture.backup(options, {
    opened: {
      openMarks: (repositoryId) =>
        openCacheFolder({ base: join(fixture.folder, 'cache'), repositoryId, onProblem: () => {} }),
    },
    watch: (repository) => {
      const loadBlob = repository.loadBlob.bind(repository);
      repository.loadBlob = (type, id, signal) => {
        if (type === 'tree') trees++;
        return loadBlob(type, id, signal);
      };
    },
  });
  return { ...result, trees };
}

/** The folders above the source, the root and ours among them, which are looked into each time. */
const above = () => fixture.source.split('/').length + 1;

/** What a snapshot has of the source. */
async function sourceNode(repository: Repository, { snapshotId }: BackupResult): Promise<Node> {
  const { snapshot } = await resolveSnapshot(repository, snapshotId ?? 'none');
  let id: BlobId | null = snapshot.tree;
  let found: Node | undefined;
  for (const name of fixture.source.slice(1).split('/').map(fromText)) {
    const { nodes } = await repository.loadTree(id as BlobId);
    found = nodes.find((node) => node.name === name);
    id = found?.subtree ?? null;
  }
  return found as Node;
}

/** That what was taken over by marks is what a backup makes that compares nothing. */
async function expectAsWithoutMarks(
  byMarks: BackupResult,
  options: Partial<BackupOptions> = {},
): Promise<void> {
  const compared = await fixture.backup({ ...options, parent: 'none', hostname: 'elsewhere' });
  await fixture.withRepository(async (repository) => {
    await repository.loadIndex();
    expect(await sourceNode(repository, byMarks)).toEqual(await sourceNode(repository, compared));
  });
}

test('folders that are as they were are not looked into from the third backup on', async () => {
  await marked();
  const second = await marked();
  expect(second.trees).toBeGreaterThan(FOLDERS);
  const third = await marked();
  expect(third.trees).toBeLessThanOrEqual(above());
  expect((await marked()).trees).toBeLessThanOrEqual(above());

  // They count, and stand in the snapshot. (The folders above are everybody's.)
  const { filesNew, filesChanged, filesUnmodified, totalFilesProcessed, totalBytesProcessed } =
    second.summary;
  const counts = { filesNew, filesChanged, filesUnmodified, totalFilesProcessed, totalBytesProcessed };
  expect(third.summary).toMatchObject({ ...counts, dirsNew: 0 });
  expect(third.summary.dirsUnmodified).toBeGreaterThanOrEqual(FOLDERS);
  await expectAsWithoutMarks(third);
  await restic(fixture.restic, ['check', '--read-data']);
  await restic(fixture.restic, ['restore', third.snapshotId ?? '', '--target', `${fixture.folder}/restored`]);
  const restored = `${fixture.folder}/restored${fixture.source}`;
  expect(await fingerprint(restored)).toBe(await fingerprint(fixture.source));

  // They stay so beside others.
  await fixture.sh('echo more >> source/a7/b7/file; chmod 700 source/a8/b8');
  const changed = await marked();
  expect(changed.trees).toBeLessThanOrEqual(above() + 5);
  expect(changed.summary).toMatchObject({ filesChanged: 1, filesUnmodified: counts.filesUnmodified - 1 });
  await expectAsWithoutMarks(changed);
});

test('folders of which the entries have attributes are told as well', async () => {
  await fixture.sh(
    'find source -print0 | xargs -0 setfattr -h -n security.selinux -v system_u:object_r:etc_t:s0',
  );
  await fixture.settle();
  for (let i = 0; i < 2; i++) await marked();
  const third = await marked();
  expect(third.trees).toBeLessThanOrEqual(above());
  await expectAsWithoutMarks(third);
});

test('where an unchanged backup makes no snapshot, its parent gets the marks', async () => {
  await marked();
  const options = { skipIfUnchanged: true };
  const [second, third] = [await marked(options), await marked(options)];
  expect([second.unchanged, third.unchanged]).toEqual([true, true]);
  expect(third.trees).toBeLessThanOrEqual(above() + 1);
});

test('what the repository has lost is read again, once its index says so', async () => {
  for (let i = 0; i < 2; i++) await marked();
  const repository = await openRepository(openDirectory(fixture.repositoryPath), PASSWORD);
  await repository.loadIndex();
  const lost = repository.index.placeAt(repository.index.find('data', idOf(Buffer.from('3 3\n')))).pack;
  await repository.close();
  await fixture.sh(`rm -f repository/data/${lost.slice(0, 2)}/${lost}`);
  await restic(fixture.restic, ['repair', 'index']);
  const mended = await marked();
  expect(mended.summary).toMatchObject({ filesChanged: OUTER * INNER + OUTER, filesUnmodified: 0 });
  await restic(fixture.restic, [
    'restore',
    mended.snapshotId ?? '',
    '--target',
    `${fixture.folder}/restored`,
  ]);
  const restored = `${fixture.folder}/restored${fixture.source}`;
  expect(await fingerprint(restored)).toBe(await fingerprint(fixture.source));
});

describe('what is otherwise is found', () => {
  test('whatever it is', async () => {
    await marked();
    await marked();
    const changes = [
      'echo other > a1/b3/file',
      'touch -r a2/b3/file ../ref; printf "9 9\\n" > a2/b3/file; touch -r ../ref a2/b3/file',
      'echo new > a3/b3/new',
      'rm a4/b3/file',
      'mv a5/b3/file a5/b3/named',
      'ln -sfn other a6/b3/link',
      'chmod 600 a7/b3/file',
      'chown 12 a8/b3/file',
      'chmod 700 a9/b3',
      'touch -d 2001-01-01 a10/b3',
      'setfattr -n user.a -v b a11/b3/file',
      'setfattr -n user.a -v b a12',
      'rm -r a13/b3',
      'mkdir -p a14/new/below; echo 1 > a14/new/below/file',
      'mv a15/b3 a15/x; mv a15/b4 a15/b3; mv a15/x a15/b4',
      'rm -r a16/b3; echo 1 > a16/b3',
      'python3 -c \'import socket; socket.socket(socket.AF_UNIX).bind("a18/b3/socket")\'',
      'mkfifo a19/b3/fifo; mknod a19/b3/device c 1 3',
    ];
    await fixture.sh(`cd source\n${changes.join('\n')}`);
    await expectAsWithoutMarks(await marked());
    // Once more, of what is older now, and with fewer entries. Names of one file count as such only when they are older.
    await fixture.sh('cd source; ln a17/b3/file a17/b4/name');
    await fixture.settle();
    await expectAsWithoutMarks(await marked());
    const options = { excludes: ['link'] };
    await expectAsWithoutMarks(await marked(options), options);
  });

  test.each([1, 2])('in whatever order (%i)', async (seed) => {
    const next = numbersFrom(seed);
    const pick = (count: number) => 1 + Math.floor(next() * count);
    const changes = [
      () => `echo ${pick(1000)} >> a${pick(OUTER)}/b${pick(INNER)}/file`,
      () => `rm -f a${pick(OUTER)}/b${pick(INNER)}/link`,
      () => `chmod ${next() < 0.5 ? 700 : 755} a${pick(OUTER)}/b${pick(INNER)}`,
      () => `d=a${pick(OUTER)}/n${pick(5)}; mkdir -p $d; echo ${pick(9)} > $d/${pick(3)}`,
      () => `rm -rf a${pick(OUTER)}/b${pick(INNER)}`,
      () => `ln -f a${pick(OUTER)}/b${pick(INNER)}/file a${pick(OUTER)}/name`,
      () => `touch a${pick(OUTER)}/file`,
      () => `touch -d @${pick(10 ** 9)} a${pick(OUTER)}`,
    ];
    for (let i = 0; i < 2; i++) await marked();
    for (let round = 0; round < 4; round++) {
      const lines = Array.from({ length: pick(6) - 1 }, () => changes[pick(changes.length) - 1]?.());
      await fixture.sh(`cd source\n${lines.map((line) => `(${line}) 2>/dev/null || true`).join('\n')}`);
      if (round === 2) await fixture.settle();
      const byMarks = await marked();
      expect(byMarks.trees).toBeLessThan(FOLDERS / 2);
      await expectAsWithoutMarks(byMarks);
    }
  });
});

/** Numbers between 0 and 1, the same in each run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
