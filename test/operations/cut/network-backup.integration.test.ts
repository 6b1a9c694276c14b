import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AfterFailure } from '../../../src/operations/backup/after-failure.ts';
import { watched } from '../../repository/backend-doubles.ts';
import { restic } from '../../services/restic.ts';
import { type Sshd, startSshd } from '../../services/sshd.ts';
import { afterBytes } from '../../services/tcp-proxy.ts';
import { BackupFixture } from '../backup/fixture.ts';
import {
  allEnded,
  CLIENTS,
  type CutOutcome,
  cutAt,
  expectTold,
  FAULTS,
  type Stage,
  untilNoneRuns,
} from './network.ts';

/** The server's last packet that everybody can read (RFC 4253, 7.3): what follows is the login. */
const NEW_KEYS = Buffer.from([0, 0, 0, 12, 10, 21]);
const UNLOCKING = 'the repository is unlocked';
const AFTER = 'echo goes on';
const isTar = (script: string) => script.includes('tar -c');

const STAGES: readonly Stage[] = [
  { name: 'it connects', connecting: (_proxy, cut) => cut() },
  { name: 'keys are exchanged', connecting: (proxy, cut) => proxy.when('server', afterBytes(300), cut) },
  {
    name: 'it logs in',
    connecting: (proxy, cut) => proxy.when('server', (piece) => piece.indexOf(NEW_KEYS), cut),
  },
  { name: 'the host says what it has', script: (script) => script.includes('uname') },
  { name: 'files are listed', script: (script) => script.startsWith('cd /; find ') },
  { name: 'the first of tar comes', script: isTar },
  {
    name: 'tar is in the midst',
    script: isTar,
    within: (_command, proxy, cut) => proxy.when('server', afterBytes(300_000), cut),
  },
  { name: 'files are looked at again', script: (_script, earlier) => isTar(earlier.at(-1) ?? '') },
  { name: 'the application goes on', script: (script) => script.endsWith(`\n${AFTER}`) },
  { name: UNLOCKING },
];

const placeOf = (name: string) => STAGES.findIndex((stage) => stage.name === name);
const FIRST_WHILE_HELD = placeOf('files are listed');
const FIRST_WHEN_READ = placeOf('the application goes on');

describe.each(CLIENTS)('a backup over %s', (client) => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd({ shell: '/bin/sh' });
  });
  afterAll(() => sshd.stop());

  test.each(FAULTS)(
    'whose connection is %s at any of ten stages: says so in time, leaves nothing, and the next run goes on',
    async (_how, fault) => {
      const fixtures = await Promise.all(STAGES.map(() => makeFixture()));
      try {
        await allEnded(
          STAGES.map(async (stage, i) => {
            const fixture = fixtures[i] as BackupFixture;
            const commands = { before: ['true'], after: [AFTER] };
            const outcome = await cutAt({ sshd, client, fault }, stage, (host, cut) => {
              const over: NonNullable<Parameters<BackupFixture['backup']>[1]>['over'] = (backend) =>
                watched(backend, ({ verb, file }) => {
                  if (stage.name === UNLOCKING && verb === 'remove' && file.kind === 'lock') cut();
                });
              return fixture.backup(commands, { host, over });
            });
            await judge(stage.name, outcome, fixture);
            await expectNextRunWorks(fixture);
          }),
        );
        await untilNoneRuns(sshd);
      } finally {
        await Promise.all(fixtures.map((fixture) => fixture.remove()));
      }
    },
  );
});

async function makeFixture(): Promise<BackupFixture> {
  const fixture = await BackupFixture.create();
  await fixture.sh('chmod 755 .; cd source; head -c 800000 /dev/urandom | split -b 40000 -; chmod -R a+rX .');
  return fixture;
}

/** Once everything is read the host isn't needed any more, but to let the application go on. */
async function judge(stage: string, outcome: CutOutcome, fixture: BackupFixture): Promise<void> {
  const snapshots = await readdir(join(fixture.repositoryPath, 'snapshots'));
  const place = placeOf(stage);
  if (stage === UNLOCKING) {
    expect(outcome.error).toBeNull();
  } else if (place < FIRST_WHILE_HELD) {
    expectTold(stage, outcome, ['host-unreachable', 'host-silent']);
  } else {
    expectTold(stage, outcome, ['command-failed']);
    expect(String(outcome.error)).toContain('The application may still be held: see to it first.');
  }
  const isSaved = outcome.error === null || outcome.error instanceof AfterFailure;
  expect(isSaved, stage).toBe(place >= FIRST_WHEN_READ);
  expect(snapshots, stage).toHaveLength(isSaved ? 1 : 0);
  expect(await readdir(join(fixture.repositoryPath, 'locks')), stage).toEqual([]);
}

async function expectNextRunWorks(fixture: BackupFixture): Promise<void> {
  expect((await fixture.backup()).complete).toBe(true);
  await restic(fixture.restic, ['check', '--read-data']);
}
