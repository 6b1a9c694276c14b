import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ByteString, fromText } from '../../src/bytestring.ts';
import { DatabaseUrl } from '../../src/databases/database-url.ts';
import { readChoices } from '../../src/databases/mysql/choices.ts';
import { connectServer } from '../../src/databases/mysql/connect.ts';
import { listFilled } from '../../src/databases/mysql/fingerprint.ts';
import { sql } from '../../src/databases/mysql/sql.ts';
import { localHost } from '../../src/hosts/local.ts';
import { MariadbServer } from '../services/mariadb.ts';
import { dumpOf, prepare, restoreTo } from './dumping.ts';

// What is lawful and rare: a dump tool or its client has its own view of it.

const host = localHost();
let server: MariadbServer;

beforeAll(async () => {
  server = await MariadbServer.start();
});

afterAll(async () => {
  await host.close();
  await server?.remove();
});

/** Dumps a database of these statements, and restores it beside itself, and over that. */
async function thereAndBack(name: string, statements: string) {
  await server.sql('', `CREATE DATABASE ${name}`);
  await server.sql(name, statements);
  const dumped = await dumpOf(host, server.url(name));
  const { verified } = await restoreTo(host, dumped, server.url(`${name}_copy`));
  const again = await restoreTo(host, dumped, server.url(`${name}_copy`), { overwrite: true });
  expect(again.verified).toEqual(verified);
  return { verified, dumped };
}

describe('a text that is read under another sql_mode', () => {
  test.each([
    [
      'a_trigger',
      `CREATE TABLE t (a text); SET sql_mode = 'NO_BACKSLASH_ESCAPES';
      CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = concat(NEW.a, '\\');`,
    ],
    [
      'a_routine',
      `SET sql_mode = 'NO_BACKSLASH_ESCAPES'; CREATE PROCEDURE p() SELECT 'C:\\', "D:\\";
      SET sql_mode = ''; CREATE PROCEDURE z() SELECT 'a\\'b;';`,
    ],
    [
      'an_event',
      `SET sql_mode = 'NO_BACKSLASH_ESCAPES'; CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 'C:\\';
      SET sql_mode = ''; CREATE EVENT f ON SCHEDULE EVERY 1 DAY DO SELECT 'a\\'b;';`,
    ],
    [
      'quoted_names',
      `SET sql_mode = 'ANSI_QUOTES'; CREATE PROCEDURE p() SELECT 1 AS "a\\";
      SET sql_mode = ''; CREATE PROCEDURE z() SELECT "a\\"b;";`,
    ],
  ])('%s', async (name, statements) => {
    await thereAndBack(
      name,
      `${statements} SET sql_mode = ''; CREATE TABLE last (a text); INSERT INTO last VALUES ('x\\'y');`,
    );
  });
});

test('rows whose default is a sequence’s number come back', async () => {
  const { verified } = await thereAndBack(
    'numbered',
    'CREATE SEQUENCE s; CREATE TABLE t (a int DEFAULT NEXT VALUE FOR s, b int); INSERT INTO t (b) VALUES (1), (2);',
  );
  expect(verified).toMatchObject({ rows: 2 });
});

test('a table of others’ rows is saved without them, and does not hold the server up', async () => {
  const { verified, dumped } = await thereAndBack(
    'merged',
    `CREATE TABLE one (a int) ENGINE=MyISAM; INSERT INTO one VALUES (1); CREATE TABLE two (a int) ENGINE=MyISAM; INSERT INTO two VALUES (2);
    CREATE TABLE both_of_them (a int) ENGINE=MERGE UNION=(one, two);`,
  );
  expect(verified).toMatchObject({ tables: 2, rows: 2 });
  expect(await server.sql('merged_copy', 'SELECT count(*) FROM both_of_them')).toBe('2');
  const broken = {
    ...dumped,
    bytes: Buffer.from(dumped.bytes.toString('latin1').replace('VALUES\n(2)', 'VALUES\n(x)'), 'latin1'),
  };
  await expect(restoreTo(host, broken, server.url('merged_never'))).rejects.toMatchObject({
    code: 'command-failed',
  });
  expect(await server.sql('', "SHOW DATABASES LIKE 'merged_never'")).toBe('');
});

test('an event at which the dump tool never ends is told before it begins', async () => {
  await server.sql('', 'CREATE DATABASE endless');
  await server.sql(
    'endless',
    "CREATE TABLE t (a int); CREATE EVENT round ON SCHEDULE EVERY 1 DAY DO SELECT ';;'",
  );
  const failing = dumpOf(host, server.url('endless'));
  await expect(failing).rejects.toThrow(/the event round has two semicolons side by side/);
  await expect(failing).rejects.toMatchObject({ code: 'dump-failed' });
});

test('an option file that limits rows limits none of ours', async () => {
  const tables = Array.from(
    { length: 60 },
    (_, i) => `CREATE TABLE t${i} (${columns(20)}); INSERT INTO t${i} () VALUES ();`,
  );
  await server.sql('', 'CREATE DATABASE wide');
  await server.sql('wide', tables.join('\n'));
  const before = await dumpOf(host, server.url('wide'));
  const folder = `${server.folder}/home`;
  await mkdir(folder);
  await writeFile(`${folder}/.my.cnf`, '[mysql]\nsafe-updates\nraw\n');
  const home = process.env['HOME'];
  process.env['HOME'] = folder;
  try {
    const { record } = await dumpOf(host, server.url('wide'));
    expect(record.fingerprint).toEqual(before.record.fingerprint);
  } finally {
    process.env['HOME'] = home;
  }
  expect(Object.keys(before.record.fingerprint?.tables ?? {})).toHaveLength(60);
});

function columns(count: number): string {
  return Array.from({ length: count }, (_, i) => `c${i} int DEFAULT ${i}`).join(', ');
}

test('a database that is called as the dump of the accounts is saved beside it', async () => {
  await server.sql('', 'CREATE DATABASE users; CREATE TABLE users.t AS SELECT 1 AS a');
  const dumps = await prepare(host, server.url('', { database: 'users', users: 'with' }));
  const names = dumps.map(({ name }) => name);
  await Promise.all(dumps.map((dump) => dump.close()));
  expect(names).toEqual(['users.sql', expect.stringMatching(/^db_users-[0-9a-f]{8}\.sql$/)]);
  expect((await dumpOf(host, server.url('users'))).record.name).toBe('users.sql');
});

test('a view that has taken a table’s place by the time that it is read runs nothing as who reads it', async () => {
  await server.sql('', 'CREATE DATABASE turned');
  await server.sql(
    'turned',
    `CREATE TABLE moved AS SELECT 1 AS a;
    DELIMITER //
    CREATE FUNCTION laid() RETURNS int SQL SECURITY INVOKER BEGIN SET GLOBAL max_connect_errors = 4242; RETURN 1; END//
    DELIMITER ;
    CREATE SQL SECURITY INVOKER VIEW t AS SELECT a FROM moved WHERE laid()`,
  );
  const url = new DatabaseUrl(server.url('turned'), '--database');
  const { open } = await connectServer(host, readChoices(url, {}).access, AbortSignal.timeout(30_000));
  const session = await open();
  await session.run(sql`START TRANSACTION READ ONLY`);
  const [database, name] = ['turned', 't'].map(fromText) as [ByteString, ByteString];
  const table = {
    name,
    shown: 't',
    kind: 'table',
    engine: 'InnoDB',
    isVersioned: false,
    sizeBytes: 0,
  } as const;
  const tables = [{ ...table, autoIncrement: null, columns: [] }];
  await expect(listFilled(session, database, tables)).rejects.toThrow(/ERROR 1176 /);
  await session.close();
  expect(await server.sql('', 'SELECT @@global.max_connect_errors')).not.toBe('4242');
});
