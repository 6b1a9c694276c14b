import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { type RestoreOptions, restore } from '../../../src/operations/restore.ts';
import { resolveSnapshot } from '../../../src/repository/find-snapshot.ts';
import { acquireLock } from '../../../src/repository/lock.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture, fingerprint } from '../backup/fixture.ts';
import { DEFAULT_OPTIONS, SILENT } from '../restore/harness.ts';

let fixture: BackupFixture;
let host: Host;

beforeEach(async () => {
  fixture = await BackupFixture.create();
  host = localHost();
  await fixture.sh('cd source; for i in 1 2 3; do head -c 40000 /dev/urandom > $i; done');
  await fixture.backup();
});
afterEach(async () => {
  await host.close();
  await fixture.remove();
});

function restoreAll(
  options: Partial<RestoreOptions> = {},
  { on = host, onInfo = (_: string): void => {} } = {},
) {
  return fixture.withRepository(async (repository) => {
    const snapshot = await resolveSnapshot(repository, 'latest');
    const whole = { ...DEFAULT_OPTIONS, target: fixture.path('place'), ...options, snapshot };
    return restore(on, repository, whole, { ...SILENT, onInfo }, new AbortController().signal);
  });
}

describe('a restore', () => {
  test('while it runs, keeps a prune of stock restic out, which would take what is being read', async () => {
    let pruned: unknown = null;
    const meanwhile: Host = {
      name: host.name,
      close: async () => {},
      start: async (script, options) => {
        if (script.includes('tar -x -p'))
          pruned = await restic(fixture.restic, ['prune']).catch((error: unknown) => error);
        return host.start(script, options);
      },
    };
    await restoreAll({}, { on: meanwhile });
    expect(pruned).toMatchObject({ code: 11 });
    expect(await readdir(join(fixture.repositoryPath, 'locks'))).toEqual([]);
  });

  test('beside somebody who locks out everybody, is refused before anything is written, or waits', async () => {
    await fixture.withRepository(async (repository) => {
      const lock = await acquireLock(repository, { exclusive: true });
      await expect(restoreAll()).rejects.toMatchObject({ code: 'locked' });
      expect(await readdir(fixture.folder)).not.toContain('place');
      const waiting = restoreAll(
        { retryLockMs: 60_000 },
        { onInfo: (message) => void (message.includes('waiting') && lock.release()) },
      );
      await waiting;
    });
    expect(await fingerprint(`${fixture.folder}/place${fixture.source}`)).toBe(
      await fingerprint(fixture.source),
    );
  });

  test('that is a dry run locks nothing', async () => {
    await fixture.withRepository(async (repository) => {
      const lock = await acquireLock(repository, { exclusive: true });
      await restoreAll({ dryRun: true });
      await lock.release();
    });
  });
});
