import { appendFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localHost } from '../../src/hosts/local.ts';
import { PostgresServer } from '../services/postgres.ts';
import { Context, dumpOf, restoreTo } from './dumping.ts';

const host = localHost();
const TABLES = 1000;
let server: PostgresServer;

beforeAll(async () => {
  server = await PostgresServer.start(['local replication all trust']);
  await server.sql('postgres', 'CREATE DATABASE many');
  await server.sql(
    'many',
    `DO $$BEGIN FOR i IN 1..${TABLES} LOOP EXECUTE format('CREATE TABLE t%s AS SELECT %s AS a', i, i); END LOOP; END$$`,
  );
});

afterAll(async () => {
  await host.close();
  await server?.remove();
});

async function locksPerTransaction(locks: number): Promise<void> {
  await server.stopAtOnce();
  await appendFile(`${server.folder}/data/postgresql.conf`, `max_locks_per_transaction = ${locks}\n`);
  await server.startAgain();
}

test('very many tables are dumped, where the server has a lock for each; else it is said what to do', async () => {
  const { record } = await dumpOf(host, server.url('many'));
  expect(Object.keys(record.fingerprint?.tables ?? {})).toHaveLength(TABLES);
  await locksPerTransaction(10);
  const dumping = dumpOf(host, server.url('many'));
  await expect(dumping).rejects.toMatchObject({ code: 'dump-failed' });
  await expect(dumping).rejects.toThrow(
    /out of shared memory.*set max_locks_per_transaction in postgresql.conf/,
  );
  await locksPerTransaction(64);
});

test('a replica is dumped without the rows of unlogged tables, which it has none of; they are told by name', async () => {
  await server.sql('postgres', 'CREATE DATABASE replicated');
  await server.sql(
    'replicated',
    `CREATE TABLE kept (id serial, a int); INSERT INTO kept (a) VALUES (1); CREATE TABLE other (a int);
    CREATE UNLOGGED TABLE "lo st" (id serial, a int); INSERT INTO "lo st" (a) VALUES (2)`,
  );
  const replica = await server.replica();
  try {
    const context = new Context();
    for (const options of [{}, { 'exclude-table': 'other' }]) {
      const dumped = await dumpOf(host, replica.url('replicated', options), { context });
      expect(dumped.record.fingerprint?.tables['public.kept']?.rows).toBe(1);
      expect(context.warnings.splice(0)).toEqual([
        expect.stringMatching(/^replicated\.dump: public\."lo st": .* a replica has none of its rows/),
      ]);
      await restoreTo(host, dumped, server.url('from_replica'));
      expect(
        await server.sql(
          'from_replica',
          'SELECT (SELECT count(*) FROM kept), (SELECT count(*) FROM "lo st")',
        ),
      ).toBe('1|0');
      await server.sql('postgres', 'DROP DATABASE from_replica');
    }
  } finally {
    await replica.remove();
  }
});

describe('a database in', () => {
  const make = (name: string, encoding: string) =>
    server.sql(
      'postgres',
      `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LC_COLLATE 'C' LC_CTYPE 'C'`,
    );
  /** Text, names, a sequence, a definition; `bytes` in hexadecimal digits, as the database's own. */
  const fill = (name: string, encoding: string, bytes: string) =>
    server.sql(
      name,
      `SET client_encoding = '${encoding}'; SELECT set_config('app.t', convert_from('\\x${bytes}', '${encoding}'), false);
      DO $$BEGIN EXECUTE format('CREATE TABLE %1$I (%1$I text DEFAULT %1$L); CREATE SEQUENCE %2$I; CREATE VIEW %3$I AS SELECT %1$L AS a',
        current_setting('app.t'), current_setting('app.t') || 's', current_setting('app.t') || 'v');
      EXECUTE format('INSERT INTO %I DEFAULT VALUES', current_setting('app.t')); PERFORM nextval(quote_ident(current_setting('app.t') || 's')); END$$`,
    );

  const VERIFIED = { tables: 1, rows: 1, onlyCounted: 0 };

  test.each([
    ['LATIN1', 'e95c27'],
    ['WIN1251', 'e6e7'],
    ['EUC_JP', 'c6fccbdc'],
  ])('%s comes back as it was, and in UTF-8', async (encoding, bytes) => {
    const name = encoding.toLowerCase();
    await make(name, encoding);
    await fill(name, encoding, bytes);
    for (const format of ['custom', 'plain']) {
      const dumped = await dumpOf(host, server.url(name, { format }));
      const same = `${name}_${format}`;
      expect((await restoreTo(host, dumped, server.url(same))).verified).toEqual(VERIFIED);
      expect(await server.sql(same, 'SHOW server_encoding')).toBe(encoding);
      await make(`${same}_utf8`, 'UTF8');
      expect((await restoreTo(host, dumped, server.url(`${same}_utf8`))).verified).toEqual(VERIFIED);
    }
  });

  test('SQL_ASCII comes back as it was, whatever its bytes are; in UTF-8 if they are that', async () => {
    for (const [name, bytes] of [
      ['bytes', '66fce95c27'],
      ['texts', '66c3a95c27'],
    ] as const) {
      await make(name, 'SQL_ASCII');
      await fill(name, 'SQL_ASCII', bytes);
      for (const format of ['custom', 'plain']) {
        const dumped = await dumpOf(host, server.url(name, { format }));
        expect((await restoreTo(host, dumped, server.url(`${name}_${format}`))).verified).toEqual(VERIFIED);
        await make(`${name}_${format}_utf8`, 'UTF8');
        const restoring = restoreTo(host, dumped, server.url(`${name}_${format}_utf8`));
        if (name === 'texts') expect((await restoring).verified).toEqual(VERIFIED);
        else {
          await expect(restoring).rejects.toMatchObject({ code: 'command-failed' });
          await expect(restoring).rejects.toThrow(/invalid byte sequence for encoding "UTF8".*same encoding/);
        }
      }
    }
  });

  test('another encoding has not every character: that is said, and nothing is left of it', async () => {
    await make('wide', 'UTF8');
    await server.sql('wide', `CREATE TABLE t AS SELECT '世'::text AS a`);
    await make('narrow', 'LATIN1');
    for (const format of ['custom', 'plain']) {
      const restoring = restoreTo(
        host,
        await dumpOf(host, server.url('wide', { format })),
        server.url('narrow'),
      );
      await expect(restoring).rejects.toThrow(/has no equivalent in encoding "LATIN1".*same encoding/);
      expect(await server.sql('narrow', 'SELECT count(*) FROM pg_stat_user_tables')).toBe('0');
    }
  });
});
