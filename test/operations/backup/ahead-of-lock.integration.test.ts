import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDirectory } from '../../../src/backends/directory.ts';
import { prune } from '../../../src/operations/prune.ts';
import { acquireLock, type HeldLock } from '../../../src/repository/lock.ts';
import { type OpenRepository, openRepository } from '../../../src/repository/open.ts';
import { type Operation, watched } from '../../repository/backend-doubles.ts';
import { restic } from '../../services/restic.ts';
import { DEFAULTS, SILENT } from '../prune/garbage.ts';
import { BackupFixture, fingerprint, PASSWORD } from './fixture.ts';

// What a backup does while its lock settles: it compares with what the repository has, and nothing else.

const NO_SETTLING = { timings: { settleMs: 0 } };

let fixture: BackupFixture;
beforeEach(async () => {
  fixture = await BackupFixture.create();
});
afterEach(() => fixture.remove());

/** A backup whose storage calls `before` each operation, in turn. */
function backupWatched(
  options: Parameters<BackupFixture['backup']>[0],
  before: (operation: Operation) => void | Promise<void>,
): ReturnType<BackupFixture['backup']> {
  return fixture.backup(options, { over: (backend) => watched(backend, before) });
}

async function other(): Promise<OpenRepository> {
  return openRepository(openDirectory(fixture.repositoryPath), PASSWORD, { threads: 0 });
}

async function packs(): Promise<Set<string>> {
  return new Set((await fixture.sh('find repository/data -type f')).split('\n'));
}

async function storedBytes(): Promise<number> {
  return Number(await fixture.sh('cat $(find repository/data -type f) | wc -c'));
}

async function expectNewestRestores(): Promise<void> {
  await restic(fixture.restic, ['check', '--read-data']);
  await restic(fixture.restic, ['restore', 'latest', '--target', join(fixture.folder, 'restored')]);
  expect(await fingerprint(`${fixture.folder}/restored${fixture.source}`)).toBe(
    await fingerprint(fixture.source),
  );
}

test('folders are compared while the lock settles, and what changed is written only after that', async () => {
  await fixture.sh('mkdir -p source/a/b/c/d; echo one > source/a/b/c/d/file; echo same > source/same');
  await fixture.backup();
  await fixture.sh('echo two > source/a/b/c/d/file; mkdir source/new; echo new > source/new/file');
  const events: string[] = [];
  // The second look waits until the trees were asked for, or there would be nothing to see.
  const compared = Promise.withResolvers<void>();
  let looks = 0;
  await backupWatched({ lockTimings: { settleMs: 100 } }, async ({ verb, file }) => {
    if (verb === 'list' && file.kind === 'lock' && ++looks === 2) await compared.promise;
    if (verb === 'load' && file.kind === 'pack') compared.resolve();
    const isLook = verb === 'list' && file.kind === 'lock';
    if (isLook || verb === 'save') events.push(isLook ? 'look' : `save ${file.kind}`);
  });
  const [first, lock, second, ...rest] = events;
  expect([first, lock, second]).toEqual(['look', 'save lock', 'look']);
  expect(rest).toEqual(expect.arrayContaining(['save pack', 'save index', 'save snapshot']));
  await expectNewestRestores();
});

test('where another locks at the same time, all of it is thrown away, untold, and done anew', async () => {
  await fixture.sh('echo one > source/file');
  await fixture.backup();
  fixture.warnings.length = 0;
  let rival: HeldLock | null = null;
  const saved: string[] = [];
  const repository = await other();
  const options = {
    paths: [...fixture.options.paths, fixture.path('missing')],
    retryLockMs: 60_000,
    lockTimings: { settleMs: 300, firstRetryMs: 300 },
  };
  let looks = 0;
  const result = await backupWatched(options, async ({ verb, file }) => {
    if (verb === 'save') saved.push(file.kind);
    const isLook = verb === 'list' && file.kind === 'lock';
    if (!isLook) return;
    looks++;
    // Before the second look: as if it had looked when we hadn't written ours. Before the third it goes.
    if (looks === 2) {
      await fixture.sh('rm repository/locks/*');
      rival = await acquireLock(repository, { exclusive: true, ...NO_SETTLING });
      await fixture.sh('echo two > source/file');
    } else if (looks === 3) {
      expect(saved).toEqual(['lock']);
      await rival?.release();
    }
  });
  await repository.close();
  expect(result.problemCounts.missing).toBe(1);
  expect(fixture.warnings.filter((line) => line.includes('missing'))).toHaveLength(1);
  expect(saved.slice(0, 2)).toEqual(['lock', 'lock']);
  await restic(fixture.restic, ['check', '--read-data']);
  const target = join(fixture.folder, 'restored');
  await restic(fixture.restic, ['restore', result.snapshotId ?? '', '--target', target]);
  expect(await readFile(`${target}${fixture.source}/file`, 'utf8')).toBe('two\n');
});

test('where no lock is got, nothing was written but that', async () => {
  await fixture.sh('echo one > source/file');
  await fixture.backup();
  await fixture.sh('echo two > source/other');
  const repository = await other();
  let rival: HeldLock | null = null;
  let looks = 0;
  const saved: string[] = [];
  const failure = await backupWatched({ lockTimings: { settleMs: 100 } }, async ({ verb, file }) => {
    if (verb === 'save') saved.push(file.kind);
    if (verb !== 'list' || file.kind !== 'lock' || ++looks !== 2) return;
    await fixture.sh('rm repository/locks/*');
    rival = await acquireLock(repository, { exclusive: true, ...NO_SETTLING });
  }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'locked' });
  expect(saved).toEqual(['lock']);
  await (rival as HeldLock | null)?.release();
  await repository.close();
});

test('a prune whose lock came and went between our two looks: what it removed is stored again', async () => {
  const content = randomBytes(300_000);
  await writeFile(join(fixture.source, 'back'), content);
  await fixture.sh('echo stays > source/stays');
  const gone = await fixture.backup();
  await fixture.sh('rm source/back');
  await fixture.backup();
  await restic(fixture.restic, ['forget', gone.snapshotId ?? '']);
  await writeFile(join(fixture.source, 'back'), content);

  const pruning = await other();
  let rival: HeldLock | null = null;
  let looks = 0;
  const indexLoaded = Promise.withResolvers<void>();
  await backupWatched({ lockTimings: { settleMs: 50 } }, async ({ verb, file }) => {
    // It locks between our first look and our lock, and is done before our second look: neither sees it.
    if (verb === 'save' && file.kind === 'lock') {
      rival = await acquireLock(pruning, { exclusive: true, ...NO_SETTLING });
    }
    if (verb === 'load' && file.kind === 'pack') indexLoaded.resolve();
    if (verb !== 'list' || file.kind !== 'lock' || ++looks !== 2) return;
    await indexLoaded.promise;
    const before = await packs();
    await prune(pruning, DEFAULTS, SILENT, new AbortController().signal);
    expect(before.isSubsetOf(await packs())).toBe(false);
    await (rival as HeldLock | null)?.release();
  });
  await pruning.close();
  await expectNewestRestores();
});

test('where a run that was cut off left packs, nothing is saved before they are taken over: nothing is stored twice', async () => {
  await writeFile(join(fixture.source, 'large'), randomBytes(300_000));
  await fixture.backup();
  await fixture.sh('rm -f repository/index/* repository/snapshots/*');
  const before = await storedBytes();
  let looks = 0;
  await backupWatched({ lockTimings: { settleMs: 50 } }, async ({ verb, file }) => {
    // The second look takes as long as it would take to save all there is.
    if (verb === 'list' && file.kind === 'lock' && ++looks === 2) await pause(1000);
  });
  expect((await storedBytes()) - before).toBeLessThan(100_000);
  await expectNewestRestores();
});
