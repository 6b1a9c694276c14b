import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Backend } from '../../../src/backends/backend.ts';
import { fromText } from '../../../src/bytestring.ts';
import { HoldfastError } from '../../../src/errors.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { restore } from '../../../src/operations/restore.ts';
import { resolveSnapshot } from '../../../src/repository/find-snapshot.ts';
import type { Repository } from '../../../src/repository/repository.ts';
import { failingOnce, type Operation, watched } from '../../repository/backend-doubles.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture, fingerprint } from '../backup/fixture.ts';
import { DEFAULT_OPTIONS, SILENT } from '../restore/harness.ts';

/** So that the next backup removes it: that operation, too, is to fail once. */
const AS_CHECKPOINT = { tags: ['incomplete', 'holdfast:checkpoint'] };

/** The run that failed may have left its lock. */
const CHECK = ['--no-lock', 'check', '--read-data'];

test.each([
  ['fails once', (number: number, at: number) => number === at],
  ['is gone from then on', (number: number, at: number) => number >= at],
])(
  'storage that %s, at each operation of a backup in turn: a typed error, a sound repository, and the next run works',
  async (_, fails) => {
    const fixture = await BackupFixture.create();
    try {
      await fixture.sh(
        'cd source; for i in 1 2 3; do echo $i > small-$i; head -c 40000 /dev/urandom > $i; done',
      );
      await fixture.backup(AS_CHECKPOINT);
      await fixture.sh(
        'cd source; echo more >> small-2; head -c 50000 /dev/urandom > 4; mv ../repository ../before',
      );
      let cuts = 0;
      for (let at = 0; ; at++) {
        await fixture.sh('rm -rf repository; cp -a before repository');
        const failed = await backUp(fixture, at, fails);
        await restic(fixture.restic, CHECK);
        if (failed === null) break;
        cuts++;
        expect((await fixture.backup()).complete).toBe(true);
        await restic(fixture.restic, CHECK);
      }
      // Open, lock, indexes, packs, snapshots, the parent; then packs, the index, the snapshot, its removal, the lock.
      expect(cuts).toBeGreaterThan(20);
      await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
      expect(await fingerprint(`${fixture.folder}/restored${fixture.source}`)).toBe(
        await fingerprint(fixture.source),
      );
    } finally {
      await fixture.remove();
    }
  },
  600_000,
);

/** Gives the operation that failed first, or null if there were fewer than `at`. */
async function backUp(
  fixture: BackupFixture,
  at: number,
  fails: (number: number, at: number) => boolean,
): Promise<Operation | null> {
  const before = await snapshotsOf(fixture);
  let number = 0;
  let failed: Operation | null = null;
  let wasStored = false;
  let wasReadAgain = false;
  const over = (backend: Backend) =>
    watched(
      backend,
      (operation) => {
        if (!fails(number++, at)) return;
        failed ??= operation;
        throw new HoldfastError('backend-failed', `The storage failed at operation ${at}.`);
      },
      ({ verb, file }) => {
        wasStored ||= verb === 'save' && file.kind === 'snapshot';
        wasReadAgain ||= verb === failed?.verb && file.name === failed.file.name;
      },
    );
  const outcome = await fixture.backup({ checkpointEveryMs: null }, { over }).then(
    () => 'done',
    (error: unknown) => error,
  );
  const added = (await snapshotsOf(fixture)).filter((name) => !before.includes(name)).length;
  expectFitting({ failed, outcome, added, wasStored, wasReadAgain });
  return failed;
}

/** What is left undone, and is no more than a file too many or a look, doesn't undo the backup: all else does. */
function expectFitting(end: End): void {
  const { failed, outcome, added, wasStored, wasReadAgain } = end;
  const what = JSON.stringify(end);
  expect(added, what).toBe(wasStored ? 1 : 0);
  if (failed === null) expect(outcome, what).toBe('done');
  else if (isReadAhead(failed) && outcome === 'done') expect(wasReadAgain, what).toBe(true);
  else if (mayGoOnWithout(failed) && outcome === 'done') expect(wasStored, what).toBe(true);
  else {
    expect(outcome, what).toBeInstanceOf(HoldfastError);
    expect(outcome, what).toMatchObject({ code: 'backend-failed' });
  }
}

/** Of a pack of trees, before somebody asks for one: who then does reads it again. */
function isReadAhead({ verb, file }: Operation): boolean {
  return (verb === 'load' || verb === 'stat') && file.kind === 'pack';
}

/** An earlier checkpoint that stays; and storage that doesn't say whether our lock is still there. */
function mayGoOnWithout({ verb, file }: Operation): boolean {
  return (verb === 'remove' && file.kind === 'snapshot') || (verb === 'stat' && file.kind === 'lock');
}

interface End {
  readonly failed: Operation | null;
  readonly outcome: unknown;
  readonly added: number;
  /** Whether the snapshot was there before the first failure. */
  readonly wasStored: boolean;
  /** Whether what failed worked afterwards, of the same file. */
  readonly wasReadAgain: boolean;
}

function snapshotsOf(fixture: BackupFixture): Promise<string[]> {
  return readdir(join(fixture.repositoryPath, 'snapshots'));
}

test('storage that fails once, at each operation of a backup with checkpoints in turn: the run goes on or says why, and all is sound', async () => {
  const fixture = await BackupFixture.create();
  try {
    await fixture.sh('cd source; for i in 1 2 3; do head -c 40000 /dev/urandom > $i; done');
    await fixture.sh('cp -a repository before');
    let checkpoints = 0;
    for (let at = 0; ; at++) {
      await fixture.sh('rm -rf repository; cp -a before repository');
      let number = 0;
      const over = (backend: Backend) =>
        watched(backend, ({ verb, file }) => {
          if (number++ === at) throw new HoldfastError('backend-failed', `Failed: ${verb} ${file.kind}.`);
        });
      fixture.infos.length = 0;
      // While the application is let go, everything is read: then checkpoints come, one after the other.
      const options = { checkpointEveryMs: 1, after: ['sleep 0.2'] };
      const outcome = await fixture.backup(options, { over }).catch((error: unknown) => error);
      checkpoints += fixture.infos.filter((info) => info.startsWith('checkpoint ')).length;
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'backend-failed' });
      else expect(outcome).toMatchObject({ complete: true });
      await restic(fixture.restic, CHECK);
      const tags = await snapshotTags(fixture);
      expect(tags.filter((own) => !own.includes('incomplete')).length).toBeLessThanOrEqual(1);
      if (!(outcome instanceof Error)) expect(tags.some((own) => !own.includes('incomplete'))).toBe(true);
      if (number <= at) break;
      expect((await fixture.backup()).complete).toBe(true);
    }
    // When what fails comes before the checkpoint, or is of it, there is none.
    expect(checkpoints).toBeGreaterThan(5);
  } finally {
    await fixture.remove();
  }
}, 600_000);

async function snapshotTags(fixture: BackupFixture): Promise<string[][]> {
  const listed: { tags: string[] }[] = JSON.parse(
    await restic(fixture.restic, ['--no-lock', 'snapshots', '--json']),
  );
  return listed.map(({ tags }) => tags);
}

test('storage that fails once, at each operation of a restore in turn: a typed error, nothing is touched, and the next run works', async () => {
  const fixture = await BackupFixture.create();
  const host = localHost();
  try {
    await fixture.sh(`
      cd source; mkdir a; for i in 1 2 3; do head -c 40000 /dev/urandom > a/$i; echo $i > $i; done
      mkdir -p ../place/a; echo old > ../place/a/1; cp -a ../place ../before`);
    await fixture.backup();
    const standing = () => fixture.sh("find place ! -path '*/.holdfast-*' -type f | sort | xargs sha256sum");
    const before = await standing();
    for (let at = 0; ; at++) {
      // Locks that are left would be operations of the next run: it would never have fewer than have failed.
      await fixture.sh('rm -rf place repository/locks/*; cp -a before place');
      const failure = await restoreTo(fixture, host, (backend) => failingOnce(backend, at));
      if (failure === null) break;
      expect(failure, `operation ${at}`).toMatchObject({ code: 'backend-failed' });
      // The lock goes last: when that fails, all is in place.
      if ((await standing()) !== before)
        expect(await restored(fixture)).toBe(await fingerprint(fixture.source));
      expect(await restoreTo(fixture, host)).toBeNull();
      expect(await restored(fixture)).toBe(await fingerprint(fixture.source));
    }
  } finally {
    await host.close();
    await fixture.remove();
  }
}, 600_000);

async function restored(fixture: BackupFixture): Promise<string> {
  await fixture.sh('rm -rf place/.holdfast-*; touch -r source place');
  return fingerprint(`${fixture.folder}/place`);
}

function restoreTo(
  fixture: BackupFixture,
  host: Host,
  over?: (backend: Backend) => Backend,
): Promise<unknown> {
  const work = async (repository: Repository) => {
    const snapshot = await resolveSnapshot(repository, 'latest');
    const places = { folder: fromText(fixture.source), target: fixture.path('place') };
    const options = { ...DEFAULT_OPTIONS, ...places, snapshot };
    await restore(host, repository, options, SILENT, new AbortController().signal);
    return null;
  };
  return fixture.withRepository(work, over).catch((error: unknown) => error);
}
