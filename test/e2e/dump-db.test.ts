import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PostgresServer } from '../services/postgres.ts';
import { cheapenKey } from '../services/repository.ts';
import { processesAt } from './processes-at.ts';
import { ActionRunner, type Inputs } from './runner.ts';

const SECRET = 'an open sesame';

let server: PostgresServer;
let folder = '';
let inputs: Inputs = {};

beforeAll(async () => {
  server = await PostgresServer.start(['local all app scram-sha-256']);
  await server.sql('postgres', `CREATE ROLE app LOGIN PASSWORD '${SECRET}'; CREATE DATABASE app OWNER app;`);
  await server.sql('app', 'SET ROLE app; CREATE TABLE t AS SELECT i FROM generate_series(1, 1000) AS i');
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-'));
  inputs = {
    on: 'local',
    host: 'db-1',
    of: 'wiki',
    repository: join(folder, 'repository'),
    password: 'correct horse battery',
    'database-password': SECRET,
  };
});
afterAll(async () => {
  await server?.remove();
  await rm(folder, { recursive: true, force: true });
});

test('a database is dumped by the action, told to have shrunk, and put back by the action restore', async () => {
  const databases = `${server.url('app', {}, 'app')}\ncommand:x.bin=echo x`;
  await using dumping = await ActionRunner.create('dump-db');
  const first = await dumping.main({ ...inputs, databases, init: 'true' });
  expect(first.rawLog).toContain('2 dumps');
  expect(first.exitCode).toBe(0);
  expect(first.outputs).toMatchObject({
    dumps: 'app.dump\nx.bin',
    tables: '1',
    rows: '1000',
    shrunk: 'false',
  });
  expect(first.summary).toContain('| `app.dump` | 1 | 1,000 |');
  await cheapenKey(join(folder, 'repository'), 'correct horse battery');
  expect(await dumping.post({ ...inputs, databases }, first)).toMatchObject({ exitCode: 0, rawLog: '' });

  await server.sql('app', 'DELETE FROM t WHERE i > 10');
  const second = await dumping.main({ ...inputs, databases });
  expect(second.outputs).toMatchObject({
    rows: '10',
    shrunk: 'true',
    'parent-id': first.outputs['snapshot-id'],
  });
  expect(
    second.commands.some(({ name, message }) => name === 'warning' && message.includes('1000 before')),
  ).toBe(true);

  await using restoring = await ActionRunner.create('restore');
  const into = server.url('app');
  const back = { ...inputs, snapshot: first.outputs['snapshot-id'] ?? '', database: 'app.dump', into };
  const refused = await restoring.main(back);
  expect(refused.exitCode).toBe(1);
  expect(refused.summary).toContain('it holds');
  const restored = await restoring.main({ ...back, 'overwrite-database': 'true' });
  expect(restored.exitCode).toBe(0);
  expect(restored.outputs['database']).toBe('app');
  expect(restored.summary).toContain('1 table, 1,000 rows, as they were dumped');
  expect(await server.sql('app', 'SELECT count(*) FROM t')).toBe('1000');
  expect(await server.sql(restored.outputs['moved-aside'] ?? '', 'SELECT count(*) FROM t')).toBe('10');

  const steps = [first, second, refused, restored];
  for (const { rawLog, summary, outputs, state } of steps) {
    const said = rawLog.replace(/^::add-mask::.*$/gm, '') + summary + JSON.stringify([outputs, state]);
    expect(said.includes(SECRET)).toBe(false);
  }
});

test('a main that was killed leaves to post the application and the lock, and no dump tool runs on', async () => {
  const application = join(folder, 'application');
  // Its command line, and nobody else's, names the folder.
  const slow = `sh -c 'echo half; sleep 3600; : ${folder}'`;
  const given = {
    ...inputs,
    repository: join(folder, 'of-killed'),
    init: 'true',
    databases: `${server.url('app', {}, 'app')}\ncommand:x.bin=${slow}`,
    before: `echo held >> ${application}`,
    after: `echo released >> ${application}`,
  };
  await using runner = await ActionRunner.create('dump-db');
  const step = await runner.start(given);
  await step.logged(/dump: x\.bin/);
  await expect.poll(() => processesAt(folder)).not.toEqual([]);
  step.kill('SIGKILL');
  const main = await step.ended;
  expect(await readFile(application, 'utf8')).toBe('held\n');
  expect(await runner.post(given, main)).toMatchObject({ exitCode: 0 });
  expect(await readFile(application, 'utf8')).toBe('held\nreleased\n');
  expect(await readdir(join(folder, 'of-killed', 'locks'))).toEqual([]);
  expect(await readdir(join(folder, 'of-killed', 'snapshots'))).toEqual([]);
  await expect.poll(() => processesAt(folder)).toEqual([]);
  const sessions = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'holdfast'";
  await expect.poll(() => server.sql('postgres', sessions)).toBe('0');
});
