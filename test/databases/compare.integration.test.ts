import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePostgresql } from '../../src/databases/databases.ts';
import { restoreDump } from '../../src/drills/services/postgresql.ts';
import { localHost } from '../../src/hosts/local.ts';
import { POSTGRES_BIN, PostgresServer } from '../services/postgres.ts';
import { Context, type Dumped, dumpOf } from './dumping.ts';

const host = localHost();
let server: PostgresServer;
let dumped: Dumped;

const SCHEMA = `CREATE TABLE page (id serial PRIMARY KEY, title text NOT NULL);
  CREATE INDEX page_title ON page (title); INSERT INTO page (title) SELECT 'page ' || i FROM generate_series(1, 50) AS i;
  CREATE TABLE rule (a int); INSERT INTO rule VALUES (1);
  CREATE RULE keep AS ON DELETE TO rule DO INSTEAD NOTHING;`;

beforeAll(async () => {
  server = await PostgresServer.start();
  await server.sql('postgres', 'CREATE DATABASE wiki; CREATE DATABASE bare');
  await server.sql('wiki', SCHEMA);
  await server.sql('bare', 'CREATE TABLE empty (a int)');
  dumped = await dumpOf(host, server.url('wiki'));
});
afterAll(async () => {
  await host.close();
  await server?.remove();
});

const compare = (tampering: 'nothing' | 'row-deleted' = 'nothing') =>
  parsePostgresql(server.url('wiki')).compare(host, dumped.record, tampering, new Context());

describe('a comparison with a dump', () => {
  test('finds a row that it deleted itself, and takes that back', async () => {
    expect((await compare('row-deleted'))?.differences).toEqual(['table public.page: 49 rows, expected 50']);
    expect((await compare('row-deleted'))?.tampered).toBe('public.page');
    expect(await compare()).toMatchObject({
      differences: [],
      remarks: [],
      tables: 2,
      rows: 51,
      tampered: null,
    });
  });

  test.each([
    [
      'a missing table',
      'DROP TABLE rule',
      `CREATE TABLE rule (a int); INSERT INTO rule VALUES (1)`,
      'table public.rule: it is missing',
    ],
    [
      'one row less',
      'DELETE FROM page WHERE id = 50',
      `INSERT INTO page VALUES (50, 'page 50')`,
      'table public.page: 49 rows, expected 50',
    ],
    [
      'two values swapped between rows',
      `UPDATE page SET title = 'page ' || 3 - id WHERE id < 3`,
      `UPDATE page SET title = 'page ' || id WHERE id < 3`,
      'table public.page: other data in 50 rows',
    ],
    [
      'a sequence set back',
      `SELECT setval('page_id_seq', 7)`,
      `SELECT setval('page_id_seq', 50)`,
      'sequence public.page_id_seq: 7 true, expected 50 true',
    ],
    [
      'an index gone',
      'DROP INDEX page_title',
      'CREATE INDEX page_title ON page (title)',
      'other tables, columns, indexes',
    ],
  ])('finds %s', async (_what, change, undo, told) => {
    await server.sql('wiki', change);
    expect((await compare())?.differences.join('; ')).toContain(told);
    await server.sql('wiki', undo);
  });

  test('finds nothing in a database that had to be made in another locale, which is told', async () => {
    const record = {
      ...dumped.record,
      database: 'elsewhere',
      restore: { ...dumped.record.restore, collate: 'xx_XX.utf8', ctype: 'xx_XX.utf8' },
    };
    const content = async function* content() {
      yield dumped.bytes;
    };
    const url = server.url('elsewhere', { owner: 'false', privileges: 'false' });
    const database = parsePostgresql(url);
    const at = { host, toolFolder: POSTGRES_BIN, socketFolder: server.folder };
    const told = await restoreDump(at, { record, content }, database, new Context());
    expect(told).toBe(', in the locale C: the image lacks xx_XX.utf8');
    expect((await database.compare(host, record, 'nothing', new Context()))?.differences).toEqual([]);
  });

  test('says when there is no row to tamper with', async () => {
    const bare = parsePostgresql(server.url('bare'));
    await expect(bare.compare(host, dumped.record, 'row-deleted', new Context())).rejects.toThrow(
      'no table of it has a row',
    );
  });

  test('answers a question, and lets nobody write', async () => {
    const wiki = parsePostgresql(server.url('wiki'));
    const ask = (statement: string) => wiki.ask(host, dumped.record, statement, new Context());
    expect(await ask('SELECT count(*), min(title) FROM page')).toBe('50|page 1');
    await expect(ask('DELETE FROM page')).rejects.toThrow('read-only transaction');
    await expect(ask('SELECT nothing')).rejects.toMatchObject({ code: 'command-failed' });
  });
});
