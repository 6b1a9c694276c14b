import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDatabase } from '../../src/databases/databases.ts';
import { localHost } from '../../src/hosts/local.ts';
import { POSTGRES_BIN, PostgresServer } from '../services/postgres.ts';
import { type Dumped, dumpOf, restoreTo } from './dumping.ts';

// Plain dumps that somebody else wrote: what psql runs of them beside SQL, it would run as the account that restores.

const host = localHost();
const END = '--\n-- PostgreSQL database dump complete\n--\n';
let server: PostgresServer;
let plain: Dumped;
let canary: string;

beforeAll(async () => {
  server = await PostgresServer.start();
  canary = `${server.folder}/canary`;
  await server.sql('postgres', 'CREATE DATABASE app; CREATE DATABASE raw');
  await server.sql(
    'app',
    `CREATE TABLE t (a text, b text); INSERT INTO t VALUES ('x', E'\\\\! \\n\\\\.\\n')`,
  );
  plain = await dumpOf(host, server.url('app', { format: 'plain' }));
});

afterAll(async () => {
  await host.close();
  await server?.remove();
});

/** As somebody may write one into a repository. */
function forged(bytes: Buffer): Dumped {
  return { bytes, record: { ...plain.record, size_bytes: bytes.length, fingerprint: null } };
}

/** A psql as those are that don't know how to be kept from their own commands. */
async function olderPsql(): Promise<string> {
  const bin = await server.toolsWith('psql', 'exec "$real" "$@"');
  const tool = await readFile(`${bin}/psql`, 'utf8');
  await writeFile(
    `${bin}/psql`,
    tool.replace('exec "$real" --version', 'echo "psql (PostgreSQL) 15.13" && exit'),
  );
  return bin;
}

/** Whether psql alone, given these bytes, runs their command. */
async function runsAlone(bytes: Buffer): Promise<boolean> {
  const psql = promisify(execFile)(`${POSTGRES_BIN}/psql`, ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', '-'], {
    env: { PGHOST: server.folder, PGUSER: 'postgres', PGDATABASE: 'raw', PATH: '/usr/bin:/bin' },
  });
  psql.child.stdin?.end(bytes);
  await psql.catch(() => {});
  const hasRun = existsSync(canary);
  await promisify(execFile)('rm', ['-f', canary]);
  return hasRun;
}

describe('what psql would run of a plain dump does not run', () => {
  const setting = (name: string, value: string) =>
    `DO $$BEGIN PERFORM set_config('${name}', '${value}', false); END$$;\n`;

  test.each([
    ['said openly', (run: string) => `SELECT 1 ${run}\n;\n`, 'command-failed'],
    [
      'hidden by a setting that only the server sees',
      (run: string) => `${setting('standard_conforming_strings', 'off')}SELECT '\\', ' ${run}\n, ';\n`,
      'command-failed',
    ],
    [
      'hidden by an encoding that only the server sees',
      (run: string) => `${setting('client_encoding', 'SJIS')}SELECT '\x81', ' ${run}\n, ';\n`,
      'command-failed',
    ],
    [
      'hidden in a name by such an encoding',
      (run: string) =>
        `CREATE TABLE public."x ${run}\n" ();\n${setting('client_encoding', 'SJIS')}COPY public."\x81", "x ${run}\n"  FROM stdin;\n\\.\n`,
      'command-failed',
    ],
  ])('%s', async (_how, text, code) => {
    const bytes = Buffer.from(`${text(`\\! touch ${canary}`)}${END}`, 'latin1');
    expect(await runsAlone(bytes)).toBe(true);
    for (const bin of [POSTGRES_BIN, await olderPsql()]) {
      const restoring = restoreTo(host, forged(bytes), server.url('never', { bin }));
      await expect(restoring).rejects.toMatchObject({ code });
      expect(existsSync(canary)).toBe(false);
    }
    expect(await server.sql('postgres', "SELECT count(*) FROM pg_database WHERE datname LIKE 'never%'")).toBe(
      '0',
    );
  });

  test('in a dump of all roles; and what the server says of one does not show its password', async () => {
    const globals = await dumpOf(host, server.url('', { globals: 'only' }));
    const put = (text: string) => {
      const bytes = Buffer.concat([Buffer.from(text), globals.bytes]);
      const record = { ...globals.record, size_bytes: bytes.length };
      return restoreTo(host, { bytes, record }, server.url('', { globals: 'only' }));
    };
    await expect(put(`CREATE ROLE x \\! touch ${canary}\n;\n`)).rejects.toThrow(/a command for psql/);
    await expect(put(`\\! touch ${canary}\n`)).rejects.toThrow(/"\\\\! touch .*a command for psql/);
    expect(existsSync(canary)).toBe(false);
    const failing = put("ALTER ROLE gone WITH PASSWORD 'SCRAM-SHA-256$4096:s3cret' 'x';\n");
    await expect(failing).rejects.toThrow(/syntax error/);
    await expect(failing).rejects.not.toThrow(/s3cret/);
    const short = { ...globals, bytes: globals.bytes.subarray(0, -40) };
    await expect(restoreTo(host, short, server.url('', { globals: 'only' }))).rejects.toMatchObject({
      code: 'repository-damaged',
    });
  });
});

test('a plain dump comes back by a psql that can be kept from commands, and by one that cannot', async () => {
  for (const [name, bin] of [
    ['by_new', POSTGRES_BIN],
    ['by_old', await olderPsql()],
  ] as const) {
    const { verified } = await restoreTo(host, plain, server.url(name, { bin }));
    expect(verified).toEqual({ tables: 1, rows: 1, onlyCounted: 0 });
  }
});

/** A database whose owner is no superuser: names that a superuser doesn't qualify there make them one. */
const TRAP = `SET ROLE owner; CREATE SCHEMA evil; CREATE TABLE public.t (a int); INSERT INTO public.t VALUES (1);
CREATE FUNCTION evil.trap() RETURNS boolean LANGUAGE plpgsql AS $$BEGIN
  IF (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN ALTER ROLE owner SUPERUSER; END IF; RETURN true; END$$;
CREATE FUNCTION evil.lower(text) RETURNS text LANGUAGE sql AS $$SELECT evil.trap()::text$$;
${['pg_namespace', 'pg_class', 'pg_database', 'pg_roles'].map((name) => `CREATE VIEW evil.${name} AS SELECT *, oid AS o FROM pg_catalog.${name} WHERE evil.trap();`).join('\n')}
ALTER DATABASE trapped SET search_path = evil, pg_catalog, public;`;

test('what a database has its superusers find under the names of the server’s own things is not what we ask', async () => {
  await server.sql('postgres', 'CREATE ROLE owner LOGIN; CREATE DATABASE trapped OWNER owner');
  await server.sql('trapped', TRAP);
  const isSuperuser = () => server.sql('postgres', "SELECT rolsuper FROM pg_roles WHERE rolname = 'owner'");
  await server.sql('trapped', 'SELECT count(*) FROM pg_class');
  expect(await isSuperuser()).toBe('t');
  await server.sql('postgres', 'ALTER ROLE owner NOSUPERUSER');

  const rows: string[][] = [];
  const database = parseDatabase(server.url('trapped'), 'the database', {});
  const statement = "SELECT lower('A'), current_schema(), count(*) FROM t";
  for await (const row of database.select?.(host, statement, new AbortController().signal) ?? [])
    rows.push([...row]);
  expect(rows).toEqual([['a', 'evil', '1']]);
  const dumped = await dumpOf(host, server.url('trapped'));
  expect(dumped.record.fingerprint?.tables).toMatchObject({ 'public.t': { rows: 1 } });
  const restored = await restoreTo(host, plain, server.url('trapped'), { overwrite: true });
  expect(restored).toMatchObject({ database: 'trapped', verified: { tables: 1 } });
  expect(await isSuperuser()).toBe('f');
});
