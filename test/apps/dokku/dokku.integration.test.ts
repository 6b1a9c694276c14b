import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { armScript, layScript, stopScript } from '../../../src/hosts/lease/lease-scripts.ts';
import { runToEnd } from '../../../src/hosts/output.ts';
import { ApplicationFixture, TARGET } from '../fixture.ts';
import { DokkuStandIn } from './stand-in.ts';

let fixture: ApplicationFixture;
let dokku: DokkuStandIn;
beforeEach(async () => {
  const folder = await ApplicationFixture.create();
  dokku = await DokkuStandIn.create(`${folder.folder}/dokku`);
  fixture = folder.on(dokku.host());
});
afterEach(() => fixture.remove());

const events = async () => (await fixture.sh('cat dokku/events; : >dokku/events')).trim().split('\n');

test('deploys are locked and a service without an export is stopped while Dokku is saved; all of it comes back', async () => {
  const result = await fixture.save('dokku', dokku.settings());
  expect(result).toMatchObject({ complete: true, problems: [] });
  expect(await events()).toEqual([
    ...['apps:lock shop', 'apps:lock wiki', 'redis:pause cache'],
    ...['apps:unlock shop', 'apps:unlock wiki', 'redis:start cache'],
  ]);
  await fixture.sh('test ! -e dokku/ours/dokku.held');
  expect(result.dumps.map(({ record }) => [record.name, record.size_bytes])).toEqual([
    ['postgres-wiki-db.dump', 10],
  ]);
  const saved = await fixture.saved(dokku.folder);
  expect(saved).toEqual(
    expect.arrayContaining([
      'home/wiki/HEAD',
      'lib/config/x',
      'etc/dokku-wiki',
      'mounts/uploads/a',
      'lib/services/redis/cache/data/file',
    ]),
  );
  expect(saved.filter((path) => /core-plugins|basher\/|deploy\.lock|wiki-db\/data\/./.test(path))).toEqual(
    [],
  );
  const record = await fixture.record();
  expect(record).toMatchObject({ version: '0.35.20', running: true });
  expect(await fixture.drill(['postgres-wiki-db.dump'])).toEqual({
    passed: true,
    reasons: [],
    proved: 'repositories environments services plugins',
  });
  expect(await fixture.drillInContainers(['postgres-wiki-db.dump'])).toEqual({
    passed: true,
    reasons: [],
    proved: 'repositories environments services plugins',
    left: '',
  });

  await fixture.sh('cd dokku; rm -r home lib mounts etc; printf lost >rows');
  await fixture.putBack();
  expect(await fixture.sh('cat dokku/rows dokku/mounts/uploads/a')).toBe('rowsup\n');
  expect(await events()).toEqual([
    ...['plugin:install-dependencies', 'plugin:install', 'network:create backend'],
    ...[
      'docker image pull IMAGE:IMAGE_VERSION',
      'postgres:start wiki-db',
      'docker image pull IMAGE:IMAGE_VERSION',
      'redis:start cache',
    ],
    ...['postgres:import wiki-db', 'ps:rebuild shop', 'ps:rebuild wiki'],
  ]);
  expect(fixture.messages.join('\n')).toContain(
    'Deploy shop again by: dokku git:from-image shop acme/shop:3',
  );
  // An application's code alone.
  expect(await fixture.sh('git -c safe.directory=* clone -q dokku/home/wiki code && cat code/code')).toBe(
    'code\n',
  );

  // What runs is stopped before files are put back beneath it, and they are put back only if it is.
  await fixture.sh('cd dokku; rm events; touch up-redis:info-cache; printf lost >rows');
  await fixture.putBack(['rebuild=false']);
  const told = await events();
  expect(told.slice(0, 5)).toEqual([
    ...['ps:stop shop', 'ps:stop wiki', 'postgres:stop wiki-db', 'redis:stop cache'],
    'plugin:install-dependencies',
  ]);
  expect(told.at(-1)).toBe('ps:start wiki');
  await fixture.sh('cd dokku; touch stubborn; echo now >lib/config/x');
  await expect(fixture.putBack()).rejects.toThrow('it is running still');
  expect(await fixture.sh('cat dokku/rows dokku/lib/config/x')).toBe('rowsnow\n');
});

test('a service that was stopped before is saved by its files, and is not started', async () => {
  await fixture.sh(
    'cd dokku; rm up-*; cp -r lib/services/redis lib/services/memcached; rm lib/services/memcached/cache/PASSWORD',
  );
  const { dumps } = await fixture.save('dokku', dokku.settings(), { held: 'by hand' });
  expect(dumps).toEqual([]);
  expect(await fixture.saved(dokku.folder)).toEqual(
    expect.arrayContaining(['lib/services/postgres/wiki-db/data/file', 'lib/services/redis/cache/data/file']),
  );
  expect(await events()).toEqual([
    'apps:lock shop',
    'apps:lock wiki',
    'apps:unlock shop',
    'apps:unlock wiki',
  ]);
  // Memcached knows no password, Redis doesn't start without it.
  expect(await fixture.drill()).toMatchObject({ passed: true });
  await fixture.sh('rm dokku/lib/services/redis/cache/PASSWORD');
  await fixture.save('dokku', dokku.settings(), { held: 'stopped already' });
  expect((await fixture.drill()).reasons.join()).toContain('redis/cache/ has no PASSWORD');
});

test('a deploy that begins while Dokku is saved is refused; an application that is gone by then, or unlocked, is no failure', async () => {
  await fixture.sh('touch dokku/deploying');
  expect(await fixture.save('dokku', dokku.settings())).toMatchObject({ complete: true });
  expect(await events()).toContain('deploy of wiki refused');
  await fixture.sh(
    'test ! -e dokku/ours/dokku.held; cd dokku; rm deploying; printf "#!/bin/sh\nrm -rf $PWD/lib/data/apps/wiki/.deploy.lock\n" >bin/destroy; chmod 755 bin/destroy',
  );
  const { control } = await fixture.plan('dokku', dokku.settings());
  for (const command of [...(control?.stop ?? []), `${dokku.folder}/bin/destroy`, ...(control?.start ?? [])])
    expect((await runToEnd(fixture.host, command)).exit).toEqual({ code: 0 });
  await fixture.sh('test ! -e dokku/ours/dokku.held');
});

test('on a new host without a registry a database is waited for, and one application that can not be built is told by its name', async () => {
  await fixture.sh(
    'cd dokku/home; mkdir fresh broken; touch fresh/ENV broken/ENV; mkdir ../lib/data/apps/{fresh,broken}',
  );
  await fixture.save('dokku', dokku.settings(), { held: 'stopped already' });
  await fixture.sh('cd dokku; rm -r home lib up-* container-*; touch slow images; printf lost >rows');
  await expect(fixture.putBack()).rejects.toThrow('these could not be rebuilt: broken. See why');
  expect(await fixture.sh('cat dokku/rows')).toBe('rows');
  const told = (await events()).filter((event) => /^(ps:|docker)/.test(event));
  expect(told).toEqual(['ps:rebuild broken', 'ps:rebuild shop', 'ps:rebuild wiki']);

  await fixture.sh('cd dokku; rm up-* container-*; touch imageless');
  await expect(fixture.putBack()).rejects.toThrow("it doesn't run, although its start succeeded");
});

test('a service that a list leaves out is saved like the others; of a plugin that is gone, with a warning', async () => {
  await fixture.sh('cd dokku; touch short; mkdir -p lib/services/mongo/old/data');
  const { dumps } = await fixture.save('dokku', dokku.settings(), { held: 'by hand' });
  expect(dumps.map(({ record }) => record.name)).toEqual(['postgres-wiki-db.dump']);
  expect(await events()).toContain('redis:pause cache');
  expect(fixture.messages).toContainEqual(
    expect.stringContaining('no plugin knows the service mongo:old, whose folder is there'),
  );
});

test('a service whose container can not be made again is paused, not removed; a start that only says so is none', async () => {
  await fixture.sh('touch dokku/imageless');
  expect(await fixture.save('dokku', dokku.settings())).toMatchObject({ complete: true });
  await fixture.sh('test -e dokku/up-redis:info-cache; touch dokku/pauseless');
  await expect(fixture.save('dokku', dokku.settings(), { held: 'by hand' })).rejects.toThrow(
    "redis:cache doesn't run, although its start succeeded",
  );
  await fixture.sh(
    'test -e dokku/ours/dokku.held; rm dokku/ours/dokku.held dokku/pauseless; cd dokku; touch stubborn up-redis:info-cache',
  );
  await expect(fixture.save('dokku', dokku.settings(), { held: 'by hand' })).rejects.toThrow(
    'redis:cache runs still',
  );
});

test('storage mounts are known from a Dokku that lists them as text, too; else there is no backup', async () => {
  await fixture.sh('touch dokku/old');
  const volume = "the volume cache of Docker's is mounted by an application and is not saved";
  const { paths } = await fixture.plan('dokku', dokku.settings());
  expect(paths).toContain(`${dokku.folder}/mounts/uploads`);
  expect(fixture.messages).toContainEqual(expect.stringContaining(volume));
  await fixture.sh('touch dokku/puzzled');
  await expect(fixture.plan('dokku', dokku.settings())).rejects.toMatchObject({
    code: 'command-failed',
    message: expect.stringContaining('dokku storage:list shop failed'),
  });
  await fixture.plan('dokku', dokku.settings({ storage: false }));
});

test('after a reboot in the middle of a backup the next one lets go of what that held, and does not wait for it', async () => {
  const { control } = await fixture.plan('dokku', dokku.settings());
  const leases = `${fixture.folder}/leases`;
  const terms = { name: TARGET, token: 'one', holder: 'a run', folder: fromText(leases) };
  const spans = { leaseSeconds: 600, longestSeconds: 600, startLimitSeconds: 20, maxTries: 2 };
  const { status = null, start = [], stop = [] } = control ?? {};
  const words = { ...terms, ...spans, status, start: start.join('\n') };
  const scripts = [layScript(words), armScript(words), ...stop.map((command) => stopScript(words, command))];
  for (const script of scripts) await runToEnd(fixture.host, script);
  await fixture.sh('until [ -e leases/app.lease/alive ]; do sleep 0.05; done');
  process.kill(Number((await fixture.sh('cat leases/app.lease/alive')).split(' ')[0]), 'SIGKILL');
  expect((await events()).length).toBe(3);
  expect(await fixture.save('dokku', dokku.settings({ 'deploy-limit': '1s' }))).toMatchObject({
    complete: true,
  });
  expect((await events()).slice(0, 3)).toEqual(['apps:unlock shop', 'apps:unlock wiki', 'redis:start cache']);
});

test.each([
  ['that does not begin as it should', 'touch dokku/truncated'],
  ['whose command fails after it began', 'touch dokku/dying'],
])('an export %s gives no snapshot', async (_, fault) => {
  await fixture.sh(fault);
  await expect(fixture.save('dokku', dokku.settings(), { held: 'stopped already' })).rejects.toMatchObject({
    code: 'dump-failed',
  });
  expect(await fixture.backups.snapshotCount()).toBe(0);
});

test('what can be no backup, or no restore, is told before anything is locked', async () => {
  const ask = async (more: object) =>
    (await fixture.plan('dokku', dokku.settings(more))).beforeStop?.(fixture.site());
  await fixture.sh('touch dokku/lib/data/apps/wiki/.deploy.lock');
  await expect(ask({ 'deploy-limit': '100ms' })).rejects.toThrow(
    'for 100ms wiki is locked: a deploy runs, or somebody locked it',
  );
  await fixture.sh('rm dokku/lib/data/apps/wiki/.deploy.lock; touch dokku/ours/dokku.held');
  await expect(ask({})).rejects.toThrow('lists what an earlier run locked and nobody let go');
  await expect(fixture.plan('dokku', dokku.settings({ root: '/none', lib: '/none' }))).rejects.toThrow(
    'there is no /none, no /none/{config,data,services,plugins}',
  );
  // As Dokku's own script reads it.
  await fixture.sh(
    'echo "export DOKKU_LIB_PATH=\\"$PWD/dokku/lib\\" DOKKU_LIB_ROOT=/none" >dokku/etc/default',
  );
  expect((await fixture.plan('dokku', dokku.settings({ lib: undefined }))).paths).toContain(
    `${dokku.folder}/lib/data`,
  );
  // Without its data it would be a backup of code alone.
  await expect(fixture.plan('dokku', dokku.settings({ lib: '/none' }))).rejects.toThrow(
    'there is no /none/{',
  );
  await expect(fixture.planBack('dokku', dokku.settings(), { version: '0.34.0' })).rejects.toMatchObject({
    code: 'restore-blocked',
    message: expect.stringContaining('version 0.35.20 is installed there, expected 0.34.0'),
  });
  // A new host has no folders yet; where they are there and can't be listed, something may run.
  const back = (more: object) =>
    fixture.planBack('dokku', dokku.settings({ lib: '/none', ...more }), { version: '0.35.20' });
  const stops = (await back({ root: '/none' })).steps.filter(({ title }) => title.startsWith('stop '));
  expect(stops.map(({ title }) => title)).not.toContain('stop wiki');
  await expect(back({ root: `${dokku.folder}/rows` })).rejects.toMatchObject({
    code: 'command-failed',
    message: expect.stringContaining('list Dokku’s applications'),
  });
  await fixture.sh('rm dokku/bin/dokku');
  await expect(fixture.plan('dokku', dokku.settings())).rejects.toMatchObject({ code: 'host-unsupported' });
  expect(await events()).toEqual(['']);
});
