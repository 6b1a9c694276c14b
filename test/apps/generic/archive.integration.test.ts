import { afterEach, beforeEach, expect, test } from 'vitest';
import { resolveArchive } from '../../../src/archive/find-archives.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { withPlan } from '../../../src/operations/backup/planned-backup.ts';
import { readArchive } from '../../../src/operations/restore-archive/archive-contents.ts';
import { ArchiveFixture } from '../../operations/archive/fixture.ts';
import { fingerprint } from '../../operations/backup/fixture.ts';
import { ApplicationFixture, TARGET } from '../fixture.ts';

let fixture: ApplicationFixture;
beforeEach(async () => {
  fixture = await ApplicationFixture.create();
  await fixture.sh(
    'mkdir -p wiki/pages other; echo one >wiki/pages/one; chmod 640 wiki/pages/one; echo x >other/small',
  );
  await fixture.sh('{ head -c 68000000 /dev/zero; echo end; } >other/large'); // two pieces
});
afterEach(() => fixture.remove());

test('an application comes back from an archive alone, files and dumps, with nothing of a repository', async () => {
  const { folder } = fixture;
  const archives = await ArchiveFixture.create(fixture.backups);
  const dump = (name: string) => [
    `command:${name}=cat ${folder}/other/${name}`,
    `command:${name}=cat >${folder}/other/${name}`,
  ];
  const [[saveLarge, putLarge], [saveSmall, putSmall]] = [dump('large'), dump('small')];
  const plan = await fixture.plan('generic', {
    paths: [`${folder}/wiki`],
    databases: [saveLarge, saveSmall],
    'restore-into': [putLarge, putSmall],
    'after-restore': [`cat ${folder}/other/small >${folder}/after`],
  });
  const connect = async () => localHost();
  const stop = { leaseMs: 20_000, longestMs: 60_000, holder: 'a test', connect };
  const asked = {
    ...archives.options,
    paths: [],
    target: TARGET,
    parent: 'none',
    dryRun: false,
    retryLockMs: 0,
  } as const;
  const result = await archives.archive(withPlan(asked, plan, { site: fixture.site(), stop }));
  expect(result.complete).toBe(true);
  const sums = `cat other/small; sha256sum <other/large`;
  const was = [await fingerprint(`${folder}/wiki`), await fixture.sh(sums)];
  await fixture.sh('rm -r wiki repository; echo lost >other/small; : >other/large');

  const { store, opening, reporter } = archives;
  const found = await resolveArchive(store, 'latest', { target: TARGET, host: null });
  const source = await readArchive({ ...found, store, opening }, reporter);
  const restored = await fixture.putBackFrom({ source, snapshot: source.snapshot });
  expect(restored.databases.map(({ record }) => record.name)).toEqual(['large', 'small']);
  expect([await fingerprint(`${folder}/wiki`), await fixture.sh(sums)]).toEqual(was);
  expect(await fixture.sh('cat after')).toBe('x\n');
});
