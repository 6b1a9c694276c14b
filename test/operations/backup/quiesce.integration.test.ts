import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { test as base, vi } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { parseDatabase } from '../../../src/databases/databases.ts';
import { commandKind } from '../../../src/files/volume/command-kind.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { type QuiesceOptions, quiesce as stopped } from '../../../src/operations/backup/quiesce.ts';
import { nodeTarget, quiesceAll } from '../../../src/operations/backup/quiesce-nodes.ts';
import { Application } from '../../hosts/lease/application.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture } from './fixture.ts';

// They wait for clocks, side by side.
vi.setConfig({ maxConcurrency: 20 });

/** Each has an application and a repository of its own: they wait for the watchdog most of the time, side by side. */
const test = base.extend<{ app: Application; fixture: BackupFixture }>({
  // biome-ignore lint/correctness/noEmptyPattern: what a fixture depends on is read from its first argument
  app: async ({}, use) => {
    const app = await Application.create();
    await use(app);
    await app.remove();
  },
  // biome-ignore lint/correctness/noEmptyPattern: the same
  fixture: async ({}, use) => {
    const fixture = await BackupFixture.create(tmpdir());
    await fixture.sh('echo running > source/state');
    await use(fixture);
    await fixture.remove();
  },
}).concurrent;

type Given = { readonly app: Application; readonly fixture: BackupFixture };

const quiesce = ({ app, fixture }: Given, changes: Partial<QuiesceOptions> = {}): QuiesceOptions => ({
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

test('an application is stopped while it is read, and started once', async ({ app, fixture, expect }) => {
  const result = await fixture.backup({ quiesce: quiesce({ app, fixture }) });
  expect(await app.runs()).toBe(true);
  expect(await app.starts()).toBe(1);
  expect(result.quiescedMs).toBeGreaterThan(0);
  expect(await restic(fixture.restic, ['dump', 'latest', `${fixture.source}/state`])).toBe('stopped\n');
});

test('with after commands around it, it counts as held until these have run, too', async ({
  app,
  fixture,
  expect,
}) => {
  const seen: string[] = [];
  const after = [`test -s ${app.folder}/pid && echo done > ${fixture.folder}/after`];
  const onApplication = async (state: string) => void seen.push(state);
  await fixture.backup({ quiesce: quiesce({ app, fixture }), after, onApplication });
  await fixture.sh('test -e after');
  expect(seen).toEqual(['held', 'released']);
});

test('one that is found stopped stays so, and is backed up', async ({ app, fixture, expect }) => {
  await app.sh('./app stop');
  const result = await fixture.backup({ quiesce: quiesce({ app, fixture }) });
  expect(result).toMatchObject({ complete: true, quiescedMs: null });
  expect(fixture.warnings.join()).toContain('stopped already');
  expect(await app.starts()).toBe(0);
});

test('one that somebody else starts while it is read gives no snapshot', async ({ app, fixture, expect }) => {
  const database = parseDatabase(`command:x=setsid ${app.folder}/app start >&2; echo x`, '--database', {});
  const dumps = [{ database }];
  const refused = { code: 'lease-lost', message: expect.stringContaining('nobody here started it') };
  await expect(fixture.backup({ quiesce: quiesce({ app, fixture }), dumps })).rejects.toMatchObject(refused);
  expect(await app.starts()).toBe(1);
  expect(await fixture.snapshotCount()).toBe(0);
});

test('one that was found stopped, and that somebody starts while it is read, gives no snapshot either', async ({
  app,
  fixture,
  expect,
}) => {
  await app.sh('./app stop');
  const database = parseDatabase(`command:x=setsid ${app.folder}/app start >&2; echo x`, '--database', {});
  const refused = { code: 'lease-lost', message: expect.stringContaining('nobody here started it') };
  const dumps = [{ database }];
  await expect(fixture.backup({ quiesce: quiesce({ app, fixture }), dumps })).rejects.toMatchObject(refused);
  expect(await fixture.snapshotCount()).toBe(0);
});

test('one that can’t say at the end whether it stands still gives no snapshot: it may be starting', async ({
  app,
  fixture,
  expect,
}) => {
  const database = parseDatabase(`command:x=: >${app.folder}/puzzled; echo x`, '--database', {});
  const status = `[ ! -e ${app.folder}/puzzled ] || exit 9; ${app.folder}/app status`;
  const start = [`rm ${app.folder}/puzzled; ${app.folder}/app start`];
  const options = quiesce({ app, fixture }, { status, start });
  await expect(fixture.backup({ quiesce: options, dumps: [{ database }] })).rejects.toMatchObject({
    code: 'lease-lost',
    message: expect.stringContaining("can't say whether it runs"),
  });
  expect([await app.runs(), await fixture.snapshotCount()]).toEqual([true, 0]);
});

test('one that an earlier run left down is backed up, and every run fails until somebody starts it', async ({
  app,
  fixture,
  expect,
}) => {
  await app.sh('./app stop; mkdir leases; : >leases/files.down');
  const options = quiesce({ app, fixture });
  await expect(fixture.backup({ quiesce: options })).rejects.toMatchObject({
    message: expect.stringMatching(/is down: an earlier run.*Snapshot [0-9a-f]{8} is saved/s),
  });
  expect([await fixture.snapshotCount(), await app.starts()]).toEqual([1, 0]);
});

const QUIET = { onProgress: () => {}, onInfo: () => {}, onWarning: () => {} };

/** An application on two hosts, which are both this machine. */
const cluster = ({ app, fixture }: Given, changes: Partial<QuiesceOptions>) => {
  const host = localHost();
  const { signal } = new AbortController();
  const node = { address: 'ssh://node', quiesce: quiesce({ app, fixture }, changes) };
  return { run: { host, options: null, target: 'wiki', reporter: QUIET, signal }, node };
};

test('a node that was found stopped, and that somebody starts while another is read, gives no snapshot', async ({
  app,
  fixture,
  expect,
}) => {
  await app.sh('./app stop');
  const { run, node } = cluster({ app, fixture }, {});
  await expect(quiesceAll(run, [node], () => app.sh('./app start'))).rejects.toMatchObject({
    code: 'lease-lost',
    message: expect.stringContaining('nobody here started it'),
  });
});

test('an application starts in its own time, also when what is held beside it is lost', async ({
  app,
  fixture,
  expect,
}) => {
  const other = await Application.create();
  const { run, node } = cluster({ app: other, fixture }, {});
  await app.sh('echo 8 > slow');
  const options = quiesce({ app, fixture }, { settleMs: 400_000 });
  let settings = '';
  const held = quiesceAll({ ...run, options }, [node], async (signal) => {
    settings = await readFile(`${app.lease}/settings`, 'utf8');
    await other.sh(other.aging(`${other.leases}/${nodeTarget('wiki', 0)}.lease`));
    if (!signal.aborted) await once(signal, 'abort');
    signal.throwIfAborted();
  });
  const error = await held.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'lease-lost', message: expect.not.stringContaining('Before that') });
  expect([await app.runs(), await app.starts(), await other.runs()]).toEqual([true, 1, true]);
  expect(settings).toContain('start_limit=400');
  await other.remove();
});

test('a lease that is lost gives no snapshot, whatever was read; the application runs', async ({
  app,
  fixture,
  expect,
}) => {
  const stop = [`${app.folder}/app stop`, `${app.aging(`${app.leases}/files.lease`)}; sleep 3600`];
  const lost = fixture.backup({ quiesce: quiesce({ app, fixture }, { stop }) });
  await expect(lost).rejects.toMatchObject({ code: 'lease-lost' });
  expect(await app.runs()).toBe(true);
  expect(await app.starts()).toBe(1);
  expect(await fixture.snapshotCount()).toBe(0);
});

test('work that doesn’t hear that the lease is lost is found out by reading it back', async ({
  app,
  fixture,
  expect,
}) => {
  const host = localHost();
  const { signal } = new AbortController();
  const reporter = { onProgress: () => {}, onInfo: () => {}, onWarning: () => {} };
  const run = {
    host,
    options: quiesce({ app, fixture }),
    target: 'wiki',
    reporter,
    signal,
  };
  const reading = async () => {
    await app.age();
    await app.untilItRuns();
  };
  await expect(stopped(run, reading)).rejects.toMatchObject({ code: 'lease-lost' });
  expect(await app.starts()).toBe(1);
  await host.close();
});

test('a stop command that lies gives no snapshot', async ({ app, fixture, expect }) => {
  const lying = quiesce({ app, fixture }, { stop: ['true'], status: 'exit 1', settleMs: 1000 });
  await expect(fixture.backup({ quiesce: lying })).rejects.toMatchObject({
    code: 'command-failed',
    message: expect.stringContaining('It may be down'),
    cause: { message: expect.stringContaining("can't say whether it runs") },
  });
  expect(await fixture.snapshotCount()).toBe(0);
  // Before it is waited for: minutes, where it may have been told to stop.
  expect(fixture.infos.slice(fixture.infos.indexOf('stop: true') + 1)).toEqual([
    expect.stringMatching(/^failed: .*can't say whether it runs/),
    'an application that was told to stop and runs still is waited for, 1 s at most',
    'start: the application',
    ...fixture.infos.filter((line) => line.startsWith('  ')),
  ]);
});

test('an application that does not start again fails the run, and what was saved stays saved', async ({
  app,
  fixture,
  expect,
}) => {
  const failing = quiesce({ app, fixture }, { start: ['echo broken; exit 1'], status: null });
  await expect(fixture.backup({ quiesce: failing })).rejects.toMatchObject({
    code: 'command-failed',
    message: expect.stringMatching(/Cannot start the application: broken.*Snapshot [0-9a-f]{8} is saved/s),
  });
  expect(await fixture.snapshotCount()).toBe(1);
});

const packs = (file: string) => `find repository/data -type f | wc -l > ${file}`;

test('what changed before the stop is read while the application runs; only what changed since, while it stands', async ({
  app,
  fixture,
  expect,
}) => {
  await fixture.sh('head -c 3000000 /dev/urandom > source/old; head -c 5000000 /dev/urandom > source/large');
  await fixture.settle();
  const first = await fixture.backup({
    paths: [fixture.path('source/old')],
    groupBy: { host: true, paths: false, tags: false },
  });
  expect(first.summary.filesNew).toBe(1);
  const before = Number(await fixture.sh('find repository/data -type f | wc -l'));
  const stop = [`cd ${fixture.folder} && ${packs('at-stop')}`, ...quiesce({ app, fixture }).stop];
  const result = await fixture.backup({
    quiesce: quiesce({ app, fixture }, { stop }),
    parent: { spec: 'latest' },
  });
  expect(Number(await fixture.sh('cat at-stop'))).toBeGreaterThan(before);
  // `large` and `state`, then `state` once more.
  expect(result.bytesRead).toBe(5_000_000 + 'running\n'.length + 'stopped\n'.length);
  expect(result.summary).toMatchObject({ filesNew: 2, filesChanged: 0, filesUnmodified: 1 });
  expect(await restic(fixture.restic, ['dump', 'latest', `${fixture.source}/state`])).toBe('stopped\n');
  await restic(fixture.restic, ['check', '--read-data']);
});

test('paths that are only there once the application is stopped are none of the first pass’', async ({
  app,
  fixture,
  expect,
}) => {
  const stop = [
    `${app.folder}/app stop`,
    `mkdir ${fixture.folder}/late && echo it > ${fixture.folder}/late/file`,
  ];
  const result = await fixture.backup({
    paths: [fixture.path('late')],
    quiesce: quiesce({ app, fixture }, { stop }),
  });
  expect(result).toMatchObject({ complete: true, summary: { filesNew: 1 } });
});

test('with a snapshot of the volume: stopped, dumped, snapshotted, started, and only then read', async ({
  app,
  fixture,
  expect,
}) => {
  const log = (what: string) => `echo ${what} >> '${fixture.folder}/order'`;
  const words = quiesce({ app, fixture });
  const kind = commandKind({
    create: log('create'),
    mount: `${log('mount')}; mount --bind / "$HOLDFAST_MOUNT"`,
    unmount: `umount "$HOLDFAST_MOUNT"; ${log('unmount')}`,
    destroy: log('destroy'),
  });
  const result = await fixture.backup({
    quiesce: { ...words, stop: [...words.stop, log('stop')], start: [...words.start, log('start')] },
    dumps: [{ database: parseDatabase(`command:x=${log('dump')}; echo x`, '--database', {}) }],
    volume: { kind, keep: false, holder: 'a test', folder: fromText(app.leases) },
  });
  expect((await fixture.sh('cat order')).trim().split('\n')).toEqual(
    'stop dump create start mount unmount destroy'.split(' '),
  );
  expect(result).toMatchObject({ complete: true, quiescedMs: expect.any(Number) });
});
