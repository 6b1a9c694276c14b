import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { type QuiesceOptions, quiesce as stopped } from '../../../src/operations/backup/quiesce.ts';
import { Application } from '../../hosts/lease/application.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture } from './fixture.ts';

let fixture: BackupFixture;
let app: Application;
beforeEach(async () => {
  fixture = await BackupFixture.create();
  app = await Application.create();
  await fixture.sh('echo running > source/state');
});
afterEach(async () => {
  await app.remove();
  await fixture.remove();
});

const quiesce = (changes: Partial<QuiesceOptions> = {}): QuiesceOptions => ({
  stop: [`${app.folder}/app stop`, `echo stopped > ${fixture.source}/state`],
  start: [`echo running > ${fixture.source}/state`, `${app.folder}/app start`],
  status: `${app.folder}/app status`,
  leaseMs: 20_000,
  longestMs: 60_000,
  holder: 'a test',
  folder: fromText(app.leases),
  connect: async () => localHost(),
  ...changes,
});

test('an application is stopped while it is read, and started once', async () => {
  const result = await fixture.backup({ quiesce: quiesce() });
  expect(await app.runs()).toBe(true);
  expect(await app.starts()).toBe(1);
  expect(result.quiescedMs).toBeGreaterThan(0);
  expect(await restic(fixture.restic, ['dump', 'latest', `${fixture.source}/state`])).toBe('stopped\n');
});

test('with after commands around it, it counts as held until these have run, too', async () => {
  const seen: string[] = [];
  const after = [`test -s ${app.folder}/pid && echo done > ${fixture.folder}/after`];
  const onApplication = async (state: string) => void seen.push(state);
  await fixture.backup({ quiesce: quiesce(), after, onApplication });
  await fixture.sh('test -e after');
  expect(seen).toEqual(['held', 'released']);
});

test('one that is found stopped stays so, and is backed up', async () => {
  await app.sh('./app stop');
  const result = await fixture.backup({ quiesce: quiesce() });
  expect(result).toMatchObject({ complete: true, quiescedMs: null });
  expect(fixture.warnings.join()).toContain('stopped already');
  expect(await app.starts()).toBe(0);
});

test('a lease that is lost gives no snapshot, whatever was read; the application runs', async () => {
  const stop = [`${app.folder}/app stop`, 'sleep 30'];
  await expect(fixture.backup({ quiesce: quiesce({ stop, longestMs: 3000 }) })).rejects.toMatchObject({
    code: 'lease-lost',
  });
  expect(await app.runs()).toBe(true);
  expect(await app.starts()).toBe(1);
  expect(await fixture.snapshotCount()).toBe(0);
});

test('work that doesn’t hear that the lease is lost is found out by reading it back', async () => {
  const host = localHost();
  const { signal } = new AbortController();
  const reporter = { onProgress: () => {}, onInfo: () => {}, onWarning: () => {} };
  const run = { host, options: quiesce({ longestMs: 6000 }), target: 'wiki', reporter, signal };
  await expect(stopped(run, () => app.untilItRuns())).rejects.toMatchObject({ code: 'lease-lost' });
  expect(await app.starts()).toBe(1);
  await host.close();
});

test('a stop command that lies gives no snapshot', async () => {
  const lying = quiesce({ stop: ['true'], status: 'exit 1' });
  await expect(fixture.backup({ quiesce: lying })).rejects.toMatchObject({
    code: 'command-failed',
    message: expect.stringContaining('It may be down'),
    cause: { message: expect.stringContaining("can't say whether it runs") },
  });
  expect(await fixture.snapshotCount()).toBe(0);
});

test('an application that does not start again fails the run, and what was saved stays saved', async () => {
  const failing = quiesce({ start: ['echo broken; exit 1'], status: null });
  await expect(fixture.backup({ quiesce: failing })).rejects.toMatchObject({
    code: 'command-failed',
    message: expect.stringMatching(/Cannot start the application: broken.*Snapshot [0-9a-f]{8} is saved/s),
  });
  expect(await fixture.snapshotCount()).toBe(1);
});
