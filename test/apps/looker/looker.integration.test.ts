import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checksOf, findApplication } from '../../../src/apps/applications.ts';
import { fromText } from '../../../src/bytestring.ts';
import type { DumpRecord } from '../../../src/databases/record.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { runToEnd } from '../../../src/hosts/output.ts';
import { quickFolder } from '../../memory-disk.ts';
import { MariadbServer } from '../../services/mariadb.ts';
import { ApplicationFixture } from '../fixture.ts';
import { LookerStandIn } from './stand-in.ts';

let templates: string;
beforeAll(async () => {
  templates = await mkdtemp(join(quickFolder(), 'holdfast-looker-'));
  await LookerStandIn.makeHome(`${templates}/home`);
});
afterAll(() => rm(templates, { recursive: true, force: true }));

let fixture: ApplicationFixture;
let looker: LookerStandIn;
beforeEach(async () => {
  fixture = await ApplicationFixture.create();
  await fixture.sh('mkdir etc; echo unit >etc/looker.service');
  looker = await LookerStandIn.create(`${templates}/home`, `${fixture.folder}/home`);
  await until(() => looker.runs());
});
afterEach(async () => {
  await looker.remove();
  await fixture.remove();
});

async function until(is: () => Promise<boolean>): Promise<void> {
  while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const plan = (more: object = {}, env: NodeJS.ProcessEnv = {}) =>
  fixture.plan('looker', looker.settings(more), env);

/** Everything of it that must come back, as it is. */
const contents = () =>
  fixture.sh(`cd home
    find .ssh .lookerjmx looker \\( -path looker/.tmp -o -path looker/.cache -o -path looker/log -o -path looker/models -o -path looker/.snapshots \\) -prune -o ! -name .status_server_token ! -name looker.lck ! -name looker.properties ! -path looker -printf '%y %m %U %p %l\\n' | sort
    find .ssh .lookerjmx looker/{deploy_keys,models-user-1,.ssl,lookerstart.cfg,looker.jar,looker,.db/looker.script} -type f | sort | tr '\\n' '\\0' | xargs -0 sha256sum`);

async function checks(needs: 'files' | 'software') {
  const record = await fixture.record();
  const all = checksOf(record);
  const place = { host: fixture.host, root: fromText('/'), signal: new AbortController().signal };
  const chosen = all.filter((check) => check.needs === needs);
  return Promise.all(chosen.map(async (check) => [check.name, (await check.run(place)).state]));
}

test('Looker is stopped though its commands lie, saved without what is of a running one, destroyed, and put back', async () => {
  // Its process outlives its port; `stop` has said long before that it stopped.
  await fixture.sh('echo 9 >home/slow');
  const was = await contents();
  const result = await fixture.save('looker', looker.settings({ log: true }), { held: 'by hand' });
  expect(result).toMatchObject({ complete: true, problems: [] });
  expect(await looker.runs()).toBe(true);
  expect(await looker.starts()).toBe(2);
  expect(await fixture.record()).toMatchObject({
    version: '23.18.3',
    facts: { backend: 'hsqldb', hsqldb: 'clean' },
  });
  const saved = await fixture.saved(`${fixture.folder}/home`);
  expect(saved).toEqual(
    expect.arrayContaining([
      'looker/looker.jar',
      '.ssh/id_ed25519',
      'looker/log/looker.log',
      'looker/.ssl/self-signed.pem',
    ]),
  );
  expect(
    saved.filter((path) =>
      /\.cache|\.tmp|\.snapshots|models\/|\.lck|status_server_token|starting/.test(path),
    ),
  ).toEqual([]);
  expect(await fixture.saved(`${fixture.folder}/etc`)).toEqual(['looker.service']);
  expect(await fixture.drill()).toEqual({
    passed: true,
    reasons: [],
    proved:
      'hsqldb-clean hsqldb-script hsqldb-opens deploy-keys models configuration nothing-of-a-running-one',
  });
  expect(await fixture.drillInContainers(['looker/hsqldb-opens'])).toEqual({
    passed: true,
    reasons: [],
    proved: 'hsqldb-clean hsqldb-script deploy-keys models configuration nothing-of-a-running-one',
    left: '',
  });

  await looker.stop();
  await fixture.sh('rm -rf home/looker home/.ssh home/.lookerjmx etc/looker.service');
  const { steps } = await fixture.putBack();
  expect(steps).toEqual(['put the files back', 'make the folders that it runs with', 'start Looker']);
  expect(await contents()).toBe(was);
  expect(await fixture.sh('cat etc/looker.service')).toBe('unit\n');
  expect(await checks('software')).toEqual([['status', 'passed']]);
});

test('the checks without Looker see what is right, and each fault', async () => {
  await looker.stop();
  const application = findApplication('looker', 'app').configure(looker.settings(), 'options');
  const record = {
    profile: 'looker',
    version: null,
    settings: {},
    facts: { backend: 'hsqldb' },
    running: false,
  };
  const all = application.checks(record).filter((check) => check.needs === 'files');
  const place = { host: fixture.host, root: fromText('/'), signal: new AbortController().signal };
  await looker.sh('rm -rf .tmp/looker.pid');
  expect(await Promise.all(all.map(async (check) => [check.name, (await check.run(place)).state]))).toEqual(
    all.map(({ name }) => [name, 'passed']),
  );
  // Each makes one check fail, and no other.
  const faults: [string, string, string][] = [
    ['hsqldb-clean', 'echo x >.db/looker.log', 'rm .db/looker.log'],
    ['hsqldb-script', 'sed -i "s/^INSERT/-- INSERT/" .db/looker.script', 'true'],
    ['deploy-keys', 'chmod 644 deploy_keys/*two', 'chmod 600 deploy_keys/*two'],
    ['models', 'mv models-user-1/*/.git/objects ../', 'mv ../objects models-user-1/*/.git/'],
    ['configuration', 'echo "if (" >>lookerstart.cfg', 'true'],
    ['nothing-of-a-running-one', 'touch .deploying', 'rm .deploying'],
  ];
  for (const [name, fault, mend] of faults) {
    await looker.sh(fault);
    const check = all.find((one) => one.name === name);
    expect([name, (await check?.run(place))?.state]).toEqual([name, 'failed']);
    await looker.sh(mend);
  }
});

test('a stop that exits 0 while Looker runs is not believed', async () => {
  await fixture.sh('touch home/stubborn');
  const { control } = await plan({ 'stop-limit': '1s' });
  const { exit, stderr } = await runToEnd(fixture.host, control?.stop[0] ?? '');
  expect(exit).toEqual({ code: 1 });
  expect(stderr.toString()).toMatch(
    /Looker is still there 1 s after its stop command: status 0, process \d+ lives: yes/,
  );
});

test('one whose stop was cut off is started once its process is gone, for until then its start does nothing', async () => {
  const { control } = await plan({});
  await looker.sh('echo 9 >../slow; ./looker stop');
  expect((await runToEnd(fixture.host, control?.start[0] ?? '')).exit).toEqual({ code: 0 });
  await looker.sh('until ./looker status; do sleep 0.1; done');
});

test('an account that is not there is told', async () => {
  await expect(plan({ user: 'nobody-of-that-name' })).rejects.toMatchObject({
    code: 'no-permission',
    message: expect.stringContaining('there is no such account, expected the one that it runs as'),
  });
});

test('what can be no backup is told before anything is stopped', async () => {
  // What is wrong, how it is mended, what is told.
  const states: [string, string, string][] = [
    ['rm .tmp/port', 'touch .tmp/port', 'it is half stopped: nobody listens, but its process'],
    ['touch .deploying', 'rm .deploying', 'somebody deploys a version'],
    ['touch .starting', 'rm .starting', 'it is starting'],
    [
      'mv looker.jar x',
      'mv x looker.jar',
      'looker.jar, expected Looker’s start script and its jar in one folder',
    ],
    ['mv .db/looker.properties x', 'mv x .db/looker.properties', 'holds no looker.properties'],
    [`echo '{"dbmk":"x"}' >old-key`, 'rm old-key', 'old-key" lies with the data that it opens'],
    ['echo LOOKERARGS=--clustered >lookerstart.cfg', ': >lookerstart.cfg', 'it is a node of a cluster'],
    [
      'echo LOOKERARGS=--shared-storage-dir=/mnt/no >lookerstart.cfg',
      ': >lookerstart.cfg',
      'there is no /mnt/no',
    ],
    [
      'printf "dialect: mysql\\nhost: db\\ndatabase: looker\\n" >looker-db.yml',
      'rm looker-db.yml',
      '(looker on db), and there is no credential',
    ],
  ];
  for (const [fault, mend, expected] of states) {
    await looker.sh(fault);
    await expect(plan()).rejects.toThrow(expected);
    await looker.sh(mend);
  }
  await plan();
  expect(await looker.starts()).toBe(1);
});

test('keys in shared storage are saved where they are; a master key never is', async () => {
  await fixture.sh(
    'mkdir shared; mv home/.ssh shared/ssh-share; ln -s ../shared/ssh-share home/.ssh; echo secret >home/looker/master.key',
  );
  await looker.sh(`echo "LOOKERARGS=\\"--shared-storage-dir=${fixture.folder}/shared\\"
export LKR_MASTER_KEY_FILE=${looker.folder}/master.key" >lookerstart.cfg`);
  const { paths, excludes, record, control } = await plan({ 'start-limit': '20m' });
  expect(control?.settleMs).toBe(20 * 60_000);
  expect(paths).toEqual(expect.arrayContaining([`${fixture.folder}/shared`, `${looker.home}/.ssh`]));
  expect(excludes).toContain(`${looker.folder}/master.key`);
  expect(record.facts).toMatchObject({ master_key_file: `${looker.folder}/master.key` });
  expect(fixture.messages.join()).toContain('is left out of the backup: keep a copy of it apart');
  // Nor where its folder is a symlink, and the key named by where it really is.
  await fixture.sh(`mkdir disk; mv home/looker disk/looker; ln -s ../disk/looker home/looker
    mkdir large; mv disk/looker/.db large/database; ln -s ../../large/database disk/looker/.db
    sed -i 's#home/looker/master#disk/looker/master#' disk/looker/lookerstart.cfg`);
  const linked = await plan();
  expect(linked.paths).toEqual(
    expect.arrayContaining(['disk/looker', 'large/database'].map((name) => `${fixture.folder}/${name}`)),
  );
  expect(linked.excludes).toEqual(
    expect.arrayContaining([
      `${fixture.folder}/disk/looker/master.key`,
      `${fixture.folder}/disk/looker/.cache`,
    ]),
  );
  await fixture.sh(`echo '{"dbmk":"x"}' >disk/looker/stray`);
  await expect(plan()).rejects.toThrow('lies with the data that it opens');
  await fixture.sh('rm disk/looker/stray');
  await looker.sh('echo "export LKR_MASTER_KEY_ENV=abc" >>lookerstart.cfg');
  await plan();
  expect(fixture.messages.join()).toContain('master key itself stands in');
});

test('MySQL in its configuration is dumped by its address, without .db', async () => {
  await looker.sh(
    'echo "LOOKER_DB=\\"dialect=mysql&host=db.example&username=lk&password=p%26w&database=looker&port=3307\\"" >>lookerstart.cfg',
  );
  const configured = await plan({}, { HOLDFAST_DATABASE_PASSWORD: 'of the backup' });
  expect(configured.databases.map(({ shown }) => shown)).toEqual(['mysql://lk@db.example:3307/looker']);
  const dump = { name: 'looker.sql', engine: 'mariadb' } as DumpRecord;
  expect(configured.judgeDumps?.([dump])).toEqual([
    'The dump looker.sql is of MariaDB: Looker’s makers support MySQL only.',
  ]);
  expect(configured.judgeDumps?.([{ ...dump, engine: 'mysql' }])).toEqual([]);
  const { excludes, databases, record } = await plan({ database: 'command:looker.sql=cat /etc/hostname' });
  expect(excludes).toContain(`${looker.folder}/.db`);
  expect(databases.map(({ shown }) => shown)).toEqual(['command:looker.sql']);
  expect(record.facts['backend']).toBe('mysql');
  expect(JSON.stringify(record)).not.toContain('p%26w');
});

test('its database in MySQL comes back with its files, compared; that it is MariaDB is told', async () => {
  const server = await MariadbServer.start();
  try {
    await server.sql(
      '',
      'CREATE DATABASE looker; CREATE TABLE looker.dashboard AS SELECT 1 AS id, "sales" AS title',
    );
    await looker.sh(`printf 'dialect: mysql\\nhost: db\\ndatabase: looker\\n' >looker-db.yml`);
    await looker.stop();
    await fixture.save('looker', looker.settings({ database: server.url('looker') }), {
      held: 'stopped already',
    });
    expect(fixture.backups.warnings.join()).toContain('is of MariaDB: Looker’s makers support MySQL only');
    expect((await fixture.saved(looker.folder)).filter((path) => path.startsWith('.db'))).toEqual([]);
    await server.sql('looker', 'DELETE FROM dashboard');
    await fixture.sh('rm -r home/looker');
    const { databases } = await fixture.putBack();
    expect(databases[0]?.restored).toMatchObject({ verified: { tables: 1, rows: 1 } });
    expect(await server.sql('looker', 'SELECT title FROM dashboard')).toContain('sales');
    expect(await looker.runs()).toBe(true);
  } finally {
    await server.remove();
  }
});

/** This machine, on which everything that is in the one folder is in the other. */
function hostIn(home: string, other: string): Host {
  const host = localHost();
  return {
    ...host,
    name: 'node',
    close: () => host.close(),
    start: (script, options) => host.start(script.replaceAll(home, other), options),
  };
}

test('of a cluster every node is stopped in order, and started one at a time; its database comes back with the shared files', async () => {
  const { folder } = fixture;
  await fixture.sh('mkdir shared; echo query >shared/cached; echo rows >database');
  await looker.sh(`echo 'LOOKERARGS="--clustered --shared-storage-dir=${folder}/shared"' >lookerstart.cfg
    printf 'dialect: mysql\nhost: db\ndatabase: looker\n' >looker-db.yml`);
  await looker.stop();
  const other = await LookerStandIn.create(looker.home, `${folder}/home2`);
  await looker.sh('./looker start');
  await until(async () => (await looker.runs()) && (await other.runs()));
  fixture.connect = async () => hostIn(looker.home, other.home);
  try {
    await fixture.sh('rm events');
    const stopped = [looker, other].map((one) => `test ! -e ${one.folder}/.tmp/port`).join(' && ');
    const settings = looker.settings({
      nodes: ['ssh://looker@node2'],
      // Nothing of the cluster runs when it is dumped.
      database: `command:looker.sql=${stopped} && cat ${folder}/database`,
    });
    await fixture.save('looker', settings);
    const order = ['stop home2', 'stop home', 'start home', 'up home', 'start home2', 'up home2'];
    const events = async () =>
      (await fixture.sh('cat events; rm events'))
        .trim()
        .split('\n')
        .map((line) => line.replace(/ .*\/(home2?)\/looker$/, ' $1'));
    expect(await events()).toEqual(order);
    expect([await looker.runs(), await other.runs()]).toEqual([true, true]);
    expect((await fixture.saved(looker.folder)).filter((path) => path.startsWith('.db'))).toEqual([]);

    await fixture.sh('rm -r shared; echo lost >database');
    await fixture.putBack([`restore-into=command:looker.sql=${stopped} && cat >${folder}/database`]);
    expect(await events()).toEqual(order);
    expect(await fixture.sh('cat shared/cached database')).toBe('query\nrows\n');
    expect([await looker.runs(), await other.runs()]).toEqual([true, true]);
  } finally {
    await other.remove();
  }
});

describe('independent of the keystore', () => {
  let recipient = '';
  beforeEach(async () => {
    await fixture.sh('mkdir keys; age-keygen -o identity 2>/dev/null; echo master >master.key');
    recipient = (await fixture.sh('age-keygen -y identity')).trim();
    await looker.sh(`echo "export LKR_MASTER_KEY_FILE=${fixture.folder}/master.key" >lookerstart.cfg`);
    await looker.stop();
  });

  const settings = (more: object = {}) =>
    looker.settings({
      'keystore-independent': true,
      'key-to': `${fixture.folder}/keys`,
      'key-recipients': [recipient],
      ...more,
    });

  test('the key is kept encrypted in a place of its own, never in the snapshot, and gives a restored Looker its keys', async () => {
    await fixture.save('looker', settings(), { held: 'stopped already' });
    const { facts } = await fixture.record();
    expect(await fixture.sh('ls keys')).toBe(`looker-${facts.backup_uid}.keyfile.age\n`);
    // Stock age opens it.
    const key = JSON.parse(await fixture.sh('age -d -i identity keys/*'));
    expect(key.backup_uid).toBe(facts.backup_uid);
    expect(await fixture.sh('ls -d /dev/shm/holdfast-key-* /tmp/holdfast-key-* 2>/dev/null || true')).toBe(
      '',
    );
    await fixture.backups.restore(fromText(`${fixture.folder}/whole`), { includeOwn: true });
    const secret = key.dbmk.trim().slice(0, 20);
    expect(await fixture.sh(`grep -rlF '${secret}' whole || true`)).toBe('');
    expect(await fixture.sh(`cat whole${fixture.folder}/home/looker/.db/looker.script`)).toContain(
      'by-the-key-file',
    );

    // Another host: nothing of it is there but the account and a master key of its own.
    await fixture.sh('rm -r home/looker home/.ssh');
    await expect(fixture.putBack()).rejects.toThrow('there is no age secret key for its key file');
    await fixture.sh('mv master.key elsewhere');
    await expect(fixture.putBack()).rejects.toThrow('master.key isn');
    await fixture.sh('mv elsewhere master.key; test ! -e home/looker');
    await fixture.putBack([`key-identity-file=${fixture.folder}/identity`]);
    await until(() => looker.runs());
    expect(await fixture.sh('cat home/looker/.db/looker.script')).toContain('by-the-keystore');
    expect(JSON.parse(await fixture.sh('cat home/restored-with'))).toEqual(key);
    expect(await fixture.sh('ls -d /dev/shm/holdfast-key-* 2>/dev/null || true')).toBe('');
  });

  test('what can’t be so is refused, and a command that does nothing is not believed', async () => {
    expect(() => plan({ 'keystore-independent': true })).toThrow('expected key-to and key-recipients');
    await expect(fixture.plan('looker', settings({ 'key-to': `${looker.folder}/keys` }))).rejects.toThrow(
      'expected the key never to be with the data that it opens',
    );
    await expect(fixture.plan('looker', settings({ 'key-to': '/none' }))).rejects.toThrow('"/none"');
    await expect(fixture.plan('looker', settings({ 'key-recipients': ['age1no'] }))).rejects.toThrow(
      'no recipient of age',
    );
    await fixture.sh('touch home/no-recrypt');
    const { whileStopped } = await fixture.plan('looker', settings());
    await expect(whileStopped?.(fixture.site())).rejects.toThrow(
      'recrypt exits 0, but its database is as it was',
    );
    expect(await fixture.sh('ls -d /dev/shm/holdfast-key-* 2>/dev/null || true')).toBe('');
    await looker.sh('sed -i "s/dbmk/other/" looker');
    const other = await fixture.plan('looker', settings());
    await expect(other.whileStopped?.(fixture.site())).rejects.toThrow('its dbmk is not 32 bytes');
    await looker.sh('echo "export CMK_ALIAS=alias/looker" >>lookerstart.cfg');
    await expect(fixture.plan('looker', settings())).rejects.toThrow('its key is in AWS KMS (CMK_ALIAS)');
  });
});

test('a Looker that was killed gives no snapshot, unless the user takes it as it is', async () => {
  await fixture.sh('touch home/killed');
  await looker.stop();
  const { whileStopped } = await plan();
  await expect(whileStopped?.(fixture.site())).rejects.toThrow('was not closed in order (modified=yes)');
  const lenient = await plan({ unclean: 'warn' });
  expect(await lenient.whileStopped?.(fixture.site())).toEqual({ hsqldb: 'unclean' });
  expect(fixture.messages.join()).toContain('may lack its last rows');
});

test('a restore is refused where it could not work', async () => {
  const back = (saved: object, more: object = {}) => fixture.planBack('looker', looker.settings(more), saved);
  await expect(back({ version: '23.4.1' })).rejects.toMatchObject({
    code: 'restore-blocked',
    message: expect.stringContaining('23.18.3 is installed there, expected no newer one'),
  });
  await back({ version: '23.4.1' }, { 'replace-newer': true });
  await back({ version: '23.18.4' });
  await expect(back({}, { user: 'nobody-of-that-name' })).rejects.toThrow(
    'there is no account "nobody-of-that-name"',
  );
  await looker.sh('touch .deploying');
  await expect(back({})).rejects.toThrow('somebody deploys a version');
});
