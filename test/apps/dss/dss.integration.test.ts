import { afterEach, beforeEach, expect, test } from 'vitest';
import { findApplication } from '../../../src/apps/applications.ts';
import { fromText } from '../../../src/bytestring.ts';
import { BTRFS } from '../../../src/files/volume/btrfs.ts';
import { runToEnd } from '../../../src/hosts/output.ts';
import { fingerprint } from '../../operations/backup/fixture.ts';
import { PostgresServer } from '../../services/postgres.ts';
import { restic } from '../../services/restic.ts';
import { ApplicationFixture } from '../fixture.ts';
import { DssStandIn } from './stand-in.ts';

let fixture: ApplicationFixture;
let dss: DssStandIn;
beforeEach(async () => {
  fixture = await ApplicationFixture.create();
  dss = await DssStandIn.create(`${fixture.folder}/dss`);
});
afterEach(async () => {
  await dss.remove();
  await fixture.remove();
});

const plan = (more: object = {}, env: NodeJS.ProcessEnv = {}) => fixture.plan('dss', dss.settings(more), env);
const started = async () => {
  await dss.sh('data/bin/dss start || true');
  while (!(await dss.sh('data/bin/dss status || true')).match(/backend *RUNNING/))
    await new Promise((resolve) => setTimeout(resolve, 50));
};

/** What the checks that need no DSS say of a folder. */
async function checks(folder: string, root = '/') {
  const record = await fixture.record();
  const settings = { ...record.settings, 'data-dir': folder };
  const all = findApplication('dss', 'app').configure(settings, 'options').checks(record);
  const place = { host: fixture.host, root: fromText(root), signal: new AbortController().signal };
  const chosen = all.filter((check) => check.needs === 'files');
  return Promise.all(chosen.map(async (check) => [check.name, (await check.run(place)).state]));
}

test('DSS is stopped, saved with its owners and without sockets and pids, destroyed, and put back where it was', async () => {
  await started();
  const what = `${dss.data}/{analysis-data,bin,code-envs,config,databases,extra,install.ini,managed_datasets,privtmp,pyenv,saved_models,uploads}`;
  const copy = async (to: string) => {
    await fixture.sh(`mkdir ${to} && cp -a ${what} ${to}/ && touch -d @0 ${to}`);
    return fingerprint(`${fixture.folder}/${to}`);
  };
  const was = await copy('was');
  const result = await fixture.save(
    'dss',
    dss.settings({ 'leave-out': ['temporary', 'before-migrations', 'logs'] }),
    { held: 'by hand' },
  );
  expect(result).toMatchObject({ complete: true, problems: [] });
  expect(await dss.runs()).toBe(true);
  expect(fixture.messages.join()).toContain('and is saved: extra.');
  const record = await fixture.record();
  expect(record).toMatchObject({
    version: '13.1.2',
    facts: { node_type: 'design', install_id: 'abc123', user: 'nobody', group: 'nogroup' },
  });
  const saved = await fixture.saved(dss.root);
  expect(saved).toEqual(
    expect.arrayContaining([
      'etc/dataiku/main/dataiku-boot.conf',
      'data/managed_datasets/file',
      'data/extra/file',
    ]),
  );
  expect(saved.filter((path) => /data\/(tmp|caches|jobs|run|_pre_migration)/.test(path))).toEqual([]);

  expect(await fixture.drill(['requirements.txt'])).toEqual({
    passed: true,
    reasons: [],
    proved: 'root-files configuration repositories programs databases nothing-of-a-running-one',
  });
  expect(await fixture.drillInContainers(['requirements.txt'])).toEqual({
    passed: true,
    reasons: [],
    proved: 'root-files configuration repositories programs databases nothing-of-a-running-one',
    left: '',
  });

  await dss.stop();
  await fixture.sh(`rm -rf ${dss.data} ${dss.root}/etc`);
  const { steps } = await fixture.putBack();
  expect(steps).toEqual(['put the files back', 'make the folders that it runs with', 'start DSS']);
  expect(await copy('now')).toBe(was);
  expect(await dss.runs()).toBe(true);
  expect((await checks(dss.data)).filter(([, state]) => state !== 'passed')).toEqual([
    ['nothing-of-a-running-one', 'failed'],
  ]);
});

test('on another machine it is put back in the same place, and isn’t started: it would run its scenarios twice', async () => {
  await fixture.save('dss', dss.settings(), { held: 'stopped already' });
  await fixture.sh(`rm -rf ${dss.data}`);
  const { host } = fixture;
  const another = (script: string) => script.replaceAll('uname -n', 'echo another');
  fixture.on({
    ...host,
    name: host.name,
    close: () => host.close(),
    start: (script, options) => host.start(another(script), options),
  });
  const { steps } = await fixture.putBack();
  expect(steps).toEqual(['put the files back', 'make the folders that it runs with']);
  expect(await dss.runs()).toBe(false);
  expect(fixture.messages.join()).toContain('a restored copy runs all its scenarios again');
  expect((await fixture.putBack(['start=yes'])).steps).toContain('start DSS');
  expect(await dss.runs()).toBe(true);
});

test('over one whose installation is gone it is put back, unless its supervisor still runs', async () => {
  await fixture.save('dss', dss.settings(), { held: 'stopped already' });
  await started();
  await fixture.sh('mv dss/install dss/installed');
  const elsewhere = [`install-dir=${dss.root}/installed`, 'start=no'];
  await expect(fixture.putBack(elsewhere)).rejects.toThrow(
    /its supervisor runs as process \d+, and bin\/dss/,
  );
  await fixture.sh('mv dss/installed dss/install');
  await dss.stop();
  await fixture.sh('mv dss/install dss/installed; echo broken >dss/data/install.ini');
  const { steps } = await fixture.putBack(elsewhere);
  expect(steps).toContain('run its installer');
  expect(await dss.sh('cat data/install.ini')).toContain('installid = abc123');
});

test('from a snapshot of its volume it is saved as of one moment, with what lies elsewhere beside it', async () => {
  // Its data is on a disk of its own, reached by a symlink, as it is where a disk has become too small.
  await fixture.sh(`truncate -s 130M disk.img; mkfs.btrfs -q disk.img; mkdir disk; mount -o loop disk.img disk
    btrfs -q subvolume create disk/dss; cp -a ${dss.data}/. disk/dss/; rm -r ${dss.data}; ln -s ${fixture.folder}/disk/dss ${dss.data}`);
  try {
    await started();
    const volume = {
      kind: BTRFS,
      keep: false,
      holder: 'a test',
      folder: fromText(`${fixture.folder}/state`),
    };
    const after = [
      `echo later >>${dss.data}/managed_datasets/file; echo later >>${dss.root}/etc/dataiku/main/dataiku-boot.conf`,
    ];
    const result = await fixture.save('dss', dss.settings({ running: true }), { volume, after });
    expect(result).toMatchObject({ complete: true, quiescedMs: null });
    const dump = (path: string) =>
      restic(fixture.backups.restic, ['dump', 'latest', `${fixture.folder}/${path}`]);
    expect(await dump('disk/dss/managed_datasets/file')).toBe('managed_datasets\n');
    expect(await dump('dss/etc/dataiku/main/dataiku-boot.conf')).toContain('later');
    const saved = await fixture.saved();
    expect(saved).toContain('dss/data');
    expect(saved.filter((path) => /dss\/(tmp|caches)\/|run\/.*pid/.test(path))).toEqual([]);
    // A drill looks at what was restored, wherever its links lead.
    const out = `${fixture.folder}/out`;
    await restic(fixture.backups.restic, ['restore', 'latest', '--target', out]);
    const rootFiles = async () => (await checks(dss.data, out)).find(([name]) => name === 'root-files')?.[1];
    expect(await rootFiles()).toBe('passed');
    await fixture.sh(`rm ${out}${fixture.folder}/disk/dss/install.ini`);
    expect(await rootFiles()).toBe('failed');
    expect(await fixture.sh('ls -A disk/dss | grep -c holdfast || true')).toBe('0\n');
  } finally {
    await dss.remove();
    await fixture.sh('umount disk');
  }
});

test('elsewhere it is installed anew, step by step, as its own account, and isn’t started', async () => {
  // Part of it was moved to another disk, and something that is left out anyway.
  await fixture.sh(`mkdir 'large disk'; mv ${dss.data}/managed_datasets 'large disk/'; ln -s '${fixture.folder}/large disk/managed_datasets' ${dss.data}/
    rm -r ${dss.data}/tmp; mkdir 'large disk/tmp'; touch 'large disk/tmp/x'; ln -s '${fixture.folder}/large disk/tmp' ${dss.data}/
    chmod 751 ${dss.data}; chmod 750 'large disk/managed_datasets'`);
  await fixture.save('dss', dss.settings(), { held: 'stopped already' });
  expect(await fixture.saved(`${fixture.folder}/large disk`)).toEqual([
    'managed_datasets',
    'managed_datasets/file',
  ]);
  await fixture.sh(`echo other >'large disk/managed_datasets/file'; rm -r ${dss.data}; mkdir ${dss.root}/new; cp -a ${dss.install} ${dss.root}/new/kit; : >${dss.root}/events
    sed -i s/13.1.2/13.2.0/ ${dss.root}/new/kit/dss-version.json`);
  const { steps } = await fixture.putBack([
    `data-dir=${dss.root}/moved`,
    `install-dir=${dss.root}/new/kit`,
    'integrations=R',
    'user=daemon',
  ]);
  expect(steps).toEqual([
    `put the data directory to ${dss.root}/moved`,
    'put its managed_datasets there, which lay on another disk',
    'give it to daemon',
    'make the folders that it runs with',
    'put its Python environment aside',
    'run its installer',
    'take the list of its Python packages',
    'install its Python packages',
    'install its integration with R',
  ]);
  expect(await fixture.sh(`sed 's#-r .*/#-r #' ${dss.root}/events`)).toBe(
    'daemon installer\ndaemon pip install -r holdfast-requirements.txt\ndaemon dssadmin install-R-integration\n',
  );
  expect(
    await fixture.sh(
      `cd ${dss.root}/moved; cat pyenv.backup/version pyenv/version; stat -c %U:%G managed_datasets/file; cat managed_datasets/file; readlink bin/dss; ls tmp`,
    ),
  ).toBe(`old\nnew\ndaemon:daemon\nmanaged_datasets\n${dss.root}/new/kit/dss\n`);
  expect(
    await fixture.sh(`cat 'large disk/managed_datasets/file'; test ! -L ${dss.root}/moved/managed_datasets`),
  ).toBe('other\n');
  expect(fixture.messages.join()).toContain('a restored copy runs all its scenarios again');
  expect(await checks(`${dss.root}/moved`)).toEqual([
    ['root-files', 'passed'],
    ['configuration', 'passed'],
    ['repositories', 'passed'],
    ['programs', 'passed'],
    ['databases', 'passed'],
    ['nothing-of-a-running-one', 'passed'],
  ]);
  // What is made for its own account that may enter, as it was.
  await fixture.putBack([`data-dir=${dss.root}/none/same`, `install-dir=${dss.root}/new/kit`]);
  expect(await fixture.sh(`cd ${dss.root}/none; stat -c '%U:%G %a' . same same/managed_datasets`)).toBe(
    'root:root 755\nnobody:nogroup 751\nnobody:nogroup 750\n',
  );
  // Each fault is seen by its own check.
  const faults: [string, string][] = [
    ['root-files', 'touch DSS-MIGRATION-IN-PROGRESS.json'],
    ['configuration', 'echo "{" >config/license.json'],
    ['repositories', 'rm -r config/.git/objects'],
    ['programs', 'chmod 644 install-support/supervisord.key'],
    ['databases', 'echo broken >databases/flow_state.mv.db'],
    ['nothing-of-a-running-one', 'touch run/supervisord.pid'],
  ];
  for (const [, fault] of faults) await fixture.sh(`cd ${dss.root}/moved; ${fault}`);
  expect(await checks(`${dss.root}/moved`)).toEqual(faults.map(([name]) => [name, 'failed']));
});

test('jobs that run are waited for; then it fails or goes on, as the user says', async () => {
  const early = await plan({ 'running-jobs': 'fail', 'start-limit': '20m' });
  // A lease must not take a start for lost that may take so long.
  expect(early.control?.settleMs).toBeGreaterThan(20 * 60_000);
  await started();
  await dss.sh(`echo '[{"id":"train","state":"RUNNING"}]' >jobs`);
  const ask = async (more: object) => (await plan(more)).beforeStop?.(fixture.site());
  // What was found stopped when it was planned may run since.
  await expect(early.beforeStop?.(fixture.site())).rejects.toThrow('(SHOP/train), expected none');
  await expect(ask({ 'running-jobs': 'fail' })).rejects.toThrow(
    '1 of its jobs and scenarios run (SHOP/train), expected none',
  );
  await expect(ask({ 'jobs-limit': '300ms' })).rejects.toThrow('(SHOP/train) for 300ms, expected none');
  await ask({ 'jobs-limit': '100ms', 'jobs-after-limit': 'go-on' });
  expect(fixture.messages.join()).toContain('they are cut off');
  const waiting = ask({ 'jobs-limit': '20s' });
  await dss.sh('sleep 0.3; rm jobs');
  await waiting;
  await dss.sh('echo nothing >jobs');
  await expect(ask({})).rejects.toThrow('dsscli printed no list of JSON');
});

test('what can be no backup is told before anything is stopped', async () => {
  await started();
  const states: [string, string, string][] = [
    ['touch half', 'rm half', 'it is half stopped (backend'],
    ['mv data/install.ini x', 'mv x data/install.ini', 'there is no install.ini'],
    [
      'cp data/dss-version.json x; echo {} >data/dss-version.json',
      'mv x data/dss-version.json',
      'no dss-version.json with a product_version',
    ],
    [
      'touch data/DSS-MIGRATION-IN-PROGRESS.json',
      'rm data/DSS-MIGRATION-IN-PROGRESS.json',
      'DSS-MIGRATION-IN-PROGRESS.json is there',
    ],
    [
      `echo '{"internalDatabase":{"connection":{"type":"PostgreSQL","params":{"host":"pg","db":"dss","user":"dss"}}}}' >data/config/general-settings.json`,
      'echo {} >data/config/general-settings.json',
      'PostgreSQL (dss on pg), and there is no credential',
    ],
    [
      'echo { >data/config/general-settings.json',
      'echo {} >data/config/general-settings.json',
      'general-settings.json is not JSON',
    ],
    [
      'sed -i s/design/govern/ data/install.ini; printf "psql.jdbc.url=jdbc:postgresql://pg:5433/gov\\npsql.jdbc.user=g\\n" >data/config/dip.properties',
      'sed -i s/govern/design/ data/install.ini',
      'Cannot back up Govern on "this machine": its data is in PostgreSQL (gov on pg)',
    ],
  ];
  for (const [fault, mend, expected] of states) {
    await dss.sh(fault);
    await expect(plan()).rejects.toThrow(expected);
    await dss.sh(mend);
  }
  await expect(plan({ user: 'nobody-of-that-name' })).rejects.toMatchObject({ code: 'no-permission' });
  await dss.sh('echo "ssl_certificate = $PWD/tls.pem" >>data/install.ini');
  await expect(plan()).rejects.toThrow(
    'tls.pem, expected the certificates that the option or install.ini names',
  );
  await dss.sh('touch tls.pem');
  expect((await plan()).paths).toContain(`${dss.root}/tls.pem`);
  expect(await dss.runs()).toBe(true);
});

test('a stop that gives up is not believed, and kills nothing', async () => {
  await started();
  await dss.sh('touch stubborn');
  const { control } = await plan({ 'stop-limit': '1s' });
  const { exit, stderr } = await runToEnd(fixture.host, control?.stop[0] ?? '');
  expect(exit).toEqual({ code: 1 });
  expect(stderr.toString()).toMatch(
    /DSS is still there 1 s after its stop command \(supervisor \d+ lives: yes\)/,
  );
  expect(await dss.runs()).toBe(true);

  // One whose stop was cut off is started once it is down: until then its start does nothing.
  const patient = await plan();
  await dss.sh('rm stubborn; touch slow; data/bin/dss stop');
  expect((await runToEnd(fixture.host, patient.control?.start[0] ?? '')).exit).toEqual({ code: 0 });
  expect(await dss.runs()).toBe(true);
});

test('a restore is refused onto an older version, without DSS, and without its account', async () => {
  const saved = {
    version: '13.2.0',
    settings: { 'data-dir': dss.data },
    facts: { user: 'nobody', install_dir: dss.install },
  };
  const back = (more: object = {}, record: object = {}) =>
    fixture.planBack('dss', dss.settings(more), { ...saved, ...record });
  await expect(back()).rejects.toMatchObject({
    code: 'restore-blocked',
    message: expect.stringContaining('version 13.1.2 is in'),
  });
  await expect(back({ 'install-dir': '/opt/none' })).rejects.toThrow('there is no DSS in /opt/none');
  await expect(back({ user: 'nobody-of-that-name' }, { version: '13.1.2' })).rejects.toThrow(
    'there is no account',
  );
  // What was a symlink is taken from where it led to.
  const links = JSON.stringify({ [dss.data]: '/disk/dss' });
  const moved = await back({ 'data-dir': '/new' }, { version: '13.1.2', facts: { ...saved.facts, links } });
  expect(moved.steps.find(({ kind }) => kind === 'files')).toMatchObject({
    part: { folder: '/disk/dss', target: '/new' },
  });
  // As root impersonation is installed, as the vendor has it; an upgrade on the way is none of the same place.
  const { steps } = await back({}, { version: '13.0.0', facts: { ...saved.facts, impersonation: 'yes' } });
  expect(steps.map(({ title }) => title)).toEqual([
    'stop DSS',
    `put the data directory to ${dss.data}`,
    'make the folders that it runs with',
    'put its Python environment aside',
    'run its installer',
    'install impersonation',
  ]);
});

test('Govern is saved with its matching database, and both come back', async () => {
  const server = await PostgresServer.start();
  try {
    await server.sql('postgres', 'CREATE DATABASE gov');
    await server.sql('gov', 'CREATE TABLE artifacts AS SELECT i FROM generate_series(1, 50) AS i');
    await dss.sh('sed -i s/design/govern/ data/install.ini; rm data/databases/*');
    const settings = dss.settings({ database: server.url('gov'), start: 'no' });
    const result = await fixture.save('dss', settings, { held: 'stopped already' });
    expect(result.dumps.map(({ record }) => [record.name, record.proof])).toEqual([
      ['gov.dump', 'deferred'],
      ['requirements.txt', 'none'],
    ]);
    await server.sql('gov', 'DELETE FROM artifacts');
    await fixture.sh(`rm -r ${dss.data}`);
    const { databases } = await fixture.putBack();
    expect(databases[0]?.restored).toMatchObject({ database: 'gov', verified: { tables: 1, rows: 50 } });
    expect(await server.sql('gov', 'SELECT count(*) FROM artifacts')).toBe('50');
    await fixture.sh(`grep -q govern ${dss.data}/install.ini`);
  } finally {
    await server.remove();
  }
});

test('saved while it runs it is marked as such, and is not stopped', async () => {
  await started();
  const result = await fixture.save('dss', dss.settings({ running: true }));
  expect(result).toMatchObject({ quiescedMs: null });
  expect(await fixture.record()).toMatchObject({ running: true });
  expect(fixture.messages.join()).toContain('files are of several moments');
  expect((await fixture.saved(`${dss.data}/run`)).filter((path) => /pid|sock/.test(path))).toEqual([]);
});
