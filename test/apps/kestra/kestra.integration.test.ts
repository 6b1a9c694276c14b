import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { checksOf } from '../../../src/apps/applications.ts';
import { controlOf } from '../../../src/apps/kestra/control.ts';
import { KESTRA_SCHEMA } from '../../../src/apps/kestra/settings.ts';
import { fromText } from '../../../src/bytestring.ts';
import { runToEnd } from '../../../src/hosts/output.ts';
import { ApplicationBucket } from '../../buckets/client.ts';
import { makePostgresqlImage } from '../../services/drill-images.ts';
import { MariadbServer } from '../../services/mariadb.ts';
import { PostgresServer } from '../../services/postgres.ts';
import { startS3Server } from '../../services/s3-server.ts';
import { ApplicationFixture } from '../fixture.ts';
import { MYSQL_SCHEMA, POSTGRESQL_SCHEMA } from './schema.ts';
import { KestraStandIn } from './stand-in.ts';

let postgres: PostgresServer;
let fixture: ApplicationFixture;
let kestra: KestraStandIn;
beforeAll(async () => {
  postgres = await PostgresServer.start();
  await postgres.sql('postgres', 'CREATE DATABASE template_kestra');
  await postgres.sql('template_kestra', POSTGRESQL_SCHEMA);
});
afterAll(() => postgres.remove());
beforeEach(async () => {
  const created = await ApplicationFixture.create();
  kestra = await KestraStandIn.create(`${created.folder}/kestra`);
  fixture = created.on(kestra.host());
  await postgres.sql(
    'postgres',
    'DROP DATABASE IF EXISTS kestra; CREATE DATABASE kestra TEMPLATE template_kestra',
  );
});
afterEach(async () => {
  await kestra.remove();
  await fixture.remove();
});

const settings = (more: object = {}) => kestra.settings({ database: postgres.url('kestra'), ...more });
const plan = (more: object = {}, env: NodeJS.ProcessEnv = {}) => fixture.plan('kestra', settings(more), env);
const start = () => kestra.sh('for service in kestra worker; do echo running >state/$service; done');
const TABLES =
  "SELECT string_agg(name || ' ' || md5(rows), E'\\n' ORDER BY name) FROM (SELECT table_name AS name, query_to_xml('SELECT * FROM ' || quote_ident(table_name) || ' ORDER BY 1', true, false, '')::text AS rows FROM information_schema.tables WHERE table_schema = 'public') AS all_rows";

test('Kestra of a compose file is stopped, saved with its database and storage, destroyed, and comes back', async () => {
  await start();
  const rows = await postgres.sql('kestra', TABLES);
  const files = await kestra.sh('cd volumes && find storage -type f -exec sha256sum {} + | sort');
  const result = await fixture.save('kestra', settings(), { held: 'by hand' });
  expect(result).toMatchObject({ complete: true, problems: [] });
  expect((await kestra.events()).filter((event) => !event.includes(' run '))).toEqual([
    'docker compose stop -t 2 worker',
    'docker compose stop -t 2 kestra',
    'docker compose start kestra',
    'docker compose start worker',
  ]);
  expect(await fixture.record()).toMatchObject({
    version: '0.22.3',
    facts: { backend: 'postgresql', queue: 'database', storage: kestra.storage, schema_version: '27' },
  });
  expect(await fixture.saved(kestra.root)).toEqual(
    expect.arrayContaining(['compose.yml', '.env', 'volumes/storage/main/_files/my folder/script é.py']),
  );
  expect((await fixture.saved(kestra.root)).filter((path) => /^(state|bin)/.test(path))).toEqual([]);

  expect(await fixture.drill(['kestra.dump'])).toEqual({
    passed: true,
    reasons: [],
    proved: 'configuration storage',
  });
  // With its database in a real server.
  expect(await fixture.drillInContainers([], { postgresql: makePostgresqlImage })).toEqual({
    passed: true,
    reasons: [],
    proved: 'configuration storage',
    left: '',
  });

  await fixture.sh('rm -rf kestra/volumes kestra/compose.yml kestra/.env kestra/state/*');
  await postgres.sql('postgres', 'DROP DATABASE kestra; CREATE DATABASE kestra');
  const { steps, databases } = await fixture.putBack();
  expect(steps).toEqual([
    'put the files back',
    'put the dump kestra.dump back',
    'see that all migrations of its database have succeeded',
    'look for the files that its executions name',
    'start Kestra',
  ]);
  expect(databases[0]?.restored?.verified?.tables).toBe(19);
  expect(await postgres.sql('kestra', TABLES)).toBe(rows);
  expect(await kestra.sh('cd volumes && find storage -type f -exec sha256sum {} + | sort')).toBe(files);
  expect(await kestra.sh('cat state/*')).toContain('running\nrunning\n');
  // What the queue counts by goes on where it was.
  expect(await postgres.sql('kestra', `SELECT nextval('queues_offset_seq')`)).toBe('10');
  const checks = checksOf(await fixture.record());
  const place = { host: fixture.host, root: fromText('/'), signal: new AbortController().signal };
  const states = await Promise.all(checks.map(async (check) => [check.name, (await check.run(place)).state]));
  expect(states).toEqual([
    ['configuration', 'passed'],
    ['storage', 'passed'],
    ['status', 'passed'],
  ]);
});

test('a restore whose database lets nobody in is refused before anything is stopped, also where nothing was to be done', async () => {
  await start();
  await fixture.save('kestra', settings(), { held: 'by hand' });
  await kestra.sh('echo newer >volumes/storage/newer; : >events');
  await postgres.sql('postgres', 'CREATE ROLE unable LOGIN');
  const into = (user: string) => [`restore-into=${postgres.url('kestra', {}, user)}`];
  for (const dryRun of [true, false]) {
    for (const [user, problem] of [
      ['nobody', 'role "nobody" does not exist'],
      ['unable', 'Let the account do that (ALTER ROLE … CREATEDB)'],
    ] as const) {
      const back = fixture.putBack(into(user), { dryRun });
      await expect(back).rejects.toThrow(problem);
      await expect(back).rejects.toThrow(/Nothing was touched\.$/);
    }
  }
  expect((await kestra.events()).join()).not.toContain('stop');
  expect(await kestra.sh('cat volumes/storage/newer')).toBe('newer\n');
  await postgres.sql('postgres', 'DROP ROLE unable');
});

test('executions that name files which the storage lacks are told, and counted in the manifest', async () => {
  await kestra.sh(`rm volumes/storage/main/company/team/etl/executions/7Qz/tasks/load/rows.ion`);
  // Of what is purged, and of what only stands in a text, nobody expects a file.
  await postgres.sql(
    'kestra',
    `INSERT INTO executions (key, value) VALUES ('gone', '{"id":"gone","tenantId":"main","deleted":true,"state":{"current":"SUCCESS"},"uri":"kestra:///x/gone.ion"}'),
      ('untenanted', '{"id":"u","state":{"current":"RUNNING"},"uri":"kestra:///nobody.ion?rev=2"}')`,
  );
  await fixture.save('kestra', settings(), { held: 'stopped already' });
  expect(fixture.messages.join()).toContain(
    'Kestra: 2 files that executions name are not in the internal storage: 7Qz (main/company/team/etl/executions/7Qz/tasks/load/rows.ion), untenanted (nobody.ion).',
  );
  expect((await fixture.record()).facts).toMatchObject({
    uris_checked: '4',
    uris_missing: '2',
    executions_with_missing_files: '2',
  });
  await kestra.sh('rm -r volumes/storage/main/company');
  await postgres.sql('postgres', 'DROP DATABASE kestra');
  fixture.messages.length = 0;
  const { steps } = await fixture.putBack(['start=no']);
  expect(steps).toEqual([
    'stop Kestra',
    'put the files back',
    'put the dump kestra.dump back',
    'see that all migrations of its database have succeeded',
    'look for the files that its executions name',
  ]);
  expect(fixture.messages.join()).not.toContain('don’t match');
});

test('a plain process with MySQL: it is stopped by its own number alone, and MariaDB is warned of', async () => {
  const mariadb = await MariadbServer.start();
  try {
    await mariadb.sql('', 'CREATE DATABASE kestra');
    await mariadb.sql('kestra', MYSQL_SCHEMA);
    await kestra.sh(`cat >application.yml <<END
kestra:
  repository.type: mysql
  queue: { type: mysql }
  encryption:
    secretKey: abc
  storage:
    type: local
    local: { base-path: /nowhere }
END`);
    const pid = `${kestra.root}/kestra.pid`;
    const plain = {
      ...{ 'pid-file': pid, 'start-command': `${kestra.root}/bin/kestra server standalone`, user: 'nobody' },
      ...{ command: `${kestra.root}/bin/kestra`, configuration: [`${kestra.root}/application.yml`] },
      ...{ database: mariadb.url('kestra'), storage: kestra.storage, plugins: [`${kestra.root}/plugins`] },
      ...{ 'stop-limit': '3s', 'start-limit': '3s' },
    };
    const { control } = await fixture.plan('kestra', plain);
    for (let i = 0; i < 2; i++)
      expect((await runToEnd(fixture.host, control?.start[0] ?? '')).exit).toEqual({ code: 0 });
    const first = await kestra.sh('cat kestra.pid');
    // One that is there and isn't healthy is coming up, or ends its tasks: a second one would be beside it.
    const sick = controlOf({ ...KESTRA_SCHEMA.parse(plain), health: 'http://127.0.0.1:1/health' });
    expect((await runToEnd(fixture.host, sick.start[0] ?? '')).exit).toEqual({ code: 1 });
    expect(await kestra.sh('cat kestra.pid; pgrep -fc "$PWD/bin/kestra server standalon[e]"')).toBe(
      `${first}1\n`,
    );
    expect(await kestra.sh(`stat -c %U /proc/${first.trim()}`)).toBe('nobody\n');
    await mariadb.sql(
      'kestra',
      `UPDATE executions SET value = JSON_SET(value, '$.state.current', 'RUNNING') WHERE \`key\` = '4Xk'`,
    );
    const result = await fixture.save('kestra', plain, { held: 'by hand' });
    expect(result.dumps[0]?.record).toMatchObject({ name: 'kestra.sql', engine: 'mariadb' });
    expect(fixture.messages.join()).toContain('1 of its executions is under way');
    expect(fixture.messages.join()).toContain('Kestra is given 3s to stop (stop-limit)');
    expect(fixture.backups.warnings.join()).toContain('of MariaDB: Kestra’s makers support MySQL only');
    expect((await fixture.record()).facts).toMatchObject({
      running_executions: '1',
      uris_checked: '3',
      uris_missing: '0',
      schema_version: '2',
    });
    expect(await kestra.sh('cat kestra.pid')).not.toBe(first);
    // A number that is another's by now: it is neither saved as Kestra nor told to end.
    await kestra.sh(`echo $$ >kestra.pid; sleep 30 </dev/null >/dev/null 2>&1 & echo $! >kestra.pid`);
    await expect(fixture.plan('kestra', plain)).rejects.toThrow(
      'is another program’s, expected Kestra’s, or none',
    );
    expect((await runToEnd(fixture.host, control?.stop[0] ?? '')).exit).toEqual({ code: 1 });
    expect((await runToEnd(fixture.host, `kill $(cat ${pid})`)).exit).toEqual({ code: 0 });

    await mariadb.sql('', 'DROP DATABASE kestra; CREATE DATABASE kestra');
    await kestra.sh('rm -r volumes plugins application.yml kestra.pid');
    await fixture.putBack();
    expect(await mariadb.sql('kestra', 'SELECT count(*), max(state_current) FROM executions')).toBe(
      '2\tSUCCESS',
    );
    expect(
      await kestra.sh(
        'ls plugins application.yml; kill -0 $(cat kestra.pid) && cat volumes/storage/main/_files/*/*',
      ),
    ).toContain('print(1)');
  } finally {
    await mariadb.remove();
  }
});

test('units of systemd are stopped in their order, and its patience is told', async () => {
  const units = { units: ['kestra-worker.service', 'kestra.service'], storage: kestra.storage };
  const more = { ...units, compose: undefined, configuration: [`${kestra.root}/compose.yml`] };
  await kestra.sh('echo active >state/kestra.service; echo active >state/kestra-worker.service');
  await fixture.save('kestra', settings(more), { held: 'by hand' });
  expect(await kestra.events()).toEqual([
    'systemctl stop kestra-worker.service',
    'systemctl stop kestra.service',
    'systemctl start kestra.service',
    'systemctl start kestra-worker.service',
  ]);
  expect(fixture.messages.join()).toContain(
    'systemd kills kestra.service when it hasn’t ended after 1min 30s',
  );
  await kestra.sh('echo inactive >state/kestra-worker.service');
  await expect(plan(more)).rejects.toThrow(
    'it is half stopped, or isn’t healthy (kestra-worker.service inactive, kestra.service active)',
  );
  // systemd calls inactive what it doesn't know: nothing would be stopped.
  await expect(plan({ ...more, units: ['kestra.servise'] })).rejects.toThrow(
    'systemd knows no unit of that name (kestra.servise absent)',
  );
});

test('what can be no backup is told before anything is stopped', async () => {
  await start();
  const config = (from: string, to: string): [string, string] => [
    `sed -i '${`s#${from}#${to}#`}' compose.yml`,
    `sed -i '${`s#${to}#${from}#`}' compose.yml`,
  ];
  const states: [...[string, string], string, object?][] = [
    [
      'echo exited 1 >state/worker',
      'echo running >state/worker',
      'it is half stopped, or isn’t healthy (worker exited 1, kestra running 0)',
    ],
    [
      'mv state state2; mkdir state',
      'rmdir state; mv state2 state',
      'has a container (worker absent, kestra absent)',
    ],
    ['mv volumes v', 'mv v volumes', 'expected its internal storage. See whether a disk isn’t mounted'],
    [
      ...config('base-path: "/app/storage"', 'base-path: "/var/x"'),
      '/var/x in the container is on no volume',
    ],
    [
      ...config('type: local', 'type: gcs'),
      'kestra.storage.type is gcs, expected a folder of the host or a bucket',
    ],
    [...config('type: postgres', 'type: memory'), 'its repository is in memory', { database: undefined }],
    [
      ...config('type: postgres', 'type: oracle'),
      'nothing says where its data is (kestra.repository.type is oracle)',
      { database: undefined },
    ],
    [
      'true',
      'true',
      'jdbc:postgresql://postgres:5432/kestra), and there is nothing that says how it is reached',
      { database: undefined },
    ],
    ['true', 'true', 'there is no /none, expected what compose, configuration', { files: ['/none'] }],
    [
      'true',
      'true',
      'has no table flows, executions, triggers, settings, flyway_schema_history',
      { database: postgres.url('postgres') },
    ],
    [
      'true',
      'true',
      'role "nobody" does not exist", expected exit status 0. Name the right user in the URL',
      { database: postgres.url('kestra', {}, 'nobody') },
    ],
    ['true', 'true', 'its data is in H2, and nobody says where', { database: undefined, backend: 'h2' }],
    [
      'true',
      'true',
      'expected a cluster with a registered snapshot repository',
      { backend: 'elasticsearch' },
    ],
  ];
  for (const [fault, mend, expected, more] of states) {
    await kestra.sh(fault);
    await expect(plan(more)).rejects.toThrow(expected);
    await kestra.sh(mend);
  }
  await kestra.sh(`sed -i s#postgres:5432#db.example:5432# compose.yml`);
  await expect(plan({ database: undefined })).rejects.toThrow('there is no credential for a dump');
  await postgres.sql('kestra', `UPDATE flyway_schema_history SET success = false WHERE version = '27'`);
  await expect(plan()).rejects.toThrow('the migration 27 of its database failed');
  await postgres.sql(
    'kestra',
    `UPDATE flyway_schema_history SET success = true; UPDATE executions SET value = jsonb_set(value, '{state,current}', '"RUNNING"')`,
  );
  const last = async (more: object) => (await plan(more)).beforeStop?.(fixture.site());
  await expect(last({ 'running-executions': 'fail' })).rejects.toThrow(
    '2 of its executions are under way, expected none',
  );
  await expect(last({ 'running-executions': 'wait', 'executions-limit': '100ms' })).rejects.toThrow(
    'under way for 100ms, expected none',
  );
  // What an earlier run left stopped is started between the plan and the stop.
  await kestra.sh('for service in worker kestra; do echo exited 143 >state/$service; done');
  const { beforeStop } = await plan({ 'running-executions': 'fail' });
  await start();
  await expect(beforeStop?.(fixture.site())).rejects.toThrow('2 of its executions are under way');
  expect((await kestra.events()).filter((event) => / (stop|start) /.test(event))).toEqual([]);
});

test('a stop that does nothing is not believed; what was killed is told, and is no backup of H2; started is what is healthy', async () => {
  await start();
  await kestra.sh('touch stubborn');
  const { control } = await plan({ 'stop-limit': '1s' });
  const patient = await plan({ 'start-limit': '20m' });
  expect(patient.control?.settleMs).toBe(1_380_000); // a lease waits longer than its commands do
  const stopped = await runToEnd(fixture.host, control?.stop[0] ?? '');
  expect(stopped.exit).toEqual({ code: 1 });
  expect(stopped.stderr.toString()).toContain(
    'Kestra is still there 1 s after its stop command: worker running',
  );
  await kestra.sh('rm stubborn; touch impatient; mkdir h2; printf H:2,x >h2/database.mv.db');
  for (const service of ['worker', 'kestra']) await kestra.sh(`echo exited 137 >state/${service}`);
  const whileStopped = async (more: object) => (await plan(more)).whileStopped?.(fixture.site());
  expect(await whileStopped({ 'check-uris': false })).toEqual({ killed: 'worker' });
  await expect(whileStopped({ database: undefined, backend: 'h2', h2: `${kestra.root}/h2` })).rejects.toThrow(
    'worker was killed before it had ended, and H2 isn’t whole then',
  );
  await start();
  await expect(whileStopped({})).rejects.toThrow('it runs, although it was stopped');
  // One of its parts that somebody starts while it is read makes it no backup, whatever the others do.
  for (const service of ['worker', 'kestra']) await kestra.sh(`echo exited 143 >state/${service}`);
  const { afterReading } = await plan();
  await afterReading?.(fixture.site());
  await kestra.sh('echo running >state/worker');
  await expect(afterReading?.(fixture.site())).rejects.toThrow('worker running');
  await kestra.sh('touch compose.override.yml');
  await start();
  await plan();
  expect(fixture.messages.join()).toContain('compose.override.yml is not named (overrides)');
  const sick = await plan({ health: 'http://127.0.0.1:1/health' }).catch((error: Error) => error.message);
  expect(sick).toContain('isn’t healthy');
});

test('a restore is refused onto an older version, and elsewhere it isn’t started', async () => {
  const saved = { version: '0.23.0', facts: { storage: kestra.storage, host: 'kestra.example' } };
  const back = (more: object = {}) => fixture.planBack('kestra', settings(more), saved);
  await expect(back()).rejects.toMatchObject({
    code: 'restore-blocked',
    message: expect.stringContaining('0.22.3 is installed there'),
  });
  const { steps } = await back({ 'any-version': true });
  expect(steps.map(({ title }) => title)).toEqual(['stop Kestra', 'put the files back']);
  expect(fixture.messages.join()).toContain(
    'on another host than kestra.example a restored copy fires the schedules that it missed',
  );
  await expect(back({ 'any-version': true, storage: '/elsewhere' })).rejects.toThrow('expected that place');
  const plain = { compose: undefined, 'pid-file': '/nowhere/kestra.pid', 'start-command': 'x' };
  await expect(back({ ...plain, user: 'nobody-there' })).rejects.toThrow(
    'there is no account "nobody-there", expected the one that it runs as',
  );
  await expect(back({ 'any-version': true, 'restore-metadata': 'yes' })).rejects.toThrow(
    'the snapshot was made without (metadata)',
  );
});

test('the Enterprise edition makes its own backup while it is stopped, and what it brings back is compared', async () => {
  await start();
  const ee = { metadata: 'tenant', tenant: 'main', 'include-data': true };
  await fixture.save('kestra', settings(ee), { held: 'by hand' });
  const events = (await kestra.events()).filter((event) => !event.includes('--version'));
  const made = events.indexOf(
    'docker compose run --rm --no-deps -T worker backups create TENANT --tenant main --include-data',
  );
  expect(made).toBeGreaterThan(events.indexOf('docker compose stop -t 2 kestra'));
  expect(made).toBeLessThan(events.indexOf('docker compose start kestra'));
  const { facts } = await fixture.record();
  expect(facts).toMatchObject({ metadata_uri: 'kestra:///backups/tenant/backup-20260101.kestra' });
  expect(JSON.parse(facts.metadata_summary)).toEqual({ Flow: 2, Trigger: 1, NamespaceFile: 7, User: 3 });
  expect(await fixture.saved(kestra.storage)).toContain('main/backups/tenant/backup-20260101.kestra');

  await kestra.sh('rm -r volumes/storage/main');
  const options = ['restore-metadata=yes', 'restore-queue=sys', 'to-tenant=other'];
  const { steps } = await fixture.putBack(options);
  expect(steps.slice(-3)).toEqual([
    'give Kestra its own backup of its metadata',
    'fill Kestra’s queue again',
    'start Kestra',
  ]);
  expect(await kestra.events()).toEqual(
    expect.arrayContaining([
      'kestra backups restore kestra:///backups/tenant/backup-20260101.kestra --to-tenant other',
      'kestra sys restore-queue',
    ]),
  );
  await kestra.sh('touch forgets');
  await expect(fixture.putBack(options)).rejects.toThrow(
    'Flow: 2 saved, 1 restored, expected the same of each kind',
  );

  const own = async (fault: string) => {
    await kestra.sh(
      `rm -rf forgets no-* volumes/storage/main/backups; ${fault}; for service in kestra worker; do echo exited 143 >state/$service; done`,
    );
    return (await plan({ metadata: 'full' })).whileStopped?.(fixture.site());
  };
  await expect(own('touch no-summary')).rejects.toThrow('it exits 0 and prints "12:00:00.000 INFO  main');
  await expect(own('touch no-backup-file')).rejects.toThrow('backup-20260101.kestra is not in');
  expect(await own('true')).toMatchObject({ metadata_uri: 'kestra:///backups/full/backup-20260101.kestra' });
});

test('internal storage in a bucket is saved of the same moment, and its URIs are looked for there', async () => {
  const server = await startS3Server('versitygw');
  const bucket = new ApplicationBucket(server, await server.makeBucket());
  const copy = new ApplicationBucket(server, await server.makeBucket());
  try {
    await start();
    for (const id of ['4Xk', '7Qz'])
      await bucket.put(`kestra/main/company/team/etl/executions/${id}/tasks/load/rows.ion`, `rows of ${id}`, {
        Metadata: { file: id },
      });
    const asked = settings({ bucket: bucket.url('kestra'), storage: undefined });
    const { buckets } = await fixture.save('kestra', asked, { held: 'by hand', env: bucket.env });
    expect(buckets).toMatchObject([{ objects: 2, size_bytes: 22 }]);
    expect((await fixture.record()).facts).toMatchObject({
      storage: bucket.url('kestra'),
      uris_checked: '3',
      uris_missing: '1',
    });
    expect(fixture.messages.join()).toContain('7Qz (main/_files/my folder/script é.py).');
    const was = await bucket.contents('kestra/');
    for (const key of Object.keys(was)) await bucket.remove(`kestra/${key}`);
    await postgres.sql('postgres', 'DROP DATABASE kestra');
    await kestra.sh('for service in kestra worker; do echo exited 143 >state/$service; done');
    const options = [`restore-bucket=${copy.url('there')}`, 'start=no'];
    const { steps, buckets: restored } = await fixture.putBack(options, { env: bucket.env });
    expect(steps[2]).toBe(`put its internal storage back into ${copy.url('there')}`);
    expect(restored[0]?.written).toMatchObject({ objects: 2, unchanged: 0, others: 0 });
    expect(await copy.contents('there/')).toEqual(was);
    // What was missing before is no news.
    expect(fixture.messages.join()).not.toContain('don’t match');
    expect(await postgres.sql('kestra', 'SELECT count(*) FROM executions')).toBe('2');
    await expect(
      plan({ bucket: bucket.url('kestra') }, { HOLDFAST_BUCKET_ACCESS_KEY_ID: 'half' }),
    ).rejects.toThrow('only a part of a key');
  } finally {
    bucket.close();
    copy.close();
    await server.stop();
  }
});
