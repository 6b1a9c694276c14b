import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { armScript, layScript, resumeScript } from '../../../src/hosts/lease/lease-scripts.ts';
import { runToEnd } from '../../../src/hosts/output.ts';
import { withPlan } from '../../../src/operations/backup/planned-backup.ts';
import { Application } from '../../hosts/lease/application.ts';
import { fingerprint } from '../../operations/backup/fixture.ts';
import { ApplicationFixture, TARGET } from '../fixture.ts';

let fixture: ApplicationFixture;
beforeEach(async () => {
  fixture = await ApplicationFixture.create();
  await fixture.sh(`
    mkdir -p wiki/pages wiki/cache other
    echo one >wiki/pages/one; chmod 640 wiki/pages/one; ln -s pages/one wiki/home
    echo junk >wiki/cache/junk; echo of-the-database >other/state; echo 2.4.1 >version`);
});
afterEach(() => fixture.remove());

const wiki = (more: object = {}) => ({ paths: [`${fixture.folder}/wiki`], ...more });

test('an application is stopped, saved with its dumps between its hooks, destroyed, and put back', async () => {
  const app = await Application.create();
  try {
    const { folder } = fixture;
    const settings = wiki({
      exclude: [`${folder}/wiki/cache/*`],
      databases: [`command:state=test ! -e ${app.folder}/pid && cat ${folder}/other/state`],
      stop: [`${app.folder}/app stop`],
      start: [`${app.folder}/app start`],
      status: `${app.folder}/app status`,
      version: `cat ${folder}/version`,
      before: [`echo before >>${folder}/hooks`],
      after: [`test -s ${app.folder}/pid && echo after >>${folder}/hooks`],
      'after-restore': [`test ! -e ${app.folder}/pid && mkdir -p ${folder}/wiki/cache`],
      'restore-into': [`command:state=cat >${folder}/other/state`],
      check: [`${app.folder}/app status`],
    });
    await fixture.sh('rm wiki/cache/junk');
    const was = await fingerprint(`${folder}/wiki`);
    const result = await fixture.save('generic', settings);
    expect(result).toMatchObject({ complete: true });
    expect(result.quiescedMs).toBeGreaterThan(0);
    expect(await fixture.sh('cat hooks')).toBe('before\nafter\n');
    expect(await fixture.record()).toMatchObject({
      profile: 'generic',
      version: '2.4.1',
      running: false,
      settings,
    });
    await fixture.sh('rm -r wiki/pages; echo other >wiki/home-of-another; echo lost >other/state');

    const { steps } = await fixture.putBack([], { dryRun: true });
    expect(steps).toHaveLength(5);
    expect(await fixture.sh('cat other/state wiki/home-of-another')).toBe('lost\nother\n');
    expect(await app.starts()).toBe(1);

    await fixture.putBack();
    expect(await fixture.sh('cat other/state')).toBe('of-the-database\n');
    expect(await fingerprint(`${folder}/wiki`)).toBe(was);
    expect(await app.runs()).toBe(true);
    expect(await app.starts()).toBe(2);
  } finally {
    await app.remove();
  }
});

test('what is left out is not saved, and what no profile could know is added by the user', async () => {
  await fixture.save('generic', wiki({ exclude: [`${fixture.folder}/wiki/cache`] }));
  expect(await fixture.saved()).toEqual(['wiki', 'wiki/home', 'wiki/pages', 'wiki/pages/one']);
});

test('a hook that takes longer than it may is ended, and there is no snapshot', async () => {
  const slow = wiki({
    before: ['sleep 60'],
    after: [`touch ${fixture.folder}/after`],
    'hook-limit': '300ms',
  });
  await expect(fixture.save('generic', slow)).rejects.toMatchObject({
    code: 'command-failed',
    message: expect.stringContaining('it was ended after 0.3 s'),
  });
  expect(await fixture.backups.snapshotCount()).toBe(0);
  await fixture.sh('test -e after');
});

test('an older version than was saved is refused before anything changes, unless the user says so', async () => {
  const settings = wiki({ version: `cat ${fixture.folder}/version` });
  await expect(fixture.planBack('generic', settings, { version: '2.4.2' })).rejects.toMatchObject({
    code: 'restore-blocked',
    message: expect.stringContaining('version 2.4.1 is installed there, expected 2.4.2 or newer'),
  });
  await fixture.planBack('generic', { ...settings, 'any-version': true }, { version: '2.4.2' });
  await fixture.planBack('generic', settings, { version: '2.4.0' });
});

test('a start has the time that the user gives it', async () => {
  const words = wiki({ stop: ['true'], start: ['true'], 'start-limit': '20m' });
  expect((await fixture.plan('generic', words)).control?.settleMs).toBe(20 * 60_000);
});

test('a version that can’t be asked for is no version', async () => {
  await expect(fixture.plan('generic', wiki({ version: 'echo none' }))).rejects.toMatchObject({
    code: 'command-failed',
    message: expect.stringContaining('"echo none" printed none'),
  });
});

test('a step that fails says which, and what that means', async () => {
  await fixture.save('generic', wiki({ 'after-restore': ['echo no luck; exit 1'] }));
  await expect(fixture.putBack()).rejects.toMatchObject({
    code: 'command-failed',
    message: expect.stringMatching(/no luck.*That was the step "run .* may be stopped/s),
  });
});

test('a snapshot of a plain backup is not taken for an application’s', async () => {
  await fixture.backups.backup();
  await expect(fixture.putBack()).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('it was made without a profile'),
  });
});

test('one that somebody starts while it is put back is not restored any further', async () => {
  const marks = { stop: `${fixture.folder}/stopped`, done: `${fixture.folder}/done` };
  const settings = wiki({
    stop: [`touch ${marks.stop}`],
    start: [`rm -f ${marks.stop}; touch ${marks.done}`],
    status: `test -e ${marks.stop} && exit 3; exit 0`,
    databases: ['command:x=echo x'],
    'restore-into': [`command:x=rm ${marks.stop}; cat >${fixture.folder}/x`],
    'after-restore': [`touch ${marks.done}`],
  });
  await fixture.save('generic', settings, { held: 'by hand' });
  await fixture.sh('rm done');
  await expect(fixture.putBack()).rejects.toMatchObject({
    code: 'application-unfit',
    message: expect.stringContaining('had stopped it, expected it to stand until all is back'),
  });
  await fixture.sh('test -e x; test ! -e done');
  // Nor is what is half put back taken for a backup, before it is put back to the end.
  await expect(fixture.save('generic', settings)).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringMatching(/or a restore of it was begun.*remove .*leases\/app\.restoring/),
  });
  expect(await fixture.backups.snapshotCount()).toBe(1);
  await fixture.putBack([`restore-into=command:x=cat >${fixture.folder}/x`]);
  await fixture.sh('test -e done; test ! -e leases/app.restoring');
});

test('one that a backup has stopped is not put back', async () => {
  const control = { stop: ['true'], start: ['true'], status: 'exit 0' };
  await fixture.save('generic', wiki(control), { held: 'stopped already' });
  const terms = {
    ...{ name: TARGET, token: 'one', holder: 'a backup', folder: fromText(`${fixture.folder}/leases`) },
    ...{
      start: 'true',
      status: 'exit 0',
      leaseSeconds: 60,
      longestSeconds: 60,
      startLimitSeconds: 5,
      maxTries: 1,
    },
  };
  for (const script of [layScript(terms), 'until [ -e alive ]; do sleep 0.05; done', armScript(terms)])
    await runToEnd(fixture.host, `cd ${fixture.folder}/leases/app.lease 2>/dev/null; ${script}`);
  await expect(fixture.putBack()).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining('"a backup" holds its lease'),
  });
  await fixture.sh('test ! -e leases/app.restoring');
  await runToEnd(fixture.host, resumeScript(terms));
});

test('what a profile sees only once all was read voids it: part of the application was started', async () => {
  const plan = await fixture.plan('generic', wiki({}));
  const seen = { ...plan, afterReading: () => Promise.reject(new Error('a part of it runs')) };
  const stop = {
    leaseMs: 20_000,
    longestMs: 60_000,
    holder: 'a test',
    connect: async () => fixture.host,
  };
  const options = { ...fixture.backups.options, paths: [], target: TARGET };
  const planned = withPlan(options, seen, { site: fixture.site(), stop });
  await expect(fixture.backups.backup(planned)).rejects.toThrow('a part of it runs');
  expect(await fixture.backups.snapshotCount()).toBe(0);
});
