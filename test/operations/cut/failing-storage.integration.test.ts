import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Backend } from '../../../src/backends/backend.ts';
import { HoldfastError } from '../../../src/errors.ts';
import { type Operation, watched } from '../../repository/backend-doubles.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture, fingerprint } from '../backup/fixture.ts';

/** So that the next backup removes it: that operation, too, is to fail once. */
const AS_CHECKPOINT = { tags: ['incomplete', 'holdfast:checkpoint'] };

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
        await restic(fixture.restic, ['unlock', '--remove-all']);
        await restic(fixture.restic, ['check', '--read-data']);
        if (failed === null) break;
        cuts++;
        expect((await fixture.backup()).complete).toBe(true);
        await restic(fixture.restic, ['check', '--read-data']);
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
  const over = (backend: Backend) =>
    watched(backend, (operation) => {
      if (!fails(number++, at)) return;
      failed ??= operation;
      throw new HoldfastError('backend-failed', `The storage failed at operation ${at}.`);
    });
  const outcome = await fixture.backup({ checkpointEveryMs: null }, { over }).then(
    () => 'done',
    (error: unknown) => error,
  );
  const added = (await snapshotsOf(fixture)).filter((name) => !before.includes(name)).length;
  expectFitting({ failed, outcome, added });
  return failed;
}

/** What is left undone, and is no more than a file too many, doesn't undo the backup: all else does. */
function expectFitting(end: { failed: Operation | null; outcome: unknown; added: number }): void {
  const { failed, outcome, added } = end;
  const what = JSON.stringify(end);
  const wasRemoving = failed?.verb === 'remove' ? failed.file.kind : null;
  if (failed === null) expect({ outcome, added }, what).toEqual({ outcome: 'done', added: 1 });
  else if (wasRemoving === 'snapshot' && outcome === 'done') expect(added, what).toBe(1);
  else {
    expect(outcome, what).toBeInstanceOf(HoldfastError);
    expect(outcome, what).toMatchObject({ code: 'backend-failed' });
    expect(added, what).toBe(wasRemoving === null ? 0 : 1);
  }
}

function snapshotsOf(fixture: BackupFixture): Promise<string[]> {
  return readdir(join(fixture.repositoryPath, 'snapshots'));
}
