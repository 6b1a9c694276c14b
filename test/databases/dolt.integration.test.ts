import { readdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { DoltServer } from '../services/dolt.ts';
import { commandLines } from '../services/processes.ts';
import { smallDisk } from '../services/small-disk.ts';
import { Context, type Dumped, dumpOf, prepare, restoreTo, streamed } from './dumping.ts';

const host = localHost();
let server: DoltServer;
let app: Dumped;
let users: Dumped;

/** Two branches, each with uncommitted work, of which one has some staged; a tag, a stash, a remote, odd names. */
const APP = `
CREATE DATABASE app; USE app;
CREATE TABLE t (id int primary key, v varchar(100), n int);
CREATE TABLE \`we ird\`\`"'x\` (a int primary key, b blob);
INSERT INTO t VALUES (1,'a',NULL),(2,'',3); INSERT INTO \`we ird\`\`"'x\` VALUES (1, x'00ff0a');
CALL dolt_commit('-Am','first'); CALL dolt_tag('v1', '-m', 'the first');
CALL dolt_branch('feature/x'); CALL dolt_checkout('feature/x');
INSERT INTO t VALUES (3,'feature',1); CALL dolt_commit('-am','second');
INSERT INTO t VALUES (4,'uncommitted on x',1); CALL dolt_stash('push','kept');
INSERT INTO t VALUES (14,'uncommitted on x',1);
CALL dolt_checkout('main');
INSERT INTO t VALUES (5,'staged',1); CALL dolt_add('t'); INSERT INTO t VALUES (6,'unstaged',1);
CREATE TABLE untracked (a int primary key);
CALL dolt_remote('add','origin','file://REMOTE'); CALL dolt_push('origin','main');
CREATE DATABASE \`sec-ond\`; USE \`sec-ond\`; CREATE TABLE s (a int primary key); INSERT INTO s VALUES (1);`;

const USERS = `
USE app;
CREATE USER 'reader'@'%' IDENTIFIED BY 'pw''x\\\\'; GRANT SELECT ON app.* TO 'reader'@'%';
CREATE USER 'writer'@'localhost' IDENTIFIED WITH caching_sha2_password BY 'w';
GRANT ALL ON *.* TO 'writer'@'localhost' WITH GRANT OPTION;
CREATE ROLE editors; GRANT INSERT ON app.t TO editors; GRANT editors TO 'reader'@'%';
CREATE USER "we'ird"@'10.0.0.%' IDENTIFIED BY 'z' ACCOUNT LOCK;
INSERT INTO dolt_branch_control VALUES ('%','%','root','localhost','admin'), ('%','%','keeper','%','admin');
CREATE USER 'keeper'@'%' IDENTIFIED BY 'k ''"$\\\\9f3kq'; GRANT ALL ON *.* TO 'keeper'@'%';
DELETE FROM dolt_branch_control WHERE user = '%';
INSERT INTO dolt_branch_control VALUES ('app','feature/%','writer','%','write');
INSERT INTO dolt_branch_namespace_control VALUES ('app','feature/%','writer','%');`;

beforeAll(async () => {
  server = await DoltServer.start();
  await server.sql(APP.replace('REMOTE', join(server.folder, 'remote')));
  await server.sql(USERS);
  app = await dumpOf(host, server.url('app'));
  users = await dumpOf(host, server.url('', { globals: 'only' }));
});

afterAll(async () => {
  await host.close();
  await server?.remove();
});

/** By Dolt's own words, not by ours. */
const everythingOf = (where: DoltServer, name: string) =>
  where.sql(`USE \`${name}\`; SELECT name, hash FROM dolt_branches; SELECT tag_name, tag_hash, message FROM dolt_tags;
    SELECT * FROM dolt_stashes; SELECT * FROM dolt_status; SELECT * FROM t; SELECT a, hex(b) FROM \`we ird\`\`"'x\`;
    SELECT name, url FROM dolt_remotes; SELECT commit_hash, message FROM dolt_log;
    USE \`${name}/feature/x\`; SELECT * FROM dolt_status; SELECT * FROM t; SELECT dolt_hashof_db('WORKING');
    USE \`${name}/main\`; SELECT dolt_hashof_db('WORKING'), dolt_hashof_db('STAGED'), dolt_hashof_db('HEAD');`);

const left = async () => (await readdir(join(server.folder, 'work'))).length;

describe('a dump of a Dolt database', () => {
  test('holds every branch, tag, stash and what is uncommitted, compared with the server', async () => {
    expect(app.record).toMatchObject({
      name: 'app.dolt.tar',
      engine: 'dolt',
      pinned: true,
      proof: 'counted',
    });
    const { tables, values, facts } = app.record.fingerprint ?? expect.fail();
    expect(Object.entries(tables).map(([name, { rows }]) => [name, rows])).toEqual([
      ['t', 4],
      ['untracked', 0],
      [`we ird\`"'x`, 1],
    ]);
    expect(Object.keys(values)).toEqual([
      'branch feature/x',
      'branch main',
      'tag v1',
      'stash kept stash@{0}',
      'working set of feature/x',
      'working set of main',
    ]);
    expect(facts).toMatchObject({ 'server version': '2.2.0', 'default branch': 'main' });
    expect(Number(facts['staging in bytes'])).toBeGreaterThan(4096);
    const remotes = JSON.parse(app.record.restore['remotes'] ?? '');
    const main = values['branch main'];
    expect(remotes).toEqual([{ name: 'origin', url: `file://${server.folder}/remote`, branches: { main } }]);
    expect(await left()).toBe(0);
  });

  test('is of the moment at which it was prepared, and the next one repeats only what is new', async () => {
    const [dump] = await prepare(host, server.url('app'));
    await server.sql(`USE app; INSERT INTO t VALUES (100, 'later', 1); CALL dolt_branch('later');`);
    const { record } = await streamed(dump ?? expect.fail());
    expect({ ...record.fingerprint, facts: 0 }).toEqual({ ...app.record.fingerprint, facts: 0 });
    const after = await dumpOf(host, server.url('app'));
    expect(after.record.fingerprint?.tables['t']?.rows).toBe(5);
    expect(after.record.fingerprint?.values['branch later']).toBeDefined();
    const [file = '-'] = /[0-9a-v]{32}\.darc/.exec(app.bytes.toString('latin1')) ?? [];
    expect(after.bytes.includes(file)).toBe(true);
    await server.sql(`USE app; DELETE FROM t WHERE id = 100; CALL dolt_branch('-D', 'later');`);
  });

  test('by a password that is in no other program’s environment than dolt’s', async () => {
    const folder = join(server.folder, 'watched');
    await mkdir(folder);
    for (const name of ['mktemp', 'rm']) {
      const script = `#!/bin/sh\n/usr/bin/env >>${folder}/seen\nexec /usr/bin/${name} "$@"\n`;
      await writeFile(join(folder, name), script, { mode: 0o755 });
    }
    const start: Host['start'] = (script, options) => host.start(`PATH=${folder}:$PATH\n${script}`, options);
    const watched: Host = { name: host.name, start, close: async () => {} };
    const env = { PW: 'k \'"$\\9f3kq' };
    await dumpOf(watched, server.url('app', { 'password-env': 'PW' }, 'keeper'), { env });
    const seen = await readFile(join(folder, 'seen'), 'utf8');
    expect(seen).toContain('PATH=');
    expect(seen).not.toContain('9f3kq');
  });

  test('by a password that shows on no command line, while others write', async () => {
    await server.sql('USE app; CREATE TABLE busy (i int primary key)');
    const writing = server.sql(
      `USE app; ${Array.from({ length: 400 }, (_, i) => `INSERT INTO busy VALUES (${i});`).join('')}`,
    );
    const seen: string[] = [];
    const dumping = dumpOf(host, server.url('app', { 'password-env': 'PW' }, 'keeper'), {
      env: { PW: `k '"$\\9f3kq` },
    });
    for (let isDone = false; !isDone; ) {
      seen.push(...(await commandLines()));
      isDone = await Promise.race([dumping.then(() => true), sleep(20, false)]);
    }
    const dumped = await dumping;
    await writing;
    expect(seen.some((line) => line.includes('--user keeper'))).toBe(true);
    expect(seen.filter((line) => line.includes('9f3kq'))).toEqual([]);
    const restored = await restoreTo(host, dumped, server.url('busy'));
    const rows = await server.sql('SELECT count(*) FROM busy.busy');
    expect(rows).toContain(String(dumped.record.fingerprint?.tables['busy']?.rows));
    expect(restored.verified).not.toBeNull();
    await server.sql('USE app; DROP TABLE busy; DROP DATABASE busy');
  });

  test('does not come of a staging folder, or a work folder, without room; the next one is whole', async () => {
    const small = join(server.folder, 'small');
    for (const [option, size] of [
      ['staging', 'size=4k'],
      ['work-folder', 'size=4k'],
      ['work-folder', 'nr_inodes=8'],
    ] as const) {
      await using _disk = await smallDisk(small, size);
      const dumping = dumpOf(host, server.url('app', { [option]: small }));
      await expect(dumping).rejects.toThrow(/no space left on device/i);
      await expect(dumping).rejects.toMatchObject({ code: 'dump-failed' });
      expect(await left()).toBe(0);
      if (option === 'work-folder') expect(await readdir(small)).toEqual([]);
    }
    const again = await dumpOf(host, server.url('app'));
    expect(again.record.fingerprint?.values).toEqual(app.record.fingerprint?.values);
  });

  test('two at once into one folder are both whole', async () => {
    const two = await Promise.all([dumpOf(host, server.url('app')), dumpOf(host, server.url('app'))]);
    for (const { record } of two) {
      expect(record.proof).toBe('counted');
      expect({ ...record.fingerprint, facts: 0 }).toEqual({ ...app.record.fingerprint, facts: 0 });
    }
    expect(await left()).toBe(0);
  });

  test('of all is one of each database, of the users, and of the configuration', async () => {
    const url = server.url('', { all: 'true', 'data-dir': server.dataFolder, config: server.configFile });
    const dumps = await prepare(host, url);
    expect(dumps.map(({ name }) => name)).toEqual([
      'dolt-globals.sql',
      'dolt-config.tar',
      'app.dolt.tar',
      'sec-ond.dolt.tar',
    ]);
    const [, config] = dumps;
    const { bytes, record } = await streamed(config ?? expect.fail());
    for (const name of ['config.yaml', 'privileges.db', 'branch_control.db', 'app/.dolt/repo_state.json'])
      expect(bytes.includes(name)).toBe(true);
    expect(record.format).toBe('config');
    await Promise.all(dumps.map((dump) => dump.close()));
    expect(await left()).toBe(0);
  });

  test.each([
    [
      'a database that is not there',
      () => server.url('nope'),
      /"nope".*is not there, expected one of "app", "sec-ond"/,
    ],
    [
      'no staging folder',
      () => server.url('app').replace(/staging=[^&]*&/, ''),
      /a folder of the host.*\?staging=/,
    ],
    [
      'a user without the right',
      () => server.url('app', { 'password-env': 'PW' }, 'reader'),
      /command denied.*administrators/,
    ],
    [
      'a folder whose server lets nobody but its users write',
      () => server.url('app', { 'data-dir': server.dataFolder }, null),
      /__dolt_local_user__.*a rule in dolt_branch_control/,
    ],
    [
      'a user that is not let in',
      () => server.url('app', {}, 'reader'),
      /Access denied.*HOLDFAST_DATABASE_PASSWORD/,
    ],
    ['no dolt', () => server.url('app', { bin: '/nowhere' }), /dolt is not there/],
    ['a server without TLS', () => server.url('app', { tls: 'true' }), /\?tls=false/],
    ['no server', () => server.url('app').replace(String(server.port), '1'), /connect/],
  ])('does not come of %s', async (_what, url, message) => {
    const failure = dumpOf(host, url(), { env: { PW: "pw'x\\" } });
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toMatchObject({ code: expect.stringMatching(/dump-failed|bad-input/) });
    expect(await left()).toBe(0);
  });
});

describe('a Dolt database', () => {
  test('that is not there is made, and holds all that was dumped', async () => {
    const context = new Context();
    const restored = await restoreTo(host, app, server.url('copy'), { context });
    expect(restored).toEqual({
      database: 'copy',
      movedAside: null,
      verified: { tables: 3, rows: 5, onlyCounted: 0 },
    });
    expect(context.warnings).toEqual([]);
    expect(await everythingOf(server, 'copy')).toBe(await everythingOf(server, 'app'));
    expect(await left()).toBe(0);
  });

  test('that is there is refused, or copied aside', async () => {
    const second = server.url('sec-ond');
    await expect(restoreTo(host, app, second)).rejects.toMatchObject({ code: 'restore-blocked' });
    expect(await server.sql('SELECT * FROM `sec-ond`.s')).toContain('1');
    const restored = await restoreTo(host, app, second, { overwrite: true });
    expect(restored.movedAside).toMatch(/^sec-ond_before_/);
    expect(await server.sql(`SELECT * FROM \`${restored.movedAside}\`.s`)).toContain('1');
    expect(await everythingOf(server, 'sec-ond')).toBe(await everythingOf(server, 'app'));
  });

  test.each([
    ['that is cut off', () => app.bytes.subarray(0, -11_000), 'command-failed'],
    ['with a bit that has turned', () => turned(app.bytes), /command-failed|restore-mismatch/],
  ])('is as it was after a dump %s', async (_what, bytes, code) => {
    const restoring = restoreTo(host, { ...app, bytes: bytes() }, server.url('copy'), { overwrite: true });
    await expect(restoring).rejects.toMatchObject({ code: expect.stringMatching(code) });
    expect(await everythingOf(server, 'copy')).toBe(await everythingOf(server, 'app'));
    expect(await left()).toBe(0);
  });

  test('is as it was where there is no room to unpack its dump', async () => {
    const small = join(server.folder, 'small');
    await using _disk = await smallDisk(small, 'size=8k');
    const url = server.url('app', { 'work-folder': small });
    const before = await everythingOf(server, 'app');
    const restoring = restoreTo(host, app, url, { overwrite: true });
    await expect(restoring).rejects.toMatchObject({
      code: 'no-space',
      message: expect.stringMatching(/is full: make room/),
    });
    expect(await everythingOf(server, 'app')).toBe(before);
    expect(await readdir(small)).toEqual([]);
  });

  test('that was dropped for one that can’t be restored comes back', async () => {
    // After all that can be known of the dump is known, and before the server reads it.
    class Spoiling extends Context {
      override onInfo(message: string): void {
        if (!message.includes('fsck finds no problem')) return;
        const work = join(server.folder, 'work');
        for (const folder of readdirSync(work))
          rmSync(join(work, folder, 'backup'), { recursive: true, force: true });
      }
    }
    const context = new Spoiling();
    const restoring = restoreTo(host, app, server.url('copy'), { overwrite: true, context });
    await expect(restoring).rejects.toMatchObject({ code: 'command-failed' });
    expect(context.warnings).toEqual([]);
    expect(await everythingOf(server, 'copy')).toBe(await everythingOf(server, 'app'));
    expect(await server.sql('SHOW DATABASES')).not.toContain('copy_before_');
    expect(await left()).toBe(0);
  });

  test('that isn’t what was dumped is not made', async () => {
    const fingerprint = app.record.fingerprint ?? expect.fail();
    const values = { ...fingerprint.values, 'branch gone': '0123456789abcdefghijklmnopqrstuv' };
    const other = { ...app, record: { ...app.record, fingerprint: { ...fingerprint, values } } };
    const restoring = restoreTo(host, other, server.url('never'));
    await expect(restoring).rejects.toThrow(/branch gone: missing/);
    await expect(restoring).rejects.toMatchObject({ code: 'restore-mismatch' });
    expect(await server.sql('SHOW DATABASES')).not.toContain('never');
  });

  test('and its users come back in a server of its own, which stops and starts again', async () => {
    const other = await DoltServer.start();
    try {
      // Without a server on it: dolt opens the folder itself.
      await other.stop();
      await restoreTo(host, app, other.url('app', { 'data-dir': other.dataFolder }, null));
      await other.startAgain();
      await restoreTo(host, users, other.url('', { globals: 'only' }));
      await other.stop();
      await other.startAgain();
      expect(await everythingOf(other, 'app')).toBe(await everythingOf(server, 'app'));
      expect(await usersOf(other)).toBe(await usersOf(server));
      const again = await dumpOf(host, other.url('', { globals: 'only' }));
      expect(again.bytes.toString()).toBe(users.bytes.toString());
    } finally {
      await other.remove();
    }
  });
});

const usersOf = (where: DoltServer) =>
  where.sql(`SELECT User, Host, plugin, hex(authentication_string), account_locked FROM mysql.user
    WHERE User <> '__dolt_local_user__' ORDER BY User, Host;
    SHOW GRANTS FOR 'reader'@'%'; SHOW GRANTS FOR 'writer'@'localhost'; SHOW GRANTS FOR editors; USE app;
    SELECT * FROM dolt_branch_control ORDER BY user, branch; SELECT * FROM dolt_branch_namespace_control`);

/** In the middle of the largest file. */
function turned(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf('.darc') + 1500;
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

test('a table whose name has a backslash, at which `dolt sql` doesn’t see where it ends, keeps nobody’s backup from being made', async () => {
  const named = (name: string) =>
    `SET @s = 'CREATE TABLE ${name} (a int primary key)'; PREPARE p FROM @s; EXECUTE p;`;
  await server.sql(`CREATE DATABASE slashed; USE slashed; ${named('`back\\\\`')} ${named('`\\\\\\\\;x`')}
    CREATE TABLE last (a int primary key); INSERT INTO last VALUES (1)`);
  const dumped = await dumpOf(host, server.url('slashed'));
  expect(Object.values(dumped.record.fingerprint?.tables ?? {}).map(({ rows }) => rows)).toEqual([0, 0, 1]);
  const { verified } = await restoreTo(host, dumped, server.url('slashed_copy'));
  expect(verified).toMatchObject({ tables: 3, rows: 1 });
});
