import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { localHost } from '../../src/hosts/local.ts';
import { POSTGRES_BIN, PostgresServer } from '../services/postgres.ts';
import { Context, dumpOf, prepare, restoreTo, streamed } from './dumping.ts';

// Who owns a database lays code where somebody who reads it would run it. A superuser who backs it up must not: it would run programs
// as the server's account.

const host = localHost();
let server: PostgresServer;
let canary: string;
let app: (sql: string) => Promise<unknown>;

beforeAll(async () => {
  server = await PostgresServer.start();
  canary = `${server.folder}/canary`;
  const psql = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', server.folder, '-U', 'app', '-d', 'app', '-c'];
  app = (sql) => promisify(execFile)(`${POSTGRES_BIN}/psql`, [...psql, sql]);
  await server.sql('postgres', 'CREATE ROLE app LOGIN; CREATE DATABASE app OWNER app');
  await app(`CREATE SCHEMA evil;
    CREATE FUNCTION evil.program() RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        BEGIN
          PERFORM pg_catalog.set_config('role', 'none', false); -- not while an index is made
        EXCEPTION WHEN insufficient_privilege THEN NULL;
        END;
        IF (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN
          COPY (SELECT 1) TO PROGRAM 'cat >${canary}';
        END IF;
      END $$;
    CREATE FUNCTION evil.run() RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS
      $$ BEGIN PERFORM evil.program(); RETURN true; END $$;
    CREATE FUNCTION evil.same(oid, oid) RETURNS boolean LANGUAGE plpgsql AS
      $$ BEGIN PERFORM evil.run(); RETURN $1 OPERATOR(pg_catalog.=) $2; END $$;
    CREATE OPERATOR evil.= (LEFTARG = oid, RIGHTARG = oid, FUNCTION = evil.same);
    CREATE TABLE t AS SELECT i, i::text AS v FROM generate_series(1, 10) AS i;`);
});

afterAll(async () => {
  await host.close();
  await server?.remove();
});

afterEach(async () => {
  await app('DROP INDEX IF EXISTS laid; DROP STATISTICS IF EXISTS laid; ALTER DATABASE app RESET ALL');
  await rm(canary, { force: true });
});

const INLINED = `CREATE OR REPLACE FUNCTION evil.inlined(int) RETURNS int LANGUAGE sql IMMUTABLE AS
  'SELECT $1 + evil.run()::int'; CREATE INDEX laid ON t (evil.inlined(i))`;

describe('code of a table’s owner does not run as the superuser who dumps it, laid in', () => {
  test.each([
    ['the condition of an index', 'CREATE INDEX laid ON t (i) WHERE evil.run()'],
    ['an expression of an index', INLINED],
    ['statistics', 'CREATE STATISTICS laid ON (i + evil.run()::int), v FROM t'],
  ])('%s', async (_where, lay) => {
    await app(lay);
    await server.sql('app', 'SELECT count(*) FROM t');
    expect(existsSync(canary)).toBe(true);
    await rm(canary);
    const context = new Context();
    const { record } = await dumpOf(host, server.url('app'), { context });
    expect(existsSync(canary)).toBe(false);
    expect(record.fingerprint?.tables['public.t']).toEqual({
      rows: 10,
      checksum: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(context.infos.join('\n')).toContain('compared by COPY');
  });

  test('an index that is made once the dump has begun', async () => {
    const [dump] = await prepare(host, server.url('app'));
    await app('CREATE INDEX laid ON t (i) WHERE evil.run()');
    const { record } = await streamed(dump as NonNullable<typeof dump>);
    expect(existsSync(canary)).toBe(false);
    expect(record.fingerprint?.tables['public.t']?.rows).toBe(10);
  });

  test('an index of a database that gives who comes another role, which the code takes back', async () => {
    await app('CREATE INDEX laid ON t (i) WHERE evil.run(); ALTER DATABASE app SET role = app');
    const { record } = await dumpOf(host, server.url('app'));
    expect(existsSync(canary)).toBe(false);
    expect(record.fingerprint?.tables['public.t']?.rows).toBe(10);
  });

  test('a view that takes the place of a table before it is locked', async () => {
    const swap = `${POSTGRES_BIN}/psql -X -q -U app -d app -c "ALTER TABLE t RENAME TO moved;
      CREATE VIEW t AS SELECT i, v FROM moved WHERE evil.run()" >/dev/null`;
    const bin = await server.toolsWith(
      'psql',
      `while IFS= read -r line; do
        case $line in *"LOCK TABLE"*) if mkdir "\${0%/*}/once" 2>/dev/null; then (${swap}); fi ;; esac
        printf '%s\\n' "$line"
      done | "$real" "$@"`,
    );
    try {
      const { record } = await dumpOf(host, server.url('app', { bin }));
      expect(existsSync(canary)).toBe(false);
      expect(record.fingerprint?.tables).toMatchObject({ 'public.moved': { rows: 10 } });
    } finally {
      await app('DROP VIEW IF EXISTS t; ALTER TABLE IF EXISTS moved RENAME TO t');
    }
  });
});

test('a database’s search path, or what anybody made in public, does not choose what a restore’s questions mean', async () => {
  const dumped = await dumpOf(host, server.url('app'));
  await app('ALTER DATABASE app SET search_path = evil, pg_catalog');
  // As before PostgreSQL 15.
  await server.sql(
    'postgres',
    `GRANT CREATE ON SCHEMA public TO PUBLIC; SET ROLE app; ${TAKES_THE_PLACE(canary)}`,
  );
  await expect(restoreTo(host, dumped, server.url('app'))).rejects.toThrow(/it holds|is there/);
  expect(existsSync(canary)).toBe(false);
  await restoreTo(host, dumped, server.url('app'), { overwrite: true });
  expect(existsSync(canary)).toBe(false);
});

/** For an argument that is a string the parser prefers text to any other type. */
const TAKES_THE_PLACE = (file: string) => `
  CREATE FUNCTION public.shobj_description(oid, text) RETURNS text LANGUAGE plpgsql AS $$
    BEGIN COPY (SELECT 1) TO PROGRAM 'cat >${file}'; RETURN NULL; END $$;`;

describe('what is compared by COPY', () => {
  test('comes back and is the same, whatever its values are', async () => {
    await server.sql('postgres', 'CREATE DATABASE legal OWNER app');
    await server.sql(
      'legal',
      `SET ROLE app;
      CREATE FUNCTION norm(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN lower($1); END $$;
      CREATE TABLE t (a text, b text[], c bytea, d float8, e timestamptz, f jsonb, g numeric);
      INSERT INTO t VALUES (NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('', '{}', '', 'NaN', 'infinity', '{}', 0),
        (E'\\\\ " ( ) , \\t \\n \\r \\b \\f \\v é', '{"a,b",NULL}', '\\x00ff', 0.1, '2020-01-01', '["\\\\"]', 1e30),
        ('\\N', '{}', '\\x5c4e', 1, now(), '1', 'NaN'), ('x', NULL, NULL, NULL, NULL, NULL, NULL), ('x', NULL, NULL, NULL, NULL, NULL, NULL);
      CREATE INDEX ON t (norm(a));
      CREATE TABLE generated (a text, b text GENERATED ALWAYS AS (upper(a)) STORED); INSERT INTO generated VALUES ('x');
      CREATE INDEX ON generated (norm(a));
      CREATE TABLE nothing (); INSERT INTO nothing DEFAULT VALUES; CREATE INDEX ON nothing ((norm('x')));`,
    );
    const dumped = await dumpOf(host, server.url('legal'));
    expect(dumped.record.fingerprint?.tables).toEqual({
      'public.generated': { rows: 1, checksum: null },
      'public.nothing': { rows: 1, checksum: null },
      'public.t': { rows: 6, checksum: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    const { verified } = await restoreTo(host, dumped, server.url('legal_copy'));
    expect(verified).toEqual({ tables: 3, rows: 8, onlyCounted: 2 });
  });

  test('is what somebody works on, who is not waited for', async () => {
    const working = server.sql(
      'app',
      'BEGIN; LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE; SELECT pg_sleep(5)',
    );
    const isHeld = () =>
      server.sql('app', `SELECT count(*) FROM pg_locks WHERE mode = 'ShareUpdateExclusiveLock' AND granted`);
    await expect.poll(isHeld).toBe('1');
    const { record } = await dumpOf(host, server.url('app'));
    expect(await isHeld()).toBe('1');
    expect(record.fingerprint?.tables['public.t']?.checksum).toMatch(/^[0-9a-f]{32}$/);
    await working;
  });
});
