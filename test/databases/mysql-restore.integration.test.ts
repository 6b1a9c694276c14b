import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { inspect, promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDatabase } from '../../src/databases/databases.ts';
import { localHost } from '../../src/hosts/local.ts';
import { MariadbServer } from '../services/mariadb.ts';
import { smallDisk } from '../services/small-disk.ts';
import { AWKWARD, AWKWARD_ROWS, AWKWARD_TABLES } from './awkward-mysql.ts';
import { Context, type Dumped, dumpOf, prepare, replaced, restoreTo, streamed } from './dumping.ts';

const run = promisify(execFile);

const host = localHost();
let server: MariadbServer;
let dumped: Dumped;

const VERIFIED = { tables: AWKWARD_TABLES, rows: AWKWARD_ROWS, onlyCounted: 0 };

beforeAll(async () => {
  server = await MariadbServer.start();
  await server.sql('', 'CREATE DATABASE awkward CHARACTER SET latin1');
  await server.sql('awkward', AWKWARD);
  dumped = await dumpOf(host, server.url('awkward'));
});

afterAll(async () => {
  await host.close();
  await server?.remove();
});

describe('a database', () => {
  test('that is not there is made, and holds what was dumped', async () => {
    const context = new Context();
    const restored = await restoreTo(host, dumped, server.url('made'), { context });
    expect(restored).toEqual({ database: 'made', movedAside: null, verified: VERIFIED });
    expect(context.warnings).toEqual([]);
    // By another way than ours: the dump tool's own text of both.
    expect(await digest('made')).toBe(await digest('awkward'));
    expect(await server.sql('made', 'SELECT @@collation_database')).toBe('latin1_swedish_ci');
  });

  test('that is empty is filled, and stays in its own character set', async () => {
    await server.sql('', 'CREATE DATABASE other CHARACTER SET utf8mb4');
    const restored = await restoreTo(host, dumped, server.url('other'));
    expect(restored).toEqual({ database: 'other', movedAside: null, verified: VERIFIED });
    expect(await server.sql('other', 'SELECT @@character_set_database')).toBe('utf8mb4');
  });

  test('that holds something is refused, or moved aside with all that it has', async () => {
    await server.sql(
      '',
      `CREATE DATABASE used; USE used; CREATE TABLE precious (a int); INSERT INTO precious VALUES (3); CREATE SEQUENCE s;
      CREATE VIEW v AS SELECT a + 1 AS b FROM precious; CREATE TRIGGER tr BEFORE INSERT ON precious FOR EACH ROW SET NEW.a = NEW.a * 2;
      CREATE FUNCTION f() RETURNS int RETURN (SELECT max(a) FROM precious); CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM precious`,
    );
    await expect(restoreTo(host, dumped, server.url('used'))).rejects.toMatchObject({
      code: 'restore-blocked',
    });
    const restored = await restoreTo(host, dumped, server.url('used'), { overwrite: true });
    expect(restored.verified).toEqual(VERIFIED);
    const aside = restored.movedAside ?? '';
    expect(aside).toMatch(/^used_before_\d{8}T\d{6}Z$/);
    expect(await server.sql(aside, 'INSERT INTO precious VALUES (5); SELECT f(), max(b) FROM v')).toBe(
      '10\t11',
    );
    const counts = `SELECT count(*) FROM information_schema.events WHERE event_schema = '${aside}' AND status = 'DISABLED'`;
    expect(await server.sql('', counts)).toBe('1');
    expect(await server.sql(aside, 'SHOW TABLES')).toBe('precious\ns\nv');
    expect(await digest('used')).toBe(await digest('awkward'));
    expect(
      await server.sql(
        '',
        "SELECT count(*) FROM information_schema.schemata WHERE schema_name LIKE '%restore%'",
      ),
    ).toBe('0');
  });

  test('that an earlier version dumped is compared by MD5; what is only counted is named', async () => {
    await server.sql('', "CREATE DATABASE old; USE old; CREATE TABLE t (a text); INSERT INTO t VALUES ('x')");
    const { bytes, record } = await dumpOf(host, server.url('old'));
    const withChecksum = (checksum: string | null) => {
      const fingerprint = record.fingerprint && {
        ...record.fingerprint,
        tables: { t: { rows: 1, checksum } },
      };
      return { bytes, record: { ...record, fingerprint } };
    };
    const sums = md5(`V${md5('x')},`);
    const { verified } = await restoreTo(host, withChecksum(sums), server.url('of_md5'));
    expect(verified).toEqual({ tables: 1, rows: 1, onlyCounted: 0 });
    const other = restoreTo(host, withChecksum(md5('y')), server.url('of_other'));
    await expect(other).rejects.toMatchObject({ code: 'restore-mismatch' });
    const context = new Context();
    const counted = await restoreTo(host, withChecksum(null), server.url('of_count'), { context });
    expect(counted.verified).toEqual({ tables: 1, rows: 1, onlyCounted: 1 });
    expect(context.warnings).toEqual(['of_count: not compared, only the rows counted: the data of t.']);
  });

  test('with rows that its own checks would refuse today comes back as it was', async () => {
    await server.sql(
      '',
      `CREATE DATABASE unchecked; USE unchecked; CREATE TABLE t (a int CHECK (a > 0));
      SET check_constraint_checks = 0; INSERT INTO t VALUES (-1)`,
    );
    const dump = await dumpOf(host, server.url('unchecked'));
    const restored = await restoreTo(host, dump, server.url('checked'));
    expect(restored.verified).toEqual({ tables: 1, rows: 1, onlyCounted: 0 });
    await expect(server.sql('checked', 'INSERT INTO t VALUES (-2)')).rejects.toThrow(/CONSTRAINT/);
  });

  test('with a row larger than the server takes is told how to come back', async () => {
    await server.sql(
      '',
      `CREATE DATABASE wide; USE wide; CREATE TABLE t (a longblob, b longblob); SET GLOBAL max_allowed_packet = 1048576;
      INSERT INTO t SELECT REPEAT('a', 400000), REPEAT('b', 400000)`,
    );
    const dump = await dumpOf(host, server.url('wide'));
    await expect(restoreTo(host, dump, server.url('wide2'))).rejects.toThrow(
      /SET GLOBAL max_allowed_packet = 1073741824/,
    );
    await server.sql('', 'SET GLOBAL max_allowed_packet = 1073741824');
    expect((await restoreTo(host, dump, server.url('wide2'))).verified?.rows).toBe(1);
    await server.sql('', 'SET GLOBAL max_allowed_packet = DEFAULT');
  });

  test('whose events have had their time comes back without those, and is moved aside without them', async () => {
    await server.sql('', 'CREATE DATABASE timed; CREATE TABLE timed.t AS SELECT 1 AS a');
    const at = 'TIMESTAMP = UNIX_TIMESTAMP(20200101)';
    await server.sql(
      'timed',
      `SET ${at}; CREATE EVENT once ON SCHEDULE AT '2020-01-02' DO DELETE FROM t; CREATE EVENT kept ON SCHEDULE EVERY 1 DAY DO DELETE FROM t;
      CREATE EVENT ends ON SCHEDULE EVERY 1 DAY ENDS '2020-01-03' DO DELETE FROM t`,
    );
    const dump = await dumpOf(host, server.url('timed'));
    const context = new Context();
    const restored = await restoreTo(host, dump, server.url('timed'), { overwrite: true, context });
    expect(restored.verified).toEqual({ tables: 1, rows: 1, onlyCounted: 0 });
    expect(context.warnings.join()).toContain('events whose time has passed');
    const events = "SELECT event_name FROM information_schema.events WHERE event_schema LIKE 'timed%'";
    expect(await server.sql('', events)).toBe('kept\nkept');
    // One that lasts is missed.
    const without = { ...dump, bytes: replaced(dump.bytes, 'EVENT `kept`', 'EVENT `kepT`') };
    await expect(restoreTo(host, without, server.url('timed2'))).rejects.toMatchObject({
      code: 'restore-mismatch',
    });
  });

  test('that somebody uses is not moved', async () => {
    await server.sql('', 'CREATE DATABASE busy; CREATE TABLE busy.a (i int)');
    const using = await server.sleeper('busy');
    const restoring = restoreTo(host, dumped, server.url('busy'), { overwrite: true });
    await expect(restoring).rejects.toThrow(/1 session uses it/);
    await using.end();
  });
});

test('accounts that are not there are made with what they may; those that are stay as they are', async () => {
  await server.sql(
    '',
    `CREATE ROLE readers; GRANT SELECT ON awkward.* TO readers; CREATE USER 'o''dd "u;ser'@'10.%' IDENTIFIED BY 'first';
    GRANT readers TO 'o''dd "u;ser'@'10.%'; SET DEFAULT ROLE readers FOR 'o''dd "u;ser'@'10.%';
    CREATE USER kept@localhost IDENTIFIED BY 'kept'; GRANT INSERT (i) ON awkward.big TO kept@localhost`,
  );
  const grants = () =>
    server.sql(
      '',
      `SHOW GRANTS FOR 'o''dd "u;ser'@'10.%'; SHOW GRANTS FOR readers; SHOW GRANTS FOR kept@localhost`,
    );
  const before = await grants();
  const [dump] = await prepare(host, server.url('', { users: 'only' }));
  if (dump === undefined) throw new Error('no dump');
  const users = await streamed(dump);
  await server.sql(
    '',
    `DROP USER 'o''dd "u;ser'@'10.%'; DROP ROLE readers; SET PASSWORD FOR kept@localhost = PASSWORD('new')`,
  );
  const kept = await server.sql('', 'SHOW GRANTS FOR kept@localhost');
  await restoreTo(host, users, server.url('', { users: 'only' }));
  expect(await server.sql('', 'SHOW GRANTS FOR kept@localhost')).toBe(kept);
  await server.sql('', "SET PASSWORD FOR kept@localhost = PASSWORD('kept')");
  expect(await grants()).toBe(before);
  const cut = { ...users, bytes: users.bytes.subarray(0, -30) };
  await expect(restoreTo(host, cut, server.url('', { users: 'only' }))).rejects.toThrow(/is broken/);
  // The server quotes from where it doesn't understand: a password's hash must not stand in an error.
  await server.sql('', 'DROP ROLE readers; DROP USER kept@localhost');
  const hash = /\*[0-9A-F]{40}/.exec(users.bytes.toString('latin1'))?.[0] ?? '?';
  const text = users.bytes.toString('latin1').replace('IDENTIFIED BY PASSWORD', 'IDENTIFIED NY PASSWORD');
  const failed = restoreTo(
    host,
    { ...users, bytes: Buffer.from(text, 'latin1') },
    server.url('', { users: 'only' }),
  );
  await expect(failed).rejects.toThrow(
    /Cannot restore the account "kept"@"localhost".*near what is not shown here/s,
  );
  const error: unknown = await failed.catch((reason: unknown) => reason);
  expect(inspect(error)).toContain('ERROR 1064');
  expect(inspect(error)).not.toContain(hash);
});

describe('nothing is left of a restore', () => {
  const names = () =>
    server.sql('', "SELECT count(*) FROM information_schema.schemata WHERE schema_name LIKE 'not%'");

  test.each([
    ['cut off', () => ({ ...dumped, bytes: dumped.bytes.subarray(0, -100_000) }), 'command-failed'],
    [
      'that lacks its end alone',
      () => ({ ...dumped, bytes: dumped.bytes.subarray(0, -20) }),
      'command-failed',
    ],
    [
      'with other data',
      () => ({ ...dumped, bytes: replaced(dumped.bytes, `'${md5('77')}x`, `'${md5('78')}x`) }),
      'restore-mismatch',
    ],
    [
      'that would run a program',
      () => ({
        ...dumped,
        bytes: Buffer.concat([Buffer.from('\\! touch /tmp/holdfast-never\n'), dumped.bytes]),
      }),
      'command-failed',
    ],
  ])('of a dump %s', async (_what, dump, code) => {
    await expect(restoreTo(host, dump(), server.url('not'))).rejects.toMatchObject({ code });
    expect(await names()).toBe('0');
  });

  test('into a database that was there and empty, but that', async () => {
    await server.sql('', 'CREATE DATABASE bare CHARACTER SET latin2');
    const cut = { ...dumped, bytes: dumped.bytes.subarray(0, -100_000) };
    await expect(restoreTo(host, cut, server.url('bare'))).rejects.toMatchObject({ code: 'command-failed' });
    expect(await server.sql('bare', 'SHOW TABLES; SELECT @@character_set_database')).toBe('latin2');
  });

  test('whose storage fails on the way', async () => {
    const content = async function* content() {
      yield dumped.bytes.subarray(0, 100_000);
      throw new Error('the storage is gone');
    };
    const database = parseDatabase(server.url('not'), '--into', {});
    const dump = { record: dumped.record, content };
    await expect(database.restore(host, dump, { overwrite: false }, new Context())).rejects.toThrow();
    expect(await names()).toBe('0');
  });

  test('into a server whose disk is full', async () => {
    await server.sql('', 'CREATE DATABASE narrow');
    const place = `${server.folder}/data/narrow`;
    const options = await readFile(`${place}/db.opt`);
    await using _disk = await smallDisk(place, 'size=1m,uid=mysql,mode=700');
    await writeFile(`${place}/db.opt`, options);
    const context = new Context();
    const restoring = restoreTo(host, dumped, server.url('narrow'), { context });
    const error: unknown = await restoring.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'command-failed', message: expect.stringMatching(/"ERROR \d+ /) });
    // The client shows the rows before the error.
    expect(inspect(error)).not.toContain('INSERT');
    expect(context.warnings).toEqual([]);
    expect(await server.sql('narrow', 'SHOW TABLES')).toBe('');
  });

  test('that is cancelled half-way, and nothing of it runs on', async () => {
    const controller = new AbortController();
    const content = async function* content() {
      yield dumped.bytes.subarray(0, 1_000_000);
      controller.abort();
      yield dumped.bytes.subarray(1_000_000);
    };
    const database = parseDatabase(server.url('not'), '--into', {});
    const dump = { record: dumped.record, content };
    const restoring = database.restore(host, dump, { overwrite: false }, new Context(controller.signal));
    await expect(restoring).rejects.toMatchObject({ code: 'cancelled' });
    await expect.poll(names).toBe('0');
  });
});

test.each([
  ['a shell at the beginning of a line', (run: string) => `\\! ${run}\n;\n`],
  ['a shell by its name', (run: string) => `system ${run}\n;\n`],
  ['a shell within a statement', (run: string) => `SELECT 1 \\! ${run}\n;\n`],
  ['a shell after another delimiter', (run: string) => `delimiter //\nSELECT 1//\nsystem ${run}\n//\n`],
  ['a shell behind another character set', (run: string) => `\\C gbk\nSELECT '\x81\\' \\! ${run}\n;\n`],
])('what the client would run of a dump does not run: %s', async (_what, text) => {
  const canary = `${server.folder}/canary`;
  const bytes = Buffer.from(`${text(`touch ${canary}`)}-- Dump completed\n`, 'latin1');
  const alone = run('mariadb', ['--no-defaults', `--socket=${server.socket}`, '-uroot', '--batch', 'mysql']);
  alone.child.stdin?.end(bytes);
  await alone.catch(() => {});
  expect(existsSync(canary)).toBe(true);
  await rm(canary, { force: true });
  const record = { ...dumped.record, size_bytes: bytes.length, fingerprint: null };
  await restoreTo(host, { bytes, record }, server.url('never')).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'command-failed' });
  });
  expect(existsSync(canary)).toBe(false);
  await server.sql('', 'DROP DATABASE IF EXISTS never');
});

describe('what a failed restore has made stays where somebody else', () => {
  let small: Dumped;

  beforeAll(async () => {
    await server.sql(
      '',
      'CREATE DATABASE shared; USE shared; CREATE TABLE two (a int); INSERT INTO two VALUES (7); CREATE VIEW v AS SELECT 1',
    );
    small = await dumpOf(host, server.url('shared'));
  });

  test.each([
    ['has made a routine', 'CREATE FUNCTION f() RETURNS int RETURN 3', /f isn't of the dump/],
    ['has added a row', 'INSERT INTO two VALUES (8)', /table two has 2 rows, of which the dump sent 1/],
    ['is at work', null, /1 session uses it/],
  ])('%s meanwhile', async (_what, theirs, told) => {
    await server.sql('', 'CREATE OR REPLACE DATABASE shared');
    let atWork: { end(): Promise<void> } | null = null;
    const content = async function* content() {
      yield small.bytes.subarray(0, -30);
      await expect.poll(() => server.sql('shared', 'SHOW TABLES')).toBe('two\nv');
      if (theirs === null) atWork = await server.sleeper('shared');
      else await server.sql('shared', theirs);
    };
    const database = parseDatabase(server.url('shared'), '--into', {});
    const context = new Context();
    const dump = { record: small.record, content };
    await expect(database.restore(host, dump, { overwrite: false }, context)).rejects.toThrow(/is broken/);
    expect(context.warnings.join()).toMatch(told);
    expect(await server.sql('shared', 'SELECT min(a) FROM two')).toBe('7');
    await (atWork as { end(): Promise<void> } | null)?.end();
  });
});

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** Of the dump tool's text, without the name of the database. */
async function digest(database: string): Promise<string> {
  const options = ['--routines', '--events', '--hex-blob', '--skip-dump-date', database];
  const { stdout } = await run(
    'mariadb-dump',
    ['--no-defaults', `--socket=${server.socket}`, '-uroot', ...options],
    {
      maxBuffer: 1 << 28,
    },
  );
  const text = stdout
    .replaceAll(database, 'NAME')
    .replace(/^.*character_set_client.*$|^.*collation_connection.*$/gm, '');
  return createHash('sha256').update(text).digest('hex');
}
