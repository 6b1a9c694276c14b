import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePostgresql } from '../../src/databases/databases.ts';
import type { DumpRecord } from '../../src/databases/record.ts';
import { restoreDump } from '../../src/drills/services/postgresql.ts';
import { localHost } from '../../src/hosts/local.ts';
import { POSTGRES_BIN, PostgresServer } from '../services/postgres.ts';
import { Context, type Dumped, dumpOf, restoreTo } from './dumping.ts';

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

/** 128 bits as two sums modulo 2^64 over the rows' hashes: docs/design.md. */
function sumOf(digests: readonly Buffer[]): string {
  const half = (at: number) =>
    BigInt.asUintN(
      64,
      digests.reduce((sum, digest) => sum + digest.readBigUInt64BE(at), 0n),
    );
  return [0, 8].map((at) => half(at).toString(16).padStart(16, '0')).join('');
}

describe('a row’s hash', () => {
  const [INT4, TEXT] = [23, 25];
  const field = (oid: number, value: Buffer | null) =>
    Buffer.concat([int4(oid), int4(value?.length ?? -1), value ?? Buffer.alloc(0)]);
  const int4 = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
  };

  test('is of what the server sends, of the values of other types of their text', async () => {
    await server.sql('postgres', `CREATE DATABASE kinds`);
    await server.sql(
      'kinds',
      `CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (a int, b text, c mood, d float8[]);
      INSERT INTO t VALUES (1, 'é', 'ok', '{1,NULL}'), (2, '', NULL, '{NaN}'), (3, NULL, 'sad', NULL);
      INSERT INTO t SELECT i, 'é', NULL, NULL FROM generate_series(4, 2000) AS i`,
    );
    const rows = [
      [1, 'é', '(ok)', '("{1,NULL}")'],
      [2, '', '()', '({NaN})'],
      [3, null, '(sad)', '()'],
      ...Array.from({ length: 1997 }, (_, i) => [i + 4, 'é', '()', '()'] as const),
    ] as const;
    const sent = rows.map(([a, ...texts]) => {
      const fields = texts.map((text) => field(TEXT, text === null ? null : Buffer.from(text, 'utf8')));
      return Buffer.concat([int4(4), field(INT4, int4(a)), ...fields]);
    });
    const hashes = sent.map((bytes) => createHash('sha256').update(bytes).digest());
    const whole = await dumpOf(host, server.url('kinds'));
    const { record } = whole;
    expect(record.fingerprint?.tables['public.t']).toEqual({
      rows: 2000,
      checksum: `sha256 ${sumOf(hashes)}`,
    });
    // By several workers, as a drill compares: they would send texts in the database's encoding.
    for (const [name, encoding] of [
      ['latin', 'LATIN1'],
      ['wide', 'UTF8'],
    ]) {
      const settings = `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LC_COLLATE 'C' LC_CTYPE 'C'`;
      await server.sql('postgres', settings);
      const to = server.url(name ?? '');
      await restoreTo(host, whole, to);
      await server.sql('postgres', `ALTER DATABASE ${name} SET min_parallel_table_scan_size = 0`);
      const compared = parsePostgresql(to).compare(host, record, 'nothing', new Context());
      expect(await compared).toMatchObject({ differences: [], rows: 2000 });
    }
  });

  test('is another one in manifests of earlier versions, by which is compared, too', async () => {
    const md5 = (text: string) => createHash('md5').update(text).digest();
    const pages = Array.from({ length: 50 }, (_, i) => md5(`(${i + 1},"page ${i + 1}")`));
    const withChecksums = (page: string, rule: string): DumpRecord => {
      const { fingerprint } = dumped.record;
      if (fingerprint === null) throw new Error('The dump has no fingerprint.');
      const tables = {
        'public.page': { rows: 50, checksum: page },
        'public.rule': { rows: 1, checksum: rule },
      };
      return { ...dumped.record, fingerprint: { ...fingerprint, tables } };
    };
    const found = (record: DumpRecord) =>
      parsePostgresql(server.url('wiki')).compare(host, record, 'nothing', new Context());
    const earlier = withChecksums(sumOf(pages), sumOf([md5('(1)')]));
    expect(await found(earlier)).toMatchObject({ differences: [], rows: 51, onlyCounted: [] });
    expect((await found(withChecksums(sumOf(pages), sumOf([md5('(2)')]))))?.differences).toEqual([
      'table public.rule: other data in 1 row',
    ]);
    await expect(found(withChecksums('blake9 00', 'blake9 00'))).rejects.toMatchObject({
      code: 'host-unsupported',
      message: expect.stringContaining('"blake9 00"'),
    });
  });
});

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
