import { describe, expect, test } from 'vitest';
import { type ByteString, fromText } from '../../src/bytestring.ts';
import { parseDatabase, urlOf } from '../../src/databases/databases.ts';
import { globalsSql } from '../../src/databases/dolt/globals.ts';
import { identifier as doltIdentifier, literal as doltLiteral } from '../../src/databases/dolt/sql.ts';
import { dumpNameOf, parseDumpName } from '../../src/databases/dump-name.ts';
import { compareFingerprints, type Fingerprint } from '../../src/databases/fingerprint.ts';
import { identifier, literal, qualifiedName } from '../../src/databases/postgresql/sql.ts';
import { lossIn } from '../../src/databases/postgresql/warnings.ts';
import type { DumpRecord } from '../../src/databases/record.ts';
import { tunnelledDatabase } from '../../src/databases/tunnelled.ts';
import { changeOf } from '../../src/operations/backup/dump-change.ts';
import { parseDumpRecords } from '../../src/operations/backup/dump-records.ts';

describe('a database’s URL', () => {
  const parse = (text: string, env: NodeJS.ProcessEnv = {}) => parseDatabase(text, '--database', env);

  test.each([
    'postgresql:///app',
    'postgres://user@/app?host=/run/postgresql',
    'postgresql://u%40x@[::1]:5433/we%20ird%2Fname?schema=a&schema=b*&exclude-table=c',
    'postgresql:///?all=true&globals=without',
    'postgresql://postgres@db.example/?globals=only&name=roles.sql',
    'mysql:///app',
    'mariadb://root@db.example:3307/app?database=other&tls=verified&tls-ca=/etc/ca.pem&table=a*',
    'mysql:///?all=true&users=without&lock=tables&lock-wait=5',
    'mariadb:///?users=only&name=accounts.sql',
    'sqlite:/var/lib/app/we%20ird%3F.db?check=quick',
    'sqlite:///var/lib/app/app.db',
    'redis://',
    'valkey://backup@cache.example:6380?tls=true&users=with',
    'redis:/var/lib/redis/dump.rdb',
    'command:x.bin=tar -c /srv | gzip -n',
    'dolt://root@127.0.0.1:3306/app?staging=/var/backups/dolt&as=dolt',
    'opensearch://admin@localhost:9200/backups?index=a*&index=.b&as=opensearch&content=reference',
    'elasticsearch://[::1]:9201/?tls=false&prefix=copy_',
    'dolt:///?all=true&data-dir=/var/lib/dolt&config=/etc/dolt/config.yaml',
  ])('%s is understood', (text) => {
    expect(parse(text).shown).toBe(text.startsWith('command') ? 'command:x.bin' : text);
  });

  test.each([
    ['mongodb:///app', 'its engine is "mongodb"'],
    ['app', 'expected a URL such as'],
    ['postgresql:///', 'expected one database'],
    ['postgresql:///app?all=true', 'expected one database'],
    ['postgresql:///app?format=directory', 'expected one of custom, tar, plain'],
    ['postgresql:///app?fromat=plain', 'knows no such option'],
    ['postgresql:///app?format=plain&format=tar', 'expected one value'],
    ['postgresql:///app?name=../x', 'letters, digits'],
    ['postgresql:///app?jobs=0', 'a whole number from 1'],
    ['postgresql:///app?password-env=NOPE', 'an environment variable that holds the password'],
    ['postgresql:///app?work-folder=tmp', 'an absolute path'],
    ['postgresql:///%ff', 'rightly encoded'],
    ['mysql:///', 'expected one database'],
    ['mysql:///app?all=true', 'expected one database'],
    ['mysql:///app?database=app', 'expected one database'],
    ['mysql:///app?database=b&name=x.sql', 'no name for several dumps'],
    ['mysql://db/app?socket=/s', 'no socket beside a host'],
    ['mysql:///app?lock=off', 'expected one of auto, global, tables, none'],
    ['mysql:///app?lock-wait=0', 'a whole number from 1'],
    ['mysql:///app?schema=a', 'knows no such option'],
    ['sqlite:app.db', 'expected a URL such as'],
    ['sqlite://host/app.db', 'expected the absolute path'],
    ['sqlite:/var/lib/', 'expected the absolute path'],
    ['sqlite:/a.db?work-folder=tmp', 'an absolute path'],
    ['redis://host/3', 'expected a server with all its databases'],
    ['redis:/dump.rdb/', 'expected a server with all its databases'],
    ['redis://host?socket=/s', 'no socket beside a host'],
    ['dolt:///', 'expected one database'],
    ['dolt:///app%2Fmain', 'every branch is dumped'],
    ['dolt:///app?staging=here', 'an absolute path'],
    ['dolt:///?all=true&name=x', 'no name for several dumps'],
    ['dolt:///app?password-env=NOPE', 'an environment variable that holds the password'],
    ['opensearch://localhost/a%2Fb', 'the name that one is registered under'],
    ['opensearch://localhost/a?index=B', 'in lower case'],
    ['opensearch://localhost/a?index=a%2Cb', 'in lower case'],
    ['opensearch://localhost/a?prefix=_x', 'what an index’s name may begin with'],
    ['opensearch://localhost/a?content=all', 'one of auto, files, reference'],
    ['opensearch://a%3Ab@localhost/a', 'a name without a colon'],
    ['opensearch://localhost/a?time-limit-minutes=0', 'a whole number from 1'],
    ['command:=true', 'letters, digits'],
    ['command:x=', 'expected command:NAME=SHELL COMMAND'],
  ])('%s is refused', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  test('with a password in it is refused, and not shown', () => {
    for (const text of [
      'postgresql://user:s3cret@/app',
      'postgresql://user:s3/cret@x/app',
      'mysql://u:s3cret@/a',
      'redis://:s3cret@h',
      'mysql://u@h/app?password=s3cret',
      'postgresql:///app?format=directory&passwd=s3cret',
      'jdbc:postgresql://u:s3cret@h/app',
      'jdbc:mysql://h/app?user=u&password=s3cret',
      'host=h user=u password=s3cret',
    ]) {
      expect(() => parse(text)).toThrow(/a password stands in the URL/);
      expect(() => parse(text)).not.toThrow(/s3/);
    }
  });

  test.each([
    'postgresql://user:s3?cret@h/app',
    'postgresql:/user:s3cret@h/app',
    'user:s3cret@h/app',
    'mysql://root:s3cret',
    'mysql://root:s3cret/app',
    'dbname=x key=s3cret',
    'mysql:///app?pasword=s3cret',
    'postgresql:///app?pasword=s3cret&format=directory',
  ])('of another form (%s) shows nothing that may be a password', (text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(() => parse(text)).not.toThrow(/s3|cret/);
  });
});

test('a verified name is refused through a tunnel where a client would not hold it', () => {
  expect(() => tunnelledDatabase('mysql://u@db/app?tls=verified', '--database', {})).toThrow(
    expect.objectContaining({ code: 'bad-input', message: expect.stringContaining('tls=verified') }),
  );
  const weaker = 'mysql://u@db/app?tls=required';
  expect(tunnelledDatabase(weaker, '--database', {}).shown).toBe(weaker);
});

test('a dump is put back where it came from, unless somebody says otherwise', () => {
  const from = (engine: string, database: string | null) => urlOf({ ...RECORD, engine, database });
  expect(from('postgresql', 'a b')).toBe('postgresql:///a%20b');
  expect(from('mariadb', 'a/b')).toBe('mariadb:///a%2Fb');
  expect(from('mysql', null)).toBe('mysql:///?users=only');
  expect(from('sqlite', '/var/lib/a b?.db')).toBe('sqlite:/var/lib/a%20b%3F.db');
  expect(() => from('command', null)).toThrow(/no place of its own/);
});

test('a dump’s name is one that a file and a command can have, and another for another database', () => {
  expect(dumpNameOf('app', 'dump')).toBe('app.dump');
  const odd = [
    '',
    'a b',
    'a_b',
    'a/b',
    '../../etc',
    '.x',
    '_x',
    '-x',
    'é',
    'x'.repeat(300),
    `${'x'.repeat(300)}y`,
  ];
  const names = odd.map((database) => dumpNameOf(database, 'dump'));
  for (const name of names) expect(parseDumpName(name, 'name')).toBe(name);
  expect(new Set(names).size).toBe(odd.length);
});

describe('SQL', () => {
  test('takes identifiers and literals as they are', () => {
    expect(identifier(fromText('a"; DROP'))).toBe('"a""; DROP"');
    expect(literal(fromText("it's"))).toBe("'it''s'");
    expect(literal(fromText("a\\'b"))).toBe(" E'a\\\\''b'");
    expect(literal('' as ByteString)).toBe("''");
    for (const bad of ['', 'a\0b']) expect(() => identifier(bad as ByteString)).toThrow(/NUL/);
    expect(() => literal('a\0' as ByteString)).toThrow(/NUL/);
  });

  test('shows a name as PostgreSQL does', () => {
    expect(qualifiedName(fromText('public'), fromText('A b'))).toBe('public."A b"');
    expect(qualifiedName(fromText('a.b'), fromText('c'))).not.toBe(
      qualifiedName(fromText('a'), fromText('b.c')),
    );
  });
});

test('a warning of pg_dump that means loss is told from one that doesn’t', () => {
  expect(lossIn(['pg_dump: warning: there are circular foreign-key constraints on this table:'])).toBeNull();
  expect(lossIn(['x', 'pg_dump: warning: owner of table "x" appears to be invalid'])).toContain('invalid');
});

describe('SQL of Dolt', () => {
  test('takes identifiers and literals as they are, on one line', () => {
    expect(doltIdentifier('a`b')).toBe('`a``b`');
    expect(doltLiteral("it's \\ a\nb\0")).toBe("'it''s \\\\ a\\nb\\0'");
    expect(() => doltIdentifier('a\0')).toThrow(/NUL/);
  });

  test('says an account’s rules so that none covers the next, and everybody’s goes where it isn’t', () => {
    const rule = (...values: string[]) => ({ table: 'dolt_branch_control', values }) as const;
    const sql = globalsSql({
      accounts: [],
      rules: [rule('%', '%', 'root', '%', 'admin'), rule('a', 'b', 'c', 'd', 'write')],
    });
    expect(sql.indexOf("('a', 'b'")).toBeLessThan(sql.indexOf("('%', '%', 'root'"));
    expect(sql).toContain('DELETE FROM dolt_branch_control');
    expect(sql.endsWith('-- end: 0 accounts, 2 rules\n')).toBe(true);
    expect(globalsSql({ accounts: [], rules: [rule('%', '%', '%', '%', 'write')] })).not.toContain('DELETE');
  });
});

const FINGERPRINT: Fingerprint = {
  fingerprint_version: 1,
  tables: { 'public.a': { rows: 1000, checksum: 'aa' }, 'public.b': { rows: 5, checksum: null } },
  values: { 'sequence public.s': '1 true' },
  schema: { objects: 'x' },
  facts: {},
  rows: 'full',
};

describe('two fingerprints', () => {
  const differences = (now: Partial<Fingerprint>) =>
    compareFingerprints(FINGERPRINT, { ...FINGERPRINT, ...now }).differences;

  test('of the same are the same', () => {
    expect(compareFingerprints(FINGERPRINT, FINGERPRINT)).toMatchObject({
      differences: [],
      tables: 2,
      rows: 1005,
    });
  });

  test.each([
    [{ tables: { 'public.b': { rows: 5, checksum: null } } }, 'table public.a: it is missing'],
    [
      { tables: { ...FINGERPRINT.tables, 'public.a': { rows: 1000, checksum: 'bb' } } },
      'table public.a: other data',
    ],
    [
      { tables: { ...FINGERPRINT.tables, 'public.a': { rows: 999, checksum: 'aa' } } },
      'table public.a: 999 rows, expected 1,000',
    ],
    [
      { tables: { ...FINGERPRINT.tables, 'public.c': { rows: 1, checksum: 'aa' } } },
      'table public.c: 1 row, expected none',
    ],
    [{ values: {} }, 'sequence public.s: missing, expected 1 true'],
  ])('of others differ', (now, message) => {
    expect(differences(now)[0]).toContain(message);
  });
});

const RECORD: DumpRecord = {
  name: 'app.dump',
  engine: 'postgresql',
  database: 'app',
  format: 'custom',
  tool: 'pg_dump 15',
  size_bytes: 1_000_000,
  pinned: true,
  proof: 'deferred',
  options: [],
  warnings: [],
  fingerprint: FINGERPRINT,
  restore: {},
};

describe('a dump beside the one before it', () => {
  const after = (rows: number) => ({
    ...RECORD,
    fingerprint: { ...FINGERPRINT, tables: { 'public.a': { rows, checksum: 'cc' } } },
  });

  test('has shrunk when more than the limit is gone, or a whole table', () => {
    expect(changeOf(RECORD, after(501), 0.5).shrunk).toEqual([]);
    expect(changeOf(RECORD, after(499), 0.5).shrunk).toEqual(['public.a: 499 rows, 1000 before']);
    expect(changeOf(RECORD, { ...RECORD, fingerprint: { ...FINGERPRINT, tables: {} } }, 0.5).shrunk).toEqual([
      'public.a: gone, 0 rows, 1000 before',
    ]);
    expect(
      changeOf({ ...RECORD, fingerprint: null }, { ...RECORD, size_bytes: 400_000 }, 0.5).shrunk,
    ).toHaveLength(1);
  });
});

describe('a manifest’s records', () => {
  const parse = (dumps: unknown) => parseDumpRecords(Buffer.from(JSON.stringify({ dumps })));

  test('are read back as they were written; a manifest from before there were dumps has none', () => {
    expect(parse([RECORD])).toEqual([RECORD]);
    expect(parseDumpRecords(Buffer.from('{}'))).toEqual([]);
  });

  test.each([
    ['a name that leads elsewhere', { ...RECORD, name: '../../x' }],
    ['no engine', { ...RECORD, engine: 5 }],
    ['a size that is none', { ...RECORD, size_bytes: 'big' }],
    ['a fingerprint without rows', { ...RECORD, fingerprint: { ...FINGERPRINT, tables: { a: {} } } }],
    ['no settings to restore by', { ...RECORD, restore: null }],
  ])('with %s are refused', (_what, record) => {
    expect(() => parse([record])).toThrow();
  });
});
